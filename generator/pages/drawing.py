"""The drawing of what rests on what, as values that a template can draw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.model import Basis, Stake


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
SMALL = Scale(560, 50, 36, 36, 18, 4, 8, 28, words=False)
"""The drawings of each voice taken away, in half pixels."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words in the drawing."""

    y: int
    """Its foot."""
    text: str
    """The words."""


@dataclass(frozen=True, slots=True)
class Stone:
    """A voice, or a place where no voice is."""

    voice: str
    """Id of the voice; empty where there is none."""
    kind: Literal["named", "unnamed", "nobody", "writer"]
    """How it is drawn."""
    full: str
    """Its name."""
    name: tuple[Line, ...]
    """The same in lines that fit; empty in a small drawing."""
    role: Line | None
    """Its role, as far as it fits."""
    stake: Stake | Literal[""]
    """Its stake, or empty."""
    minor: bool
    """Whether it is one of the others, that have no words of their own."""
    x: int
    """Left edge."""
    width: int
    """Its width."""
    outline: str
    """Its outline, or its stilts, as a path."""
    middle: int
    """Where the middle of its words is."""


@dataclass(frozen=True, slots=True)
class Block:
    """A statement in the drawing."""

    id: str
    """Its id."""
    number: int
    """Its number."""
    basis: Basis
    """Its basis."""
    lines: tuple[Line, ...]
    """Its label, in lines that fit; empty where there is no room."""
    x: int
    """Left edge."""
    y: int
    """Top edge."""
    width: int
    """Its width."""
    height: int
    """Its height."""
    left: int
    """Where its number begins, or has its middle where there is no label."""
    foot: int
    """The number's foot."""
    aside: int
    """How far to the side it falls, if its voice is taken away."""
    drop: int
    """How far it falls down."""
    tilt: int
    """How many degrees it then turns."""


@dataclass(frozen=True, slots=True)
class Leg:
    """From a statement down to what bears it."""

    upper: str
    """Id of the statement above."""
    lower: str
    """Id of what is below: a statement, or a voice."""
    path: str
    """The line, in right angles."""
    beside: str = ""
    """Of a tie from a statement to one more of its voices: the voice on whose stone it stands."""


@dataclass(frozen=True, slots=True)
class Others:
    """The lighter voices of an article that has many."""

    left: int
    """Where they begin."""
    right: int
    """Where they end."""
    anchor: Literal["start", "middle", "end"]
    """From where their words run."""
    x: int
    """Where their words stand."""
    words: str
    """What they are called together."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """The whole picture."""

    width: int
    """Its width."""
    height: int
    """Its height."""
    ground: int
    """Where the ground is."""
    top: int
    """Where the stones begin."""
    block: tuple[int, int]
    """How wide and how high each block is."""
    wave: str
    """A conclusion's lower edge as a path, from the block's corner."""
    stones: tuple[Stone, ...]
    """From left to right."""
    others: Others | None
    """The voices that have no words of their own, or None."""
    blocks: tuple[Block, ...]
    """In the order of reading."""
    legs: tuple[Leg, ...]
    """Behind the blocks."""
    ties: tuple[Leg, ...]
    """From statements of several voices to one more stone."""
    crowded: bool
    """Whether there are so many legs that they are drawn lightly."""

    @property
    def leg_paths(self) -> str:
        """All legs as one path."""
        return "".join(leg.path for leg in self.legs)

    @property
    def tie_paths(self) -> str:
        """All ties as one path."""
        return "".join(tie.path for tie in self.ties)

    @property
    def ends(self) -> str:
        """What each leg leads from and to, in the same order."""
        return " ".join(f"{leg.upper} {leg.lower}" for leg in self.legs)

    @property
    def tie_ends(self) -> str:
        """What each tie leads from and to."""
        return " ".join(f"{tie.upper} {tie.lower}" for tie in self.ties)


Layer = tuple[str, str]
"""What it draws (`sourced`, `leg`, `ghost`, …), and the path of all of it."""


@dataclass(frozen=True, slots=True)
class Little:
    """A small picture: the article without one voice."""

    width: int
    """Its width."""
    height: int
    """Its height."""
    legs: tuple[Layer, ...]
    """The legs that are left."""
    standing: tuple[Layer, ...]
    """Stones and blocks as they stand with every voice; the same in each picture of an article."""
    fallen: tuple[Layer, ...]
    """What covers those that fell, leaned or went, and where they are now."""
