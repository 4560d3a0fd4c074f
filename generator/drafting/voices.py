"""The seventh step: who speaks, collected from the words beside the cues."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from generator.checks.ids import slug
from generator.drafting.naming import Named, named
from generator.drafting.quotations import QUOTED
from generator.drafting.values import HANDED_ON, Draft, FoundCue, FoundVoice, Suggestion
from generator.drafting.words import Words, words_of

NOBODY = "not-named"
"""The voice of cues that name nobody at all (“reportedly”)."""


def collect_voices(draft: Draft) -> Draft:
    """Give each sourced sentence its voices; a pronoun gets none, for a person links it."""
    collector = _Collector(draft, words_of(draft.language))
    cues: dict[int, list[FoundCue]] = {}
    for cue in draft.cues:
        if cue.of in HANDED_ON:
            cues.setdefault(cue.sentence, []).append(cue)
    suggestions = [
        collector.given(number, suggestion, cues.get(number, []))
        for number, suggestion in enumerate(draft.suggestions)
    ]
    return replace(
        draft,
        suggestions=tuple(_running_on(draft, suggestions)),
        voices=tuple(collector.voices.values()),
    )


@dataclass(slots=True)
class _Collector:
    draft: Draft
    words: Words
    voices: dict[str, FoundVoice] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)

    def given(self, number: int, suggestion: Suggestion, cues: list[FoundCue]) -> Suggestion:
        if suggestion.basis != "sourced":
            return suggestion
        text = self.draft.passages[self.draft.sentences[number].block].text
        ids: dict[str, None] = {}
        pronoun = ""
        for cue in self.main(number, cues):
            speaker = cue.speaker
            if cue.side == "none":
                ids[self.id_of(Named("Somebody who is not named", "", "unnamed", NOBODY))] = None
            elif speaker and speaker.pronoun:
                pronoun = text[speaker.head.start : speaker.head.end]
            elif speaker:
                name = named(text, speaker, self.words)
                if name:
                    ids[self.id_of(name)] = None
        return replace(suggestion, voices=tuple(ids), pronoun="" if ids else pronoun)

    def main(self, number: int, cues: list[FoundCue]) -> list[FoundCue]:
        """The cue that hands the whole sentence on: a later one tells what its speaker passes on.

        That is the cue at the sentence’s end (`…, police said.`), or else the first with a speaker.
        """
        told = [cue for cue in cues if cue.speaker]
        sentence = self.draft.sentences[number]
        for cue in reversed(told):
            assert cue.speaker
            end = max(cue.span.end, cue.speaker.span.end)
            before = sentence.items[max(0, cue.first - 4) : cue.first]
            if end >= sentence.end - 2 and any(item.low in (",", QUOTED) for item in before):
                return [cue]
        plain = [cue for cue in told if not cue.noun and cue.side != "inside"]
        return plain[:1] or told[:1] or cues[:1]

    def id_of(self, name: Named) -> str:
        """The id of a voice, which is an earlier one where the last name or the post is the same."""
        known = self.keys.get(name.key)
        if known is None and name.kind in ("person", "organisation") and " " not in name.key:
            known = next(
                (v.id for v in self.voices.values() if name.key in v.role.lower().split()), None
            )
        if known is None:
            known = name.key if name.key == NOBODY else slug(name.key)
            base, count = known, 1
            while known in self.voices:
                count += 1
                known = f"{base}-{count}"
            self.voices[known] = FoundVoice(known, name.name, name.role, name.kind)
        elif known in self.voices and name.role and not self.voices[known].role:
            self.voices[known] = replace(self.voices[known], role=name.role)
        self.keys.setdefault(name.key, known)
        return known


def _running_on(draft: Draft, suggestions: list[Suggestion]) -> list[Suggestion]:
    """Give a quotation without a cue the voice of the quotation that it continues."""
    done = list(suggestions)
    left_open = {q.block for q in draft.quotations if not q.closed}
    for number, suggestion in enumerate(done):
        if suggestion.basis != "sourced" or suggestion.voices or suggestion.pronoun:
            continue
        if suggestion.why not in ("quoted", "quotation"):
            continue
        for other in (number - 1, number + 1):
            if 0 <= other < len(done) and _continues(draft, number, other, left_open):
                near = done[other]
                if near.basis == "sourced" and near.how != "paraphrase":
                    done[number] = replace(suggestion, voices=near.voices, pronoun=near.pronoun)
                    break
    return done


def _continues(draft: Draft, number: int, other: int, left_open: set[int]) -> bool:
    """Whether two sentences stand in one paragraph, or a paragraph goes on as a quotation."""
    block, before = draft.sentences[number].block, draft.sentences[other].block
    if block == before:
        return True
    if other != number - 1 or before != block - 1:
        return False
    return before in left_open or draft.suggestions[number].why == "quoted"
