"""The techniques: an index, and a page each with every use in the library."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Codebook, Entry
from generator.pages.concordance import Use, Uses
from generator.pages.english import counted
from generator.pages.marks import name_of
from generator.pages.page import Library, Page


@dataclass(frozen=True, slots=True)
class Counted:
    """A technique in a list."""

    entry: Entry
    """Its definition."""
    uses: int
    """How often it occurs in the library."""
    bar: int
    """The same as a bar, in pixels; the most frequent one has 100."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group of techniques."""

    entry: Entry
    """Its definition."""
    techniques: tuple[Counted, ...]
    """Its techniques."""


@dataclass(frozen=True, slots=True)
class IndexView:
    """All that the index shows."""

    title: str
    """Its title."""
    description: str
    """For search engines and previews."""
    groups: tuple[Group, ...]
    """The groups in the order of the codebook."""


@dataclass(frozen=True, slots=True)
class TechniqueView:
    """All that a technique's page shows."""

    title: str
    """Its name."""
    description: str
    """For search engines and previews."""
    entry: Entry
    """Its definition."""
    group: str
    """Its group's name, or empty."""
    count: str
    """How often it occurs: `3 uses in 2 articles`."""
    siblings: tuple[Entry, ...]
    """The techniques of its group, itself among them."""
    uses: tuple[Use, ...]
    """Every use, in the order of the library."""


def technique_pages(library: Library, uses: Uses) -> tuple[Page, ...]:
    """Give the index of techniques, and each one's page."""
    codebook = library.codebook
    index = IndexView(
        "Techniques",
        "Ways of wording that steer a reader, each with its definition and every use in the library.",
        _groups(codebook, uses),
    )
    return (
        Page("techniques/index.md", "pages/techniques.md.j2", index),
        *(
            Page(
                f"techniques/{entry.id}/index.md",
                "pages/technique.md.j2",
                _technique(entry, codebook, uses),
            )
            for entry in codebook.techniques
        ),
    )


def _groups(codebook: Codebook, uses: Uses) -> tuple[Group, ...]:
    most = max((len(found) for found in uses.values()), default=0) or 1
    groups = []
    for group in codebook.groups:
        techniques = tuple(
            Counted(
                entry, len(uses.get(entry.id, ())), round(100 * len(uses.get(entry.id, ())) / most)
            )
            for entry in codebook.techniques
            if entry.group == group.id
        )
        if techniques:
            groups.append(Group(group, techniques))
    return tuple(groups)


def _technique(entry: Entry, codebook: Codebook, uses: Uses) -> TechniqueView:
    found = uses.get(entry.id, ())
    articles = len({use.slug for use in found})
    count = (
        f"{counted(len(found), 'use')} in {counted(articles, 'article')}" if found else "no use yet"
    )
    return TechniqueView(
        title=entry.name,
        description=entry.definition,
        entry=entry,
        group=name_of(codebook.groups, entry.group) if entry.group else "",
        count=count,
        siblings=tuple(other for other in codebook.techniques if other.group == entry.group),
        uses=found,
    )
