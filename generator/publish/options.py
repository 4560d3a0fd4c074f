"""How a site is built, and how that went."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.model import Problem
from generator.publish.engine import ENGINE

MOST_WITH_PACKS = 500
"""A larger library has no packs and quiz files unless they are asked for: they outweigh its pages."""

Say = Callable[[str, int, int], None]
"""Is told what is being done, how much of it is done, and how much there is."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a site is built."""

    today: date
    """The day of the checks."""
    engine: Sequence[str] = ENGINE
    """The engine's command; the folder for its site comes after it."""
    packs: bool | None = None
    """Whether packs and quiz files are made; None for as long as the library is not large."""
    parts: tuple[Path, ...] = ()
    """Folders with parts of the library that were made elsewhere."""
    index: bool = True
    """Whether the index of all words is built, which the search page needs."""
    jobs: int | None = None
    """How many processes make articles; None for as many as the machine has cores."""
    cached: bool = True
    """Whether what the last build left behind may be used."""
    say: Say = lambda _what, _done, _all: None
    """Who is told how far it is."""


@dataclass(frozen=True, slots=True)
class SiteOutcome:
    """How the building of a site went."""

    content: tuple[Problem, ...]
    """All problems of the content, in order of place."""
    engine: str = ""
    """All that the engine said; empty where it did not run."""
    fault: str = ""
    """Why there is no new site, other than the content's problems; or empty."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with the finished pages; paths are those of the site."""
    pages: int = 0
    """How many pages the new site has."""
    made: int = 0
    """How many articles were made anew; the others are as they were."""
    words: tuple[str, ...] = ()
    """What else there is to say of it."""

    @property
    def ok(self) -> bool:
        """Whether the new site is whole."""
        return not self.fault and not any(p.severity == "error" for p in self.content)
