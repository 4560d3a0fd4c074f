"""What a check is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from generator.model import Article, Block, Codebook, Place, Problem, Statement


@dataclass(frozen=True, slots=True)
class Context:
    """What a check may know besides the article."""

    codebook: Codebook
    """The definitions."""
    today: date
    """The day of the check: no date may lie after it."""


Check = Callable[[Article, Context], Iterator[Problem]]
"""Takes an article and gives its problems, in any order."""


class Keyed(Protocol):
    """What was read from a file with keys: an article, the codebook."""

    @property
    def path(self) -> str:
        """Its file."""

    @property
    def keys(self) -> tuple[tuple[str, Place], ...]:
        """Where each value stands, by dotted path."""


class Called(Keyed, Protocol):
    """What pairs and lessons may name: an article, or what is left of one that none of them names."""

    @property
    def slug(self) -> str:
        """Its address."""

    @property
    def event(self) -> str:
        """The event that it names, or empty."""

    @property
    def status(self) -> str:
        """`published` or `draft`."""

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Its statements."""

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Its text."""


def key_place(of: Keyed, *path: str) -> Place:
    """Where a value stands, or the nearest key above it, or the file's first line."""
    places = dict(of.keys)
    for length in range(len(path), 0, -1):
        if place := places.get(".".join(path[:length])):
            return place
    return Place(of.path, 1, 1, 3, "---")


def value_place(at: tuple[tuple[str, Place], ...], key: str, otherwise: Place) -> Place:
    """Where a mark's attribute has its value, or `otherwise`."""
    for name, place in at:
        if name == key:
            return place
    return otherwise
