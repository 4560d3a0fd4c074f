"""Feeds: what is new on the site, for whoever wants to hear of it without an account."""

from __future__ import annotations

from generator.feeds.items import newest
from generator.feeds.json_feed import json_feed
from generator.feeds.rss import rss
from generator.pages import Library

RSS = "feed.xml"
JSON = "feed.json"


def feed_files(library: Library) -> dict[str, bytes]:
    """Give the feeds by their paths under `docs/`; none where the site's address is not known."""
    if not library.around.has_feeds:
        return {}
    items = newest(library)
    return {
        RSS: rss(items, library.around.address, f"{library.around.address}{RSS}"),
        JSON: json_feed(items, library.around.address, f"{library.around.address}{JSON}"),
    }


__all__ = ["JSON", "RSS", "feed_files", "newest"]
