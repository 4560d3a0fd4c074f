"""The notes of an article: their text, and which labels have a problem of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model import Note, Problem
from generator.reading.blocks import Body, RawBlock
from generator.reading.marks import kind_of, stray_problem
from generator.reading.problem import error
from generator.reading.refused import DEFINITION
from generator.reading.words import WORD

_CALL = re.compile(r"\[\^([^\]\n]+)\]")


def broken_labels(body: Body) -> Iterator[str]:
    """The labels in strays, in marks that stand for nothing, and in lines that are no notes."""
    for raw in body.blocks:
        for stray in raw.flat.strays:
            yield from _CALL.findall(raw.stretch.text[stray.start : stray.end])
        if not raw.flat.usual:
            yield from DEFINITION.findall(raw.stretch.text)
        for flat in raw.flat.marks:
            if raw.note or kind_of(flat.found.attributes) in ("", "cue"):
                yield flat.found.note


def read_notes(body: Body) -> tuple[dict[str, Note], list[Problem]]:
    """Each note by its label, and what is wrong in them."""
    problems: list[Problem] = []
    notes: dict[str, Note] = {}
    written: dict[str, list[RawBlock]] = {}
    for raw in body.blocks:
        written.setdefault(raw.note, []).append(raw)
    for label, place in body.notes:
        if label in notes:
            problems.append(
                error(
                    "duplicate-note",
                    place,
                    f"There are two notes `{label}`; the first stands in line {notes[label].place.line}.",
                    "Keep one, or give the second another label.",
                )
            )
            continue
        blocks = written.get(label, [])
        notes[label] = Note(label, tuple(raw.flat.text for raw in blocks), place)
        text = " ".join(raw.flat.text.text for raw in blocks)
        if not WORD.search(text):
            problems.append(
                error(
                    "empty-note",
                    place,
                    f"The note `{label}` still has three dots where its words belong."
                    if "…" in text
                    else f"The note `{label}` says nothing.",
                    "Say in a sentence why the mark is what it is.",
                )
            )
        for raw in blocks:
            strays = (s for s in raw.flat.strays if s.what not in ("open", "round"))
            problems += [stray_problem(stray, raw.stretch) for stray in strays]
            if raw.flat.marks:
                found = raw.flat.marks[0].found
                problems.append(
                    error(
                        "mark-in-note",
                        raw.stretch.place(found.start, found.end),
                        f"A mark stands in the note `{label}`.",
                        "Leave an empty line between a note and the text that follows it.",
                    )
                )
    return notes, problems
