"""What each page shows, computed: one page kind a file, none of it with markup."""

from __future__ import annotations

from generator.analysis.figures import Analysed
from generator.pages.article import article_pages
from generator.pages.data import data_pages
from generator.pages.embed import embed_pages
from generator.pages.library import around_of, collect
from generator.pages.page import Around, Library, Page
from generator.pages.read import read_pages

OF_AN_ARTICLE = (article_pages, read_pages, data_pages, embed_pages)
"""The makers of an article's own pages: from nothing but the article and what is around it."""


def pages_of_article(analysed: Analysed, around: Around) -> tuple[Page, ...]:
    """Give every page of one article."""
    return tuple(page for make in OF_AN_ARTICLE for page in make(analysed, around))


def pages_of_library(library: Library) -> tuple[Page, ...]:
    """Give every page that is of no single article."""
    # A preview, and a process that makes articles, need not wait for these.
    from generator.pages.of_library import OF_THE_LIBRARY

    return tuple(page for make in OF_THE_LIBRARY for page in make(library))


__all__ = [
    "OF_AN_ARTICLE",
    "Around",
    "Library",
    "Page",
    "around_of",
    "collect",
    "pages_of_article",
    "pages_of_library",
]
