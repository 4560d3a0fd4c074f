"""The notes of a file that are to change: a new one stands behind that of the mark before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.workbench.lines import Change
from generator.workbench.notes import NoteLines, note_lines, note_text
from generator.workbench.opened import File
from generator.workbench.values import FramingShape, StatementShape, Work

_Noted = StatementShape | FramingShape


def note_changes(file: File, work: Work) -> Iterator[Change]:
    """The lines of notes that are to change."""
    had = {mark.id: mark.note for mark in file.work.noted}
    wanted = {mark.id: mark.note for mark in work.noted}
    notes = note_lines(file.parts)
    there: dict[str, NoteLines] = {}
    for number, note in enumerate(notes):
        again = note.label in there
        there.setdefault(note.label, note)
        if again or note.label not in had:
            continue
        if note.label not in wanted:
            yield _taken_out(notes, number, file)
        elif wanted[note.label] != had[note.label]:
            text = note_text(note.label, wanted[note.label])
            yield Change(note.first, note.after, text.split("\n"))
    kept = {label: note for label, note in there.items() if label in wanted}
    new = {name for name, note in wanted.items() if name not in there and had.get(name) != note}
    yield from _put_in(file, [m for m in work.noted if m.id in kept or m.id in new], kept)


def _taken_out(notes: Sequence[NoteLines], number: int, file: File) -> Change:
    """A note with the empty lines behind it, or where it is the last with those before it."""
    lines, note = file.parts.source.lines, notes[number]
    first, after = note.first, note.after
    while after <= len(lines) and not lines[after - 1].strip():
        after += 1
    if after > len(lines):
        after = note.after
        while not lines[first - 2].strip():
            first -= 1
    return Change(first, after)


def _put_in(file: File, noted: list[_Noted], there: dict[str, NoteLines]) -> Iterator[Change]:
    """Notes that the file does not have yet."""
    for marks in _orders(noted, there):
        before: NoteLines | None = None
        waiting: list[str] = []
        for mark in marks:
            if note := there.get(mark.id):
                if waiting and before is None:  # nothing stands before them: they go to the top
                    yield Change(note.first, note.first, _lines(waiting, _gap(file, note)))
                    waiting = []
                elif waiting and before:
                    yield _behind(file, before, waiting)
                    waiting = []
                before = note
            else:
                waiting.append(note_text(mark.id, mark.note))
        if waiting:
            yield _behind(file, before or _last(file), waiting)


def _orders(marks: list[_Noted], there: dict[str, NoteLines]) -> list[list[_Noted]]:
    """The marks in the order of their notes: that of reading, or statements and framing apart."""
    apart: list[list[_Noted]] = [
        [mark for mark in marks if isinstance(mark, kind)]
        for kind in (StatementShape, FramingShape)
    ]
    lines = [[there[mark.id].first for mark in half if mark.id in there] for half in apart]
    if all(len(half) > 1 for half in lines) and max(lines[0]) < min(lines[1]):
        return apart
    return [marks]


def _gap(file: File, note: NoteLines) -> int:
    """How many empty lines stand behind a note, where another follows."""
    lines, at = file.parts.source.lines, note.after
    while at <= len(lines) and not lines[at - 1].strip():
        at += 1
    return at - note.after if at <= len(lines) and lines[at - 1].startswith("[^") else 0


def _lines(notes: Sequence[str], gap: int) -> list[str]:
    return [line for note in notes for line in (*note.split("\n"), *[""] * gap)]


def _behind(file: File, note: NoteLines, notes: Sequence[str]) -> Change:
    gap = _gap(file, note)
    lines = [line for text in notes for line in (*[""] * gap, *text.split("\n"))]
    if not note.label:
        lines = ["", *lines]
    return Change(note.after, note.after, lines)


def _last(file: File) -> NoteLines:
    """The last note, or else the end of the text as if it were one without a label."""
    if notes := note_lines(file.parts):
        return notes[-1]
    lines = file.parts.source.lines
    after = len(lines) + 1
    while after > 2 and not lines[after - 2].strip():
        after -= 1
    return NoteLines("", after - 1, after)
