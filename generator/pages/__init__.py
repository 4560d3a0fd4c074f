"""What each page shows, computed: one page kind a file, none of it with markup."""

from __future__ import annotations

from generator.pages.article import article_pages
from generator.pages.classroom import class_pages
from generator.pages.concordance import concordance
from generator.pages.corrections import corrections_pages
from generator.pages.frames import frame_pages
from generator.pages.home import home_pages
from generator.pages.kinds import kind_pages
from generator.pages.lessons import lesson_pages
from generator.pages.marks_data import marks_data_pages
from generator.pages.method import method_pages
from generator.pages.page import Library, Page
from generator.pages.pairs import pair_pages
from generator.pages.read import read_pages
from generator.pages.search import search_pages
from generator.pages.teach import teach_pages
from generator.pages.techniques import technique_pages

MAKERS = (
    *(home_pages, article_pages, read_pages, marks_data_pages, class_pages),
    *(pair_pages, teach_pages),
    *(method_pages, technique_pages, kind_pages, frame_pages, lesson_pages, search_pages),
    corrections_pages,
)
"""The page makers; each takes the library and every use of its techniques, and gives pages."""


def pages(library: Library) -> tuple[Page, ...]:
    """Give every generated page of the site."""
    uses = concordance(library)
    return tuple(page for make in MAKERS for page in make(library, uses))


__all__ = ["MAKERS", "Library", "Page", "pages"]
