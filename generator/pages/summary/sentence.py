"""What the rules of the paragraph give, and what several of them ask."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.figures import Analysed, VoiceFigures
from generator.pages.english import number


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the paragraph."""

    text: str
    """What it says."""
    strong: bool = False
    """Whether it is set in bold, as one to see first."""


def heard(analysed: Analysed) -> list[VoiceFigures]:
    """The voices that carry a statement, heaviest first."""
    return [voice for voice in analysed.figures.voices if voice.statements]


def first(analysed: Analysed) -> tuple[VoiceFigures | None, int, bool]:
    """The voice that most falls with, how much that is, and whether another has as much."""
    falls = [len(voice.removal.falls) for voice in heard(analysed)]
    most = max(falls, default=0)
    if not most:
        return None, 0, False
    return heard(analysed)[falls.index(most)], most, falls.count(most) > 1


def every(count: int, thing: str) -> str:
    """Give `both statements` or `all three statements`."""
    return f"both {thing}" if count == 2 else f"all {number(count)} {thing}"
