"""The search page: a form, what there is to choose by, and the codebook's entries in a short list.

The words of the articles are not in it: its script asks for them piece by piece, from an index that
`generator/finish/index/` builds, once somebody searches. The codebook is small, so its names are here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Codebook, Entry
from generator.pages.english import cut
from generator.pages.filters import MIX_RULE, Filter, asked, filters
from generator.pages.page import Library, Page

_ROOM = 120
_INDEX = "index/pagefind.js"


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of the codebook as the search page lists it."""

    href: str
    """The way to its page."""
    name: str
    """Its name."""
    definition: str
    """What it is, cut short."""
    uses: str
    """The way to the articles that have it, or empty."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The entries of one sort."""

    id: str
    """Where the list stands on the page."""
    title: str
    """What they are together."""
    each: str
    """What one of them is: `a technique`."""
    terms: tuple[Term, ...]
    """The entries, in the order of the codebook."""


@dataclass(frozen=True, slots=True)
class SearchView:
    """All that the search page shows."""

    title: str
    """Its title."""
    description: str
    """For search engines and previews."""
    index: str
    """The way to what reads the index; empty where there is no article to find."""
    filters: tuple[Filter, ...]
    """What to narrow the results by."""
    asked: str
    """The same in a line."""
    rule: str
    """How the mix of bases is told."""
    paired: bool
    """Whether any article is one of a pair."""
    codebook: tuple[Terms, ...]
    """Techniques, kinds of inference and frames."""


def search_pages(library: Library) -> tuple[Page, ...]:
    """Give the search page."""
    found = filters(library.articles, library.codebook)
    view = SearchView(
        title="Search",
        description="Find an article by any of its words, or by a name, a topic or a technique.",
        index=_INDEX if library.articles else "",
        filters=found,
        asked=asked(found),
        rule=MIX_RULE,
        paired=bool(library.around.pairs),
        codebook=_codebook(library.codebook, found),
    )
    return (Page("search/index.md", "pages/search.md.j2", view),)


def _codebook(codebook: Codebook, found: Iterable[Filter]) -> tuple[Terms, ...]:
    choices = (
        choice.value for each in found if each.name == "technique" for choice in each.choices
    )
    used = frozenset(choices)
    return (
        Terms("techniques", "Techniques", "a technique", _terms(codebook.techniques, used)),
        Terms("kinds", "Kinds of inference", "a kind of inference", _terms(codebook.kinds)),
        Terms("frames", "Frames of an article", "a frame", _terms(codebook.frames)),
    )


def _terms(entries: Iterable[Entry], used: frozenset[str] = frozenset()) -> tuple[Term, ...]:
    return tuple(
        Term(
            href=f"../{entry.section}/{entry.id}/",
            name=entry.name,
            definition=cut(entry.definition, _ROOM),
            uses=f"?technique={entry.id}" if entry.id in used else "",
        )
        for entry in entries
    )
