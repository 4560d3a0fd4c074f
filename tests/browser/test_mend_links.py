"""From a note to its mending: quiet, within reach of the keyboard, and never on paper."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.articles import TRIALS, flat, marks, trial
from tests.browser.conftest import OpenPage
from tests.sites.project import ARABIC, SHORT

pytestmark = pytest.mark.same_window


def test_the_keyboard_opens_it_and_finds_both_ways(open_trial: OpenPage) -> None:
    """The next stops after the note's own links are “mend”, and once it is open, its two links."""
    page = open_trial(TRIALS["short"])
    statement = trial(SHORT).article.statements[0]
    number = statement.number
    menu = page.locator(f"#note-{statement.id} details.mend")
    menu.locator("summary").focus()
    page.keyboard.press("Enter")
    for name in (f"Suggest a change to statement {number}", f"Report statement {number}"):
        page.keyboard.press("Tab")
        link = page.locator(":focus")
        expect(link).to_have_accessible_name(name)
        assert str(link.get_attribute("href")).startswith("https://example.org/school/who-says/")
        assert str(link.text_content()) in name.lower()


def test_a_report_says_which_mark_is_meant(open_trial: OpenPage) -> None:
    """The form is filled in with the page, the mark and its words, and nothing of them leaves its field."""
    page = open_trial(TRIALS["arabic"])
    for mark in marks(trial(ARABIC)):
        ways = page.locator(f"#note-{mark.id} details.mend a")
        edit, report = (str(way.get_attribute("href")) for way in ways.all())
        assert edit.endswith(f"/edit/main/content/articles/{ARABIC}.md#L{mark.place.line}")
        address = urlsplit(report)
        assert address.path.endswith("/issues/new")
        assert not address.fragment
        filled = parse_qs(address.query, strict_parsing=True)
        assert filled.keys() == {"template", "title", "link", "mark"}
        assert filled["link"][0].endswith(f"/articles/{ARABIC}/#{mark.id}")
        words = filled["mark"][0].removesuffix(" …")
        assert words
        assert flat(mark.text).startswith(words)
        assert len(report) < 2_000


def test_without_scripts_the_page_has_one_way_of_its_own(open_trial: OpenPage) -> None:
    """Below the article: its file, and the form."""
    page = open_trial(TRIALS["short"], javascript=False)
    assert page.locator("details.mend").count() == 0
    expect(page.get_by_role("link", name="Edit this annotation")).to_be_visible()
    expect(page.get_by_role("link", name="Report a mistake")).to_be_visible()


@pytest.mark.parametrize(("kind", "slug"), [("short", SHORT), ("arabic", ARABIC)])
def test_each_note_has_it_closed_and_takes_no_line_for_it(
    open_trial: OpenPage, kind: str, slug: str
) -> None:
    """One a mark; on a wide screen it follows the note's last word."""
    page = open_trial(TRIALS[kind])
    article = trial(slug).article
    menus = page.locator("details.mend")
    assert menus.count() == len(article.statements) + len(article.framing)
    assert page.locator("details.mend[open]").count() == 0
    for menu in menus.all():
        assert menu.evaluate("menu => getComputedStyle(menu).display") == "inline"


def test_paper_has_nothing_to_click(open_trial: OpenPage) -> None:
    """Neither the menu nor its links are printed, open or not."""
    page = open_trial(TRIALS["short"])
    first = page.locator("details.mend").first
    first.locator("summary").click()
    expect(first.locator("a").first).to_be_visible()
    page.emulate_media(media="print")
    for menu in page.locator("details.mend").all():
        expect(menu).to_be_hidden()


def test_a_phones_sheet_has_it_too(open_trial: OpenPage) -> None:
    """In the open sheet, and large enough for a thumb."""
    page = open_trial(TRIALS["arabic"], width=390)
    mark = trial(ARABIC).article.statements[0]
    page.locator(f"#{mark.id} a[href^='#']").first.click()
    menu = page.locator(f"#note-{mark.id} details.mend")
    menu.locator("summary").click()
    for target in (menu.locator("summary"), *menu.locator("a").all()):
        box = target.bounding_box()
        assert box
        assert box["height"] >= 24
        assert box["width"] >= 24
    assert ARABIC in str(menu.locator("a").first.get_attribute("href"))
