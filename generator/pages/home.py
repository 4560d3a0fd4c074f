"""The home page and the list of articles."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.figures import Analysed
from generator.model import Codebook
from generator.pages.concordance import Uses
from generator.pages.english import capital, counted, listed, percent, within
from generator.pages.page import Library, Page
from generator.pages.strip import Strip, strip


@dataclass(frozen=True, slots=True)
class Card:
    """An article in a list."""

    slug: str
    """Its address."""
    title: str
    """Its title."""
    language: str
    """The language of its title."""
    summary: str
    """What it is about, or empty."""
    publisher: str
    """Who published the original, or what is known in its place."""
    about: str
    """Ages, reading time, topics."""
    strip: Strip
    """The article at a glance."""
    counts: str
    """Its statements by basis, in words."""
    heaviest: str
    """The one or two voices that it leans on most, or empty."""
    load: str
    """What falls without it, in percent."""


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
class ListView:
    """A page with the articles on it."""

    title: str
    """Its title."""
    description: str
    """For search engines and previews."""
    cards: tuple[Card, ...]
    """The articles."""
    count: str
    """How many: `2 articles`."""
    root: str
    """The way from this page to the top of the site."""
    samples: tuple[Sample, ...] = ()
    """What the signs look like."""


_DESCRIPTION = (
    "News articles, taken apart sentence by sentence: who says so, what the writer concludes, "
    "and which words steer the reader."
)


def home_pages(library: Library, uses: Uses) -> tuple[Page, ...]:
    """Give the home page and the list of articles."""
    del uses
    cards = tuple(card(analysed) for analysed in library.articles)
    count = counted(len(cards), "article")
    home = ListView("Who Says?", _DESCRIPTION, cards, count, "./", _samples(library.codebook))
    articles = ListView(
        "The articles", f"{count}, each with every statement marked.", cards, count, "../"
    )
    return (
        Page("index.md", "pages/home.md.j2", home),
        Page("articles/index.md", "pages/articles.md.j2", articles),
    )


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
    """Give an example of each basis, and one of framing whose words stand out by themselves."""
    found = [
        Sample(entry.id, entry.name, "", entry.example, "", *_SAYS[entry.id])
        for entry in codebook.bases
        if entry.example and entry.id in _SAYS
    ]
    for entry in codebook.techniques:
        before, opening, rest = entry.example.partition("“")
        marked, closing, after = rest.partition("”")
        if closing and entry.id == "distancing-quotes":
            words = (before, opening + marked + closing, after)
            found.append(Sample("framing", "Framing", *words, *_SAYS["framing"]))
    return tuple(found)


def card(analysed: Analysed) -> Card:
    """Give an article as a list shows it."""
    article, figures = analysed.article, analysed.figures
    counts = figures.statements
    falls = max((len(voice.removal.falls) for voice in figures.voices), default=0)
    heaviest = [voice for voice in figures.voices if len(voice.removal.falls) == falls > 0]
    about = [f"ages {article.level.replace('-', '–')}"] if article.level else []
    about += [counted(figures.minutes, "minute"), *article.topics]
    return Card(
        slug=article.slug,
        title=article.title,
        language=article.language,
        summary=article.summary,
        publisher=article.original.publisher or _origin(analysed),
        about=" · ".join(about),
        strip=strip(analysed),
        counts=(
            f"{counted(counts.total, 'statement')}: {counts.sourced} sourced, "
            f"{counts.unsourced} unsourced, {counts.inferred} inferred; "
            f"{counted(len(article.framing), 'framing mark')}"
        ),
        heaviest=capital(listed([within(voice.name) for voice in heaviest]))
        if len(heaviest) < 3
        else "",
        load=percent(heaviest[0].removal.load) if heaviest else "",
    )


def _origin(analysed: Analysed) -> str:
    return "a text of our own" if analysed.article.rights == "own" else "publisher not known"
