"""An article and its readings as marks over words: punctuation and spaces make no difference.

Where a reader of a retold article (`rights: quotation`) has retold it otherwise, the two texts are
laid beside each other at their verbatim phrases, which are the same, and the words between two
phrases by their share of that stretch.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.agreement.values import Marked, Piece, Reader
from generator.model import Article, Block, Framing, Note, Reading, Span, Statement
from generator.reading import words
from generator.reading.quotes import verbatim

PUBLISHED = "published"
"""What the marks of the article itself are called."""


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a text, one after another."""

    text: str
    """The text, its blocks joined by a space."""
    places: tuple[tuple[int, int], ...]
    """Where each word stands in it."""
    paragraphs: tuple[int, ...]
    """The first word of each block that has one."""
    blocks: tuple[tuple[int, tuple[int, ...], tuple[int, ...]], ...]
    """For each block: the number of its first word, and the first and last characters of all."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words themselves."""
        return tuple(self.text[a:b] for a, b in self.places)

    def covered(self, span: Span) -> tuple[int, int]:
        """The words that a span touches, as the first and one past the last."""
        first, starts, ends = self.blocks[span.block]
        return first + bisect_right(ends, span.start), first + bisect_left(starts, span.end)


def line_of(blocks: Iterable[Block]) -> Line:
    """The words of these blocks."""
    found: list[tuple[int, int]] = []
    texts: list[str] = []
    paragraphs: list[int] = []
    at = 0
    placed: list[tuple[int, tuple[int, ...], tuple[int, ...]]] = []
    for block in blocks:
        text = block.text.text
        spans = words.spans(text)
        placed.append((len(found), tuple(a for a, _ in spans), tuple(b for _, b in spans)))
        paragraphs += [len(found)] if spans else []
        found += [(at + a, at + b) for a, b in spans]
        texts.append(text)
        at += len(text) + 1
    return Line(" ".join(texts), tuple(found), tuple(paragraphs), tuple(placed))


def lay(article: Article, readings: Sequence[Reading]) -> Marked:
    """The article with the published marks and those of its readings, in this order."""
    line = line_of(article.blocks)
    names = ", ".join(annotator.name for annotator in article.annotators)
    published = _reader(PUBLISHED, names, article, line.covered)
    others = [
        _reader(reading.name, reading.reader, reading, _onto(article, line, reading))
        for reading in readings
    ]
    return Marked(
        article.slug,
        article.title,
        line.text,
        line.places,
        line.paragraphs,
        (published, *others),
        adjudicated=bool(article.decisions and readings),
    )


Place = Callable[[Span], tuple[int, int]]
"""Gives the words of the article that a span touches."""


def _reader(name: str, shown: str, of: Article | Reading, place: Place) -> Reader:
    return Reader(
        name,
        shown,
        tuple(apart(_statements(of.statements, place))),
        tuple(piece for piece in _framing(of.framing, place) if piece.words > 0),
    )


def _statements(statements: Iterable[Statement], place: Place) -> Iterator[Piece]:
    for s in statements:
        kind = f": {s.also_kind}" if s.also_kind else ""
        also = f"{s.also or s.basis}{kind}" if s.also or s.also_kind else ""
        yield Piece(*place(s.span), s.basis, s.kind, s.id, noted(s.note), also)


def _framing(framing: Iterable[Framing], place: Place) -> Iterator[Piece]:
    for f in framing:
        yield Piece(*place(f.span), f.technique, "", f.id, noted(f.note), f.also)


def noted(note: Note | None) -> str:
    """A note in one text."""
    return " ".join(p.text for p in note.paragraphs) if note else ""


def apart(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Statements without words that the one before has already, and without empty ones."""
    at = 0
    for p in pieces:
        start = max(p.start, at)
        if start < p.end:
            yield Piece(start, p.end, p.label, p.kind, p.id, p.note, p.also)
            at = p.end


def _onto(article: Article, line: Line, reading: Reading) -> Place:
    """Gives the words of the article's text for a span of the reading's."""
    theirs = line_of(reading.blocks)
    if theirs.words == line.words:
        return theirs.covered
    laid = _beside(_anchors(article.blocks, line), _anchors(reading.blocks, theirs), line, theirs)

    def place(span: Span) -> tuple[int, int]:
        start, end = theirs.covered(span)
        return (laid[start], laid[end - 1] + 1) if start < end else (0, 0)

    return place


def _anchors(blocks: Iterable[Block], line: Line) -> list[tuple[int, int]]:
    """The words of each verbatim phrase."""
    found = [
        line.covered(Span(number, start, end))
        for number, block in enumerate(blocks)
        for start, end in verbatim(block.text.text)
    ]
    return [(start, end) for start, end in found if start < end]


def _beside(
    ours: list[tuple[int, int]], theirs: list[tuple[int, int]], line: Line, other: Line
) -> list[int]:
    """For each word of the other text, the word of ours beside it."""
    edges = [(0, 0)]
    for (a, b), (c, d) in zip(ours, theirs, strict=False):
        edges += [(a, c), (b, d)]
    edges.append((len(line.places), len(other.places)))
    laid: list[int] = []
    for (a, c), (b, d) in pairwise(edges):
        laid += [min(a + n * (b - a) // (d - c), len(line.places) - 1) for n in range(d - c)]
    return laid
