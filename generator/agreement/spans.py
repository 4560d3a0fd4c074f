"""Span F1: how many framing marks of one reader another one has too.

Chance cannot be taken out of it: almost every stretch of a text carries no mark. That is why it
stands beside the unitising alpha.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.agreement.values import Piece


@dataclass(frozen=True, slots=True)
class Matches:
    """How many marks of two readers meet."""

    first: int = 0
    """Marks of the first reader."""
    second: int = 0
    """Marks of the second."""
    first_met: int = 0
    """Those of the first that meet one of the second."""
    second_met: int = 0
    """Those of the second that meet one of the first."""


def exact(one: Sequence[Piece], other: Sequence[Piece]) -> Matches:
    """Marks meet that have the same words and the same technique; each meets one."""
    here, there = (Counter((p.start, p.end, p.label) for p in pieces) for pieces in (one, other))
    met = (here & there).total()
    return Matches(len(one), len(other), met, met)


def overlapping(one: Sequence[Piece], other: Sequence[Piece], *, any_label: bool) -> Matches:
    """Marks meet that share a word, and the technique too unless `any_label`."""
    return Matches(len(one), len(other), _met(one, other, any_label), _met(other, one, any_label))


def _met(pieces: Sequence[Piece], others: Sequence[Piece], any_label: bool) -> int:
    return sum(
        any(p.shared(o) and (any_label or p.label == o.label) for o in others) for p in pieces
    )


def f1(parts: Iterable[tuple[Matches, int]]) -> float | None:
    """The harmonic mean of both readers' shares of marks that meet; None where nobody marked.

    Of several pairs of readers the marks are counted together, the earlier reader of each first.
    """
    marks, met = [0, 0], [0, 0]
    for part, times in parts:
        marks = [marks[0] + part.first * times, marks[1] + part.second * times]
        met = [met[0] + part.first_met * times, met[1] + part.second_met * times]
    if not any(marks):
        return None
    if not all(met):
        return 0.0
    one, other = met[0] / marks[0], met[1] / marks[1]
    return 2 * one * other / (one + other)
