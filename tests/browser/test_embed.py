"""The embed, in a frame on a page of somebody else, as a reader there meets it."""

from __future__ import annotations

import html
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Frame, Page, expect

from generator.pages.embed import embed_line
from tests.browser.articles import POND, TRIALS, WAR, flat, marks, real
from tests.browser.conftest import OpenPage
from tests.browser.test_axe import faults

pytestmark = pytest.mark.same_window

EMBED = f"{WAR}embed/"


def other_origin(site_url: str) -> str:
    """An address of another origin on this machine; there is nothing, so that a page can be put there."""
    return f"http://localhost:{urlsplit(site_url).port}/"


@pytest.fixture(scope="module")
def paper(browser: Browser) -> Iterator[Page]:
    """The window of somebody else's page."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@contextmanager
def framed(
    page: Page, site_url: str, width: int = 640, scheme: Literal["light", "dark"] = "light"
) -> Iterator[tuple[Page, Frame, list[str]]]:
    """A page of somebody else with our line in it; the frame, and what the browser held against it."""
    line = embed_line(real("changing-sides").article, site_url)
    body = f"<!doctype html><title>A paper</title><p>Look here.</p>{line}<p>The end.</p>"
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.goto(other_origin(site_url))
    heard: list[str] = []
    # The other origin has nothing, not even an icon; that is said too, and sometimes late.
    elsewhere = other_origin(site_url)

    def hear(message: ConsoleMessage) -> None:
        if not message.location["url"].startswith(elsewhere):
            heard.append(message.text)

    def throws(error: Error) -> None:
        heard.append(str(error))

    page.on("console", hear)
    page.on("pageerror", throws)
    page.set_content(body, wait_until="networkidle")
    frame = next(one for one in page.frames if one != page.main_frame)
    yield page, frame, heard
    page.remove_listener("console", hear)
    page.remove_listener("pageerror", throws)


def test_in_a_frame_elsewhere_it_has_its_style_and_its_fonts(paper: Page, site_url: str) -> None:
    """The line as it is offered is enough, and the browser has nothing to say against it."""
    with framed(paper, site_url) as (_, frame, heard):
        assert frame.evaluate("getComputedStyle(document.body).backgroundColor") == (
            "rgb(251, 247, 238)"
        )
        frame.evaluate("document.fonts.ready.then(() => 0)")
        assert frame.evaluate("document.fonts.check('900 20px Vollkorn')")
        assert frame.evaluate("[...document.fonts].filter(f => f.status === 'loaded').length") >= 3
        assert heard == []


def test_a_dark_page_gets_a_dark_frame(paper: Page, site_url: str) -> None:
    """By what the reader's system asks for."""
    with framed(paper, site_url, scheme="dark") as (_, frame, _):
        assert frame.evaluate("getComputedStyle(document.body).backgroundColor") == (
            "rgb(21, 23, 27)"
        )


def test_a_number_opens_its_note_on_the_full_page_in_a_tab(paper: Page, site_url: str) -> None:
    """The frame stays as it is, and so does the page around it."""
    with framed(paper, site_url) as (page, frame, _):
        with page.context.expect_page() as opened:
            frame.locator("#s3").click()
        opened.value.wait_for_load_state()
        assert opened.value.url == f"{site_url}{WAR}#note-s3"
        expect(opened.value.locator("#note-s3")).to_be_visible()
        assert opened.value.evaluate("window.opener") is None
        assert frame.url == f"{site_url}{EMBED}"
        assert page.url == other_origin(site_url)


def test_no_script_runs_in_it(open_page: OpenPage) -> None:
    """It has none, and its policy would stop one that came in by a slip."""
    page = open_page(EMBED)
    assert page.locator("script").count() == 0
    found = str(page.locator("meta[http-equiv]").get_attribute("content"))
    assert "default-src 'none'" in found
    assert "script" not in found
    page = open_page(EMBED, javascript=False)
    expect(page.locator("#s1")).to_be_visible()


def test_all_of_the_text_is_in_it_and_each_number_says_its_basis(open_page: OpenPage) -> None:
    """For a screen reader too: the strip is a picture, the words are in the text."""
    page = open_page(EMBED)
    article = real("changing-sides")
    text = flat(page.locator(".text").inner_text())
    for mark in marks(article):
        assert flat(mark.text) in text, mark.id
    for statement in article.article.statements:
        name = page.locator(f"#{statement.id}").get_attribute("aria-label") or ""
        assert name.startswith(f"{statement.number}, {statement.basis}")


@pytest.mark.parametrize("path", [EMBED, f"{TRIALS['arabic']}embed/", f"{TRIALS['long']}embed/"])
@pytest.mark.parametrize("width", [300, 640])
def test_it_fits_a_narrow_frame(
    open_page: OpenPage, open_trial: OpenPage, path: str, width: int
) -> None:
    """From 300 px on nothing sticks out; numbers can be hit."""
    page = (open_page if path == EMBED else open_trial)(path, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    for number in page.locator(".text [id]").all()[:6]:
        box = number.bounding_box()
        assert box
        assert box["width"] >= 24
        assert box["height"] >= 24


@pytest.mark.parametrize(
    ("scheme", "width"),
    [
        ("light", 300),
        ("dark", 800),
        pytest.param("light", 800, marks=pytest.mark.long),
        pytest.param("dark", 300, marks=pytest.mark.long),
    ],
)
def test_axe_finds_nothing(
    open_page: OpenPage, scheme: Literal["light", "dark"], width: int
) -> None:
    """In both colour schemes and at both widths; each with each in the long set."""
    page = open_page(EMBED, width=width, scheme=scheme)
    found = faults(page, f"{scheme} {width}")
    assert not found, "\n".join(found)


def test_search_engines_are_led_to_the_full_page(open_trial: OpenPage) -> None:
    """The frame's page is not listed by itself."""
    page = open_trial(f"{TRIALS['short']}embed/")
    assert page.locator("meta[name=robots]").get_attribute("content") == "noindex"
    canonical = str(page.locator("link[rel=canonical]").get_attribute("href"))
    assert urljoin(canonical, ".") == f"https://example.org/who-says/{TRIALS['short']}"


def test_the_article_offers_the_line_and_copies_it(open_trial: OpenPage) -> None:
    """Where the site has an address: the whole line, to paste as it is."""
    page = open_trial(TRIALS["short"])
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    field = page.get_by_role("textbox", name="The line to paste for the frame")
    page.get_by_role("button", name="Copy the line").click()
    expect(page.locator(".about").get_by_text("Copied.")).to_be_visible()
    line = page.evaluate("navigator.clipboard.readText()")
    assert line == field.input_value()
    assert line.startswith(f'<iframe src="https://example.org/who-says/{TRIALS["short"]}embed/" ')
    assert html.escape(page.locator("h1").inner_text().strip()) in line


def test_without_an_address_there_is_a_sentence_and_no_dead_control(open_page: OpenPage) -> None:
    """The embed is linked, and nothing is offered that would not work."""
    page = open_page(POND)
    if page.locator("link[rel=canonical]").count():
        pytest.skip("this site has an address")
    about = page.locator(".about")
    expect(about).to_contain_text("once the site knows its address")
    assert about.get_by_role("textbox").count() == 0
    assert about.get_by_role("link", name="the marked text").get_attribute("href") == "embed/"
