"""Figures by name, and numbers as people read them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.agreement.figures import Measure, Scores


@dataclass(frozen=True, slots=True)
class Line:
    """One figure."""

    key: str
    """Its name in JSON."""
    name: str
    """Its name for people."""
    sign: str
    """What kind of figure it is: α, F1 or κ."""
    of: str
    """What it counts."""
    measure: Measure
    """The figure."""


def lines(scores: Scores) -> tuple[Line, ...]:
    """The figures, in the order in which they are shown."""
    return (
        Line("basis_alpha", "basis", "α", "statements", scores.basis),
        Line("kind_alpha", "kind of inference", "α", "inferences", scores.kinds),
        Line("framing_f1", "framing, same words", "F1", "marks", scores.exact),
        Line("framing_f1_overlap", "framing, shared words", "F1", "marks", scores.overlap),
        Line("framing_f1_place", "framing, any technique", "F1", "marks", scores.place),
        Line("framing_alpha", "framing, unitising", "α", "marks", scores.unitising),
    )


def number(value: float) -> str:
    """A figure with two decimals, its minus a minus sign."""
    return f"{round(value, 2) + 0.0:.2f}".replace("-", "−")


def figure(measure: Measure) -> str:
    """A figure, or a dash."""
    return "–" if measure.value is None else number(measure.value)


def between(measure: Measure) -> str:
    """Its interval, or empty."""
    return " to ".join(map(number, measure.interval)) if measure.interval else ""


def amount(value: float) -> str:
    """A count, with a decimal only where a stretch is part of a statement."""
    return f"{round(value, 1):g}"


def table(cells: Iterable[tuple[str, str, float]]) -> tuple[tuple[str, ...], list[list[str]]]:
    """A confusion table: the labels, and a row for each with its counts."""
    found = {(one, other): value for one, other, value in cells}
    labels = tuple(dict.fromkeys(label for pair in sorted(found) for label in pair))
    return labels, [[amount(found.get((row, c), 0.0)) for c in labels] for row in labels]
