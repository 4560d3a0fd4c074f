"""The figures of one text, and of a library: each computed from parts, so that it can be drawn again.

What is drawn for an interval: for a text its stretches, and for framing its paragraphs; for a library
the same, or whole articles where there are enough of them. Marks of one article are more alike
than those of two, so drawing articles gives the wider and the more honest interval.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from typing import TypeVar

from generator.agreement.alpha import Pairs, alpha, coincidences, summed
from generator.agreement.figures import Measure, Scores
from generator.agreement.measures import (
    ALONE,
    NO_FRAMING,
    NO_KINDS,
    NO_PAIR,
    SAME,
    WHOLE,
    measure,
)
from generator.agreement.pairs import pairs
from generator.agreement.spans import Matches, exact, f1, overlapping
from generator.agreement.unitising import apart
from generator.agreement.units import units
from generator.agreement.values import Marked, Piece

Part = TypeVar("Part")

ENOUGH_ARTICLES = 10
"""From so many articles on, the library's intervals draw articles."""


@dataclass(frozen=True, slots=True)
class _Counted:
    """The parts of one text's figures."""

    basis: list[Pairs]
    """The pairs of bases in each stretch."""
    basis_count: float
    """What these stretches count together."""
    kinds: list[Pairs]
    """The pairs of inference kinds."""
    kinds_count: float
    """What these stretches count together."""
    exact: list[Matches]
    """The matches of each paragraph, all pairs of readers together."""
    overlap: list[Matches]
    """The same, for marks that share a word."""
    place: list[Matches]
    """The same, whatever the techniques."""
    marks: int
    """Framing marks of all readers."""
    unitising: tuple[float, float]
    """How far apart the readers are, and would be by chance; each by the words of the text."""


def scores(texts: Sequence[Marked]) -> Scores:
    """The figures over all of these texts."""
    counted = [_counted(marked) for marked in texts]
    alone = "" if any(len(marked.independent) > 1 for marked in texts) else ALONE
    marks = sum(c.marks for c in counted)

    def labels(parts: list[list[Pairs]], count: float, without: str) -> Measure:
        every = [part for each in parts for part in each]
        reason = SAME if every else alone or without
        return measure(every, _alpha, count, reason, _drawn(parts, _together))

    def spans(parts: list[list[Matches]]) -> Measure:
        every = [part for each in parts for part in each if part.first or part.second]
        return measure(every, f1, marks, alone or NO_FRAMING, _drawn(parts, _added))

    return Scores(
        readers=tuple(dict.fromkeys(reader.id for marked in texts for reader in marked.readers)),
        basis=labels([c.basis for c in counted], sum(c.basis_count for c in counted), NO_PAIR),
        kinds=labels([c.kinds for c in counted], sum(c.kinds_count for c in counted), NO_KINDS),
        exact=spans([c.exact for c in counted]),
        overlap=spans([c.overlap for c in counted]),
        place=spans([c.place for c in counted]),
        unitising=_unitising(counted, marks, alone or NO_FRAMING),
        pairs=tuple(pairs(texts)),
        confusion=_table(part for c in counted for part in c.basis),
        kind_confusion=_table(part for c in counted for part in c.kinds),
    )


def _counted(marked: Marked) -> _Counted:
    readers = marked.independent
    basis: list[Pairs] = []
    kinds: list[Pairs] = []
    counts = [0.0, 0.0]
    for unit in units(readers):
        labels = [piece.label for piece in unit.pieces if piece]
        named = [piece.kind for piece in unit.pieces if piece and piece.kind]
        for number, (found, said) in enumerate(((basis, labels), (kinds, named))):
            if len(said) > 1:
                found.append(coincidences(said, unit.weight))
                counts[number] += unit.weight
    length = len(marked.words)
    far = apart([reader.framing for reader in readers], length)
    paragraphs = [*zip(*_by_paragraph(marked), strict=True)]
    return _Counted(
        basis,
        counts[0],
        kinds,
        counts[1],
        [_of_pairs(p, exact) for p in paragraphs],
        [_of_pairs(p, lambda a, b: overlapping(a, b, any_label=False)) for p in paragraphs],
        [_of_pairs(p, lambda a, b: overlapping(a, b, any_label=True)) for p in paragraphs],
        sum(len(reader.framing) for reader in readers),
        (far.observed * length, far.expected * length),
    )


def _by_paragraph(marked: Marked) -> Iterator[list[list[Piece]]]:
    """For each reader the framing marks of each paragraph, by where they begin."""
    edges = list(pairwise((*marked.paragraphs, len(marked.words))))
    for reader in marked.independent:
        yield [[p for p in reader.framing if a <= p.start < b] for a, b in edges]


def _of_pairs(
    readers: Sequence[Sequence[Piece]],
    match: Callable[[Sequence[Piece], Sequence[Piece]], Matches],
) -> Matches:
    return _added([match(one, other) for one, other in combinations(readers, 2)])


def _added(parts: Iterable[Matches]) -> Matches:
    total = Matches()
    for part in parts:
        total = Matches(
            total.first + part.first,
            total.second + part.second,
            total.first_met + part.first_met,
            total.second_met + part.second_met,
        )
    return total


def _together(parts: Iterable[Pairs]) -> Pairs:
    return tuple(summed((part, 1) for part in parts).items())


def _alpha(parts: Iterable[tuple[Pairs, int]]) -> float | None:
    return alpha(summed(parts))


def _drawn(
    parts: Sequence[list[Part]], together: Callable[[Iterable[Part]], Part]
) -> list[Part] | None:
    """Articles, where there are enough of them to be drawn."""
    return [together(each) for each in parts] if len(parts) >= ENOUGH_ARTICLES else None


def _unitising(counted: Sequence[_Counted], marks: int, without: str) -> Measure:
    """Both sums over the texts, so that a long text counts for more, as it would in one text."""
    found = measure([c.unitising for c in counted], _one_less, marks, without)
    if found.value is None or len(counted) >= ENOUGH_ARTICLES:
        return found
    return replace(found, interval=None, why=WHOLE)


def _one_less(parts: Iterable[tuple[tuple[float, float], int]]) -> float | None:
    seen = by_chance = 0.0
    for (observed, expected), times in parts:
        seen, by_chance = seen + observed * times, by_chance + expected * times
    return 1 - seen / by_chance if by_chance > 0 else None


def _table(parts: Iterable[Pairs]) -> tuple[tuple[str, str, float], ...]:
    total = summed((part, 1) for part in parts)
    return tuple((one, other, value) for (one, other), value in sorted(total.items()))
