"""The method page: the words of the codebook, and how to tell them apart."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Codebook, Entry
from generator.pages.concordance import Uses
from generator.pages.page import Library, Page


@dataclass(frozen=True, slots=True)
class MethodView:
    """All that the method page shows."""

    title: str
    """Its title."""
    description: str
    """For search engines and previews."""
    version: str
    """The codebook's version."""
    bases: tuple[Entry, ...]
    """The three bases."""
    kinds: tuple[Entry, ...]
    """The inference kinds."""
    stakes: tuple[Entry, ...]
    """The stakes."""
    frames: tuple[Entry, ...]
    """The frames."""


def method_pages(library: Library, uses: Uses) -> tuple[Page, ...]:
    """Give the method page."""
    del uses
    return (Page("method.md", "pages/method.md.j2", _view(library.codebook)),)


def _view(codebook: Codebook) -> MethodView:
    return MethodView(
        title="How we mark",
        description="Sourced, unsourced, inferred: what each mark means, and the question that decides it.",
        version=codebook.version,
        bases=codebook.bases,
        kinds=codebook.kinds,
        stakes=codebook.stakes,
        frames=codebook.frames,
    )
