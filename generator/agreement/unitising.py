"""Krippendorff's alpha for unitising: whether readers mark the same stretches, beyond chance.

Klaus Krippendorff, *On the reliability of unitizing contiguous data* (1995), as given again in
*Content Analysis* (2nd edition, 2004, pages 251 to 256). The text is a line of words; for each
technique a reader's marks are units on it, and what lies between them are gaps. Two units that
overlap differ by the squares of how far their ends lie apart; a unit that falls into another
reader's gap differs by the square of its length. Marks of one technique by one reader that overlap
are taken together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.agreement.values import Piece

MIN_READERS = 2
"""It takes two to differ."""


@dataclass(frozen=True, slots=True)
class Section:
    """A unit or a gap on the line."""

    start: int
    """Where it begins."""
    length: int
    """How long it is."""
    unit: bool
    """Whether it is a unit; otherwise it is a gap."""


@dataclass(frozen=True, slots=True)
class Apart:
    """How far readers are apart."""

    observed: float
    """As they are."""
    expected: float
    """As they would be if they had put their units anywhere."""


def apart(readers: Sequence[Sequence[Piece]], length: int) -> Apart:
    """Both sums over all labels, on a line of `length` words."""
    labels = sorted({piece.label for pieces in readers for piece in pieces})
    found = [
        apart_in([_sections([p for p in pieces if p.label == label], length) for pieces in readers])
        for label in labels
    ]
    return Apart(sum(each.observed for each in found), sum(each.expected for each in found))


def apart_in(readers: Sequence[Sequence[Section]]) -> Apart:
    """Both for the units of one label; each reader's sections cover the whole line."""
    count = len(readers)
    length = sum(section.length for section in readers[0]) if readers else 0
    if count < MIN_READERS or length < MIN_READERS:
        return Apart(0.0, 0.0)
    observed = sum(
        difference(one, other)
        for here in readers
        for there in readers
        if here is not there
        for one in here
        for other in there
    )
    return Apart(observed / (count * (count - 1) * length**2), _expected(readers, count, length))


def difference(one: Section, other: Section) -> int:
    """How far two sections of two readers are apart; 0 where that is counted elsewhere."""
    ahead = one.start - other.start
    if one.unit and other.unit and -one.length < ahead < other.length:
        return ahead**2 + (ahead + one.length - other.length) ** 2
    if one.unit and not other.unit and 0 <= ahead <= other.length - one.length:
        return one.length**2
    if other.unit and not one.unit and 0 <= -ahead <= one.length - other.length:
        return other.length**2
    return 0


def _expected(readers: Sequence[Sequence[Section]], count: int, length: int) -> float:
    units = [s.length for sections in readers for s in sections if s.unit]
    gaps = [s.length for sections in readers for s in sections if not s.unit]
    total = sum(
        (len(units) - 1) / 3 * (2 * unit**3 - 3 * unit**2 + unit)
        + unit**2 * sum(gap - unit + 1 for gap in gaps if gap >= unit)
        for unit in units
    )
    line = count * length
    ways = line * (line - 1) - sum(unit * (unit - 1) for unit in units)
    return 2 / length * total / ways if ways > 0 else 0.0


def _sections(pieces: Sequence[Piece], length: int) -> list[Section]:
    """A reader's marks of one label as units, with the gaps between them."""
    merged: list[tuple[int, int]] = []
    for piece in sorted(pieces, key=lambda p: (p.start, p.end)):
        if merged and piece.start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], piece.end))
        else:
            merged.append((piece.start, piece.end))
    return sections(merged, length)


def sections(units: Sequence[tuple[int, int]], length: int) -> list[Section]:
    """Units, each with its start and its end, and the gaps between them on a line of this length."""
    found: list[Section] = []
    at = 0
    for start, end in units:
        found += [Section(at, start - at, unit=False)] if start > at else []
        found.append(Section(start, end - start, unit=True))
        at = end
    return [*found, *([Section(at, length - at, unit=False)] if at < length else [])]
