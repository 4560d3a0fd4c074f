"""A marked text as a flat run of pieces: marks open, hold words and other marks, and end."""

from __future__ import annotations

from bisect import insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.model import Article, RichText, Span, Style
from generator.pages.once import once

PieceKind = Literal[
    "text", "statement", "framing", "framed", "emphasis", "strong", "code", "link", "end"
]
_Range = tuple[int, int, int, PieceKind, str, bool]
"""Where a mark or style begins, minus where it ends, its rank, its kind, its ref, and whether it is
its first piece: so that ranges sort by where they begin, the longer one first."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, or the beginning or the end of a mark or style."""

    kind: PieceKind
    """What it is, or begins; `framed` is framing with a link around it or in it, that cannot be one."""
    text: str = ""
    """The words, for a text; the kind of what ends, for an end; otherwise empty."""
    ref: str = ""
    """The mark's id, or the address of a link."""
    first: bool = True
    """Whether this is the first piece of its mark; only that one carries the id."""


_ENDS: dict[PieceKind, Piece] = {
    kind: Piece("end", kind)
    for kind in ("statement", "framing", "framed", "emphasis", "strong", "code", "link")
}

Marks = Mapping[int, Sequence[_Range]]
"""The statements and framing marks of each block of an article, by its place."""


def all_marks(article: Article) -> Marks:
    """Sort an article's statements and framing marks by the block that they stand in."""
    found: dict[int, list[_Range]] = {}
    for statement in article.statements:
        _add(found, statement.span, 0, "statement", statement.id)
    for mark in article.framing:
        _add(found, mark.span, 2, "framing", mark.id)
    return found


def numbers_only(article: Article) -> Marks:
    """The same of its statements alone, and with nothing of them but their numbers."""
    found: dict[int, list[_Range]] = {}
    for statement in article.statements:
        _add(found, statement.span, 0, "statement", str(statement.number))
    return found


def _add(found: dict[int, list[_Range]], span: Span, rank: int, kind: PieceKind, ref: str) -> None:
    found.setdefault(span.block, []).append((span.start, -span.end, rank, kind, ref, True))


@once
def marked_blocks(article: Article) -> tuple[tuple[Piece, ...], ...]:
    """Give the pieces of each block with its statements and framing marks."""
    marks = all_marks(article)
    return tuple(block_pieces(article, index, marks) for index in range(len(article.blocks)))


def block_pieces(article: Article, block: int, marks: Marks) -> tuple[Piece, ...]:
    """Give the pieces of one block with these marks."""
    rich = article.blocks[block].text
    return _run(rich.text, [*map(_style, rich.styles), *marks.get(block, ())])


def rich_pieces(rich: RichText) -> tuple[Piece, ...]:
    """Give the pieces of a text with its styles."""
    if not rich.styles:
        return (Piece("text", rich.text),) if rich.text else ()
    return _run(rich.text, [_style(style) for style in rich.styles])


def _style(style: Style) -> _Range:
    return (style.start, -style.end, 1, style.kind, style.href, True)


def _run(text: str, ranges: list[_Range]) -> tuple[Piece, ...]:
    """Nest ranges by where they begin; one that crosses another is split, never lost."""
    left = sorted((r for r in ranges if r[0] < min(-r[1], len(text))), reverse=True)
    links = [r for r in ranges if r[3] == "link"]
    found: list[Piece] = []
    open_: list[tuple[int, Piece]] = []
    at = 0
    while left or open_:
        upto = left[-1][0] if left else len(text)
        ends = bool(open_) and open_[-1][0] <= upto
        stop = open_[-1][0] if ends else upto
        if stop > at:
            found.append(Piece("text", text[at:stop]))
            at = stop
        if ends:
            found.append(open_.pop()[1])
            continue
        start, end, rank, kind, ref, first = left.pop()
        if open_ and -end > open_[-1][0]:
            cut = open_[-1][0]
            insort(left, (cut, end, rank, kind, ref, False), key=_backwards)
            end = -cut
        if kind == "framing" and any(link[0] < -end and start < -link[1] for link in links):
            kind = "framed"
        found.append(Piece(kind, ref=ref, first=first))
        open_.append((min(-end, len(text)), _ENDS[kind]))
    if at < len(text):
        found.append(Piece("text", text[at:]))
    return tuple(found)


def _backwards(one: _Range) -> tuple[int, int, int]:
    return (-one[0], -one[1], -one[2])
