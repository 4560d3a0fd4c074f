"""Corrections: those of the whole site on one page."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.corrected import Correction
from generator.pages.english import counted
from generator.pages.mend import FORM
from generator.pages.page import Library, Page

PATH = "corrections/index.md"
"""The page's file: its address stands in the feeds."""

SHOWN = 200
"""So many corrections are on the page; each article has all of its own."""


@dataclass(frozen=True, slots=True)
class CorrectionsView:
    """All that the page shows."""

    title: str
    """Its title."""
    description: str
    """For search engines and previews."""
    count: str
    """How many there are: `2 corrections`."""
    corrections: tuple[Correction, ...]
    """The newest corrections, newest first."""
    older: str
    """How many there are besides: `12 corrections`, or empty."""
    form: str
    """The form to ask for one, or empty where the repository is not known."""
    feeds: bool
    """Whether the site has feeds."""


def corrections_pages(library: Library) -> tuple[Page, ...]:
    """Give the page of corrections."""
    total = sum(len(article.corrected) for article in library.articles)
    found = newest_corrections(library, SHOWN)
    around = library.around
    view = CorrectionsView(
        title="Corrections",
        description="What was corrected in the marks of each article, when, and who asked for it.",
        count=counted(total, "correction"),
        corrections=found,
        older=counted(total - len(found), "correction") if total > len(found) else "",
        form=f"{around.repository}/issues/new?template={FORM}" if around.repository else "",
        feeds=around.has_feeds,
    )
    return (Page(PATH, "pages/corrections.md.j2", view),)


def newest_corrections(library: Library, most: int) -> tuple[Correction, ...]:
    """Give the newest corrections, newest first, and those of a day by article; at most so many."""
    days = sorted((day for a in library.articles for day in a.corrected), reverse=True)
    if not days:
        return ()
    since = days[:most][-1]
    found = [
        one
        for article in library.articles
        if any(day >= since for day in article.corrected)
        for one in library.details(article.slug).corrections
    ]
    found.sort(key=lambda one: one.slug)
    return tuple(sorted(found, key=lambda one: one.when, reverse=True)[:most])
