"""The stones of the drawing: voices, and the stilts of what no voice bears."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.figures import Analysed
from generator.model import Voice
from generator.pages.drawing import Line, Others, Scale, Stone
from generator.pages.english import cut
from generator.pages.label import calling
from generator.pages.layout import NOBODY, WRITER, Ground, gap_after, lines, stone_width

_NAMES = {NOBODY: "nobody named", WRITER: "the writer alone"}


@dataclass(frozen=True, slots=True)
class Places:
    """Where the stones stand, and what stands on them."""

    stones: tuple[tuple[float, float], ...]
    """Each stone's left edge and width, from left to right."""
    block: float
    """How wide a block is, with the gap beside it."""
    middles: dict[str, float]
    """The middle of each place upon them, by the statement that stands there."""


def stand(base: Ground, few: frozenset[str], block: float, scale: Scale) -> Places:
    """Set the stones side by side, and what stands on them in the middle of each."""
    stones: list[tuple[float, float]] = []
    middles: dict[str, float] = {}
    x = 0.0
    for key, group in base:
        width = stone_width(key, len(group), few, block, scale)
        left = x + (width - len(group) * block) / 2
        for index, statement in enumerate(group):
            middles[statement.id] = left + (index + 0.5) * block
        stones.append((x, width - 4))
        x += width + gap_after(key, few, scale)
    return Places(tuple(stones), block, middles)


def set_stones(
    analysed: Analysed,
    base: Ground,
    few: frozenset[str],
    places: Places,
    floor: float,
    scale: Scale,
) -> tuple[Stone, ...]:
    """Give the stones on their ground, with what is written on them."""
    voices = {voice.id: voice for voice in analysed.article.voices}
    stones: list[Stone] = []
    for (key, group), place in zip(base, places.stones, strict=True):
        if voice := voices.get(key):
            stones.append(_stone(voice, key in few, place, floor, scale))
        else:
            middles = [places.middles[statement.id] for statement in group]
            stones.append(_stilts(key, middles, places.block, place, floor, scale))
    return tuple(stones)


def others(stones: tuple[Stone, ...], width: float) -> Others | None:
    """Where the other voices stand, and what they are called together."""
    few = [stone for stone in stones if stone.minor]
    if not few:
        return None
    left, right = few[0].x, round(few[-1].x + few[-1].width)
    words = f"{len(few)} other voices"
    if right - left > 8 * len(words):
        return Others(left, right, "middle", round((left + right) / 2), words)
    if right > width - 10:
        return Others(left, right, "end", right, words)
    return Others(left, right, "start", left, words)


def _stone(
    voice: Voice, small: bool, place: tuple[float, float], floor: float, scale: Scale
) -> Stone:
    x, width = place
    top = floor - scale.stone
    name: tuple[str, ...] = ()
    role = ""
    if scale.words and not small:
        name, role = _words(voice, width)
    first = top + {1: 41, 2: 34}.get(len(name), 26) - (6 if role else 0)
    return Stone(
        voice=voice.id,
        kind="unnamed" if voice.kind == "unnamed" else "named",
        full=voice.name,
        name=tuple(Line(round(first + 17 * n), line) for n, line in enumerate(name)),
        role=Line(round(top + 52), role) if role else None,
        stake=voice.stake,
        minor=small,
        x=round(x),
        width=round(width),
        outline=_outline(x, width, floor, scale.stone),
        middle=round(x + width / 2),
    )


def _outline(x: float, width: float, floor: float, high: float) -> str:
    """Draw a stone, not quite straight."""

    def share(of: float) -> str:
        return f"{round(high * of)}"

    return (
        f"M{round(x + 4)} {round(floor - high * 0.86)}q1-{share(0.1)} {share(0.14)}-{share(0.11)}"
        f"h{round(width - high * 0.34)}q{share(0.14)} 0 {share(0.16)} {share(0.14)}"
        f"l{share(0.02)} {share(0.62)}q-1 {share(0.2)}-{share(0.18)} {share(0.2)}"
        f"H{round(x + 4 + high * 0.12)}q-{share(0.16)}-1-{share(0.17)}-{share(0.18)}z"
    )


def _words(voice: Voice, width: float) -> tuple[tuple[str, ...], str]:
    """The name in lines, shortened where it has to be, and the role where there is room for it."""
    name = lines(voice.name, width - 12, 3, 7.9)
    if "…" in "".join(name):
        name = lines(calling(voice), width - 12, 3, 7.9)
    role = cut(voice.role, int((width - 14) / 5.9)) if voice.role and len(name) == 1 else ""
    return name, role if len(role) > 14 or role == voice.role else ""


def _stilts(
    key: str,
    middles: list[float],
    block: float,
    place: tuple[float, float],
    floor: float,
    scale: Scale,
) -> Stone:
    x, width = place
    top = floor - scale.stone
    at = [round(middle + side * block - 2) for middle in middles for side in (-0.3, 0.3)]
    name = lines(_NAMES[key], width - 4, 2, 8) if scale.words else ()
    return Stone(
        voice="",
        kind="nobody" if key == NOBODY else "writer",
        full=_NAMES[key],
        name=tuple(Line(round(top + 46 + 18 * n), line) for n, line in enumerate(name)),
        role=None,
        stake="",
        minor=False,
        x=round(x),
        width=round(width),
        outline="".join(f"M{stilt} {round(top + 4)}V{round(floor - 2)}" for stilt in at),
        middle=round(x + width / 2),
    )
