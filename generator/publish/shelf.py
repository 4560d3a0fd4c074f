"""The library of a build: the lines that its articles left, and details from the cache."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from functools import lru_cache

from generator.checks import check_together
from generator.model import Problem
from generator.pages import Around, Library
from generator.pages.listed import Details
from generator.publish.beside import Beside
from generator.publish.cache import Cache
from generator.publish.made import Made, Shown

_AT_HAND = 400
"""So many articles' details stay in memory: pages of techniques show the same first ones."""


def shown_of(made: Mapping[str, Made], cache: Cache) -> Callable[[str], Shown]:
    """Give what other pages show of an article, by its slug."""

    @lru_cache(maxsize=_AT_HAND)
    def shown(slug: str) -> Shown:
        return cache.shown(made[slug].key)

    return shown


def shelf_of(
    made: Mapping[str, Made], around: Around, beside: Beside, shown: Callable[[str], Shown]
) -> Library:
    """Give the library of what was made, in the order of the files."""

    def details(slug: str) -> Details:
        return shown(slug).details

    lines = tuple(one.line for one in made.values() if one.line)
    return Library(around, lines, details, beside.published)


def check_shelf(made: Mapping[str, Made], beside: Beside) -> tuple[Problem, ...]:
    """All problems that show only where everything is read, in order of place."""
    if beside.codebook is None:
        return ()
    used: Counter[str] = Counter()
    for one in made.values():
        used.update(dict(one.line.techniques) if one.line else {})
    articles = tuple(
        beside.articles.get(slug, one.named) for slug, one in made.items() if one.named
    )
    return check_together(articles, used, beside.codebook, beside.pairs, beside.lessons)
