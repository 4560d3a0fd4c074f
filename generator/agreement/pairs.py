"""Two readers at a time: Cohen's kappa, span F1, and which bases they gave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from generator.agreement.figures import Pair
from generator.agreement.kappa import kappa
from generator.agreement.measures import NO_FRAMING, NO_PAIR, SAME, measure
from generator.agreement.spans import exact, f1
from generator.agreement.units import units
from generator.agreement.values import Marked, Reader

Cell = tuple[tuple[str, str], float]
"""The two labels of a stretch, and what it counts."""


def pairs(texts: Sequence[Marked]) -> Iterator[Pair]:
    """Every two readers, over the texts that both marked; the published marks are one of them."""
    both: dict[tuple[str, str], list[tuple[Reader, Reader]]] = {}
    for marked in texts:
        for one, other in combinations(marked.readers, 2):
            both.setdefault((one.id, other.id), []).append((one, other))
    for names, found in both.items():
        cells = [cell for two in found for cell in _cells(*two)]
        spans = [exact(one.framing, other.framing) for one, other in found]
        yield Pair(
            names,
            measure(cells, _kappa, sum(n for _, n in cells), SAME if cells else NO_PAIR),
            measure(spans, f1, sum(s.first + s.second for s in spans), NO_FRAMING),
            tuple((a, b, n) for (a, b), n in sorted(_table((c, 1) for c in cells).items())),
        )


def _cells(one: Reader, other: Reader) -> Iterator[Cell]:
    for unit in units((one, other)):
        here, there = unit.pieces
        if here and there:
            yield (here.label, there.label), unit.weight


def _kappa(cells: Iterable[tuple[Cell, int]]) -> float | None:
    return kappa(_table(cells))


def _table(cells: Iterable[tuple[Cell, int]]) -> dict[tuple[str, str], float]:
    table: dict[tuple[str, str], float] = {}
    for (key, weight), times in cells:
        table[key] = table.get(key, 0.0) + weight * times
    return table
