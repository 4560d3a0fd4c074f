"""RSS 2.0."""

from __future__ import annotations

from collections.abc import Iterable
from email.utils import format_datetime
from html import escape
from xml.etree import ElementTree as ET

from generator.feeds.items import ABOUT, TITLE, Item
from generator.pages.metadata import PAGES_ARE_IN
from generator.quiz.xml import document, element

ATOM = "http://www.w3.org/2005/Atom"
"""The names in which a feed says where it stands itself."""


def rss(items: Iterable[Item], home: str, address: str) -> bytes:
    """Write the feed that stands at `address`, of the site at `home`."""
    itself = {"href": address, "rel": "self", "type": "application/rss+xml"}
    channel = element(
        "channel",
        None,
        element("title", text=TITLE),
        element("link", text=home),
        element("description", text=ABOUT),
        element("language", text=PAGES_ARE_IN),
        element("atom:link", itself),
        *(_item(item) for item in items),
    )
    return document(element("rss", {"version": "2.0", "xmlns:atom": ATOM}, channel))


def _item(item: Item) -> ET.Element:
    made = element(
        "item",
        None,
        element("title", text=item.title),
        element("link", text=item.address),
        element("guid", {"isPermaLink": "true"}, text=item.address),
        # A title is text, and this is HTML: so a `<` that an author wrote is `&lt;` in it.
        element("description", text=escape(item.text)),
    )
    made.extend(element("category", text=topic) for topic in item.topics)
    if item.when:
        made.append(element("pubDate", text=format_datetime(item.when, usegmt=True)))
    return made
