"""Light and private: few requests, few bytes, none elsewhere, nothing stored, and no script needed."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Request, Response, expect

from tests.browser.articles import POND, TRIALS, WAR, always, flat, marks, note_of, real
from tests.browser.conftest import OpenPage

pytestmark = pytest.mark.same_window

KB = 1000


@dataclass(frozen=True, slots=True)
class Load:
    """One thing that a page loaded."""

    path: str
    """Its address, without the site's."""
    kind: str
    """document, stylesheet, script, font, image, …"""
    size: int
    """Its bytes as they travel: texts by gzip, fonts as they are."""


def loads(page: Page) -> list[Load]:
    """All that a page that was opened `anew` loads for a reader who then scrolls to its end."""
    responses: list[Response] = []

    def hear(response: Response) -> None:
        responses.append(response)

    address = page.url
    page.goto("about:blank")
    page.on("response", hear)
    page.goto(address, wait_until="load")
    page.keyboard.press("End")
    page.wait_for_load_state("networkidle")
    page.remove_listener("response", hear)
    found = []
    for response in responses:
        kind, body = response.request.resource_type, response.body()
        size = len(body) if kind in ("font", "image") else len(gzip.compress(body, 6))
        found.append(Load(urlsplit(response.url).path, kind, size))
    return found


def total(of: list[Load]) -> int:
    """Bytes in all."""
    return sum(load.size for load in of)


@always(
    *("home", "library", "article", "read", "technique", "method", "lesson"),
    *("search", "agreement", "data", "class", "pair"),
)
def test_a_page_is_light(open_page: OpenPage, path: str) -> None:
    """At most 13 requests and 110 kB without fonts, at most four fonts of 130 kB together."""
    found = loads(open_page(path, anew=True))
    fonts = [load for load in found if load.kind == "font"]
    assert len(found) <= 13, found
    assert total(found) - total(fonts) <= 110 * KB, found
    assert len(fonts) <= 4, fonts
    assert total(fonts) <= 130 * KB, fonts


def test_our_own_script_and_style_are_small(open_page: OpenPage) -> None:
    """The scripts of an article are 12 kB at most and its style 10 kB, compressed."""
    found = loads(open_page(WAR, anew=True))
    scripts = [load for load in found if load.kind == "script"]
    styles = [load for load in found if load.kind == "stylesheet"]
    assert scripts
    assert styles
    assert total(scripts) <= 12 * KB, scripts
    assert total(styles) <= 10 * KB, styles


def use_everything(page: Page) -> None:
    """Use every control of an article once."""
    for box in page.get_by_role("checkbox").all():
        box.click()
    for box in page.get_by_role("checkbox").all():
        box.click()
    for choice in page.get_by_role("radio").all():
        choice.check()
    for fold in page.locator("main summary:visible").all():
        fold.click()
    page.locator("#s4 a[href^='#']").first.click()
    page.go_back()


@pytest.mark.parametrize("width", [390, pytest.param(1280, marks=pytest.mark.long)])
def test_nothing_leaves_the_site_and_nothing_is_stored(open_page: OpenPage, width: int) -> None:
    """Through every control of an article: no other origin, no cookie, no storage."""
    page = open_page(WAR, width=width)
    asked: list[str] = []

    def hear(request: Request) -> None:
        asked.append(request.url)

    page.on("request", hear)
    use_everything(page)
    page.remove_listener("request", hear)
    own = "{0.scheme}://{0.netloc}/".format(urlsplit(page.url))
    assert not [url for url in asked if not url.startswith(own)]
    assert page.context.cookies() == []
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert page.evaluate("indexedDB.databases()") == []


@always("home", "article", "read", "class", "search")
def test_a_page_stores_nothing_by_itself(open_page: OpenPage, path: str) -> None:
    """No cookie and no storage until a reader sets something."""
    page = open_page(path)
    assert page.context.cookies() == []
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_a_chosen_colour_scheme_is_remembered_and_nothing_else(open_page: OpenPage) -> None:
    """It is the one thing that is kept, on this machine, and it holds on the next page."""
    page = open_page("")
    page.get_by_role("button", name="Dark colours").click()
    assert page.evaluate("Object.values(localStorage)") == ["dark"]
    assert page.context.cookies() == []
    page.get_by_role("link", name="About", exact=True).click()
    expect(page.get_by_role("button", name="Dark colours")).to_have_attribute(
        "aria-pressed", "true"
    )


SECTIONS = (
    "At a glance",
    "The reading",
    "Who speaks",
    "What rests on what",
    "Wording",
    "What is missing",
    "About this annotation",
)


@pytest.mark.parametrize(
    ("slug", "width"),
    [
        *(("changing-sides", 1280), ("the-pink-pond", 390)),
        pytest.param("changing-sides", 390, marks=pytest.mark.long),
        pytest.param("the-pink-pond", 1280, marks=pytest.mark.long),
    ],
)
def test_without_scripts_everything_is_there(open_page: OpenPage, slug: str, width: int) -> None:
    """All seven sections, every note shown, every voice taken away; no control that does nothing."""
    page = open_page(f"articles/{slug}/", width=width, javascript=False)
    article = real(slug)
    for name in SECTIONS:
        assert page.get_by_role("heading", level=2, name=name, exact=True).count() == 1, name
    for mark in marks(article):
        note = note_of(page, mark.id)
        expect(note).to_be_visible()
        assert mark.note
        assert flat(mark.note.paragraphs[0].text) in flat(note.inner_text()), mark.id
    for voice in article.figures.voices:
        if voice.statements:
            sentence = page.get_by_text(f"Take away {voice.name}, and")
            expect(sentence.first).to_be_visible()
    main = page.get_by_role("main")
    assert main.locator("input:visible, select:visible, button:visible").count() == 0
    assert page.get_by_role("button", name="Dark colours").count() == 0


def test_without_scripts_numbers_lead_to_notes_and_back(open_page: OpenPage) -> None:
    """Links do the work; scripts only make it smoother."""
    page = open_page(POND, width=390, javascript=False)
    page.locator("#s6 a[href^='#']").first.click()
    expect(note_of(page, "s6")).to_be_in_viewport()
    note_of(page, "s6").locator("a[href='#s6']").first.click()
    assert page.url.endswith("#s6")
    expect(page.locator("#s6")).to_be_in_viewport()


def test_a_published_page_names_its_address(open_trial: OpenPage) -> None:
    """Where the site has an address, each page has its canonical one."""
    page = open_trial(TRIALS["short"])
    address = page.locator("link[rel=canonical]").get_attribute("href", timeout=1000)
    assert str(address).endswith(f"/who-says/{TRIALS['short']}")
