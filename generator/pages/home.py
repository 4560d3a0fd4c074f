"""The home page and the list of articles, page by page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Codebook
from generator.pages.english import counted
from generator.pages.filters import MIX_RULE, Filter, asked, filters
from generator.pages.listed import Listed
from generator.pages.page import Cards, Library, Page


@dataclass(frozen=True, slots=True)
class Sample:
    """One of the signs, with a sentence of the codebook that shows it."""

    kind: str
    """The basis, or `framing`."""
    name: str
    """Its name."""
    before: str
    """The words of the sentence before what is marked."""
    marked: str
    """What is marked."""
    after: str
    """The words after it."""
    says: str
    """What the sign says."""
    ask: str
    """What to ask."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of a list that has several."""

    number: int
    """Its number, from 1."""
    href: str
    """The way there, from the page that shows this."""
    here: bool
    """Whether it is the page that shows this."""


@dataclass(frozen=True, slots=True)
class ListView:
    """A page with articles on it."""

    title: str
    """Its title."""
    description: str
    """For search engines and previews."""
    cards: Cards
    """The articles on this page."""
    count: str
    """How many there are in all: `2 articles`."""
    root: str
    """The way from this page to the top of the site."""
    samples: tuple[Sample, ...] = ()
    """What the signs look like."""
    filters: tuple[Filter, ...] = ()
    """What to narrow the list by."""
    asked: str = ""
    """The same in a line."""
    rule: str = ""
    """How the mix of bases is told."""
    paired: bool = False
    """Whether any article is one of a pair."""
    more: str = ""
    """The words of the link to all articles, where some are left out here."""
    feeds: bool = False
    """Whether the site has feeds."""
    leaves: tuple[Leaf, ...] = ()
    """The pages of the list near this one, the first and the last; none where it has one page."""


_DESCRIPTION = (
    "News articles, taken apart sentence by sentence: who says so, what the writer concludes, "
    "and which words steer the reader."
)

_AT_HOME = 6
"""So many articles are on the home page: enough to choose from, and the library has the rest."""

A_PAGE = 60
"""So many articles are on one page of the library: a page that a phone still scrolls."""


def home_pages(library: Library) -> tuple[Page, ...]:
    """Give the home page and the pages of the library."""
    shelf = by_level(library.articles)
    count = counted(len(shelf), "article")
    home = ListView(
        title="Who Says?",
        description=_DESCRIPTION,
        cards=library.cards(one.slug for one in at_home(shelf)),
        count=count,
        root="./",
        samples=_samples(library.codebook),
        more=f"All {count}" if len(shelf) > _AT_HOME else "",
        feeds=library.around.has_feeds,
    )
    found = filters(shelf, library.codebook)
    last = max(1, -(-len(shelf) // A_PAGE))
    return (
        Page("index.md", "pages/home.md.j2", home),
        *(_library_page(number, last, shelf, found, library) for number in range(1, last + 1)),
    )


def _library_page(
    number: int, last: int, shelf: tuple[Listed, ...], found: tuple[Filter, ...], library: Library
) -> Page:
    count = counted(len(shelf), "article")
    here = shelf[(number - 1) * A_PAGE : number * A_PAGE]
    view = ListView(
        title="The articles" if number == 1 else f"The articles, page {number}",
        description=f"{count}, each with every statement marked."
        if shelf
        else "No article is published yet.",
        cards=library.cards(one.slug for one in here),
        count=count,
        root="../" if number == 1 else "../../",
        filters=found,
        asked=asked(found),
        rule=MIX_RULE,
        paired=bool(library.around.pairs),
        feeds=library.around.has_feeds and number == 1,
        leaves=_leaves(number, last),
    )
    folder = "articles" if number == 1 else f"articles/{number}"
    return Page(f"{folder}/index.md", "pages/articles.md.j2", view)


def _leaves(here: int, last: int) -> tuple[Leaf, ...]:
    """The first page, the last, and those within two of this one."""
    if last == 1:
        return ()
    up = "" if here == 1 else "../"
    near = sorted({1, last, *range(max(1, here - 2), min(last, here + 2) + 1)})
    return tuple(Leaf(n, up or "./" if n == 1 else f"{up}{n}/", n == here) for n in near)


def by_level(articles: Iterable[Listed]) -> tuple[Listed, ...]:
    """The youngest readers’ articles first, by title within a level; those without a level last."""
    return tuple(
        sorted(
            articles,
            key=lambda a: (
                [int(part) for part in re.findall(r"\d+", a.level)] or [100],
                a.title.lower(),
                a.slug,
            ),
        )
    )


def at_home(shelf: tuple[Listed, ...]) -> tuple[Listed, ...]:
    """A real one, then the first of each age, the second of each, and so on, as far as there is room."""
    turns: Counter[str] = Counter()

    def turn(one: Listed) -> int:
        turns[one.level] += 1
        return turns[one.level]

    real = [a for a in shelf if not a.invented][:1]
    in_turn = sorted((a for a in shelf if not real or a is not real[0]), key=turn)
    chosen = {a.slug for a in (*real, *in_turn)[:_AT_HOME]}
    return tuple(a for a in shelf if a.slug in chosen)


_SAYS = {
    "sourced": (
        "The text says who says it.",
        "Ask who that is, and what they have to win or lose.",
    ),
    "unsourced": ("Given as a fact, and nobody is named.", "Ask who could know."),
    "inferred": ("The writer’s own conclusion.", "Ask what it rests on."),
    "framing": ("Words that carry a judgement.", "Ask what the plain word is."),
}


def _samples(codebook: Codebook) -> tuple[Sample, ...]:
    """Give an example of each basis, and one of framing with its words marked."""
    found = [
        Sample(entry.id, entry.name, "", entry.examples[0].text, "", *_SAYS[entry.id])
        for entry in codebook.bases
        if entry.examples and entry.id in _SAYS
    ]
    for entry in codebook.techniques:
        if entry.id == "loaded-language" and entry.examples and entry.examples[0].spans:
            text, (start, end) = entry.examples[0].text, entry.examples[0].spans[0]
            words = (text[:start], text[start:end], text[end:])
            found.append(Sample("framing", "Framing", *words, *_SAYS["framing"]))
    return tuple(found)
