"""Lays the drawing of what rests on what: stones, blocks on them, conclusions on legs above.

By rule: the heaviest voice stands left, statements in reading order on their voice, each conclusion
as near as there is room above what it rests on. The same article gives the same picture.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.analysis.figures import Analysed, Removal
from generator.model import Statement
from generator.pages.drawing import Block, Drawing, Leg, Scale, State, Stone
from generator.pages.heap import Landing, landings
from generator.pages.label import label
from generator.pages.layout import block_width, ground, levels, lines, minor, spread
from generator.pages.legs import Plan, path, plan
from generator.pages.stones import others, stand

_CROWDED = 36
"""From how many legs on they are drawn lightly."""
_WORDED = 76
"""How wide a block has to be to have words in it."""


@dataclass(frozen=True, slots=True)
class _Heights:
    """How high everything stands, from the top of the drawing."""

    block: float
    """A block's height."""
    tops: tuple[float, ...]
    """The upper edge of the blocks of each level, the lowest level first."""
    floor: float
    """The ground."""


def draw(analysed: Analysed, scale: Scale, removal: Removal | None = None) -> Drawing:
    """Draw an article as it stands, or without one voice."""
    statements = analysed.article.statements
    base, few = ground(analysed), minor(analysed)
    room = block_width(base, few, scale)
    width = round(room - (4 if scale.words else 2), 1)
    stones, places = stand(analysed, base, few, room, scale)
    level = levels(statements)
    centres = _centres(analysed, places, level, room, scale)
    worded = scale.words and room >= _WORDED
    words = {s.id: lines(label(s), width - 12, 4) if worded else () for s in statements}
    ways = plan(statements, level, centres, width)
    high = _heights(
        max(level.values(), default=0), max(map(len, words.values()), default=0), ways, scale
    )
    fallen = landings(analysed, stones, centres, (width, high.block), scale)
    blocks = tuple(
        _block(
            s,
            words[s.id],
            (centres[s.id] - room / 2, high.tops[level[s.id]], width, high),
            fallen.get(s.id, Landing(centres[s.id], 0, 0)),
            _state(s.id, removal),
        )
        for s in statements
    )
    return Drawing(
        width=scale.width,
        height=round(high.floor + (26 if scale.words else 4), 1),
        ground=round(high.floor, 1),
        stone=scale.stone,
        stones=stones,
        others=others(stones, scale.width),
        blocks=blocks,
        crowded=len(ways.routes) > _CROWDED,
        legs=_legs(ways, level, high, scale, removal)
        + _ties(analysed, blocks, stones, removal, high.floor - scale.stone),
        gone=removal.voice if removal else "",
    )


def _centres(
    analysed: Analysed,
    places: dict[str, float],
    level: Mapping[str, int],
    block: float,
    scale: Scale,
) -> dict[str, float]:
    """Put each conclusion above the middle of what it rests on, then make room."""
    centres = dict(places)
    low, high = block / 2, scale.width - block / 2
    for height in range(1, max(level.values(), default=0) + 1):
        wish: dict[str, float] = {}
        for statement in analysed.article.statements:
            under = [centres[key] for key in statement.rests_on if key in centres]
            if level[statement.id] == height:
                wish[statement.id] = sum(under) / len(under) if under else low
        centres |= spread(wish, block + (6 if scale.words else 1), low, high)
    return {s.id: centres.get(s.id, low) for s in analysed.article.statements}


def _heights(levels_: int, most: int, ways: Plan, scale: Scale) -> _Heights:
    """Leave room for the words in the blocks, and for the lanes of the legs between levels."""
    block = 28 + 13.5 * most if most else scale.height
    zones = [
        max(scale.leg, scale.leg / 2 + scale.lane * (1 + ways.most.get(zone, 0)))
        for zone in range(1, levels_ + 1)
    ]
    tops = [scale.leg / 3]
    for zone in reversed(zones):
        tops.append(tops[-1] + block + zone)
    floor = tops[-1] + block + scale.stone
    return _Heights(block, tuple(reversed(tops)), floor)


def _block(
    statement: Statement,
    words: tuple[str, ...],
    place: tuple[float, float, float, _Heights],
    landing: Landing,
    state: State,
) -> Block:
    left, top, width, high = place
    x, y = round(left, 1), round(top, 1)
    return Block(
        id=statement.id,
        number=statement.number,
        basis=statement.basis,
        lines=words,
        x=x,
        y=y,
        width=width,
        height=high.block,
        state=state,
        aside=round(landing.x - width / 2 - x, 1),
        drop=round(high.floor - landing.up - high.block - y, 1),
        tilt=landing.tilt,
        label=label(statement),
        wave=_wave(x, y + high.block, width) if statement.basis == "inferred" else "",
    )


def _state(statement: str, removal: Removal | None) -> State:
    if removal and statement in removal.falls:
        return "falls"
    return "leans" if removal and statement in removal.leans else "stands"


def _legs(
    ways: Plan, level: Mapping[str, int], high: _Heights, scale: Scale, removal: Removal | None
) -> tuple[Leg, ...]:
    lanes = {
        (key, zone): high.tops[zone] + high.block + scale.leg / 4 + scale.lane * (lane + 0.5)
        for (key, zone), lane in ways.lanes.items()
    }
    fallen = removal.falls if removal else ()
    return tuple(
        Leg(
            route.upper,
            route.lower,
            path(
                route,
                lanes,
                high.tops[level[route.upper]] + high.block,
                high.tops[level[route.lower]],
            ),
        )
        for route in ways.routes
        if route.upper not in fallen and route.lower not in fallen
    )


def _ties(
    analysed: Analysed,
    blocks: tuple[Block, ...],
    stones: tuple[Stone, ...],
    removal: Removal | None,
    top: float,
) -> tuple[Leg, ...]:
    """Tie a statement of several voices to the stones that it does not stand on."""
    by_id = {block.id: block for block in blocks}
    ties: list[Leg] = []
    for statement in analysed.article.statements:
        bearing = [stone for stone in stones if stone.voice and stone.voice in statement.voices]
        block = by_id[statement.id]
        for stone in bearing[1:]:
            if removal and removal.voice in (stone.voice, bearing[0].voice):
                continue
            x, to = block.x + block.width * 0.8, stone.x + min(stone.width / 2, 24)
            deep = top + (to - x) / 12 + 10
            ties.append(
                Leg(
                    statement.id,
                    stone.voice,
                    f"M{x:.1f} {top:.1f}C{x:.1f} {deep:.1f} {to:.1f} {deep:.1f} {to:.1f} {top + 2:.1f}",
                    shared=True,
                )
            )
    return tuple(ties)


def _wave(x: float, y: float, width: float) -> str:
    """Draw a wavy edge of whole half-waves."""
    halves = max(2, round(width / 7))
    half = width / halves
    return f"M{x:.1f} {y:.1f}q{half / 2:.2f} 5 {half:.2f} 0" + f"t{half:.2f} 0" * (halves - 1)
