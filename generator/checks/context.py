"""What a check is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.model import Article, Codebook, Place, Problem


@dataclass(frozen=True, slots=True)
class Context:
    """What a check may know besides the article."""

    codebook: Codebook
    """The definitions."""
    today: date
    """The day of the check: no date may lie after it."""


Check = Callable[[Article, Context], Iterator[Problem]]
"""Takes an article and gives its problems, in any order."""


def key_place(article: Article, *path: str) -> Place:
    """Where a front-matter value stands, or the nearest key above it, or the file's first line."""
    places = dict(article.keys)
    for length in range(len(path), 0, -1):
        if place := places.get(".".join(path[:length])):
            return place
    return Place(article.path, 1, 1, 3, "---")


def value_place(at: tuple[tuple[str, Place], ...], key: str, otherwise: Place) -> Place:
    """Where a mark's attribute has its value, or `otherwise`."""
    return dict(at).get(key, otherwise)
