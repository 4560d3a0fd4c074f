"""Lays the drawing of what rests on what: stones, blocks on them, conclusions on legs above.

By rule: the heaviest voice stands left, statements in reading order on their voice, each conclusion
as near as there is room above what it rests on. The same article gives the same picture.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.analysis.figures import Analysed
from generator.model import Statement
from generator.pages.drawing import Block, Drawing, Leg, Line, Scale, Stone
from generator.pages.heap import Landing, landings
from generator.pages.label import label
from generator.pages.layout import block_width, ground, levels, lines, minor, spread
from generator.pages.legs import Plan, path, plan
from generator.pages.stones import others, set_stones, stand

_CROWDED = 36
"""From how many legs on they are drawn lightly."""
_WORDED = 76
"""How wide a block has to be to have words in it."""
_LINE = 13.5
"""From one line of words to the next."""


@dataclass(frozen=True, slots=True)
class _Heights:
    """How high everything stands, from the top of the drawing."""

    block: int
    """A block's height."""
    tops: tuple[int, ...]
    """The upper edge of the blocks of each level, the lowest level first."""
    floor: int
    """The ground."""


def draw(analysed: Analysed, scale: Scale) -> Drawing:
    """Draw an article as it stands."""
    statements = analysed.article.statements
    base, few = ground(analysed), minor(analysed)
    room = block_width(base, few, scale)
    width = round(room - (4 if scale.words else 2))
    level = levels(statements)
    worded = scale.words and room >= _WORDED
    words = {s.id: lines(label(s), width - 12, 4) for s in statements} if worded else {}
    places = stand(base, few, room, scale)
    centres = _centres(analysed, places.middles, level, room, scale)
    ways = plan(statements, level, centres, width)
    high = _heights(
        max(level.values(), default=0), max(map(len, words.values()), default=0), ways, scale
    )
    stones = set_stones(analysed, base, few, places, round(high.floor), scale)
    fallen = landings(analysed, stones, centres, (width, high.block), scale)
    blocks = tuple(
        _block(
            s,
            words.get(s.id, ()),
            (centres[s.id] - room / 2, high.tops[level[s.id]], width, high),
            fallen.get(s.id, Landing(centres[s.id], 0, 0)),
        )
        for s in statements
    )
    return Drawing(
        width=scale.width,
        height=round(high.floor + (26 if scale.words else 4)),
        ground=round(high.floor),
        top=round(high.floor - scale.stone),
        block=(width, high.block),
        wave=_wave(high.block, width),
        stones=stones,
        others=others(stones, scale.width),
        blocks=blocks,
        crowded=len(ways.routes) > _CROWDED,
        legs=_legs(ways, level, high, scale),
        ties=_ties(analysed, blocks, stones, high.floor - scale.stone),
    )


def _centres(
    analysed: Analysed,
    places: Mapping[str, float],
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
            if level[statement.id] == height:
                under = [centres[key] for key in statement.rests_on if key in centres]
                wish[statement.id] = sum(under) / len(under) if under else low
        centres |= spread(wish, block + (6 if scale.words else 1), low, high)
    return {s.id: centres.get(s.id, low) for s in analysed.article.statements}


def _heights(levels_: int, most: int, ways: Plan, scale: Scale) -> _Heights:
    """Leave room for the words in the blocks, and for the lanes of the legs between levels."""
    block = round(28 + _LINE * most) if most else round(scale.height)
    zones = [
        max(scale.leg, scale.leg / 2 + scale.lane * (1 + ways.most.get(zone, 0)))
        for zone in range(1, levels_ + 1)
    ]
    tops = [round(scale.leg / 3)]
    for zone in reversed(zones):
        tops.append(tops[-1] + block + round(zone))
    floor = tops[-1] + block + round(scale.stone)
    return _Heights(block, tuple(reversed(tops)), floor)


def _block(
    statement: Statement,
    words: tuple[str, ...],
    place: tuple[float, float, int, _Heights],
    landing: Landing,
) -> Block:
    left, top, width, high = place
    x, y = round(left), round(top)
    return Block(
        id=statement.id,
        number=statement.number,
        basis=statement.basis,
        lines=tuple(Line(round(y + 31 + _LINE * n), line) for n, line in enumerate(words)),
        x=x,
        y=y,
        width=width,
        height=high.block,
        left=round(x + 7 if words else x + width / 2),
        foot=round(y + 16 if words else y + high.block / 2 + 4),
        aside=round(landing.x - width / 2 - x),
        drop=round(high.floor - landing.up - high.block - y),
        tilt=landing.tilt,
    )


def _legs(ways: Plan, level: Mapping[str, int], high: _Heights, scale: Scale) -> tuple[Leg, ...]:
    lanes = {
        (key, zone): high.tops[zone] + high.block + scale.leg / 4 + scale.lane * (lane + 0.5)
        for (key, zone), lane in ways.lanes.items()
    }
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
    )


def _ties(
    analysed: Analysed, blocks: tuple[Block, ...], stones: tuple[Stone, ...], top: float
) -> tuple[Leg, ...]:
    """Tie a statement of several voices to the stones that it does not stand on."""
    ties: list[Leg] = []
    for statement, block in zip(analysed.article.statements, blocks, strict=True):
        if len(statement.voices) < 2:
            continue
        bearing = [stone for stone in stones if stone.voice and stone.voice in statement.voices]
        for stone in bearing[1:]:
            x, to = block.x + block.width * 0.8, stone.x + min(stone.width / 2, 24)
            deep = top + (to - x) / 12 + 10
            ties.append(
                Leg(
                    statement.id,
                    stone.voice,
                    f"M{x:.0f} {top:.0f}C{x:.0f} {deep:.0f} {to:.0f} {deep:.0f} {to:.0f} {top + 2:.0f}",
                    beside=bearing[0].voice,
                )
            )
    return tuple(ties)


def _wave(y: float, width: float) -> str:
    """Draw a wavy edge of whole half-waves, from a block's corner."""
    halves = max(2, round(width / 7))
    half = width / halves
    return f"M0 {y}q{half / 2:.2f} 5 {half:.2f} 0" + f"t{half:.2f} 0" * (halves - 1)
