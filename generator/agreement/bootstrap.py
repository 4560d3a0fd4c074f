"""How sure a figure is: the middle 95 % of what it would be with other, equally likely material.

Parts (statements, paragraphs or articles) are drawn with replacement, as many as there are, a
thousand times; the interval leaves out the lowest and the highest 2.5 % of the figures (Efron 1979,
percentile method). The draw begins from a fixed seed, so the same readings give the same interval.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

RESAMPLES = 1000
"""So many draws."""
SEED = 1979
"""Where the draws begin."""
FEWEST = 5
"""With fewer parts than this, what is drawn is too much alike to say anything."""

Part = TypeVar("Part", bound=Hashable)


def interval(
    parts: Sequence[Part], figure: Callable[[Iterable[tuple[Part, int]]], float | None]
) -> tuple[float, float] | None:
    """The interval of a figure that is computed from parts, each so many times.

    None with few parts, and where more than half of the draws leave the figure undefined.
    """
    if len(parts) < FEWEST:
        return None
    chance = random.Random(SEED)
    different = {part: number for number, part in enumerate(dict.fromkeys(parts))}
    kinds, numbers = list(different), [different[part] for part in parts]
    found: list[float] = []
    for _ in range(RESAMPLES):
        drawn = Counter(chance.choices(numbers, k=len(parts)))
        value = figure((kinds[number], times) for number, times in drawn.items())
        found += [] if value is None else [value]
    if len(found) * 2 < RESAMPLES:
        return None
    found.sort()
    edge = round(len(found) * 0.025)
    return found[edge], found[-1 - edge]
