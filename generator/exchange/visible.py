"""A document without the characters that nobody sees, which no article may hold."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from generator.exchange.document import Document, Span
from generator.exchange.results import Tally
from generator.model import RichText, Style
from generator.reading.characters import seen, unseen

_SPACES = re.compile("[\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
"""Those of them that stand for white space."""


def visible(document: Document, tally: Tally) -> Document:
    """The same document; what is left out of its text moves the spans behind it."""
    text = _SPACES.sub(" ", document.text)
    holes = unseen(text)
    for hole in holes:
        tally.add(
            "character",
            "A character that nobody can see is left out.",
            f"U+{ord(text[hole]):04X}",
        )

    def moved(at: int) -> int:
        return at - bisect_left(holes, at)

    def span(given: Span) -> Span:
        pieces = [(moved(start), moved(end)) for start, end in given.pieces]
        return replace(
            given,
            pieces=tuple((start, end) for start, end in pieces if start < end),
            notes=tuple(map(_note, given.notes)),
        )

    return replace(
        document,
        text=seen(text),
        spans=tuple(moved_span for s in document.spans if (moved_span := span(s)).pieces),
    )


def _note(note: RichText) -> RichText:
    text = _SPACES.sub(" ", note.text)
    holes = unseen(text)
    if not holes and text == note.text:
        return note
    styles = (
        Style(
            s.kind, s.start - bisect_left(holes, s.start), s.end - bisect_left(holes, s.end), s.href
        )
        for s in note.styles
    )
    return RichText(seen(text), tuple(s for s in styles if s.start < s.end))
