"""What making an article takes and gives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from generator.finish.addresses import Target
from generator.model import Place, Problem
from generator.pages import Around
from generator.pages.listed import Details, Listed
from generator.pages.setting import beside, twins
from generator.publish.digest import digest
from generator.stamp import Shell, ShellKey

Wants = tuple[tuple[str, tuple[Target, ...]], ...]
"""Pages of the site, and what each links to in files that are not its article's."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """What every article is made with."""

    root: Path
    """The project."""
    site: Path
    """The folder of the new site."""
    around: Around
    """What pages may know besides the article."""
    shells: dict[ShellKey, Shell]
    """The shells of its kinds of page."""
    today: date
    """The day of the check."""
    home: str
    """The path of the site on its server."""
    base: str
    """A key of all that decides what every article's pages look like."""
    details: Path
    """The folder for what lists show of articles."""
    mentioned: frozenset[str]
    """The articles that pairs, lessons and readings are about."""

    def key(self, slug: str, text: str) -> str:
        """Give the key of what decides an article's pages, from the key of its text."""
        if slug not in self.mentioned:
            return digest(self.base, slug, text)
        around = (beside(slug, self.around, ""), twins(slug, self.around, ""))
        return digest(self.base, slug, text, *around, *self.around.readings_of(slug))


def mentioned_in(around: Around) -> frozenset[str]:
    """Give the articles that pairs, lessons and readings are about."""
    in_pairs = (slug for pair in around.pairs for slug in pair.articles)
    in_lessons = (slug for lesson in around.lessons for slug in lesson.articles)
    return frozenset((*in_pairs, *in_lessons, *(reading.slug for reading in around.readings)))


@dataclass(frozen=True, slots=True)
class Named:
    """An article that no pair, no lesson and no reading takes apart."""

    path: str
    """Its file."""
    slug: str
    """Its address."""
    status: Literal["published", "draft"]
    """Whether it has pages."""
    event: str
    """The event that it names, or empty."""
    keys: tuple[tuple[str, Place], ...]
    """Where it names it."""
    statements: tuple[()] = ()
    """None are kept."""
    blocks: tuple[()] = ()
    """None are kept."""


@dataclass(frozen=True, slots=True)
class Made:
    """What became of an article."""

    slug: str
    """Its address."""
    key: str
    """What decided its pages, or empty where the file could not be read."""
    problems: tuple[Problem, ...]
    """What is wrong with it, in order of place."""
    named: Named | None
    """What pairs and lessons may ask of it; None where it could not be read."""
    line: Listed | None = None
    """What the library keeps of it; None where it has no pages."""
    files: tuple[str, ...] = ()
    """Its files, by their paths in the site."""
    wants: Wants = ()
    """What its pages link to elsewhere."""
    faults: tuple[Problem, ...] = ()
    """What is wrong with its finished pages."""
    card: str = ""
    """A key of what lists of articles show of it."""
    text: str = ""
    """A key of its file's text."""
    source: tuple[int, ...] = ()
    """What tells at a glance that the file is still the same; empty where that cannot be told."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What other pages need of an article only where they show it."""

    details: Details
    """What lists show of it."""
    anchors: dict[str, tuple[str, ...]]
    """The ids on its pages, by the page's path in the site."""
    document: str
    """What the index of words has of it."""
