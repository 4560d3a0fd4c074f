"""Answers to choose from the codebook, and what a quiz says to somebody who chose."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model import Entry, Note
from generator.pages.english import first_sentence
from generator.quiz.values import Choice

SAME = "The annotators read it so too."
OTHERWISE = "The annotators read it otherwise."


def choices(entries: Iterable[Entry], right: Entry, also: str = "") -> tuple[Choice, ...]:
    """Offer these entries, of which one is right, and another too if `also` names it."""
    return tuple(
        Choice(
            id=entry.id,
            text=f"{entry.name}. {first_sentence(entry.definition)}",
            right=(accepted := entry.id in (right.id, also)),
            feedback=SAME if accepted else _otherwise(entry, right),
        )
        for entry in entries
    )


def _otherwise(chosen: Entry, right: Entry) -> str:
    """Say how to tell the two apart, or else what decides for the one that was chosen."""
    tells = {alike.id: alike.tell for alike in right.alike}
    return f"{OTHERWISE} {tells.get(chosen.id) or f'The question that decides: {chosen.test}'}"


def explained(note: Note | None) -> tuple[str, ...]:
    """Give a note’s paragraphs as plain text."""
    return tuple(paragraph.text for paragraph in note.paragraphs) if note else ()
