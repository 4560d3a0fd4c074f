"""What the page of a technique or kind shows of the library: all of it, as long as one page can."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from generator.pages.page import Library
from generator.pages.sentence import Sentence
from generator.pages.uses import Use

SHOWN = 200
"""So many uses are on one page; the search page lists every article that has one."""


def uses_of(technique: str, library: Library) -> tuple[Use, ...]:
    """Give the first uses of a technique, in the order of the library."""

    def found() -> Iterator[Use]:
        for article in library.articles:
            if any(name == technique for name, _ in article.techniques):
                names = library.details(article.slug).uses
                yield from (use for use in names if use.technique == technique)

    return tuple(islice(found(), SHOWN))


def sentences_of(kind: str, library: Library) -> tuple[Sentence, ...]:
    """Give the first statements of a kind of inference, in the order of the library."""

    def found() -> Iterator[Sentence]:
        for article in library.articles:
            if any(name == kind for name, _ in article.kinds):
                pairs = library.details(article.slug).sentences
                yield from (sentence for name, sentence in pairs if name == kind)

    return tuple(islice(found(), SHOWN))
