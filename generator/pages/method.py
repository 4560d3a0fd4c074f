"""The method page: the words of the codebook, and the order in which to decide."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Codebook, Entry
from generator.pages.agreement.chance import Chance, chance
from generator.pages.decision import StepView, decision
from generator.pages.definition import Definition, define
from generator.pages.english import capital, counted, day, number
from generator.pages.page import Library, Page

ROOT = "../"


@dataclass(frozen=True, slots=True)
class VersionView:
    """A version of the codebook."""

    version: str
    """Its number."""
    day: str
    """When it came."""
    what: str
    """What changed."""


@dataclass(frozen=True, slots=True)
class MethodView:
    """All that the method page shows."""

    title: str
    """Its title."""
    description: str
    """For search engines and previews."""
    version: str
    """The codebook's version."""
    bases: tuple[Definition, ...]
    """The three bases."""
    cues: tuple[Definition, ...]
    """The cues."""
    steps: tuple[StepView, ...]
    """The decision order."""
    order: str
    """How long it is: `Twenty-four rules, 53 worked cases`."""
    kinds: tuple[Definition, ...]
    """The inference kinds."""
    stakes: tuple[Definition, ...]
    """The stakes."""
    frames: tuple[Definition, ...]
    """The frames."""
    techniques: str
    """How many there are: `29 techniques`."""
    chance: Chance
    """An example of agreement by chance."""
    changes: tuple[VersionView, ...]
    """The versions, the newest first."""


def method_pages(library: Library) -> tuple[Page, ...]:
    """Give the method page."""
    return (Page("method/index.md", "pages/method.md.j2", _view(library.codebook)),)


def _view(codebook: Codebook) -> MethodView:
    return MethodView(
        title="How we mark",
        description="Sourced, unsourced, inferred: what each mark means, and the question that decides it.",
        version=codebook.version,
        bases=_defined(codebook.bases, codebook),
        cues=_defined(codebook.cues, codebook),
        steps=decision(codebook, ROOT),
        order=f"{capital(number(len(codebook.rules)))} rules, "
        f"{counted(len(codebook.cases), 'worked case')}",
        kinds=_defined(codebook.kinds, codebook),
        stakes=_defined(codebook.stakes, codebook),
        frames=_defined(codebook.frames, codebook),
        techniques=counted(len(codebook.techniques), "technique"),
        chance=chance(),
        changes=tuple(
            VersionView(change.version, day(change.date), change.what)
            for change in sorted(codebook.changes, key=lambda change: change.date, reverse=True)
        ),
    )


def _defined(entries: tuple[Entry, ...], codebook: Codebook) -> tuple[Definition, ...]:
    return tuple(define(entry, codebook, ROOT) for entry in entries)
