"""The drawing of what rests on what, as values that a template can draw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.model import Basis, Stake

State = Literal["falls", "leans", "stands"]


@dataclass(frozen=True, slots=True)
class Scale:
    """The sizes of a drawing, in pixels."""

    width: int
    """The whole drawing."""
    block: float
    """A block's width where there is room."""
    height: float
    """A block's height, or its least height where its words are in it."""
    stone: float
    """A stone's height."""
    leg: float
    """The legs' height, where they need no more."""
    lane: float
    """The room between two legs that run side by side."""
    gap: float
    """Between stones."""
    least: float
    """A stone's least width."""
    words: bool
    """Whether blocks and stones have words on them, where there is room."""


BIG = Scale(1216, 106, 34, 92, 40, 7, 16, 100, words=True)
"""The drawing of the section."""
SMALL = Scale(280, 25, 18, 18, 9, 2, 4, 14, words=False)
"""The drawings of each voice taken away."""


@dataclass(frozen=True, slots=True)
class Stone:
    """A voice, or a place where no voice is."""

    voice: str
    """Id of the voice; empty where there is none."""
    kind: Literal["named", "unnamed", "nobody", "writer"]
    """How it is drawn."""
    full: str
    """Its name."""
    name: tuple[str, ...]
    """The same in lines that fit; empty in a small drawing."""
    role: str
    """Its role, as far as it fits."""
    stake: Stake | Literal[""]
    """Its stake, or empty."""
    minor: bool
    """Whether it is one of the others, that have no words of their own."""
    x: float
    """Left edge."""
    width: float
    """Its width."""
    stilts: tuple[float, ...]
    """Where stilts stand, if it is no stone."""


@dataclass(frozen=True, slots=True)
class Block:
    """A statement in the drawing."""

    id: str
    """Its id."""
    number: int
    """Its number."""
    basis: Basis
    """Its basis."""
    lines: tuple[str, ...]
    """Its label, in lines that fit; empty where there is no room."""
    x: float
    """Left edge."""
    y: float
    """Top edge."""
    width: float
    """Its width."""
    height: float
    """Its height."""
    state: State
    """What becomes of it without the voice."""
    aside: float
    """How far to the side it falls, if its voice is taken away."""
    drop: float
    """How far it falls down."""
    tilt: int
    """How many degrees it then turns."""
    label: str
    """A few words of it."""
    wave: str
    """Its lower edge as a path, for a conclusion."""

    @property
    def turn(self) -> str:
        """What moves it, as an SVG transform; empty where it stands."""
        middle = f"{self.x + self.width / 2:.1f} {self.y + self.height / 2:.1f}"
        if self.state == "falls":
            return f"translate({self.aside:g} {self.drop:g}) rotate({self.tilt} {middle})"
        return f"rotate(7 {middle})" if self.state == "leans" else ""


@dataclass(frozen=True, slots=True)
class Leg:
    """From a statement down to what bears it."""

    upper: str
    """Id of the statement above."""
    lower: str
    """Id of what is below: a statement, or a voice."""
    path: str
    """The line, in right angles."""
    shared: bool = False
    """Whether it ties a statement of several voices to one more stone."""


@dataclass(frozen=True, slots=True)
class Others:
    """The lighter voices of an article that has many."""

    left: float
    """Where they begin."""
    right: float
    """Where they end."""
    anchor: Literal["start", "middle", "end"]
    """From where their words run."""
    x: float
    """Where their words stand."""
    words: str
    """What they are called together."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """The whole picture."""

    width: float
    """Its width."""
    height: float
    """Its height."""
    ground: float
    """Where the ground is."""
    stone: float
    """A stone's height."""
    stones: tuple[Stone, ...]
    """From left to right."""
    others: Others | None
    """The voices that have no words of their own, or None."""
    blocks: tuple[Block, ...]
    """In the order of reading."""
    legs: tuple[Leg, ...]
    """Behind the blocks."""
    gone: str
    """Id of the voice that is taken away, or empty."""
    crowded: bool
    """Whether there are so many legs that they are drawn lightly."""
