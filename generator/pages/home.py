"""The home page and the list of articles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.analysis.figures import Analysed
from generator.model import Codebook, Pair
from generator.pages.concordance import Uses
from generator.pages.english import capital, counted, listed, percent, within
from generator.pages.filters import MIX_RULE, Answers, Filter, answers, asked, filters
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
    """What it is about, or empty; without the words that say that it is invented."""
    invented: bool
    """Whether it is."""
    origin: str
    """Who published the original, or what is known in its place, and what kind of article it is."""
    about: str
    """Ages, reading time, topics."""
    answers: Answers
    """What it answers to in the library's filters."""
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


_DESCRIPTION = (
    "News articles, taken apart sentence by sentence: who says so, what the writer concludes, "
    "and which words steer the reader."
)


_AT_HOME = 6
"""So many articles are on the home page: enough to choose from, and the library has the rest."""


def home_pages(library: Library, uses: Uses) -> tuple[Page, ...]:
    """Give the home page and the list of articles."""
    del uses
    shelf = by_level(library.articles)
    cards = tuple(card(analysed, library.pairs) for analysed in shelf)
    count = counted(len(cards), "article")
    found = filters(shelf, library.codebook)
    home = ListView(
        title="Who Says?",
        description=_DESCRIPTION,
        cards=tuple(card(analysed, library.pairs) for analysed in at_home(shelf)),
        count=count,
        root="./",
        samples=_samples(library.codebook),
        more=f"All {count}" if len(cards) > _AT_HOME else "",
        feeds=library.has_feeds,
    )
    articles = ListView(
        title="The articles",
        description=f"{count}, each with every statement marked."
        if cards
        else "No article is published yet.",
        cards=cards,
        count=count,
        root="../",
        filters=found,
        asked=asked(found),
        rule=MIX_RULE,
        paired=any(each.answers.pair for each in cards),
        feeds=library.has_feeds,
    )
    return (
        Page("index.md", "pages/home.md.j2", home),
        Page("articles/index.md", "pages/articles.md.j2", articles),
    )


def by_level(articles: Iterable[Analysed]) -> tuple[Analysed, ...]:
    """The youngest readers' articles first, by title within a level; those without a level last."""
    return tuple(
        sorted(
            articles,
            key=lambda a: (
                [int(part) for part in re.findall(r"\d+", a.article.level)] or [100],
                a.article.title.lower(),
            ),
        )
    )


def at_home(shelf: tuple[Analysed, ...]) -> tuple[Analysed, ...]:
    """A real one, then the first of each age, the second of each, and so on, as far as there is room."""
    turns: Counter[str] = Counter()

    def turn(analysed: Analysed) -> int:
        turns[analysed.article.level] += 1
        return turns[analysed.article.level]

    real = [a for a in shelf if not a.article.invented][:1]
    in_turn = sorted((a for a in shelf if a not in real), key=turn)
    chosen = {a.article.slug for a in (*real, *in_turn)[:_AT_HOME]}
    return tuple(a for a in shelf if a.article.slug in chosen)


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


def card(analysed: Analysed, pairs: Iterable[Pair] = ()) -> Card:
    """Give an article as a list shows it, in a library with these pairs."""
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
        summary=_INVENTED.sub("", article.summary) if article.invented else article.summary,
        invented=article.invented,
        origin=" · ".join(x for x in (_origin(analysed), article.genre) if x),
        about=" · ".join(about),
        answers=answers(analysed, pairs),
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


_INVENTED = re.compile(r"\s*Written for teaching\b[^.]*\.\s*$")
"""How a summary says that the article is invented; a list says so with a label."""


def _origin(analysed: Analysed) -> str:
    if publisher := analysed.article.original.publisher:
        return publisher
    return "a text of our own" if analysed.article.rights == "own" else "publisher not known"
