"""The legs of the drawing: from each conclusion down to what it rests on, in right angles.

Between two levels lies a zone of lanes. A conclusion's legs leave it by ports at its lower edge, run
along one lane of their own, and go down to their supports; on their way past other levels they
keep to the gaps between blocks, as far as there are any.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.model import Statement

_EDGE = 0.14
"""How far from a block's corner its outermost leg stands, as a share of its width."""


@dataclass(frozen=True, slots=True)
class Route:
    """The way of one leg, from left to right only; how high the lanes are comes later."""

    upper: str
    """Id of the conclusion."""
    lower: str
    """Id of what it rests on."""
    zones: tuple[int, ...]
    """The zones in which it runs sideways: those below these levels, from above."""
    stops: tuple[float, ...]
    """Where it goes down: at the conclusion, past the levels between, at the support."""


@dataclass(frozen=True, slots=True)
class Plan:
    """All legs, and the lanes on which they run."""

    routes: tuple[Route, ...]
    """The legs, in the order of reading."""
    lanes: Mapping[tuple[str, int], int]
    """The lane of a conclusion's legs in a zone."""
    most: Mapping[int, int]
    """How many lanes each zone has."""


def plan(
    statements: Sequence[Statement],
    level: Mapping[str, int],
    centres: Mapping[str, float],
    width: float,
) -> Plan:
    """Find a way for every leg."""
    pairs = [
        (s.id, key)
        for s in statements
        for key in s.rests_on
        if key in centres and level[key] < level[s.id]
    ]
    starts = _ports(pairs, centres, width, upper=True)
    ends = _ports(pairs, centres, width, upper=False)
    used: Counter[float] = Counter()
    legs = Counter(upper for upper, _ in pairs)
    half = width * (0.5 - _EDGE)
    routes = []
    for pair in pairs:
        upper, lower = pair
        start, end = starts[pair], ends[pair]
        if legs[upper] == 1 and abs(end - centres[upper]) < half:
            start = end
        top, bottom = level[upper], level[lower] + 1
        zones: tuple[int, ...] = ()
        stops: tuple[float, ...] = (start,)
        if start != end and top == bottom:
            zones, stops = (top,), (start, end)
        elif start != end or top != bottom:
            between = [centres[k] for k in centres if bottom <= level[k] < top]
            past = _gap(start, end, between, width, used)
            used[round(past)] += 1
            zones, stops = (top, bottom), (start, past, end)
        routes.append(Route(upper, lower, zones, stops))
    lanes = _lanes(routes)
    most: dict[int, int] = {}
    for (_, zone), lane in lanes.items():
        most[zone] = max(most.get(zone, 0), lane + 1)
    return Plan(tuple(routes), lanes, most)


def _ports(
    pairs: list[tuple[str, str]], centres: Mapping[str, float], width: float, upper: bool
) -> dict[tuple[str, str], float]:
    """Spread the legs of a block along its edge, in the order of where they lead."""
    mine, other = (0, 1) if upper else (1, 0)
    found: dict[tuple[str, str], float] = {}
    room = width * (1 - 2 * _EDGE)
    groups: dict[str, list[tuple[str, str]]] = {}
    for pair in pairs:
        groups.setdefault(pair[mine], []).append(pair)
    for key, group in groups.items():
        here = sorted(group, key=lambda p: (centres[p[other]], p)) if len(group) > 1 else group
        for index, pair in enumerate(here):
            found[pair] = centres[key] - room / 2 + room * (index + 1) / (len(here) + 1)
    return found


def _gap(
    start: float, end: float, between: list[float], width: float, used: Counter[float]
) -> float:
    """Where to go down past other levels: through as few blocks and on as short a way as can be."""
    edges = [x + side * (width / 2 + 1) for x in between for side in (-1, 1)]

    def cost(x: float) -> tuple[float, float]:
        hits = sum(abs(x - middle) < width / 2 for middle in between)
        return hits * 1000 + abs(start - x) + abs(x - end) + 30 * used[round(x)], x

    return min([start, end, *edges], key=cost)


def _lanes(routes: list[Route]) -> dict[tuple[str, int], int]:
    """Give the legs of one conclusion one lane in each zone, where no others run."""
    reach: dict[tuple[str, int], tuple[float, float]] = {}
    for route in routes:
        for at, zone in enumerate(route.zones):
            ends = route.stops[at : at + 2]
            low, high = reach.get((route.upper, zone), (min(ends), max(ends)))
            reach[route.upper, zone] = (min(low, *ends), max(high, *ends))
    lanes: dict[tuple[str, int], int] = {}
    for key, (low, high) in sorted(reach.items(), key=lambda item: (item[1], item[0])):
        taken = {
            lanes[other]
            for other, (left, right) in reach.items()
            if other in lanes and other[1] == key[1] and left <= high + 4 and low <= right + 4
        }
        lanes[key] = next(lane for lane in range(len(reach)) if lane not in taken)
    return lanes


def path(route: Route, lanes: Mapping[tuple[str, int], float], top: float, bottom: float) -> str:
    """Draw a leg from a conclusion's lower edge to its support's upper edge."""
    line = f"M{round(route.stops[0])} {round(top)}"
    for zone, stop in zip(route.zones, route.stops[1:], strict=True):
        line += f"V{round(lanes[route.upper, zone])}H{round(stop)}"
    return line + f"V{round(bottom)}"
