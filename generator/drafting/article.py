"""A draft as an article file, for a person to decide on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from generator.drafting.escape import escaped, quoted
from generator.drafting.marked import attributes, marked, says_something
from generator.drafting.values import Draft, FoundVoice, Suggestion
from generator.drafting.words import Words, words_of
from generator.reading.words import count

_FRONT = """\
---
# A first draft by `whosays draft`. Each mark with draft=yes is a suggestion: decide it, write its note
# in your own words, and take draft=yes out. Fill in the three dots. What stands after a # is not shown.
title: {title}
summary: …                      # a sentence for the library
original: {{publisher: …}}       # also: title, author, published: 2025-03-04, url: https://…
rights: {rights}
language: {language}
topics: […]
{voices}annotators: [{{name: …, date: {today}}}]
status: draft                   # take this line out to publish
---
"""
_OWN = "own                     # own only if you wrote it; else licensed (add licence:), public-domain or quotation"
_QUOTATION = (
    "quotation               # your own words, and short phrases in “double quotation marks”"
)
_STAKE = "party, interested or independent? What do they win or lose if they are believed?"
_SHORT = 3
"""Words that a `quotation` draft may take over in a voice’s name or a cue."""


def as_article(draft: Draft, title: str, today: date) -> str:
    """The whole text, marked; `title` may be empty."""
    words = words_of(draft.language)
    text = marked(draft)
    used = [draft.suggestions[number] for _, number in text.statements]
    notes = [
        *(f"[^{label}]: {_note(draft.suggestions[n], words)}" for label, n in text.statements),
        *(
            f"[^{label}]: {words.notes['framing'].format(why=steer.why)}"
            for label, steer in text.steers
        ),
    ]
    front = _front(draft, title, today, _OWN, used)
    return f"{front}\n" + "\n\n".join(text.passages) + "\n\n" + "\n".join(notes) + "\n"


def as_outline(draft: Draft, title: str, today: date) -> str:
    """A placeholder a sentence, for an article of `quotation` rights: no sentence is taken over."""
    words = words_of(draft.language)
    draft = _without_its_words(draft)
    blocks: dict[int, list[str]] = {}
    notes: list[str] = []
    used: list[Suggestion] = []
    pairs = zip(draft.sentences, draft.suggestions, strict=True)
    for number, (sentence, suggestion) in enumerate(pairs, start=1):
        if says_something(draft, sentence):
            used.append(suggestion)
            text = (
                f"[{_placeholder(number, suggestion, words)}]{attributes(suggestion)}[^s{number}]"
            )
            blocks.setdefault(sentence.block, []).append(text)
            notes.append(f"[^s{number}]: {_note(suggestion, words)}")
    front = _front(draft, title, today, _QUOTATION, used)
    body = "\n\n".join("\n".join(lines) for lines in blocks.values())
    return f"{front}\n{body}\n\n" + "\n".join(notes) + "\n"


def _without_its_words(draft: Draft) -> Draft:
    """What was found, without what the text says of it: long names, roles and long cues go."""
    ids: dict[str, str] = {}
    voices: list[FoundVoice] = []
    for number, voice in enumerate(draft.voices, start=1):
        short = count(voice.name) <= _SHORT
        ids[voice.id] = voice.id if short else f"voice-{number}"
        voices.append(FoundVoice(ids[voice.id], voice.name if short else "…", "", voice.kind))
    suggestions = tuple(
        replace(
            suggestion,
            how="",
            words=suggestion.words if count(suggestion.words) <= _SHORT else "",
            voices=tuple(ids[voice] for voice in suggestion.voices),
        )
        for suggestion in draft.suggestions
    )
    return replace(draft, voices=tuple(voices), suggestions=suggestions)


def _placeholder(number: int, suggestion: Suggestion, words: Words) -> str:
    if suggestion.basis == "sourced" and suggestion.words:
        cue = f"[“{escaped(suggestion.words)}”]{{.cue}}"
        return words.notes["placeholder_cue"].format(number=number, cue=cue)
    return words.notes["placeholder"].format(number=number)


def _note(suggestion: Suggestion, words: Words) -> str:
    """Why a statement is suggested as it is, and what a person has to decide."""
    shown = f"“{escaped(suggestion.words)}”" if suggestion.words else words.notes["these"]
    key = "inferred" if suggestion.kind and suggestion.kind != "question" else suggestion.why
    if suggestion.kind == "question" and key not in words.notes:
        key = "inferred"
    note = words.notes[key].format(words=shown, why=suggestion.why)
    if suggestion.basis == "sourced" and not suggestion.voices:
        who = "pronoun" if suggestion.pronoun else "voice"
        note += " " + words.notes[who].format(who=escaped(suggestion.pronoun))
    return note


def _front(draft: Draft, title: str, today: date, rights: str, used: Iterable[Suggestion]) -> str:
    """The front matter, with the voices that statements use."""
    known = {voice for suggestion in used for voice in suggestion.voices}
    voices = "".join(_voice(voice) for voice in draft.voices if voice.id in known)
    return _FRONT.format(
        title=quoted(title) if title.strip() else "…",
        rights=rights,
        language=draft.language,
        voices=f"voices:\n{voices}" if voices else "",
        today=today.isoformat(),
    )


def _voice(voice: FoundVoice) -> str:
    lines = [f"  {voice.id}:", f"    name: {quoted(voice.name)}"]
    lines += [f"    role: {quoted(voice.role)}"] if voice.role else []
    lines += [f"    kind: {voice.kind}", f"    stake: unknown  # {_STAKE}"]
    return "\n".join(lines) + "\n"
