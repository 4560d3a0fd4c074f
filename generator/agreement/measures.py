"""A figure with its interval, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from generator.agreement.bootstrap import interval
from generator.agreement.figures import Measure

ALONE = "Only one reading: there is nobody to compare it with."
NO_PAIR = "No two readings have a label for the same words."
SAME = "Everybody gave one and the same label: nothing could be told from chance."
NO_FRAMING = "Nobody marked framing."
NO_KINDS = "Nowhere do two readings see an inference."
FEW = "Too little to draw an interval from."
WHOLE = (
    "A text is one line and cannot be drawn in parts; the library's interval needs more articles."
)

Part = TypeVar("Part", bound=Hashable)


def measure(
    parts: Sequence[Part],
    figure: Callable[[Iterable[tuple[Part, int]]], float | None],
    count: float,
    without: str,
    drawn: Sequence[Part] | None = None,
) -> Measure:
    """The figure over all parts; `without` says why there may be none.

    The interval draws the same parts, or what is given as `drawn`.
    """
    value = figure((part, 1) for part in parts)
    if value is None:
        return Measure(None, None, count, without)
    found = interval(parts if drawn is None else drawn, figure)
    return Measure(value, found, count, "" if found else FEW)
