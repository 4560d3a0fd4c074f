"""Lays the drawing of what rests on what: stones, blocks on them, conclusions on legs above.

By rule: the heaviest voice stands left, statements in reading order on their voice, each conclusion
as near as there is room above what it rests on. The same article gives the same picture.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from generator.analysis.figures import Analysed, Removal
from generator.model import Voice
from generator.pages.drawing import Block, Drawing, Leg, Scale, State, Stone
from generator.pages.english import cut
from generator.pages.label import calling, label
from generator.pages.layout import (
    NOBODY,
    WRITER,
    Ground,
    block_width,
    ground,
    levels,
    lines,
    spread,
)

_TILTS = (6, -7, 5, -5, 8)
_NAMES = {NOBODY: "nobody named", WRITER: "the writer alone"}


def draw(analysed: Analysed, scale: Scale, removal: Removal | None = None) -> Drawing:
    """Draw an article as it stands, or without one voice."""
    statements = analysed.article.statements
    base = ground(analysed)
    block = block_width(base, scale.width, scale.block, scale.least, scale.gap)
    stones, places = _stones(analysed, base, block, scale)
    level = levels(statements)
    centres = _centres(analysed, places, level, block, scale)
    words = {
        s.id: lines(label(s), block - 16, 4) if scale.words and block >= 84 else ()
        for s in statements
    }
    most = max(map(len, words.values()), default=0)
    height = scale.height if not most else 28 + 13.5 * most
    step = height + scale.leg
    floor = max(level.values(), default=0) * step + height + scale.stone + scale.leg / 3
    landing = _landing(analysed, stones, centres, block, height)
    blocks: list[Block] = []
    for index, statement in enumerate(statements):
        x = round(centres[statement.id] - block / 2, 1)
        y = round(floor - scale.stone - height - level[statement.id] * step, 1)
        width = round(block - (4 if scale.words else 2), 1)
        blocks.append(
            Block(
                id=statement.id,
                number=statement.number,
                basis=statement.basis,
                lines=words[statement.id],
                x=x,
                y=y,
                width=width,
                height=height,
                state=_state(statement.id, removal),
                aside=round(
                    landing.get(statement.id, (centres[statement.id], 0))[0] - block / 2 - x, 1
                ),
                drop=round(floor - landing.get(statement.id, (0, 0.0))[1] - height - y - 2, 1),
                tilt=_TILTS[index % len(_TILTS)],
                label=label(statement),
                wave=_wave(x, y + height, width) if statement.basis == "inferred" else "",
            )
        )
    return Drawing(
        width=scale.width,
        height=round(floor + (26 if scale.words else 4), 1),
        ground=round(floor, 1),
        stone=scale.stone,
        stones=stones,
        blocks=tuple(blocks),
        legs=_legs(analysed, blocks, scale)
        + _ties(analysed, blocks, stones, removal, floor - scale.stone),
        gone=removal.voice if removal else "",
    )


def _stones(
    analysed: Analysed, base: Ground, block: float, scale: Scale
) -> tuple[tuple[Stone, ...], dict[str, float]]:
    """Set the stones side by side, and give the middle of each place upon them."""
    voices = {voice.id: voice for voice in analysed.article.voices}
    stones: list[Stone] = []
    places: dict[str, float] = {}
    x = 0.0
    for key, group in base:
        width = max(len(group) * block, scale.least)
        left = x + (width - len(group) * block) / 2
        middles = [left + (index + 0.5) * block for index in range(len(group))]
        places |= {statement.id: middle for statement, middle in zip(group, middles, strict=True)}
        stilts = tuple(round(m + side * block - 2, 1) for m in middles for side in (-0.3, 0.3))
        stones.append(_stone(key, voices.get(key), x, width - 4, stilts, scale))
        x += width + scale.gap
    return tuple(stones), places


def _stone(
    key: str, voice: Voice | None, x: float, width: float, stilts: tuple[float, ...], scale: Scale
) -> Stone:
    at, wide = round(x, 1), round(width, 1)
    if voice is None:
        name = lines(_NAMES[key], width - 4, 2, 8) if scale.words else ()
        return Stone(
            "", "nobody" if key == NOBODY else "writer", _NAMES[key], name, "", "", at, wide, stilts
        )
    kind: Literal["named", "unnamed"] = "unnamed" if voice.kind == "unnamed" else "named"
    if not scale.words:
        return Stone(key, kind, voice.name, (), "", voice.stake, at, wide, ())
    name = lines(voice.name, width - 12, 3, 7.9)
    if "…" in "".join(name):
        name = lines(calling(voice), width - 12, 3, 7.9)
    role = cut(voice.role, int((width - 14) / 5.9)) if voice.role and len(name) == 1 else ""
    return Stone(key, kind, voice.name, name, role, voice.stake, at, wide, ())


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


def _landing(
    analysed: Analysed,
    stones: tuple[Stone, ...],
    centres: Mapping[str, float],
    block: float,
    height: float,
) -> dict[str, tuple[float, float]]:
    """Where each block comes to lie: a voice's own at its foot, what was built on them in a heap."""
    places: dict[str, tuple[float, float]] = {}
    by_voice = {stone.voice: stone for stone in stones if stone.voice}
    for figures in analysed.figures.voices:
        stone = by_voice.get(figures.id)
        if stone is None:
            continue
        places |= {key: (centres[key], 0.0) for key in figures.removal.own}
        side_by_side = max(1, int(stone.width / block))
        for index, key in enumerate(sorted(figures.removal.built, key=lambda k: centres[k])):
            row, column = divmod(index, side_by_side)
            middle = stone.x + (column + 0.5) * stone.width / side_by_side
            places[key] = (middle, (row + 1) * height)
    return places


def _state(statement: str, removal: Removal | None) -> State:
    if removal and statement in removal.falls:
        return "falls"
    return "leans" if removal and statement in removal.leans else "stands"


def _legs(analysed: Analysed, blocks: list[Block], scale: Scale) -> tuple[Leg, ...]:
    by_id = {block.id: block for block in blocks}
    return tuple(
        Leg(statement.id, key, _leg(by_id[statement.id], by_id[key], scale))
        for statement in analysed.article.statements
        for key in statement.rests_on
        if key in by_id and "falls" not in (by_id[statement.id].state, by_id[key].state)
    )


def _ties(
    analysed: Analysed,
    blocks: list[Block],
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


def _leg(upper: Block, lower: Block, scale: Scale) -> str:
    """Go straight down where there is something above, otherwise with two knees."""
    bottom, middle = upper.y + upper.height, lower.x + lower.width / 2
    inside = min(max(middle, upper.x + upper.width * 0.15), upper.x + upper.width * 0.85)
    if abs(inside - middle) < 1:
        return f"M{middle:.1f} {bottom:.1f}V{lower.y:.1f}"
    high, low = bottom + scale.leg * 0.4, lower.y - scale.leg * 0.3
    return f"M{inside:.1f} {bottom:.1f}V{high:.1f}L{middle:.1f} {low:.1f}V{lower.y:.1f}"


def _wave(x: float, y: float, width: float) -> str:
    """Draw a wavy edge of whole half-waves."""
    halves = max(2, round(width / 7))
    half = width / halves
    return f"M{x:.1f} {y:.1f}q{half / 2:.2f} 5 {half:.2f} 0" + f"t{half:.2f} 0" * (halves - 1)
