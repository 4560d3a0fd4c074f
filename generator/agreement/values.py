"""Marks of several readers over the words of one text: what agreement is computed from."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BEFORE = re.compile(r"[^\w\s]+$")
_AFTER = re.compile(r"[^\w\s]*")
"""Signs directly before a word, and directly after one."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A statement or a framing mark of one reader, over words."""

    start: int
    """Its first word, counted from 0 through the whole text."""
    end: int
    """One past its last word."""
    label: str
    """The basis of a statement, or the technique of a framing mark."""
    kind: str
    """The inference kind of a statement, or empty."""
    id: str
    """Its note's label, or what another tool calls it."""
    note: str
    """Why it is what it is, in one text; empty where nobody said."""
    also: str = ""
    """A second fair reading that this reader names, as a page would say it, or empty."""

    @property
    def words(self) -> int:
        """How many words it covers."""
        return self.end - self.start

    def shared(self, other: Piece) -> int:
        """How many words it has in common with another."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))


@dataclass(frozen=True, slots=True)
class Reader:
    """One reader's marks of a text."""

    id: str
    """What figures and decisions call the reader: the file's name, or `published`."""
    name: str
    """The name or pen name that the reader chose."""
    statements: tuple[Piece, ...]
    """In the order of the text; none overlaps another."""
    framing: tuple[Piece, ...]
    """In the order of the text; they may nest."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with the marks of its readers."""

    slug: str
    """The article's name, or what another tool calls the text."""
    title: str
    """Its title, or its name."""
    text: str
    """The whole text, its paragraphs joined by a space."""
    words: tuple[tuple[int, int], ...]
    """Where each word stands in it: first character and one past the last."""
    paragraphs: tuple[int, ...]
    """The first word of each paragraph that has one, in order."""
    readers: tuple[Reader, ...]
    """Whoever marked it; the published marks first, where there are any."""
    adjudicated: bool
    """Whether the published marks were decided from the readings, and so are no reading of their own."""

    @property
    def independent(self) -> tuple[Reader, ...]:
        """The readers who marked it without each other: chance-corrected figures take only these."""
        return self.readers[1:] if self.adjudicated else self.readers

    def passage(self, start: int, end: int) -> str:
        """The text from one word to another, with the signs that touch them."""
        first, last = self.words[start][0], self.words[end - 1][1]
        lead = len(self.text[:first]) - len(_BEFORE.sub("", self.text[:first]))
        tail = _AFTER.match(self.text, last)
        return " ".join(self.text[first - lead : tail.end() if tail else last].split())


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of a text in which no reader's statement begins or ends."""

    start: int
    """Its first word."""
    end: int
    """One past its last word."""
    weight: float
    """What it counts: 1 for a whole statement of everybody, less for a part of one."""
    pieces: tuple[Piece | None, ...]
    """The statement of each reader that holds it; None for a reader who has none there."""
