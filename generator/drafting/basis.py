"""The sixth step: what each sentence may rest on, in the codebook's decision order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from generator.drafting.patterns import row
from generator.drafting.quotations import QUOTED
from generator.drafting.tokens import is_name, is_word
from generator.drafting.values import HANDED_ON, Draft, FoundCue, Quotation, Sentence, Suggestion
from generator.drafting.words import Words, words_of

How = Literal["", "quote", "paraphrase", "mixed"]
_LONG = 4
"""Words from which on a quotation without a cue is more than a word or two held at arm’s length."""


def suggest_bases(draft: Draft) -> Draft:
    """One suggestion a sentence."""
    words = words_of(draft.language)
    cues: dict[int, list[FoundCue]] = {}
    for cue in draft.cues:
        cues.setdefault(cue.sentence, []).append(cue)
    quotations: dict[int, list[Quotation]] = {}
    for quotation in draft.quotations:
        quotations.setdefault(quotation.block, []).append(quotation)
    found: list[Suggestion] = []
    for number, s in enumerate(draft.sentences):
        near = (q for q in quotations.get(s.block, ()) if q.start < s.end and s.start < q.end)
        found.append(_suggestion(_Facts(draft, s, cues.get(number, []), list(near)), words))
    return replace(draft, suggestions=tuple(found))


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is known of one sentence."""

    draft: Draft
    sentence: Sentence
    cues: list[FoundCue]
    quotations: list[Quotation]

    @property
    def handing(self) -> list[FoundCue]:
        return [cue for cue in self.cues if cue.of in HANDED_ON]

    @property
    def all_quoted(self) -> bool:
        """Whether no word stands outside quotation marks."""
        return bool(self.quotations) and not any(
            is_word(item) for item in self.sentence.items if item.low != QUOTED
        )

    @property
    def asks(self) -> bool:
        """Whether it ends with a question mark of the writer's own."""
        last = [item.low for item in self.sentence.items if item.low not in ('"', "”", "’", ")")]
        return last[-1:] == ["?"]

    @property
    def heading(self) -> bool:
        return self.draft.passages[self.sentence.block].level > 0

    def text(self, cue: FoundCue) -> str:
        return self.draft.passages[self.sentence.block].text[cue.span.start : cue.span.end]

    def how(self) -> How:
        """Whole quotations, words of a voice among the writer's, or the writer's words alone."""
        if not self.quotations:
            return "paraphrase"
        if self.all_quoted:
            return "quote"
        text = self.draft.passages[self.sentence.block].text
        first = self.quotations[0]
        opened = text[first.start + 1 : first.start + 3].lstrip("‘'“[")
        return "quote" if opened[:1].isupper() or first.start <= self.sentence.start else "mixed"


def _suggestion(facts: _Facts, words: Words) -> Suggestion:
    if facts.all_quoted:
        return Suggestion("sourced", "", "quote", "quoted", "")
    asked_of_reader = facts.asks and not any(q.words >= _LONG for q in facts.quotations)
    if facts.handing and not asked_of_reader:
        cue = facts.handing[0]
        why = "voiceless" if cue.side == "none" else "cue"
        return Suggestion("sourced", "", facts.how(), why, facts.text(cue))
    if any(q.words >= _LONG for q in facts.quotations) and not facts.heading:
        return Suggestion("sourced", "", facts.how(), "quotation", "")
    if facts.asks:
        return Suggestion("inferred", "question", "", "asks", "")
    if facts.cues and facts.cues[0].of == "silent":
        return Suggestion("unsourced", "", "", "silent", facts.text(facts.cues[0]))
    if not facts.heading:
        joined = row(facts.sentence.items)
        for sign in words.signs:
            for match in joined.find(sign.pattern):
                if is_name(facts.sentence.items, match.first, match.last):
                    continue
                items = facts.sentence.items[match.first : match.last + 1]
                text = facts.draft.passages[facts.sentence.block].text
                shown = text[items[0].start : items[-1].end]
                if sign.kind in ("counted", "fixed"):
                    return Suggestion("unsourced", "", "", sign.kind, shown)
                return Suggestion("inferred", sign.kind, "", sign.why, shown)
    if facts.cues:
        return Suggestion("unsourced", "", "", facts.cues[0].of, facts.text(facts.cues[0]))
    return Suggestion("unsourced", "", "", "nobody", "")
