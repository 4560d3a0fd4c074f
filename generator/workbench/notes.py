"""Notes: their Markdown, as somebody types it, and their lines in a file."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.exchange.markdown import begun
from generator.reading.article import Parts
from generator.reading.blocks import RawBlock

STUB = "…"
"""What stands in a note that nobody has written yet; the check refuses it."""

_EMPTY_LINES = re.compile(r"\n[ \t]*\n\s*")


@dataclass(frozen=True, slots=True)
class NoteLines:
    """Where a note stands in its file."""

    label: str
    """Its label."""
    first: int
    """Its first line, counted from 1."""
    after: int
    """One past its last."""


def note_lines(parts: Parts) -> tuple[NoteLines, ...]:
    """Every note of a file, in order; a label may occur twice."""
    written = _written(parts)
    starts = [place.line for _, place in parts.body.notes] + [len(parts.source.lines) + 1]
    found = []
    for (label, place), stop in zip(parts.body.notes, starts[1:], strict=True):
        ends = [
            end
            for raw in written.get(label, ())
            if place.line <= raw.stretch.first_line < stop
            and (end := raw.stretch.first_line + raw.stretch.text.count("\n") + 1)
        ]
        found.append(NoteLines(label, place.line, max([place.line + 1, *ends])))
    return tuple(found)


def notes_of(parts: Parts) -> dict[str, str]:
    """The Markdown of each note, by its label; of two with one label that of the first."""
    written = _written(parts)
    found: dict[str, str] = {}
    for note in note_lines(parts):
        if note.label not in found:
            inside = [
                raw
                for raw in written.get(note.label, ())
                if note.first <= raw.stretch.first_line < note.after
            ]
            found[note.label] = _markdown(inside, note, parts.source.lines)
    return found


def _written(parts: Parts) -> Mapping[str, Sequence[RawBlock]]:
    found: dict[str, list[RawBlock]] = {}
    for raw in parts.body.blocks:
        if raw.note:
            found.setdefault(raw.note, []).append(raw)
    return found


def _markdown(inside: Sequence[RawBlock], note: NoteLines, lines: Sequence[str]) -> str:
    if all(raw.kind == "paragraph" for raw in inside):
        text = "\n\n".join(" ".join(raw.stretch.text.split("\n")) for raw in inside)
    else:  # a list or a quotation keeps its signs
        first, *rest = lines[note.first - 1 : note.after - 1]
        kept = [first.partition("]:")[2].lstrip(), *(re.sub("^ {1,4}", "", line) for line in rest)]
        text = "\n".join(kept).strip()
    return "" if text == STUB else text


def note_text(label: str, markdown: str) -> str:
    """A note as it is written into a file, without a line break at its end."""
    paragraphs = [
        [line.strip() for line in paragraph.split("\n") if line.strip()]
        for paragraph in _EMPTY_LINES.split(markdown.strip())
    ]
    body = "\n\n    ".join("\n    ".join(lines) for lines in paragraphs if lines)
    return f"[^{label}]: {_first(body) or STUB}"


def _first(body: str) -> str:
    """The note's text, which begins behind its label: no sign there may open a list or a heading."""
    return body if body.startswith(("- ", "> ")) else begun(body)
