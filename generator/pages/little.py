"""The small pictures: the article without each voice in turn, a path for all that looks alike."""

from __future__ import annotations

from functools import cache
from math import cos, radians, sin

from generator.analysis.figures import Removal
from generator.pages.drawing import Block, Drawing, Layer, Leg, Little

_LEANS = 7
"""How many degrees a block leans."""


def standing(drawing: Drawing) -> tuple[Layer, ...]:
    """Give what every picture of an article begins with: all that stands, but the legs."""
    found: dict[str, str] = {"ground": f"M0 {drawing.ground}H{drawing.width}"}
    for stone in drawing.stones:
        name = f"stone {stone.kind}"
        found[name] = found.get(name, "") + stone.outline
    for block in drawing.blocks:
        name = f"pile {block.basis}"
        found[name] = found.get(name, "") + _upright(block, 0)
    return tuple(found.items())


def little(drawing: Drawing, stands: tuple[Layer, ...], removal: Removal) -> Little:
    """Give the picture of an article without one voice.

    What changes is covered with a ghost in the colour of the paper, and drawn anew where it lies.
    """
    falls, leans = set(removal.falls), set(removal.leans)
    gone = "".join(stone.outline for stone in drawing.stones if stone.voice == removal.voice)
    ghosts = ""
    turned: dict[str, str] = {}
    for block in drawing.blocks:
        if block.id not in falls and block.id not in leans:
            continue
        ghosts += _upright(block, 1)
        lies = _turned(block, fallen=block.id in falls)
        name = f"pile {block.basis}"
        turned[name] = turned.get(name, "") + lies
    layers = (("gone", gone), ("ghost", ghosts), *turned.items())
    legs = "".join(leg.path for leg in drawing.legs if not _gone(leg, removal, falls))
    ties = "".join(tie.path for tie in drawing.ties if not _gone(tie, removal, falls))
    return Little(
        width=drawing.width,
        height=drawing.height,
        legs=tuple((name, path) for name, path in (("leg", legs), ("leg shared", ties)) if path),
        standing=stands,
        fallen=tuple((name, path) for name, path in layers if path),
    )


def _gone(leg: Leg, removal: Removal, falls: set[str]) -> bool:
    ends = (leg.upper, leg.lower, leg.beside)
    return removal.voice in ends or any(end in falls for end in ends)


def _upright(block: Block, more: int) -> str:
    """Draw a block where it stands, larger by so much on each side."""
    edges = _edges(block.width + 2 * more, block.height + 2 * more, 0)
    return f"M{block.x - more} {block.y - more}{edges}"


def _turned(block: Block, fallen: bool) -> str:
    """Draw a block that has turned about its middle."""
    tilt = block.tilt if fallen else _LEANS
    wide, high, turn = block.width / 2, block.height / 2, radians(tilt)
    x = block.x + (block.aside if fallen else 0) + wide - wide * cos(turn) + high * sin(turn)
    y = block.y + (block.drop if fallen else 0) + high - wide * sin(turn) - high * cos(turn)
    return f"M{round(x)} {round(y)}{_edges(block.width, block.height, tilt)}"


@cache
def _edges(width: int, height: int, tilt: int) -> str:
    """Draw the four edges of a block from its first corner on."""
    if not tilt:
        return f"h{width}v{height}h-{width}z"
    turn = radians(tilt)
    along, rise = round(width * cos(turn)), round(width * sin(turn))
    back, deep = round(-height * sin(turn)), round(height * cos(turn))
    return f"l{along} {rise} {back} {deep} {-along} {-rise}z"
