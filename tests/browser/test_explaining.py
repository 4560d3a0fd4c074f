"""What the explainer page does for its reader, besides marks and notes; and what its head says."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.articles import POND, WAR, note_of, real
from tests.browser.conftest import OpenPage

pytestmark = pytest.mark.same_window


def test_the_statement_in_view_is_shown_in_the_strip(open_page: OpenPage) -> None:
    """Its cell is the current one, once a reader has come to it."""
    page = open_page(f"{POND}#s7")
    strip = page.get_by_role("group", name=re.compile("at a glance", re.IGNORECASE))
    expect(strip.locator("[aria-current]")).to_have_attribute("href", "#s7")


def test_a_statements_address_opens_its_sheet_on_a_phone(open_page: OpenPage) -> None:
    """A link to #s7 opens the note of the statement; Escape closes it."""
    page = open_page(f"{POND}#s7", width=390)
    expect(note_of(page, "s7")).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(note_of(page, "s7")).to_be_hidden()


def test_a_followed_number_leaves_the_statements_address(open_page: OpenPage) -> None:
    """What is in the address bar after a click can be shared: the statement, not an id of ours."""
    page = open_page(POND)
    page.locator("#s7 a[href^='#']").first.click()
    assert page.url.endswith("#s7")


def test_what_falls_and_leans_is_shown_in_the_text(open_page: OpenPage) -> None:
    """With a voice taken away, the statements in the reading say what became of them, in words too."""
    page = open_page(WAR)
    article = real("changing-sides")
    voice = article.figures.voices[0]
    page.get_by_role("radio").and_(page.locator(f"[value='{voice.id}']")).check()
    for key in voice.removal.falls:
        expect(page.locator(f"#{key} a[href^='#']").first).to_have_accessible_name(
            re.compile(r"\bfalls\b")
        )
    for key in voice.removal.leans:
        expect(page.locator(f"#{key} a[href^='#']").first).to_have_accessible_name(
            re.compile(r"\bleans\b")
        )


def test_the_drawing_leads_to_the_same_in_words(open_page: OpenPage) -> None:
    """Its text equivalent is the nested list below, tied to it, with each statement and its label."""
    page = open_page(POND)
    drawing = page.locator("svg[role=img]")
    assert "in words" in str(drawing.get_attribute("aria-label"))
    said = page.locator(f"[id='{drawing.get_attribute('aria-details')}']")
    said.locator("summary").click()
    for statement in real("the-pink-pond").article.statements:
        entry = said.get_by_role("listitem").filter(
            has=page.locator(f":scope > a[href='#{statement.id}']")
        )
        expect(entry).to_contain_text(statement.short)


def test_a_swapped_wording_says_that_it_is_swapped(open_page: OpenPage) -> None:
    """Not by its looks alone: the mark's name, or an insertion, says that the plain word is ours."""
    page = open_page(WAR)
    page.get_by_role("checkbox", name="plain words").check()
    for mark in real("changing-sides").article.framing:
        if not mark.plain:
            continue
        place = page.locator(f"[id='{mark.id}']")
        inserted = place.get_by_role("insertion").count() > 0
        name = str(place.get_attribute("aria-label") or "")
        assert inserted or (re.search("plain|our wording", name) and mark.plain in name), mark.id


def test_a_framing_mark_says_whose_words_it_has(open_page: OpenPage) -> None:
    """Beside the text, on a wide screen too: a quotation, a paraphrase, or the writer’s own words."""
    page = open_page(WAR)
    said = {"quotation": "quotation", "paraphrase": "paraphras", "writer": "writer’s"}
    for mark in real("changing-sides").article.framing:
        text = note_of(page, mark.id).inner_text().lower()
        assert said[mark.wording] in text, mark.id


def test_reading_mode_shows_the_text_alone(open_page: OpenPage) -> None:
    """One choice between the text alone, with marks on demand, and the text explained."""
    page = open_page(POND)
    mode = page.get_by_role("radio", name=re.compile("text alone|reading", re.IGNORECASE)).or_(
        page.get_by_role("checkbox", name=re.compile("text alone|reading", re.IGNORECASE))
    )
    mode.first.check()
    expect(note_of(page, "s3")).to_be_hidden()
    page.locator("#s3 a[href^='#']").first.click()
    expect(note_of(page, "s3")).to_be_visible()


def test_the_header_has_a_search_form(open_page: OpenPage) -> None:
    """A plain form, to /search/, that has a name."""
    page = open_page("")
    form = page.get_by_role("search")
    expect(form).to_have_count(1)
    expect(form.get_by_role("searchbox")).to_have_accessible_name(re.compile(r"\w"))


def test_the_search_page_finds_an_article(open_page: OpenPage) -> None:
    """Titles, summaries and techniques are searched, in the reader's own browser."""
    page = open_page("")
    page.get_by_role("searchbox").fill("pond")
    page.get_by_role("searchbox").press("Enter")
    expect(
        page.get_by_role("main").get_by_role("link", name=re.compile("pond", re.IGNORECASE)).first
    ).to_be_visible()


def test_a_page_says_what_it_is_to_other_machines(kind: Page) -> None:
    """Title, description and Open Graph, none of them empty."""
    page = kind
    assert page.title()
    for selector in (
        "meta[name=description]",
        "meta[property='og:title']",
        "meta[property='og:type']",
        "meta[property='og:description']",
    ):
        assert page.locator(selector).get_attribute("content", timeout=1000), selector


def test_an_article_describes_its_original(open_page: OpenPage) -> None:
    """schema.org: an Article, and no ClaimReview, for there is no verdict."""
    page = open_page(WAR)
    blocks = page.locator("script[type='application/ld+json']").all_text_contents()
    assert blocks
    kinds = re.findall(r'"@type":\s*"(\w+)"', " ".join(blocks))
    assert all(json.loads(block) for block in blocks)
    assert "Article" in kinds
    assert "ClaimReview" not in kinds
