"""Figures in words: how long, how much, how many times as much, and how fast it grows."""

from __future__ import annotations

import math


def seconds(value: float) -> str:
    """`0.31 s`, `2.4 s`, `34 s`."""
    return f"{_three(value)} s"


def amount(size: float) -> str:
    """`420 B`, `78 kB`, `812 MB`."""
    for unit in ("B", "kB", "MB"):
        if size < 1000:
            return f"{_three(size)} {unit}" if unit != "B" else f"{size:.0f} B"
        size /= 1000
    return f"{_three(size)} GB"


def times(ours: float, theirs: float) -> str:
    """`0.8 times as long as`, for a sentence that begins with us."""
    ratio = ours / theirs
    return f"{ratio:.2g} times as long as" if ratio < 10 else f"{ratio:.0f} times as long as"


def exponent(smaller: tuple[int, float], larger: tuple[int, float]) -> float | None:
    """How a figure grows with the articles: 1 is in step with them, 2 with their square."""
    (few, little), (many, much) = smaller, larger
    if not little or not much or few == many:
        return None
    return math.log(much / little) / math.log(many / few)


def _three(value: float) -> str:
    """Two or three digits that mean something."""
    if value >= 100:
        return f"{value:,.0f}"
    if value >= 10:
        return f"{value:.0f}"
    return f"{value:.2g}"
