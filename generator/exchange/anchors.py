"""Finds quoted words again in a text, by what stands around them and where they stood."""

from __future__ import annotations

from dataclasses import dataclass

AROUND = 32
"""So many characters before and behind the words are given with them."""
_PLACES = 500
"""So many places of the same words are looked at."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a text, as an annotation names them."""

    exact: str | None
    """The words, where they are given."""
    prefix: str
    """What stands before them, or empty."""
    suffix: str
    """What stands behind them, or empty."""
    position: tuple[int, int] | None
    """Where they stood, where that is given."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where quoted words stand."""

    start: int
    """The first character."""
    end: int
    """One past the last."""
    moved: bool
    """Whether they stand elsewhere than they were said to."""


def quoted(text: str, start: int, end: int) -> Quoted:
    """The words of `text[start:end]`, with what stands around them."""
    before, behind = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return Quoted(text[start:end], before, behind, (start, end))


class Anchors:
    """A text in which words are looked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[str, tuple[int, ...]] = {}

    def find(self, words: Quoted) -> Found | None:
        """Where the words stand; None where they do not, or nothing says which they are."""
        text, at = self._text, words.position
        inside = at is not None and 0 <= at[0] < at[1] <= len(text)
        if words.exact is None:
            return Found(*at, False) if at and inside else None
        if at and inside and text[at[0] : at[1]] == words.exact:
            return Found(*at, False)
        places = self._places(words.exact)
        if not places:
            return None

        def fits(place: int) -> tuple[int, int]:
            before = _same(text[max(0, place - AROUND) : place][::-1], words.prefix[::-1])
            end = place + len(words.exact or "")
            behind = _same(text[end : end + AROUND], words.suffix)
            return before + behind, -abs(place - at[0]) if at else 0

        best = max(places, key=fits)
        return Found(best, best + len(words.exact), at is not None)

    def _places(self, exact: str) -> tuple[int, ...]:
        if exact not in self._known:
            places: list[int] = []
            at = self._text.find(exact) if exact.strip() else -1
            while at >= 0 and len(places) < _PLACES:
                places.append(at)
                at = self._text.find(exact, at + 1)
            self._known[exact] = tuple(places)
        return self._known[exact]


def _same(one: str, other: str) -> int:
    """How many characters two texts have in common from their beginning."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
