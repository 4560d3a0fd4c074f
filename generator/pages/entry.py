"""The page of one technique, kind of inference or frame, with all of the library that shows it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Entry
from generator.pages.definition import Definition, define
from generator.pages.english import counted
from generator.pages.filters import Filter
from generator.pages.page import Cards, Library, Page
from generator.pages.sentence import Sentence
from generator.pages.shown import SHOWN, sentences_of, uses_of
from generator.pages.uses import Use

ROOT = "../../"

_CARDS = 60
"""So many articles are on the page of a frame."""


@dataclass(frozen=True, slots=True)
class EntryView:
    """All that an entry's page shows."""

    title: str
    """Its name."""
    description: str
    """For search engines and previews."""
    what: str
    """What it is: `technique`."""
    list: str
    """The way to the list of its like."""
    group: str
    """Its group's name, or empty."""
    count: str
    """How often it occurs: `3 uses in 2 articles`."""
    siblings_name: str
    """What stands beside it: `Techniques of this group`."""
    siblings: tuple[Entry, ...]
    """Those entries, itself among them."""
    definition: Definition
    """What it is, with examples."""
    heading: str
    """What the library shows of it."""
    empty: str
    """What stands there as long as that is nothing."""
    uses: tuple[Use, ...] = ()
    """A technique's marks, in the order of the library."""
    sentences: tuple[Sentence, ...] = ()
    """A kind's statements, in the order of the library."""
    cards: Cards | tuple[()] = ()
    """A frame's articles, in the order of the library."""
    more: str = ""
    """What of it is here, where that is not all: `the first 200 of 4,312 uses`."""
    asked: str = ""
    """What the search page calls such an entry: `technique`."""
    filters: tuple[Filter, ...] = ()
    """What to narrow the articles by: nothing, here."""
    root: str = ROOT
    """The way to the top of the site."""


def technique(entry: Entry, library: Library) -> Page:
    """Give the page of a technique."""
    codebook, uses = library.codebook, uses_of(entry.id, library)
    counts = [n for a in library.articles for name, n in a.techniques if name == entry.id]
    group = next((group.name for group in codebook.groups if group.id == entry.group), "")
    fellows = tuple(other for other in codebook.techniques if other.group == entry.group)
    return _page(
        EntryView(
            title=entry.name,
            description=entry.definition,
            what="technique",
            asked="technique",
            list="../",
            group=group,
            count=_count(sum(counts), "use", len(counts)),
            more=_more(sum(counts), "use"),
            siblings_name="Techniques of this group",
            siblings=fellows,
            definition=define(entry, codebook, ROOT),
            heading="Every use in the library",
            empty="No article in the library uses it yet. If you find one that does, add it.",
            uses=uses,
        )
    )


def kind(entry: Entry, library: Library) -> Page:
    """Give the page of a kind of inference."""
    codebook, sentences = library.codebook, sentences_of(entry.id, library)
    counts = [n for a in library.articles for name, n in a.kinds if name == entry.id]
    return _page(
        EntryView(
            title=entry.name,
            description=entry.definition,
            what="kind of inference",
            asked="kind",
            list="../",
            group="",
            count=_count(sum(counts), "use", len(counts)),
            more=_more(sum(counts), "use"),
            siblings_name="Kinds of inference",
            siblings=codebook.kinds,
            definition=define(entry, codebook, ROOT),
            heading="Every use in the library",
            empty="No article in the library has one yet. If you find one that does, add it.",
            sentences=sentences,
        )
    )


def frame(entry: Entry, library: Library) -> Page:
    """Give the page of a frame."""
    codebook = library.codebook
    slugs = [article.slug for article in library.articles if entry.id in article.frames]
    return _page(
        EntryView(
            title=entry.name,
            description=entry.definition,
            what="frame of an article",
            asked="frame",
            list="../",
            group="",
            count=counted(len(slugs), "article") if slugs else "no article yet",
            more=f"the first {_CARDS} of {counted(len(slugs), 'article')}"
            if len(slugs) > _CARDS
            else "",
            siblings_name="Frames",
            siblings=codebook.frames,
            definition=define(entry, codebook, ROOT),
            heading="Articles with this frame",
            empty="No article in the library has it yet. If you find one that does, add it.",
            cards=library.cards(slugs[:_CARDS]),
        )
    )


def _page(view: EntryView) -> Page:
    entry = view.definition.entry
    return Page(f"{entry.section}/{entry.id}/index.md", "pages/entry.md.j2", view)


def _count(number: int, what: str, articles: int) -> str:
    if not number:
        return f"no {what} yet"
    return f"{counted(number, what)} in {counted(articles, 'article')}"


def _more(number: int, what: str) -> str:
    return f"the first {SHOWN} of {counted(number, what)}" if number > SHOWN else ""
