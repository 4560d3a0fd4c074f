"""The search page: all articles and techniques in one list, which its script searches.

The list is the index. So the page needs no second file, works from disk, and is of use without
script. It stays light: at 1,000 articles it is under 100 kB compressed, and no other page loads it.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.figures import Analysed
from generator.model import Codebook
from generator.pages.english import counted, cut
from generator.pages.metadata import PAGES_ARE_IN
from generator.pages.page import Library, Page

_ROOM = 120
_ROOM_FOR_ALL = 45_000
_TOO_SHORT = 40


@dataclass(frozen=True, slots=True)
class ArticleFound:
    """An article as the search page lists it."""

    slug: str
    """Its address."""
    title: str
    """Its title."""
    language: str
    """Its language, or empty where it is that of the page."""
    summary: str
    """What it is about, cut short, the more so the more articles there are; or empty."""
    topics: str
    """Its topics."""
    voices: str
    """The names of its voices."""
    techniques: str
    """Its techniques, as numbers in the page's own list of them, from 0."""


@dataclass(frozen=True, slots=True)
class TechniqueFound:
    """A technique as the search page lists it."""

    id: str
    """Its address."""
    name: str
    """Its name."""
    definition: str
    """What it is, cut short."""


@dataclass(frozen=True, slots=True)
class SearchView:
    """All that the search page shows."""

    title: str
    """Its title."""
    description: str
    """For search engines and previews."""
    count: str
    """How much there is to find: `2 articles and 29 techniques`."""
    articles: tuple[ArticleFound, ...]
    """The articles, in the order of the library."""
    techniques: tuple[TechniqueFound, ...]
    """The techniques, in the order of the codebook."""


def search_pages(library: Library) -> tuple[Page, ...]:
    """Give the search page."""
    return (Page("search/index.md", "pages/search.md.j2", _view(library)),)


def _view(library: Library) -> SearchView:
    articles = counted(len(library.articles), "article")
    techniques = counted(len(library.codebook.techniques), "technique")
    room = min(_ROOM, _ROOM_FOR_ALL // max(1, len(library.articles)))
    return SearchView(
        title="Search",
        description="Find an article by a word of its title, a topic, a name or a technique.",
        count=f"{articles} and {techniques}" if library.articles else techniques,
        articles=tuple(_article(analysed, library.codebook, room) for analysed in library.whole.values()),
        techniques=tuple(
            TechniqueFound(entry.id, entry.name, cut(entry.definition, _ROOM))
            for entry in library.codebook.techniques
        ),
    )


def _article(analysed: Analysed, codebook: Codebook, room: int) -> ArticleFound:
    article = analysed.article
    used = {framing.technique for framing in article.framing}
    numbers = [str(n) for n, entry in enumerate(codebook.techniques) if entry.id in used]
    other = article.language.split("-")[0].lower() != PAGES_ARE_IN
    return ArticleFound(
        slug=article.slug,
        title=article.title,
        language=article.language if other else "",
        summary=cut(article.summary, room) if room >= _TOO_SHORT else "",
        topics=", ".join(article.topics),
        voices=", ".join(voice.name for voice in article.voices),
        techniques=" ".join(numbers),
    )
