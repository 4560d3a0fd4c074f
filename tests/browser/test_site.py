"""Every page of the site, as a file and in a browser."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Literal
from urllib.parse import unquote, urlsplit

import pytest

from tests.browser.conftest import OpenPage

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


class _Links(HTMLParser):
    """What a page points at, and what can be pointed at in it."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        values = {name: value or "" for name, value in attrs}
        self.targets += [values[name] for name in ("href", "src", "action") if name in values]
        self.targets += [part.split()[0] for part in values.get("srcset", "").split(",") if part]
        self.anchors |= {values[name] for name in ("id", "name") if values.get(name)}


@cache
def _links(page: Path) -> _Links:
    parser = _Links()
    parser.feed(page.read_text(encoding="utf-8"))
    return parser


def _fault(site: Path, page: Path, target: str) -> str:
    """What is wrong with a link, or an empty string."""
    link = urlsplit(target)
    if link.scheme in ("https", "http", "mailto", "data") or link.netloc:
        return ""
    if link.scheme:
        return "is not an address for readers"
    if link.path.startswith("/"):
        return "assumes that the site stands at the root"
    file = (page.parent / unquote(link.path)).resolve() if link.path else page
    if not file.is_relative_to(site):
        return "leaves the site"
    file = file / "index.html" if file.is_dir() else file
    if not file.is_file():
        return "has no file"
    fragment = unquote(link.fragment)
    if fragment and file.suffix == ".html" and fragment not in _links(file).anchors:
        return "names no place in its page"
    return ""


def test_every_link_leads_somewhere(site_dir: Path) -> None:
    """Each internal link, picture, script and #fragment of each page has its target."""
    site = site_dir.resolve()
    # The page for missing addresses is shown at any depth, so its links start at the root.
    pages = [page for page in site.rglob("*.html") if page != site / "404.html"]
    faults = [
        f"{page.relative_to(site)}: {target} {fault}"
        for page in pages
        for target in _links(page).targets
        if (fault := _fault(site, page, target))
    ]
    assert pages
    assert not faults, "\n".join(faults)


@kinds
@pytest.mark.parametrize("width", [360, 1280])
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


@kinds
@pytest.mark.parametrize("width", [320, 390, 800, 1000, 1280, 1600])
def test_nothing_scrolls_sideways(open_page: OpenPage, path: str, width: int) -> None:
    """At no width is a page wider than the window."""
    page = open_page(path, width=width)
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wide <= 0
