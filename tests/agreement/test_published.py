"""The figures are those that the people who invented them published."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping

import krippendorff
import numpy as np
import pytest

from generator.agreement.alpha import alpha, coincidences, summed
from generator.agreement.kappa import kappa
from generator.agreement.unitising import Section, apart_in, difference, sections

Units = list[tuple[int, int]]


def nominal(units: list[list[str]]) -> float | None:
    """Alpha of units with the labels that they were given."""
    return alpha(summed((coincidences(unit), 1) for unit in units))


def of_table(table: Mapping[tuple[str, str], float]) -> list[list[str]]:
    """Two readers' table as units."""
    return [list(pair) for pair, times in table.items() for _ in range(int(times))]


COHEN = {
    (str(row), str(column)): count
    for row, counts in enumerate(((88, 14, 18), (10, 40, 10), (2, 6, 12)))
    for column, count in enumerate(counts)
}
"""Cohen (1960), page 45."""
REQUESTS = {("s", "s"): 20, ("i", "s"): 20, ("s", "i"): 10, ("i", "i"): 50}
"""Artstein and Poesio (2008), page 558."""
CHECKS = {("s", "s"): 46, ("i", "s"): 6, ("i", "i"): 32, ("i", "c"): 6, ("c", "c"): 10}
"""The same, page 568."""
BERTHA = "001111111100001111110000"
BILL = "000011110000000110000000"
"""Krippendorff (1995), page 57: two readers of a line of 24."""


def test_alpha_of_four_observers_and_twelve_units() -> None:
    """Krippendorff (2011): nominal data with gaps give 0.743."""
    rows = (
        "1 2 3 3 2 1 4 1 2 . . .",
        "1 2 3 3 2 2 4 1 2 5 . 3",
        ". 3 3 3 2 3 4 2 2 5 1 .",
        "1 2 3 3 2 4 4 1 2 5 1 .",
    )
    columns = zip(*(row.split() for row in rows), strict=True)
    found = nominal([[value for value in column if value != "."] for column in columns])
    assert found == pytest.approx(0.743, abs=0.0005)


def test_kappa_and_alpha_of_published_tables() -> None:
    """Cohen (1960); Artstein and Poesio (2008)."""
    assert kappa(COHEN) == pytest.approx(0.492, abs=0.0006)
    assert kappa(REQUESTS) == pytest.approx(0.348, abs=0.0005)
    assert kappa(CHECKS) == pytest.approx(0.801, abs=0.0005)
    assert nominal(of_table(CHECKS)) == pytest.approx(0.800, abs=0.001)


def test_both_of_a_digitised_line() -> None:
    """Krippendorff (1995): kappa 0.385 and alpha 0.329."""
    pairs = list(zip(BERTHA, BILL, strict=True))
    table = {pair: float(pairs.count(pair)) for pair in pairs}
    assert kappa(table) == pytest.approx(0.385, abs=0.0005)
    assert nominal(of_table(table)) == pytest.approx(0.329, abs=0.0005)


@pytest.mark.parametrize("gaps", [0.0, 0.3])
def test_alpha_is_that_of_the_package(gaps: float) -> None:
    """On made-up data, with two to five readers, as `krippendorff` has it."""
    chance = random.Random(7)
    for _ in range(50):
        readers, units, labels = (chance.randint(2, n) for n in (5, 30, 5))
        table = [
            [
                math.nan if chance.random() < gaps else float(chance.randint(1, labels))
                for _ in range(units)
            ]
            for _ in range(readers)
        ]
        given = [[str(row[n]) for row in table if not math.isnan(row[n])] for n in range(units)]
        ours = nominal(given)
        if ours is None:
            continue
        theirs = krippendorff.alpha(np.array(table), level_of_measurement="nominal")
        assert ours == pytest.approx(float(theirs))


def on_line(length: int, *readers: Units) -> list[list[Section]]:
    """Readers' units as sections of a line."""
    return [sections(units, length) for units in readers]


def test_unitising_alpha_of_two_categories() -> None:
    """Krippendorff (2004), page 254, on a line of 300: 0.7286 for one category, 1 for the other."""
    one = apart_in(on_line(300, [(75, 145), (220, 250)], [(70, 150), (205, 225), (250, 270)]))
    other = apart_in(on_line(300, [(30, 90), (150, 200)], [(30, 90), (150, 200)]))
    assert one.observed == pytest.approx(0.0144, abs=0.0001)
    assert one.expected == pytest.approx(0.0532, abs=0.0001)
    assert 1 - one.observed / one.expected == pytest.approx(0.7286, abs=0.0001)
    assert other.observed == 0
    assert other.expected == pytest.approx(0.0490, abs=0.0001)


LINES: dict[str, tuple[Units, Units, float]] = {
    "A": ([(2, 10), (14, 20)], [(4, 8), (15, 17)], 0.03125),
    "B": ([(0, 18)], [(0, 2), (2, 3), (3, 4), (4, 5), (5, 6), (6, 9), (9, 10)], 2.26736),
    "C": (
        [(2, 8), (10, 12), (14, 18), (20, 22)],
        [(0, 2), (4, 8), (10, 14), (16, 18), (20, 22)],
        0.02777,
    ),
    "D": (
        [(0, 2), (2, 10), (10, 14), (14, 20), (20, 24)],
        [(0, 4), (4, 8), (8, 15), (15, 17), (17, 24)],
        0.38715,
    ),
}
"""Krippendorff (1995), page 57: four pairs of readers of a line of 24, and how far they are apart."""


@pytest.mark.parametrize("name", LINES)
def test_observed_disagreement_of_four_pairs(name: str) -> None:
    """As it was published, for units that fall into gaps, that overlap, and that fill the line."""
    one, other, published = LINES[name]
    assert apart_in(on_line(24, one, other)).observed == pytest.approx(published, abs=0.00001)


def test_two_units_differ_by_their_ends() -> None:
    """Krippendorff (2004): the squares of how far the ends lie apart, and of a length in a gap."""

    def unit(start: int, length: int) -> Section:
        return Section(start, length, unit=True)

    published = [(4, 2, 26), (5, 2, 16), (6, 2, 10), (7, 2, 8), (6, 4, 2), (5, 6, 0)]
    for start, length, apart in published:
        assert difference(unit(5, 6), unit(start, length)) == apart
        assert difference(unit(start, length), unit(5, 6)) == apart
    assert difference(Section(400, 50, unit=False), unit(400, 20)) == 400
    assert difference(unit(370, 30), unit(355, 20)) == 850
