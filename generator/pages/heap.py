"""Where statements come to lie when their voice is taken away: in a heap where its stone was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, radians, sin

from generator.analysis.figures import Analysed
from generator.pages.drawing import Scale, Stone

TILTS = (5, -4, 3, -5, 4)
"""How many degrees blocks turn as they fall, one after the other."""


@dataclass(frozen=True, slots=True)
class Landing:
    """Where a block comes to lie."""

    x: float
    """Its middle."""
    up: float
    """How far its lower edge is above the ground."""
    tilt: int
    """How many degrees it turns."""


def landings(
    analysed: Analysed,
    stones: tuple[Stone, ...],
    centres: Mapping[str, float],
    size: tuple[float, float],
    scale: Scale,
) -> dict[str, Landing]:
    """Where each statement falls when the one voice that bears it is taken away.

    Its own fall straight down. The others lie in rows above them, no wider than the stone was, so
    that they touch no neighbour; rows lie closer where there are many of them.
    """
    places: dict[str, Landing] = {}
    width, height = size
    by_voice = {stone.voice: stone for stone in stones if stone.voice}
    for figures in analysed.figures.voices:
        stone = by_voice.get(figures.id)
        if stone is None:
            continue
        own = [key for key in figures.removal.own if _upon(centres[key], stone)]
        rest = [key for key in figures.removal.falls if key not in own]
        rest.sort(key=lambda key: (centres[key], key))
        columns = max(1, int((stone.width + 4) / (width + 4)))
        rows = ceil(len(rest) / columns) + bool(own)
        lift = width * sin(radians(5)) / 2
        room = scale.stone + scale.leg + height
        pitch = min(height + 2 * lift, (room - height) / max(1, rows - 1))
        places |= {key: Landing(centres[key], lift, _tilt(n)) for n, key in enumerate(own)}
        for index, key in enumerate(rest):
            row, column = divmod(index, columns)
            middle = stone.x + (column + 0.5) * stone.width / columns
            up = lift + (row + bool(own)) * pitch
            places[key] = Landing(middle, up, _tilt(index + row + 1))
    return places


def _upon(x: float, stone: Stone) -> bool:
    return stone.x <= x <= stone.x + stone.width


def _tilt(index: int) -> int:
    return TILTS[index % len(TILTS)]
