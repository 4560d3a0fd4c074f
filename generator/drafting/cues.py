"""The fourth step: the words that attribute."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from generator.drafting.nouns import noun_cues, phrase_cues
from generator.drafting.patterns import row
from generator.drafting.values import HANDED_ON, Draft, FoundCue, Sentence
from generator.drafting.verbs import verb_cues
from generator.drafting.words import Words, words_of

Finder = Callable[[int, Sentence, Words], Iterator[FoundCue]]
_VOICE = 3
"""Words behind “according to” that belong to the voice."""
FINDERS: tuple[Finder, ...] = (phrase_cues, verb_cues, noun_cues)
"""In the order in which they have a say where two find the same words."""


def find_cues(draft: Draft) -> Draft:
    """Find every cue of every sentence that is not wholly a quotation."""
    words = words_of(draft.language)
    found: list[FoundCue] = []
    for number, sentence in enumerate(draft.sentences):
        cues = [cue for find in FINDERS for cue in find(number, sentence, words)]
        if cues:
            none = list(row(sentence.items).find(words.phrases["none"]))
            found += _apart(
                [c for c in cues if not any(m.first <= c.last and c.first <= m.last for m in none)]
            )
    return replace(draft, cues=tuple(found))


def _apart(cues: list[FoundCue]) -> list[FoundCue]:
    """Those that do not overlap an earlier one; one that hands words on comes before one that does not."""
    taken = {
        item
        for cue in cues
        if not cue.verb and not cue.noun and cue.side == "right"
        for item in range(cue.last + 1, cue.last + 1 + _VOICE)
    }  # “according to court records”: the voice of a phrase holds no verb
    kept: list[FoundCue] = []
    for cue in sorted(cues, key=lambda cue: cue.of not in HANDED_ON):
        items = range(cue.first, cue.last + 1)
        if taken.isdisjoint(items):
            taken.update(items)
            kept.append(cue)
    return sorted(kept, key=lambda cue: cue.first)
