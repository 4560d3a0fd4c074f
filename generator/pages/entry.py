"""The page of one technique, kind of inference or frame, with all of the library that shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Article, Codebook, Entry, Statement
from generator.pages.concordance import Use, sentence_around
from generator.pages.definition import Definition, define
from generator.pages.english import counted
from generator.pages.filters import Filter
from generator.pages.home import Card
from generator.pages.page import Page

ROOT = "../../"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A statement of the library, whole, in its sentence."""

    slug: str
    """The article's slug."""
    title: str
    """The article's title."""
    language: str
    """The article's language."""
    mark: str
    """The statement's id."""
    before: str
    """What stands before it in the same sentence, or empty."""
    words: str
    """Its words."""
    after: str
    """What stands after it in the same sentence, or empty."""


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
    cards: tuple[Card, ...] = ()
    """A frame's articles, in the order of the library."""
    filters: tuple[Filter, ...] = ()
    """What to narrow the articles by: nothing, here."""
    root: str = ROOT
    """The way to the top of the site."""


def technique(entry: Entry, codebook: Codebook, uses: Sequence[Use]) -> Page:
    """Give the page of a technique."""
    group = next((group.name for group in codebook.groups if group.id == entry.group), "")
    fellows = tuple(other for other in codebook.techniques if other.group == entry.group)
    return _page(
        EntryView(
            title=entry.name,
            description=entry.definition,
            what="technique",
            list="../",
            group=group,
            count=_count(len(uses), "use", {use.slug for use in uses}),
            siblings_name="Techniques of this group",
            siblings=fellows,
            definition=define(entry, codebook, ROOT),
            heading="Every use in the library",
            empty="No article in the library uses it yet. If you find one that does, add it.",
            uses=tuple(uses),
        )
    )


def kind(entry: Entry, codebook: Codebook, sentences: Sequence[Sentence]) -> Page:
    """Give the page of a kind of inference."""
    return _page(
        EntryView(
            title=entry.name,
            description=entry.definition,
            what="kind of inference",
            list="../",
            group="",
            count=_count(len(sentences), "use", {sentence.slug for sentence in sentences}),
            siblings_name="Kinds of inference",
            siblings=codebook.kinds,
            definition=define(entry, codebook, ROOT),
            heading="Every use in the library",
            empty="No article in the library has one yet. If you find one that does, add it.",
            sentences=tuple(sentences),
        )
    )


def frame(entry: Entry, codebook: Codebook, cards: Sequence[Card]) -> Page:
    """Give the page of a frame."""
    return _page(
        EntryView(
            title=entry.name,
            description=entry.definition,
            what="frame of an article",
            list="../",
            group="",
            count=counted(len(cards), "article") if cards else "no article yet",
            siblings_name="Frames",
            siblings=codebook.frames,
            definition=define(entry, codebook, ROOT),
            heading="Articles with this frame",
            empty="No article in the library has it yet. If you find one that does, add it.",
            cards=tuple(cards),
        )
    )


def sentence(article: Article, statement: Statement) -> Sentence:
    """Give a statement as a list shows it, with the rest of its sentence where it is a clause."""
    text, span = article.blocks[statement.span.block].text.text, statement.span
    begins, ends = sentence_around(text, span.start, span.end)
    return Sentence(
        slug=article.slug,
        title=article.title,
        language=article.language,
        mark=statement.id,
        before=" ".join(text[begins : span.start].split()),
        words=" ".join(text[span.start : span.end].split()),
        after=" ".join(text[span.end : ends].split()),
    )


def _page(view: EntryView) -> Page:
    entry = view.definition.entry
    return Page(f"{entry.section}/{entry.id}/index.md", "pages/entry.md.j2", view)


def _count(number: int, what: str, slugs: set[str]) -> str:
    if not number:
        return f"no {what} yet"
    return f"{counted(number, what)} in {counted(len(slugs), 'article')}"
