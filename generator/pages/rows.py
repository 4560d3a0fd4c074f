"""The reading: each block of the text in one row with the notes of its marks."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from generator.model import Article, Block, BlockKind
from generator.pages.marks import FramingView, StatementView
from generator.pages.tree import Node, block_tree

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
    nodes: tuple[Node, ...]
    """The marked text."""
    framing: tuple[FramingView, ...]
    """Its framing marks, as many as have room beside it."""
    below: tuple[FramingView, ...]
    """The other ones, which stand below it."""
    statements: tuple[StatementView, ...]
    """Its statements."""


def rows(
    article: Article, notes: dict[str, StatementView], framing: dict[str, FramingView]
) -> tuple[Row, ...]:
    """Set each block beside its notes."""
    return tuple(
        _row(article, index, block, notes, framing) for index, block in enumerate(article.blocks)
    )


def _row(
    article: Article,
    index: int,
    block: Block,
    notes: dict[str, StatementView],
    framing: dict[str, FramingView],
) -> Row:
    statements = tuple(notes[s.id] for s in article.statements if s.span.block == index)
    marks = tuple(framing[f.id] for f in article.framing if f.span.block == index)
    text = ceil(len(block.text.text) / _TEXT) * 2 * _LINE
    room = max(text, sum(_right(note) for note in statements)) + _SLACK
    beside = _fitting(marks, room)
    return Row(
        kind=block.kind,
        level=max(3, block.level) if block.kind == "heading" else 0,
        nodes=block_tree(article, index),
        framing=marks[:beside],
        below=marks[beside:],
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
    also = 1 if note.also else 0
    return (
        ceil((lead + _length(note.note)) / _RIGHT) + also + len(note.records)
    ) * _LINE + _LINE // 2


def _length(paragraphs: tuple[tuple[Node, ...], ...]) -> int:
    return sum(len(node.text) + _length((node.children,)) for nodes in paragraphs for node in nodes)
