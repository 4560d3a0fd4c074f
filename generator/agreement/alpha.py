"""Krippendorff's alpha for labels: how far readers agree beyond what chance would give.

Klaus Krippendorff, *Computing Krippendorff's Alpha-Reliability* (2011), nominal data, any number of
readers, gaps allowed; here each unit has a weight, which is 1 in the original.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

Pairs = tuple[tuple[tuple[str, str], float], ...]
"""How often two readers gave a unit these two labels; each pair counts in both directions."""


def coincidences(unit: Sequence[str], weight: float = 1.0) -> Pairs:
    """The pairs of labels in one unit; none where fewer than two readers gave one."""
    counts = sorted(Counter(unit).items())
    if len(unit) < _PAIR:
        return ()
    share = weight / (len(unit) - 1)
    return tuple(
        ((one, other), share * here * (there - (one == other)))
        for one, here in counts
        for other, there in counts
        if one != other or here > 1
    )


def summed(parts: Iterable[tuple[Pairs, int]]) -> dict[tuple[str, str], float]:
    """Pairs of many units together, each so many times."""
    total: dict[tuple[str, str], float] = {}
    for pairs, times in parts:
        for key, value in pairs:
            total[key] = total.get(key, 0.0) + value * times
    return total


def alpha(pairs: Mapping[tuple[str, str], float]) -> float | None:
    """1 for full agreement, 0 for what chance gives; None where there is nothing to compare."""
    labels: dict[str, float] = {}
    for (one, _), value in pairs.items():
        labels[one] = labels.get(one, 0.0) + value
    total = sum(labels.values())
    by_chance = total * total - sum(value * value for value in labels.values())
    apart = sum(value for (one, other), value in pairs.items() if one != other)
    if len(labels) < _PAIR or total <= 1 or by_chance <= 0:
        return None
    return 1 - (total - 1) * apart / by_chance


_PAIR = 2
"""It takes two to agree, and two labels to differ."""
