"""The feeds: what is new, newest first, in two formats that any feed reader takes."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from html import unescape
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from generator.feeds import feed_files
from generator.feeds.items import MOST
from generator.model import Annotator
from generator.pages.page import Library

from .sample import BRIDGE, HOSTILE, analysed, library
from .test_corrections import CORRECTED, OTHER

ADDRESS = "https://example.org/who-says/"
SELF = "{http://www.w3.org/2005/Atom}link"


@pytest.fixture(scope="module")
def shelf() -> Library:
    """A site with an address, two articles and four corrections."""
    articles = (analysed(CORRECTED, "bridge"), analysed(OTHER, "hostile"))
    return library(*articles, address=ADDRESS)


def read_rss(data: bytes) -> tuple[ET.Element, list[dict[str, str]]]:
    """The channel of an RSS feed and its items, each once it has what the format asks for."""
    root = ET.fromstring(data)
    assert (root.tag, root.get("version")) == ("rss", "2.0")
    (channel,) = root
    for name in ("title", "link", "description"):
        assert channel.findtext(name)
    items = []
    for item in channel.iter("item"):
        (guid,) = item.findall("guid")
        assert guid.get("isPermaLink") == "true"
        assert guid.text == item.findtext("link")
        items.append({part.tag: part.text or "" for part in item})
    return channel, items


def read_json(data: bytes) -> dict[str, Any]:
    """A JSON Feed, once it has what version 1.1 asks for, of the right type."""
    feed: dict[str, Any] = json.loads(data)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert isinstance(feed["title"], str)
    for item in feed["items"]:
        for name in ("id", "url", "title", "content_text"):
            assert isinstance(item[name], str), name
            assert item[name], name
        assert all(author["name"] for author in item.get("authors", []))
        assert all(isinstance(tag, str) for tag in item.get("tags", []))
        if "date_published" in item:
            assert datetime.fromisoformat(item["date_published"]).tzinfo
    return feed


def test_articles_and_corrections_come_newest_first(shelf: Library) -> None:
    """With their day and an address that leads to them; both formats tell the same."""
    files = feed_files(shelf)
    feed = read_json(files["feed.json"])
    assert [(item["date_published"][:10], item["title"]) for item in feed["items"]] == [
        ("2026-11-22", "The bridge that opened twice"),
        ("2026-11-22", 'A <b> & "c" *x* {{ y }} {% raw %} 😀'),
        ("2026-07-01", "Corrected: “The bridge that opened twice”"),
        ("2026-06-09", 'Corrected: “A <b> & "c" *x* {{ y }} {% raw %} 😀”'),
        ("2026-05-03", "Corrected: “The bridge that opened twice”"),
        ("2026-05-03", "Corrected: “The bridge that opened twice”"),
    ]
    assert feed["items"][0]["url"] == f"{ADDRESS}articles/bridge/"
    assert feed["items"][4]["url"].startswith(f"{ADDRESS}corrections/#bridge-2026-05-03-")
    told = "Statement 5: It was marked sourced; nobody is named. Asked for by a reader in Wells."
    assert feed["items"][4]["content_text"] == told
    _, items = read_rss(files["feed.xml"])
    for ours, theirs in zip(items, feed["items"], strict=True):
        assert (ours["guid"], ours["title"]) == (theirs["id"], theirs["title"])
        when = parsedate_to_datetime(ours["pubDate"])
        assert when == datetime.fromisoformat(theirs["date_published"])


def test_ids_are_addresses_and_each_is_there_once(shelf: Library) -> None:
    """So a feed reader shows nothing twice, however often the site is built."""
    ids = [item["id"] for item in read_json(feed_files(shelf)["feed.json"])["items"]]
    assert len(set(ids)) == len(ids)
    assert all(name.startswith(ADDRESS) for name in ids)
    assert feed_files(shelf) == feed_files(shelf)


def test_a_feed_says_where_it_stands(shelf: Library) -> None:
    """And which site it is of, and in which language."""
    files = feed_files(shelf)
    channel, _ = read_rss(files["feed.xml"])
    itself = channel.find(SELF)
    assert itself is not None
    assert itself.get("href") == f"{ADDRESS}feed.xml"
    assert (channel.findtext("link"), channel.findtext("language")) == (ADDRESS, "en")
    feed = read_json(files["feed.json"])
    assert (feed["feed_url"], feed["home_page_url"]) == (f"{ADDRESS}feed.json", ADDRESS)


def test_hostile_words_stay_words(shelf: Library) -> None:
    """A title is text; what RSS takes for HTML is that text again once a browser has read it."""
    files = feed_files(shelf)
    _, items = read_rss(files["feed.xml"])
    feed = read_json(files["feed.json"])
    summary = 'A <script>alert(1)</script> & "quoted" # text: yes'
    assert feed["items"][1]["content_text"] == summary
    assert "<" not in items[1]["description"]
    for ours, theirs in zip(items, feed["items"], strict=True):
        assert unescape(ours["description"]) == theirs["content_text"]


def test_a_character_that_xml_cannot_hold_breaks_no_feed(shelf: Library) -> None:
    """It becomes a sign for it, and the feed is read."""
    first = next(iter(shelf.whole.values()))
    odd = replace(first, article=replace(first.article, title="a\x0bb"))
    _, items = read_rss(feed_files(library(odd, address=ADDRESS))["feed.xml"])
    assert items[0]["title"] == "a�b"


def test_only_the_newest_are_in_a_feed() -> None:
    """At most fifty; an article that nobody dated comes last, without a day."""
    base = analysed(BRIDGE)
    first = date(2026, 1, 1)
    days = [None, *(first + timedelta(days=n) for n in range(MOST - 1))]
    shelf = library(
        *(
            replace(
                base,
                article=replace(base.article, slug=f"a{n}", annotators=(Annotator("school", day),)),
            )
            for n, day in enumerate(days)
        ),
        address=ADDRESS,
    )
    items = read_json(feed_files(shelf)["feed.json"])["items"]
    assert len(items) == MOST == 50
    assert items[0]["date_published"] == "2026-02-18T00:00:00+00:00"
    assert items[-1]["url"] == f"{ADDRESS}articles/a0/"
    assert "date_published" not in items[-1]
    more = library(*shelf.whole.values(), analysed(HOSTILE, "late"), address=ADDRESS)
    items = read_json(feed_files(more)["feed.json"])["items"]
    assert items[0]["url"] == f"{ADDRESS}articles/late/"
    assert len(items) == MOST
    assert f"{ADDRESS}articles/a0/" not in {item["url"] for item in items}


def test_a_day_is_midnight_wherever_the_site_is_built(shelf: Library) -> None:
    """The same content gives the same feed in every time zone."""
    item = read_json(feed_files(shelf)["feed.json"])["items"][0]
    assert datetime.fromisoformat(item["date_published"]) == datetime(2026, 11, 22, tzinfo=UTC)


def test_a_site_without_an_address_has_no_feeds(shelf: Library) -> None:
    """Their items would lead nowhere."""
    assert feed_files(library(*shelf.whole.values())) == {}
