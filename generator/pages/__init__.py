"""What each page shows, computed: one page kind a file, none of it with markup."""

from __future__ import annotations

from generator.pages.article import article_pages
from generator.pages.concordance import concordance
from generator.pages.home import home_pages
from generator.pages.method import method_pages
from generator.pages.page import Library, Page
from generator.pages.search import search_pages
from generator.pages.techniques import technique_pages

MAKERS = (home_pages, article_pages, method_pages, technique_pages, search_pages)
"""The page makers; each takes the library and every use of its techniques, and gives pages."""


def pages(library: Library) -> tuple[Page, ...]:
    """Give every generated page of the site."""
    uses = concordance(library)
    return tuple(page for make in MAKERS for page in make(library, uses))


__all__ = ["MAKERS", "Library", "Page", "pages"]
