"""The last step: wordings that may steer, from the lists of each technique."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.drafting.patterns import row
from generator.drafting.quotations import QUOTED
from generator.drafting.tokens import is_name, tokens
from generator.drafting.values import (
    HANDED_ON,
    Draft,
    FoundCue,
    Quotation,
    Sentence,
    Steer,
    Stretch,
)
from generator.drafting.words import Words, words_of

_FEW = 3
"""Words in quotation marks that may be held at arm’s length; more are a quotation."""
_BY = 4
"""Words within which a passive may still name its doer."""


def suggest_framing(draft: Draft) -> Draft:
    """Find wordings of every sentence; what overlaps an earlier one, or half a cue, is left out."""
    words = words_of(draft.language)
    cues: dict[int, list[FoundCue]] = {}
    for cue in draft.cues:
        if cue.of in HANDED_ON:
            cues.setdefault(cue.sentence, []).append(cue)
    quotations: dict[int, list[Quotation]] = {}
    for quotation in draft.quotations:
        quotations.setdefault(quotation.block, []).append(quotation)
    kept: list[Steer] = []
    for number, sentence in enumerate(draft.sentences):
        own = cues.get(number, [])
        found: list[Steer] = []
        for steer in (
            *_of_cues(draft, number, own, words),
            *_at_arms_length(draft, number, sentence, own, quotations.get(sentence.block, [])),
            *_of_lists(number, sentence, words),
        ):
            apart = all(not _meet(steer.span, other.span) for other in found)
            if apart and all(_nests(steer.span, cue.span) for cue in own):
                found.append(steer)
        kept += sorted(found, key=lambda steer: steer.span.start)
    return replace(draft, steers=tuple(kept))


def _meet(one: Stretch, other: Stretch) -> bool:
    return one.start < other.end and other.start < one.end


def _nests(one: Stretch, other: Stretch) -> bool:
    """Whether the two are apart, or one stands in the other."""
    return (
        not _meet(one, other)
        or (one.start <= other.start and other.end <= one.end)
        or (other.start <= one.start and one.end <= other.end)
    )


def _of_cues(draft: Draft, number: int, cues: list[FoundCue], words: Words) -> Iterator[Steer]:
    """Verbs that judge, and voices without a name."""
    text = draft.passages[draft.sentences[number].block].text
    unnamed = {v.name.lower() for v in draft.voices if v.kind == "unnamed"}
    for cue in cues:
        if cue.verb in words.loaded:
            technique, plain, why = words.loaded[cue.verb]
            verb = tokens(text, cue.span.start, cue.span.end)[-1 - cue.verb.count(" ") :]
            yield Steer(number, Stretch(verb[0].start, cue.span.end), technique, plain, why)
        if cue.speaker and not cue.speaker.pronoun:
            head = cue.speaker.head
            if text[head.start : head.end].lower() in unnamed:
                why = "it points to a teller without a name"
                yield Steer(number, head, "unnamed-source", "", why)


def _at_arms_length(
    draft: Draft,
    number: int,
    sentence: Sentence,
    cues: list[FoundCue],
    quotations: list[Quotation],
) -> Iterator[Steer]:
    """A word or a few in quotation marks, where nobody in the sentence is said to have used them."""
    text = draft.passages[sentence.block].text
    words_outside = any(item.low != QUOTED and item.low.isalpha() for item in sentence.items)
    for q in quotations if words_outside and not cues else ():
        inside = sentence.start <= q.start and q.end <= sentence.end
        if inside and 0 < q.words <= _FEW and text[q.start + 1 : q.start + 2].islower():
            why = "nobody in the sentence is said to have used these words"
            yield Steer(number, Stretch(q.start, q.end), "distancing-quotes", "", why)


def _of_lists(number: int, sentence: Sentence, words: Words) -> Iterator[Steer]:
    joined = row(sentence.tokens)
    for wording in words.wordings:
        for pattern, plain in wording.patterns:
            for match in joined.find(pattern):
                behind = sentence.tokens[match.last + 1 : match.last + 1 + _BY]
                if wording.technique == "agentless-passive" and any(
                    t.low in words.grammar["by"] for t in behind
                ):
                    continue
                if is_name(sentence.tokens, match.first, match.last):
                    continue
                span = Stretch(sentence.tokens[match.first].start, sentence.tokens[match.last].end)
                yield Steer(number, span, wording.technique, plain, wording.why)
