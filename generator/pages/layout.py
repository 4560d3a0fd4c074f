"""Where things stand in the drawing: levels, neighbours, and words that fit."""

from __future__ import annotations

from collections.abc import Mapping

from generator.analysis.figures import Analysed
from generator.model import Statement
from generator.pages.drawing import Scale

NOBODY = "nobody"
WRITER = "writer"
_HEAVIEST = 4

Ground = tuple[tuple[str, tuple[Statement, ...]], ...]
"""Who stands on the ground, from left to right, with the statements upon it."""


def ground(analysed: Analysed) -> Ground:
    """Put each statement on its heaviest voice, on nobody, or on the writer alone."""
    order = [voice.id for voice in analysed.figures.voices if voice.statements]
    groups: dict[str, list[Statement]] = {key: [] for key in (*order, NOBODY, WRITER)}
    for statement in analysed.article.statements:
        on = [voice for voice in order if voice in statement.voices]
        if on:
            groups[on[0]].append(statement)
        elif statement.basis != "inferred":
            groups[NOBODY].append(statement)
        elif not statement.rests_on:
            groups[WRITER].append(statement)
    return tuple((key, tuple(group)) for key, group in groups.items() if group or key in order)


def minor(analysed: Analysed) -> frozenset[str]:
    """Of more than five voices, all but the four heaviest: together they are the others."""
    order = [voice.id for voice in analysed.figures.voices if voice.statements]
    return frozenset(order[_HEAVIEST:]) if len(order) > _HEAVIEST + 1 else frozenset()


def block_width(base: Ground, others: frozenset[str], scale: Scale) -> float:
    """Give the widest block with which everything on the ground has room, in half pixels."""
    gaps = sum(gap_after(key, others, scale) for key, _ in base[:-1])
    groups = [(len(group), key in others) for key, group in base]

    def fits(halves: int) -> bool:
        block = halves / 2
        wide = sum(max(n * block, block / 2 if few else scale.least) for n, few in groups)
        return wide + gaps <= scale.width

    narrow, wide = 12, int(scale.block * 2)
    if fits(wide):
        return scale.block
    while wide - narrow > 1:
        middle = (narrow + wide) // 2
        narrow, wide = (middle, wide) if fits(middle) else (narrow, middle)
    return narrow / 2


def stone_width(key: str, blocks: int, others: frozenset[str], block: float, scale: Scale) -> float:
    """How wide a stone is; one of the others is no wider than what stands on it."""
    return max(blocks * block, block / 2 if key in others else scale.least)


def gap_after(key: str, others: frozenset[str], scale: Scale) -> float:
    """How much room is left beside a stone; between the others there is next to none."""
    return scale.gap / 4 if key in others else scale.gap


def levels(statements: tuple[Statement, ...]) -> dict[str, int]:
    """How high each statement stands: on the ground, or one above the highest that bears it."""
    under = {s.id: s.rests_on if s.basis == "inferred" else () for s in statements}
    found: dict[str, int] = {}

    def level(key: str, above: frozenset[str]) -> int:
        if key not in found:
            above |= {key}
            bearing = [level(k, above) for k in under[key] if k in under and k not in above]
            found[key] = 1 + max(bearing) if bearing else 0
        return found[key]

    for statement in statements:
        level(statement.id, frozenset())
    return found


def spread(wish: Mapping[str, float], room: float, low: float, high: float) -> dict[str, float]:
    """Keep neighbours apart, each as near as can be to where it wants to stand."""
    order = sorted(wish, key=lambda key: wish[key])
    if len(order) > 1:
        room = min(room, (high - low) / (len(order) - 1))
    groups: list[tuple[float, list[str]]] = []
    for key in order:
        middle, members = wish[key], [key]
        while groups and _right(groups[-1], room) + room > middle - _half(members, room):
            before, others = groups.pop()
            both = len(others) + len(members)
            middle = (before * len(others) + middle * len(members)) / both
            members = others + members
            middle = min(max(middle, low + _half(members, room)), high - _half(members, room))
        middle = min(max(middle, low + _half(members, room)), high - _half(members, room))
        groups.append((middle, members))
    return {
        key: middle - _half(members, room) + index * room
        for middle, members in groups
        for index, key in enumerate(members)
    }


def _half(members: list[str], room: float) -> float:
    return (len(members) - 1) * room / 2


def _right(group: tuple[float, list[str]], room: float) -> float:
    return group[0] + _half(group[1], room)


def lines(text: str, width: float, most: int, letter: float = 5.9) -> tuple[str, ...]:
    """Break a text into at most so many lines of so many pixels."""
    room = max(3, int(width / letter))
    done: list[str] = []
    words = text.split()
    while words and len(done) < most:
        line = words.pop(0)
        while words and len(line) + 1 + len(words[0]) <= room:
            line += " " + words.pop(0)
        done.append(line if len(line) <= room else line[: room - 1] + "…")
    if words:
        last = done[-1] if len(done[-1]) <= room - 2 else done[-1].rsplit(" ", 1)[0]
        done[-1] = last.rstrip(" ,;:…") + " …"
    return tuple(done)
