"""The list of all pages for search engines: the engine knows only its own pages and the specimens."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path

SITEMAP = "sitemap.xml"
"""The engine's own is thrown away, and so is its twin `.gz`."""


def write_sitemap(site: Path, address: str, pages: Iterable[str]) -> None:
    """Write the list of these pages, by their paths in the site; none without an address."""
    if not address:
        return
    places = sorted(page.removesuffix("index.html") for page in pages if _is_listed(page))
    lines = "".join(f"<url><loc>{escape(address + place)}</loc></url>\n" for place in places)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    text = f'{head}<urlset xmlns="{space}">\n{lines}</urlset>\n'
    (site / SITEMAP).write_bytes(text.encode("utf-8"))


def _is_listed(page: str) -> bool:
    """Whether readers come to the page by its address: not to one for frames, nor to that of errors."""
    return page.endswith("index.html") and not page.endswith("/embed/index.html")
