"""The stones of the drawing: voices, and the stilts of what no voice bears."""

from __future__ import annotations

from typing import Literal

from generator.analysis.figures import Analysed
from generator.model import Voice
from generator.pages.drawing import Others, Scale, Stone
from generator.pages.english import cut
from generator.pages.label import calling
from generator.pages.layout import NOBODY, WRITER, Ground, gap_after, lines, stone_width

_NAMES = {NOBODY: "nobody named", WRITER: "the writer alone"}


def stand(
    analysed: Analysed, base: Ground, few: frozenset[str], block: float, scale: Scale
) -> tuple[tuple[Stone, ...], dict[str, float]]:
    """Set the stones side by side, and give the middle of each place upon them."""
    voices = {voice.id: voice for voice in analysed.article.voices}
    stones: list[Stone] = []
    places: dict[str, float] = {}
    x = 0.0
    for key, group in base:
        width = stone_width(key, len(group), few, block, scale)
        left = x + (width - len(group) * block) / 2
        middles = [left + (index + 0.5) * block for index in range(len(group))]
        places |= {statement.id: middle for statement, middle in zip(group, middles, strict=True)}
        if voice := voices.get(key):
            stones.append(_stone(voice, key in few, x, width - 4, scale))
        else:
            stilts = tuple(round(m + side * block - 2, 1) for m in middles for side in (-0.3, 0.3))
            stones.append(_stilts(key, x, width - 4, stilts, scale))
        x += width + gap_after(key, few, scale)
    return tuple(stones), places


def others(stones: tuple[Stone, ...], width: float) -> Others | None:
    """Where the other voices stand, and what they are called together."""
    few = [stone for stone in stones if stone.minor]
    if not few:
        return None
    left, right = few[0].x, round(few[-1].x + few[-1].width, 1)
    words = f"{len(few)} other voices"
    if right - left > 8 * len(words):
        return Others(left, right, "middle", round((left + right) / 2, 1), words)
    if right > width - 10:
        return Others(left, right, "end", right, words)
    return Others(left, right, "start", left, words)


def _stone(voice: Voice, small: bool, x: float, width: float, scale: Scale) -> Stone:
    kind: Literal["named", "unnamed"] = "unnamed" if voice.kind == "unnamed" else "named"
    name: tuple[str, ...] = ()
    role = ""
    if scale.words and not small:
        name, role = _words(voice, width)
    return Stone(
        voice=voice.id,
        kind=kind,
        full=voice.name,
        name=name,
        role=role,
        stake=voice.stake,
        minor=small,
        x=round(x, 1),
        width=round(width, 1),
        stilts=(),
    )


def _words(voice: Voice, width: float) -> tuple[tuple[str, ...], str]:
    """The name in lines, shortened where it has to be, and the role where there is room for it."""
    name = lines(voice.name, width - 12, 3, 7.9)
    if "…" in "".join(name):
        name = lines(calling(voice), width - 12, 3, 7.9)
    role = cut(voice.role, int((width - 14) / 5.9)) if voice.role and len(name) == 1 else ""
    return name, role if len(role) > 14 or role == voice.role else ""


def _stilts(key: str, x: float, width: float, stilts: tuple[float, ...], scale: Scale) -> Stone:
    return Stone(
        voice="",
        kind="nobody" if key == NOBODY else "writer",
        full=_NAMES[key],
        name=lines(_NAMES[key], width - 4, 2, 8) if scale.words else (),
        role="",
        stake="",
        minor=False,
        x=round(x, 1),
        width=round(width, 1),
        stilts=stilts,
    )
