"""Set this as reading: a link to copy, Google Classroom, the key, quiz files; and the page for teachers."""

from __future__ import annotations

from itertools import pairwise
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.articles import POND, TRIALS
from tests.browser.conftest import OpenPage
from tests.browser.shelf import hrefs

pytestmark = pytest.mark.same_window

ADDRESS = "The link for your pupils"


def field(page: Page) -> Locator:
    """The field with the student page's address."""
    return page.get_by_role("textbox", name=ADDRESS)


def test_the_link_is_a_whole_address_that_opens_the_student_page(open_page: OpenPage) -> None:
    """Composed from where the page stands, so it is right under any folder."""
    page = open_page(f"{POND}?layers=sourced#s3")
    value = field(page).input_value()
    assert value == urljoin(page.url.partition("?")[0], "read/")
    assert field(page).get_attribute("readonly") is not None
    page.goto(value)
    expect(page.locator("body.page-read")).to_be_visible()


def test_the_link_is_copied(open_page: OpenPage) -> None:
    """To the clipboard, and the page says so."""
    page = open_page(POND)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy", exact=True).click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == field(page).input_value()


@pytest.mark.parametrize("old_way", [True, False], ids=["the old way works", "nothing works"])
def test_without_a_clipboard_the_link_is_selected(open_page: OpenPage, old_way: bool) -> None:
    """As on a page without a secure address: the old way is tried, else the reader is told how."""
    page = open_page(POND)
    page.evaluate(
        """works => {
          navigator.clipboard.writeText = () => Promise.reject(new Error("no"));
          document.execCommand = name => works && name === "copy" && getSelection().toString() !== "nothing";
        }""",
        old_way,
    )
    page.get_by_role("button", name="Copy", exact=True).click()
    if old_way:
        expect(page.get_by_text("Copied.")).to_be_visible()
        return
    expect(page.get_by_text("It is selected: copy it with Ctrl+C")).to_be_visible()
    expect(field(page)).to_be_focused()
    chosen = field(page).evaluate("f => f.value.slice(f.selectionStart, f.selectionEnd)")
    assert chosen == field(page).input_value()


def test_google_classroom_is_a_link_and_nothing_of_it_is_loaded(open_page: OpenPage) -> None:
    """It holds the student page's address; the watch on requests sees that none goes there."""
    page = open_page(POND)
    link = page.get_by_role("link", name="Share to Google Classroom")
    target = urlsplit(str(link.get_attribute("href")))
    assert (target.scheme, target.netloc, target.path) == (
        "https",
        "classroom.google.com",
        "/share",
    )
    assert parse_qs(target.query)["url"] == [field(page).input_value()]
    assert link.evaluate("a => a.relList.contains('noreferrer')")


def test_without_script_and_address_there_is_a_plain_link_and_no_dead_control(
    open_page: OpenPage,
) -> None:
    """The student page is linked; what needs an address that nobody knows is not shown."""
    page = open_page(POND, javascript=False)
    section = page.locator(".setting")
    expect(section.get_by_role("link", name="the student page")).to_have_attribute(
        "href", "../../articles/the-pink-pond/read/"
    )
    expect(section.get_by_role("link", name="Share to Google Classroom")).to_have_count(0)
    assert section.locator("input:visible, button:visible").count() == 0


def test_without_script_a_published_site_still_shares_to_classroom(open_trial: OpenPage) -> None:
    """The link is composed when the site is built."""
    page = open_trial(TRIALS["short"], javascript=False)
    link = page.get_by_role("link", name="Share to Google Classroom")
    query = parse_qs(urlsplit(str(link.get_attribute("href"))).query)
    assert query == {"url": [f"https://example.org/who-says/{TRIALS['short']}read/"]}


def test_the_key_is_printed_from_its_own_page(open_page: OpenPage) -> None:
    """The button prints; nothing else does."""
    page = open_page(POND)
    page.evaluate("() => { window.printed = 0; window.print = () => { window.printed += 1; }; }")
    page.get_by_role("button", name="Print the key").click()
    assert page.evaluate("window.printed") == 1


def test_the_section_stands_before_the_last_and_its_files_are_there(open_page: OpenPage) -> None:
    """Linked from beside the title; every file and page that it names can be had."""
    page = open_page(POND)
    page.get_by_role("link", name="Set this as reading").last.click()
    expect(page.get_by_role("heading", name="Set this as reading")).to_be_in_viewport()
    titles = page.locator(".sheet > h2").all_inner_texts()
    assert titles[-2:] == ["Set this as reading", "About this annotation"]
    inner = [h for h in hrefs(page.locator(".setting a:not([hidden])")) if "//" not in h]
    assert sum("/quiz/" in href for href in inner) == 3
    for href in inner:
        answer = page.request.get(urljoin(page.url, href))
        assert answer.ok, href
        assert answer.body(), href


def test_the_address_field_fits_a_phone(open_page: OpenPage) -> None:
    """Field and button stand side by side within 320 px, and both can be hit."""
    page = open_page(POND, width=320)
    button = page.get_by_role("button", name="Copy", exact=True)
    for control in (field(page), button):
        box = control.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
        assert box["height"] >= 40
        assert box["width"] >= 44


@pytest.mark.parametrize("width", [320, 1280])
def test_the_page_for_teachers_leads_to_each_step(open_page: OpenPage, width: int) -> None:
    """Five steps; every link of the page works, and the header names the page."""
    page = open_page("teach/", width=width)
    expect(page.locator(".steps > li")).to_have_count(5)
    expect(page.locator(".main [aria-current=page]")).to_have_text("Teach")
    links = hrefs(page.locator("main .sheet a"))
    assert {"../articles/", "class/", "../pairs/", "../method/", "../quiz-files/"} <= set(links)
    for href in links:
        assert page.request.get(urljoin(page.url, href)).ok, href
    items = [item.bounding_box() for item in page.locator(".main li").all()]
    assert len({round(box["y"]) for box in items if box}) == 1, "the header's links are in one row"


def test_the_headers_links_do_not_touch_on_a_small_phone(open_page: OpenPage) -> None:
    """Five of them in 284 px, each whole and apart from the next."""
    page = open_page("teach/", width=320)
    boxes = [item.bounding_box() for item in page.locator(".main a").all()]
    edges = [(box["x"], box["x"] + box["width"]) for box in boxes if box]
    assert len(edges) == 5
    for (_, end), (start, _) in pairwise(edges):
        assert end + 4 <= start
    assert edges[-1][1] <= 320 - 18 + 1
