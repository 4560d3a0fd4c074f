"""Two articles as two strips on one scale, with a line wherever both report the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.analysis.figures import Analysed
from generator.model import Basis, Fact
from generator.pages.english import counted
from generator.pages.marks import second_basis

_GAP = 1.2
_PARAGRAPH = 4.0


@dataclass(frozen=True, slots=True)
class Block:
    """One statement; across, everything is in percent of the drawing."""

    id: str
    """Its id."""
    number: int
    """Its number."""
    basis: Basis
    """Its basis."""
    also: str
    """The basis of a second fair reading, or empty."""
    x: float
    """Where it begins."""
    width: float
    """How wide it is: its words, on the scale of both strips."""
    middle: float
    """Its middle."""
    flags: tuple[tuple[float, float], ...]
    """Framing marks in it: where each begins, and how wide it is."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A fact that both report, between one statement of each."""

    upper: float
    """The middle of the upper strip's statement."""
    lower: float
    """The middle of the lower strip's statement."""


@dataclass(frozen=True, slots=True)
class Together:
    """Both strips."""

    upper: tuple[Block, ...]
    """The first article."""
    lower: tuple[Block, ...]
    """The second article."""
    ties: tuple[Tie, ...]
    """Lines between them."""
    numbered: bool
    """Whether the blocks have room for their numbers on a wide screen."""
    aria: str
    """The drawing in a sentence."""


_ROOM_FOR_NUMBERS = 45


def together(upper: Analysed, lower: Analysed, facts: Iterable[Fact]) -> Together:
    """Draw both articles of a pair on one scale."""
    longest = max(_length(upper), _length(lower), 1.0)
    above, below = _blocks(upper, longest), _blocks(lower, longest)
    ties = tuple(
        Tie(one.middle, other.middle)
        for fact in facts
        for one in _reporting(above, fact, upper.article.slug)
        for other in _reporting(below, fact, lower.article.slug)
    )
    return Together(
        upper=above,
        lower=below,
        ties=ties,
        numbered=max(len(above), len(below)) <= _ROOM_FOR_NUMBERS,
        aria=(
            f"Both articles, a block a statement: {counted(len(above), 'statement')} above, "
            f"{len(below)} below, and {counted(len(ties), 'line')} where both report the same. "
            "The lists below say it in words."
        ),
    )


def _reporting(blocks: tuple[Block, ...], fact: Fact, slug: str) -> list[Block]:
    ids = dict(fact.reported).get(slug, ())
    return [block for block in blocks if block.id in ids]


def _length(analysed: Analysed) -> float:
    """How long an article is, in words and gaps."""
    return sum(gap + words for gap, words in _steps(analysed))


def _steps(analysed: Analysed) -> list[tuple[float, int]]:
    """The gap before each statement, and its words."""
    steps, block = [], None
    for statement in analysed.article.statements:
        new = block is not None and statement.span.block != block
        gap = 0.0 if block is None else _PARAGRAPH if new else _GAP
        steps.append((gap, max(2, statement.words)))
        block = statement.span.block
    return steps


def _blocks(analysed: Analysed, longest: float) -> tuple[Block, ...]:
    blocks, at = [], 0.0
    for statement, (gap, words) in zip(analysed.article.statements, _steps(analysed), strict=True):
        start, scale = at + gap, 100 / longest
        at = start + words
        length = max(1, statement.span.end - statement.span.start)
        flags = tuple(
            (
                round(
                    (start + words * (mark.span.start - statement.span.start) / length) * scale, 2
                ),
                round(words * (mark.span.end - mark.span.start) / length * scale, 2),
            )
            for mark in analysed.article.framing
            if mark.statement == statement.id
        )
        blocks.append(
            Block(
                id=statement.id,
                number=statement.number,
                basis=statement.basis,
                also=second_basis(statement),
                x=round(start * scale, 2),
                width=round(words * scale, 2),
                middle=round((start + words / 2) * scale, 2),
                flags=flags,
            )
        )
    return tuple(blocks)
