"""JSON Feed, version 1.1."""

from __future__ import annotations

import json
from collections.abc import Iterable

from generator.feeds.items import ABOUT, TITLE, Item
from generator.pages.metadata import PAGES_ARE_IN

VERSION = "https://jsonfeed.org/version/1.1"
"""What the format is known by."""


def json_feed(items: Iterable[Item], home: str, address: str) -> bytes:
    """Write the feed that stands at `address`, of the site at `home`."""
    feed = {
        "version": VERSION,
        "title": TITLE,
        "home_page_url": home,
        "feed_url": address,
        "description": ABOUT,
        "language": PAGES_ARE_IN,
        "items": [_item(item) for item in items],
    }
    return (json.dumps(feed, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _item(item: Item) -> dict[str, object]:
    made: dict[str, object] = {
        "id": item.address,
        "url": item.address,
        "title": item.title,
        "content_text": item.text,
    }
    if item.when:
        made["date_published"] = item.when.isoformat()
    if item.names:
        made["authors"] = [{"name": name} for name in item.names]
    if item.topics:
        made["tags"] = list(item.topics)
    return made
