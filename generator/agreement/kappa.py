"""Cohen's kappa: how far two readers agree beyond what the habits of each would give.

Jacob Cohen, *A coefficient of agreement for nominal scales* (1960).
"""

from __future__ import annotations

from collections.abc import Mapping


def kappa(table: Mapping[tuple[str, str], float]) -> float | None:
    """From how often the first reader gave one label and the second another; None without variation."""
    total = sum(table.values())
    if total <= 0:
        return None
    first: dict[str, float] = {}
    second: dict[str, float] = {}
    for (one, other), value in table.items():
        first[one] = first.get(one, 0.0) + value
        second[other] = second.get(other, 0.0) + value
    agreed = sum(value for (one, other), value in table.items() if one == other) / total
    by_chance = sum(value * second.get(label, 0.0) for label, value in first.items()) / total**2
    return (agreed - by_chance) / (1 - by_chance) if 1 - by_chance > _NOTHING else None


_NOTHING = 1e-12
"""Less than this is nothing, whatever the arithmetic of the machine leaves over."""
