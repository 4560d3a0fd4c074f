"""The articles that the browser shows, as the generator's own analysis sees them."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

from generator.analysis import analyse
from generator.analysis.figures import Analysed
from generator.build import check
from generator.model import Framing, Statement
from generator.reading.article import read_article
from tests.conftest import ROOT
from tests.sites.long import long_article
from tests.sites.project import ARABIC, ARTICLES, LONG, SHORT

WAR = "articles/changing-sides/"
"""A real article: 28 statements, three voices, much framing, records."""
POND = "articles/the-pink-pond/"
"""A teaching article: every basis, every stake."""

KINDS = {
    "home": "",
    "library": "articles/",
    "article": WAR,
    "teaching article": POND,
    "read": f"{POND}read/",
    "techniques": "techniques/",
    "technique": "techniques/loaded-language/",
    "kind of inference": "kinds/interpretation/",
    "frame": "frames/crime-and-punishment/",
    "method": "method/",
    "lessons": "lessons/",
    "lesson": "lessons/one-vote-two-stories/",
    "about": "about/",
    "contribute": "contribute/",
    "corrections": "corrections/",
    "search": "search/",
    "agreement": "agreement/",
    "data": "data/",
    "class": "teach/class/",
    "teach": "teach/",
    "pairs": "pairs/",
    "pair": "pairs/ramp-vote/",
}
"""One page of each kind of the project's site, and both articles."""


def always(*kinds: str) -> pytest.MarkDecorator:
    """Gives a test each kind of page as its path; kinds other than these in the long set alone."""
    assert set(kinds) <= set(KINDS)
    pages = [
        pytest.param(path, id=kind, marks=() if kind in kinds else pytest.mark.long)
        for kind, path in KINDS.items()
    ]
    return pytest.mark.parametrize("path", pages)


TRIALS = {
    "long": f"articles/{LONG}/",
    "arabic": f"articles/{ARABIC}/",
    "arabic read": f"articles/{ARABIC}/read/",
    "corrections": "corrections/",
    "short": f"articles/{SHORT}/",
    "missing page": "404.html",
}
"""Pages of the trial site; only a site with an address has a page for missing ones that works."""


@cache
def real(slug: str) -> Analysed:
    """An article of the project, analysed."""
    content = check(ROOT, today=date.today()).content
    return analyse(next(article for article in content.articles if article.slug == slug))


@cache
def trial(slug: str) -> Analysed:
    """A trial article, analysed."""
    file = Path(ARTICLES, f"{slug}.md")
    text = long_article() if slug == LONG else file.read_text(encoding="utf-8")
    reading = read_article(f"content/articles/{slug}.md", text)
    assert reading.article, reading.problems
    return analyse(reading.article)


def marks(article: Analysed) -> list[Statement | Framing]:
    """All marks that have notes: statements, then framing marks."""
    return [*article.article.statements, *article.article.framing]


def note_of(page: Page, mark: str) -> Locator:
    """The note of the mark with this id: where the first link of the mark leads."""
    target = page.locator(f"[id='{mark}']").evaluate(
        "mark => (mark.matches('a[href^=\"#\"]') ? mark : mark.querySelector('a[href^=\"#\"]')).hash"
    )
    return page.locator(f"[id='{target[1:]}']")


def flat(text: str) -> str:
    """A text on one line, each gap one space."""
    return " ".join(text.split())
