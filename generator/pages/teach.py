"""The page for teachers: one lesson in five steps, and where each step is."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.english import capital, counted
from generator.pages.home import by_level
from generator.pages.page import Library, Page


@dataclass(frozen=True, slots=True)
class Offered:
    """Something to teach with."""

    href: str
    """Where it is, from this page."""
    title: str
    """What it is called."""
    what: str
    """What it is, in a few words."""


@dataclass(frozen=True, slots=True)
class TeachView:
    """All that the page shows."""

    title: str
    """Its title."""
    description: str
    """For search engines and previews."""
    count: str
    """How many articles there are."""
    first: Offered | None
    """An article to begin with: the shortest of the youngest readers’; None in an empty library."""
    pairs: tuple[Offered, ...]
    """The pairs."""
    lessons: tuple[Offered, ...]
    """The lessons."""


def teach_pages(library: Library) -> tuple[Page, ...]:
    """Give the page for teachers."""
    return (Page("teach/index.md", "pages/teach.md.j2", _view(library)),)


def _view(library: Library) -> TeachView:
    return TeachView(
        title="Teach with it",
        description="One lesson, thirty pupils, any device: choose an article, set a link, compare, and see the class.",
        count=counted(len(library.articles), "article"),
        first=_first(library),
        pairs=tuple(
            Offered(f"../pairs/{pair.id}/", pair.title, pair.event) for pair in library.around.pairs
        ),
        lessons=tuple(
            Offered(
                f"../lessons/{lesson.slug}/",
                lesson.title,
                f"{counted(lesson.minutes, 'minute')}. {lesson.summary}",
            )
            for lesson in library.around.lessons
        ),
    )


def _first(library: Library) -> Offered | None:
    shelf = by_level(library.articles)
    youngest = [a for a in shelf if a.level == shelf[0].level]
    if not youngest:
        return None
    found = min(youngest, key=lambda a: a.statements)
    about = [counted(found.statements, "statement")]
    about += [f"ages {found.level.replace('-', '–')}"] if found.level else []
    return Offered(f"../articles/{found.slug}/", found.title, capital(", ".join(about)))
