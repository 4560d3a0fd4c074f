"""The page on agreement: how far the readers of the library agree, or how to become the first."""

from __future__ import annotations

from dataclasses import dataclass

from generator.agreement import agree, laid
from generator.agreement.figures import Agreement, ArticleAgreement
from generator.agreement.shown import amount
from generator.pages.agreement.figure import FigureView, above_chance, figures
from generator.pages.data import BASES
from generator.pages.english import counted
from generator.pages.page import Library, Page


@dataclass(frozen=True, slots=True)
class Confusion:
    """Which two labels met, as a table."""

    labels: tuple[str, ...]
    """The heads of its columns."""
    rows: tuple[tuple[str, tuple[tuple[str, bool], ...]], ...]
    """Each label with its counts, and whether both readers of a count say the same."""


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article that others have read."""

    slug: str
    """Its address."""
    title: str
    """Its title."""
    language: str
    """The language of its title."""
    readers: str
    """How many read it, the published marks among them: `3 readings`."""
    figures: tuple[FigureView, ...]
    """Its figures, as far as there are any."""
    means: str
    """What the first of them means, or why there is none."""
    differences: str
    """On how many marks they differ: `4 differences`."""


@dataclass(frozen=True, slots=True)
class AgreementView:
    """All that the page shows."""

    title: str
    """Its title."""
    description: str
    """For search engines and previews."""
    repository: str
    """Where a reading can be handed in, or empty."""
    size: str
    """How many articles and readings there are, in words; empty without any."""
    figures: tuple[FigureView, ...]
    """The figures of the library."""
    drawn: str
    """What their intervals draw, in a sentence."""
    bases: Confusion | None
    """Which two bases met; None where no two readings have one for the same words."""
    articles: tuple[ReadArticle, ...]
    """Each article that others have read."""


def agreement_pages(library: Library) -> tuple[Page, ...]:
    """Give the page on agreement."""
    readings = library.around.readings
    articles = {slug: analysed.article for slug, analysed in library.whole.items()}
    found = agree(laid(articles.values(), readings))
    size = f"{counted(len(found.articles), 'article')}, {counted(len(readings), 'reading')}"
    view = AgreementView(
        title="Where readers agree",
        description="How far people who mark the same article agree, figure by figure, and where not.",
        repository=library.around.repository,
        size=f"{size} besides the published marks" if found.articles else "",
        figures=figures(found.library),
        drawn=_drawn(found),
        bases=_confusion(found),
        articles=tuple(_read(one, articles[one.slug].language) for one in found.articles),
    )
    return (Page("agreement/index.md", "pages/agreement.md.j2", view),)


def _drawn(found: Agreement) -> str:
    by_article = "Each interval draws whole articles."
    by_part = "Each interval draws statements, and framing by paragraph."
    return by_article if found.drawn == "articles" else by_part


def _confusion(found: Agreement) -> Confusion | None:
    counts = {(one, other): value for one, other, value in found.library.confusion}
    met = {label for pair in counts for label in pair}
    labels = tuple(basis for basis in BASES if basis in met)
    rows = tuple(
        (one, tuple((amount(counts.get((one, other), 0)), one == other) for other in labels))
        for one in labels
    )
    return Confusion(labels, rows) if rows else None


def _read(one: ArticleAgreement, language: str) -> ReadArticle:
    return ReadArticle(
        slug=one.slug,
        title=one.title,
        language=language,
        readers=counted(len(one.scores.readers), "reading"),
        figures=tuple(figure for figure in figures(one.scores) if figure.value),
        means=above_chance(one.scores.basis),
        differences=counted(len(one.differences), "difference"),
    )
