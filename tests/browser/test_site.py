"""Every page of the site, as a file and in a browser."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import chain
from pathlib import Path
from typing import Literal

import pytest

from generator.finish import finish_site
from generator.finish.markup import tags
from tests.browser.conftest import OpenPage

pytestmark = pytest.mark.same_window

KINDS = {
    "home": "",
    "library": "articles/",
    "article": "articles/changing-sides/",
    "method": "method/",
    "techniques": "techniques/",
    "about": "about/",
}
"""One page of each kind."""

kinds = pytest.mark.parametrize("path", KINDS.values(), ids=KINDS.keys())


def test_the_site_is_finished(site_dir: Path, trial_dir: Path) -> None:
    """Each link, picture, style, script and #fragment has its target; a second finish finds no more."""
    for site in (site_dir, trial_dir):
        assert finish_site(site).problems == ()


class _Parser(HTMLParser):
    """A page as the standard library reads it: slowly, and by other rules than ours."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        values = {name: value or "" for name, value in attrs}
        self.ids += [values["id"]] if "id" in values else []
        self.addresses += [values[name] for name in ("href", "src") if name in values]


def test_the_quick_reading_of_pages_agrees_with_a_parser(site_dir: Path, trial_dir: Path) -> None:
    """All ids and addresses of all pages, in order: what is checked is what is there."""
    for page in chain(site_dir.rglob("*.html"), trial_dir.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        parser = _Parser()
        parser.feed(text)
        found = tuple(tags(text))
        assert parser.ids == [t.attributes["id"] for t in found if "id" in t.attributes], page
        assert parser.addresses == [
            t.attributes[name] for t in found for name in ("href", "src") if name in t.attributes
        ], page
        assert parser.addresses


@kinds
@pytest.mark.parametrize("width", [360, pytest.param(1280, marks=pytest.mark.long)])
def test_pages_open_without_a_complaint(open_page: OpenPage, path: str, width: int) -> None:
    """No error in the console, no missing file, no request to anyone else, and one heading."""
    page = open_page(path, width=width)
    assert page.locator("h1:visible").count() == 1


@kinds
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_open_in_the_scheme_that_the_reader_prefers(
    open_page: OpenPage, path: str, scheme: Literal["light", "dark"]
) -> None:
    """A light page for those who prefer light, a dark one for those who prefer dark."""
    page = open_page(path, scheme=scheme)
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    red, green, blue = (int(part) for part in re.findall(r"\d+", colour)[:3])
    assert ("light" if red + green + blue > 384 else "dark") == scheme, colour
