"""From articles to what pages are made of: what is around each, and the library of all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.analysis.figures import Analysed
from generator.model import Codebook, Lesson, Pair, Reading
from generator.pages.listed import details, line
from generator.pages.page import Around, Library


def around_of(
    codebook: Codebook,
    address: str = "",
    pairs: tuple[Pair, ...] = (),
    lessons: tuple[Lesson, ...] = (),
    repository: str = "",
    packs: bool = False,
    extras: bool = True,
    *,
    published: Mapping[str, Analysed],
    readings: tuple[Reading, ...] = (),
    workbench: bool = True,
) -> Around:
    """Give what is around articles; `published` has at least those of pairs and of readings, by slug."""
    whole = tuple(pair for pair in pairs if all(slug in published for slug in pair.articles))
    called = {slug: _called(published[slug]) for pair in whole for slug in pair.articles}
    told = tuple(reading for reading in readings if reading.slug in published)
    return Around(
        codebook, address, whole, lessons, repository, packs, extras, called, told, workbench
    )


def collect(articles: Iterable[Analysed], around: Around) -> Library:
    """Give the library of articles that are all in memory."""
    by_slug = {analysed.article.slug: analysed for analysed in articles}
    paired = frozenset(around.called or ())
    found = {slug: details(analysed, paired) for slug, analysed in by_slug.items()}
    lines = tuple(line(analysed) for analysed in by_slug.values())
    return Library(around, lines, found.__getitem__, by_slug)


def _called(analysed: Analysed) -> str:
    return analysed.article.original.publisher or f"“{analysed.article.title}”"
