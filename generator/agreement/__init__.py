"""Several readers of one text: how far they agree, and where they honestly do not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.agreement.differences import differences
from generator.agreement.figures import Agreement, ArticleAgreement
from generator.agreement.laying import lay
from generator.agreement.scoring import ENOUGH_ARTICLES, scores
from generator.agreement.values import Marked
from generator.model import Article, Reading


def agree(texts: Sequence[Marked]) -> Agreement:
    """The figures and the differences of texts that several people marked."""
    return Agreement(
        scores(texts),
        "articles" if len(texts) >= ENOUGH_ARTICLES else "statements",
        tuple(agree_on(marked) for marked in texts),
    )


def agree_on(marked: Marked) -> ArticleAgreement:
    """The figures and the differences of one text."""
    return ArticleAgreement(
        marked.slug, marked.title, marked.adjudicated, scores([marked]), differences(marked)
    )


def laid(articles: Iterable[Article], readings: Iterable[Reading]) -> tuple[Marked, ...]:
    """Each article that somebody else has read, with its readings, in the order of the articles."""
    by_slug: dict[str, list[Reading]] = {}
    for reading in readings:
        by_slug.setdefault(reading.slug, []).append(reading)
    return tuple(lay(a, by_slug[a.slug]) for a in articles if a.slug in by_slug)
