"""The reading: each block of the text in one row with the notes of its marks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from generator.model import Article, Block, BlockKind
from generator.pages.marks import FramingView, Paragraphs, StatementView
from generator.pages.pieces import Piece, marked_blocks

_LINE, _TEXT, _LEFT, _RIGHT = 20, 62, 27, 37
"""A note's line in pixels; characters a line in the text, the left and the right margin."""
_SLACK = 90
"""How many pixels the left margin may be longer than the rest of its row."""


@dataclass(frozen=True, slots=True)
class Row:
    """One block of the text with the notes of its marks."""

    kind: BlockKind
    """Paragraph, heading, quotation or item."""
    level: int
    """A heading's level on this page, or 0."""
    pieces: tuple[Piece, ...]
    """The marked text."""
    framing: tuple[FramingView, ...]
    """Its framing marks, as many as have room beside it."""
    below: tuple[FramingView, ...]
    """The other ones, which stand below it."""
    statements: tuple[StatementView, ...]
    """Its statements."""


def rows(
    article: Article, notes: Mapping[str, StatementView], framing: Mapping[str, FramingView]
) -> tuple[Row, ...]:
    """Set each block beside its notes."""
    statements: dict[int, list[StatementView]] = {}
    for statement in article.statements:
        statements.setdefault(statement.span.block, []).append(notes[statement.id])
    wordings: dict[int, list[FramingView]] = {}
    for mark in article.framing:
        wordings.setdefault(mark.span.block, []).append(framing[mark.id])
    return tuple(
        _row(block, pieces, tuple(statements.get(index, ())), tuple(wordings.get(index, ())))
        for index, (block, pieces) in enumerate(
            zip(article.blocks, marked_blocks(article), strict=True)
        )
    )


def _row(
    block: Block,
    pieces: tuple[Piece, ...],
    statements: tuple[StatementView, ...],
    framing: tuple[FramingView, ...],
) -> Row:
    text = ceil(len(block.text.text) / _TEXT) * 2 * _LINE
    room = max(text, sum(_right(note) for note in statements)) + _SLACK
    beside = _fitting(framing, room)
    return Row(
        kind=block.kind,
        level=max(3, block.level) if block.kind == "heading" else 0,
        pieces=pieces,
        framing=framing[:beside],
        below=framing[beside:],
        statements=statements,
    )


def _fitting(marks: tuple[FramingView, ...], room: int) -> int:
    """Tell how many notes the left margin holds; a long row of them would leave the text alone."""
    used = 0
    for count, mark in enumerate(marks):
        used += _left(mark)
        if used > room and count:
            return count
    return len(marks)


def _left(mark: FramingView) -> int:
    words = ceil((len(mark.text) + len(mark.plain) + 4) / (_LEFT - 3))
    reason = ceil((_length(mark.note) + (24 if mark.also else 0)) / _LEFT)
    return (words + 1 + reason) * _LINE + _LINE // 2


def _right(note: StatementView) -> int:
    lead = 12 + sum(len(voice.name) + 14 for voice in note.voices) + len(note.kind)
    also = 1 if note.also_basis else 0
    return (
        ceil((lead + _length(note.note)) / _RIGHT) + also + len(note.records)
    ) * _LINE + _LINE // 2


def _length(paragraphs: Paragraphs) -> int:
    return sum(len(piece.text) for pieces in paragraphs for piece in pieces if piece.kind == "text")
