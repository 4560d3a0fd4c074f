"""What each page shows, computed: one page kind a file, none of it with markup."""

from __future__ import annotations

from generator.analysis.figures import Analysed
from generator.pages.agreement import agreement_pages
from generator.pages.article import article_pages
from generator.pages.classroom import class_pages
from generator.pages.contribute import contribute_pages
from generator.pages.corrections import corrections_pages
from generator.pages.data import data_pages
from generator.pages.embed import embed_pages
from generator.pages.frames import frame_pages
from generator.pages.home import home_pages
from generator.pages.kinds import kind_pages
from generator.pages.lessons import lesson_pages
from generator.pages.library import around_of, collect
from generator.pages.method import method_pages
from generator.pages.page import Around, Library, Page
from generator.pages.pairs import pair_pages
from generator.pages.read import read_pages
from generator.pages.search import search_pages
from generator.pages.teach import teach_pages
from generator.pages.techniques import technique_pages
from generator.pages.workbench import workbench_pages

OF_AN_ARTICLE = (article_pages, read_pages, data_pages, embed_pages)
"""The makers of an article's own pages: from nothing but the article and what is around it."""

OF_THE_LIBRARY = (
    *(home_pages, class_pages, pair_pages, teach_pages),
    *(method_pages, technique_pages, kind_pages, frame_pages, lesson_pages, search_pages),
    *(corrections_pages, agreement_pages, contribute_pages, workbench_pages),
)
"""The makers of all other pages: from the lines that the articles leave."""


def pages_of_article(analysed: Analysed, around: Around) -> tuple[Page, ...]:
    """Give every page of one article."""
    return tuple(page for make in OF_AN_ARTICLE for page in make(analysed, around))


def pages_of_library(library: Library) -> tuple[Page, ...]:
    """Give every page that is of no single article."""
    return tuple(page for make in OF_THE_LIBRARY for page in make(library))


__all__ = [
    "OF_AN_ARTICLE",
    "OF_THE_LIBRARY",
    "Around",
    "Library",
    "Page",
    "around_of",
    "collect",
    "pages_of_article",
    "pages_of_library",
]
