"""Pairs: two articles on one event side by side, and the list of all pairs."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.figures import Analysed
from generator.model import Pair, Question
from generator.pages.english import counted
from generator.pages.page import Library, Page
from generator.pages.pairs.facts import FactRow, Facts, fact_groups, fact_rows
from generator.pages.pairs.sides import Side, called, two_sides
from generator.pages.pairs.together import Together, together
from generator.pages.pairs.words import TechniqueRow, WordsRow, technique_rows, words_rows


@dataclass(frozen=True, slots=True)
class PairView:
    """All that the page of a pair shows."""

    title: str
    """Its title."""
    description: str
    """For search engines and previews."""
    source: str
    """The file that it comes from."""
    event: str
    """What happened, in a neutral sentence."""
    sides: tuple[Side, Side]
    """The two articles."""
    headline: str
    """The one thing to see."""
    strips: Together
    """Both at a glance."""
    facts: tuple[Facts, ...]
    """What both report, what only one does; without what is empty."""
    words: tuple[WordsRow, ...]
    """Words for the same thing."""
    techniques: tuple[TechniqueRow, ...]
    """Techniques, those of both first."""
    questions: tuple[Question, ...]
    """For a class."""
    lessons: tuple[tuple[str, str], ...]
    """Lessons that use the pair: slug and title."""


@dataclass(frozen=True, slots=True)
class PairCard:
    """A pair in the list of pairs."""

    id: str
    """Its address."""
    title: str
    """Its title."""
    event: str
    """What happened."""
    articles: tuple[tuple[str, str], ...]
    """Who told it, and under what title."""
    figures: str
    """How much both report."""
    strips: Together
    """Both at a glance."""


@dataclass(frozen=True, slots=True)
class PairsView:
    """All that the list of pairs shows."""

    title: str
    """Its title."""
    description: str
    """For search engines and previews."""
    pairs: tuple[PairCard, ...]
    """The pairs, in the order of the file."""


def pair_pages(library: Library) -> tuple[Page, ...]:
    """Give the list of pairs, and the page of each."""
    by_slug = library.whole
    found = [
        (pair, by_slug[pair.articles[0]], by_slug[pair.articles[1]])
        for pair in library.around.pairs
        if len(pair.articles) == 2 and all(slug in by_slug for slug in pair.articles)
    ]
    index = PairsView(
        title="Pairs",
        description="Two articles on one event, side by side: what both report, and what only one does.",
        pairs=tuple(_card(pair, upper, lower) for pair, upper, lower in found),
    )
    return (
        Page("pairs/index.md", "pages/pairs.md.j2", index),
        *(
            Page(
                f"pairs/{pair.id}/index.md",
                "pages/pair.md.j2",
                pair_view(pair, upper, lower, library),
            )
            for pair, upper, lower in found
        ),
    )


def pair_view(pair: Pair, upper: Analysed, lower: Analysed, library: Library) -> PairView:
    """Compute all that the page of a pair shows."""
    rows = fact_rows(pair.facts, upper, lower)
    sides = two_sides(upper, lower, library.around)
    return PairView(
        title=pair.title,
        description=pair.event,
        source=pair.path,
        event=pair.event,
        sides=sides,
        headline=_headline(rows, sides),
        strips=together(upper, lower, pair.facts),
        facts=fact_groups(rows, sides[0].who, sides[1].who),
        words=words_rows(pair.words, upper, lower, library.codebook),
        techniques=technique_rows((upper, lower), library.codebook),
        questions=pair.questions,
        lessons=tuple(
            (one.slug, one.title) for one in library.around.lessons if one.pair == pair.id
        ),
    )


def _headline(rows: tuple[FactRow, ...], sides: tuple[Side, Side]) -> str:
    both = [row for row in rows if all(row.sides)]
    unlike = sum(row.unlike for row in both)
    shared = sum(cell.shared for cell in sides[0].voices)
    facts = f"Of {counted(len(rows), 'fact')}, both report {len(both)}"
    rest = (
        f"; {unlike} of those {'rests' if unlike == 1 else 'rest'} on something else in each"
        if unlike
        else ""
    )
    heard = counted(shared, "voice is heard in both", "voices are heard in both")
    return f"{facts}{rest}. {heard if shared else 'No voice is heard in both'}."


def _card(pair: Pair, upper: Analysed, lower: Analysed) -> PairCard:
    both = sum(len(fact.reported) == 2 for fact in pair.facts)
    return PairCard(
        id=pair.id,
        title=pair.title,
        event=pair.event,
        articles=(
            (called(upper, lower), upper.article.title),
            (called(lower, upper), lower.article.title),
        ),
        figures=f"both report {both} of {counted(len(pair.facts), 'fact')}",
        strips=together(upper, lower, pair.facts),
    )
