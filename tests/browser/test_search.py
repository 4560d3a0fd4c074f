"""The search: a field in the header of every page, and a page that finds as one types."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import Locator, Page, expect

from generator.build import check
from tests.browser.articles import WAR
from tests.browser.conftest import OpenPage
from tests.browser.test_axe import faults, looks
from tests.conftest import ROOT
from tests.sites.project import ARABIC

POND_TITLE = "The morning the pond turned pink"
WAR_TITLE = "Changing sides: one commander’s account"
HOSTILE = "<img src=x onerror=alert(1)>"


def using(technique: str) -> frozenset[str]:
    """The titles of the articles that have a framing mark of this technique."""
    articles = check(ROOT, today=date.today()).content.articles
    return frozenset(a.title for a in articles if technique in {f.technique for f in a.framing})


def field(page: Page) -> Locator:
    """The field of the search page."""
    return page.get_by_role("searchbox", name="Title, topic, name or technique")


def results(page: Page) -> Locator:
    """The links to what was found."""
    return page.get_by_role("region", name="Results").get_by_role("link")


def says(page: Page, text: str) -> None:
    """The page announces, politely, how much it found."""
    expect(page.get_by_role("status")).to_contain_text(text)


@pytest.mark.parametrize(
    ("query", "first", "count"),
    [
        ("pond", POND_TITLE, 1),
        ("PINK mor", POND_TITLE, 1),
        ("pöñd", POND_TITLE, 1),
        ("Alaudinov", WAR_TITLE, 1),
        ("citizenship", WAR_TITLE, 1),
        ("greta", POND_TITLE, 1),
        ("commander's", WAR_TITLE, 1),
        ("loaded attribution", "Loaded attribution", 1 + len(using("loaded-attribution"))),
    ],
)
def test_articles_are_found_by_title_topic_voice_and_technique(
    open_page: OpenPage, query: str, first: str, count: int
) -> None:
    """By the beginnings of words, in any order, without regard to case and accents."""
    page = open_page("search/")
    field(page).press_sequentially(query)
    expect(results(page)).to_have_count(count)
    expect(results(page).first).to_have_text(first)
    says(page, f"{count} {'result' if count == 1 else 'results'} for “{query}”.")
    results(page).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(first)


def test_a_title_counts_more_than_a_technique_and_that_more_than_a_summary(
    open_page: OpenPage,
) -> None:
    """The technique itself first, then the articles that have it, then what only tells of it."""
    page = open_page("search/?q=loaded")
    both = using("loaded-language") | using("loaded-attribution")
    expect(results(page)).to_have_count(2 + len(both))
    found = results(page).all_inner_texts()
    assert found[:2] == ["Loaded language", "Loaded attribution"]
    assert set(found[2:]) == both
    expect(page.get_by_text("Loaded language, Loaded attribution")).to_have_count(
        len(using("loaded-language") & using("loaded-attribution"))
    )
    field(page).fill("soldiers")
    expect(results(page).first).to_have_text(WAR_TITLE)


def test_the_address_carries_the_query(open_page: OpenPage) -> None:
    """A search can be shared, and coming back finds it again."""
    page = open_page("search/?q=pond")
    expect(field(page)).to_have_value("pond")
    expect(results(page)).to_have_text([POND_TITLE])
    assert page.title() == "pond · Search · Who Says?"
    field(page).fill("dr farrow")
    expect(page).to_have_url(page.url.split("?")[0] + "?q=dr%20farrow")
    results(page).first.click()
    page.go_back()
    expect(results(page)).to_have_text([POND_TITLE])
    expect(field(page)).to_have_value("dr farrow")


def test_the_header_leads_to_the_results(open_page: OpenPage) -> None:
    """From any page: type, Enter."""
    page = open_page(WAR)
    box = page.get_by_role("banner").get_by_role("searchbox", name="Search the library")
    box.fill("pond & pink")
    box.press("Enter")
    expect(results(page)).to_have_text([POND_TITLE])
    expect(page.get_by_role("searchbox")).to_have_count(1)


def test_an_empty_field_shows_everything_and_no_result_says_what_to_do(open_page: OpenPage) -> None:
    """Both keep the whole list in sight."""
    page = open_page("search/")
    says(page, "The beginning of a word is enough.")
    everything = page.locator(".listed a")
    expect(everything.first).to_be_visible()
    field(page).fill("pond")
    expect(everything.first).to_be_hidden()
    field(page).fill("pond xylophone")
    says(page, "Nothing has all of “pond xylophone”. Try fewer words")
    expect(everything.first).to_be_visible()
    expect(results(page)).to_have_count(0)
    field(page).fill("...")
    says(page, "Nothing has all of")


@pytest.mark.parametrize("typed", [HOSTILE, "</p><script>x</script>", "__proto__", "[", "\\", "%"])
def test_what_is_typed_is_only_text(open_page: OpenPage, typed: str) -> None:
    """Typed or in the address: it is shown as it is, and nothing of it runs or loads."""
    page = open_page("search/")
    page.on("dialog", lambda _: pytest.fail("it ran"))
    field(page).fill(typed)
    says(page, f"“{typed}”")
    page.reload()
    expect(field(page)).to_have_value(typed)
    says(page, f"“{typed}”")
    assert page.locator("main img, main script").count() == 0


def test_the_keyboard_goes_from_the_field_to_the_results_and_back(open_page: OpenPage) -> None:
    """Enter and the arrows move, Escape clears and comes back, Tab works as everywhere."""
    page = open_page("search/")
    field(page).focus()
    page.keyboard.type("loaded")
    page.keyboard.press("Enter")
    expect(results(page).nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(results(page).nth(1)).to_be_focused()
    page.keyboard.press("Tab")
    expect(results(page).nth(2)).to_be_focused()
    for _ in range(3):
        page.keyboard.press("ArrowUp")
    expect(field(page)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(field(page)).to_be_focused()
    expect(field(page)).to_have_value("")
    expect(results(page)).to_have_count(0)


@pytest.mark.parametrize("path", ["search/", "search/?q=pond"])
def test_without_scripts_everything_is_a_link(open_page: OpenPage, path: str) -> None:
    """The form of the header leads to a list of all there is, with no field that does nothing."""
    page = open_page(path, javascript=False)
    for name in (POND_TITLE, WAR_TITLE, "Loaded language"):
        expect(page.get_by_role("link", name=name, exact=True)).to_be_visible()
    expect(page.get_by_text("Finding as you type needs scripts.")).to_be_visible()
    assert page.get_by_role("searchbox").count() == 0


@pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "no scripts"])
def test_on_a_phone_the_header_has_a_link_to_the_page(
    open_page: OpenPage, javascript: bool
) -> None:
    """A sign of at least 24 pixels in place of the field, and nothing scrolls sideways."""
    page = open_page("", width=360, javascript=javascript)
    assert page.get_by_role("searchbox").count() == 0
    link = page.get_by_role("banner").get_by_role("link", name="Search")
    box = link.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 24
    link.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Search")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("query", ["", "?q=loaded", "?q=xylophone"])
def test_axe_finds_nothing_on_the_search_page(open_page: OpenPage, query: str) -> None:
    """Empty, with results, and without: at both widths in both colour schemes."""
    page = open_page(f"search/{query}")
    found = [line for look in looks(page) for line in faults(page, f"{look}, {query}")]
    assert not found, "\n".join(found)


def test_other_scripts_are_found_too(open_trial: OpenPage) -> None:
    """An Arabic title without its marks and by a letter's plain form, shown from right to left."""
    page = open_trial("search/")
    for query in ("مصباح", "الياسمين ياسين", "القاضي", "أصوات", "اصوات", "مِصْبَاح"):
        field(page).fill(query)
        count = 0 if query.startswith("الياسمين") else 1
        expect(results(page), query).to_have_count(count)
    assert ARABIC in (results(page).first.get_attribute("href") or "")
    entry = page.locator(".hits li")
    assert entry.evaluate("item => getComputedStyle(item).direction") == "rtl"


def test_only_the_search_page_loads_the_search(open_page: OpenPage) -> None:
    """Its script is on no other page, and it asks for nothing while one types."""
    page = open_page("")
    assert page.locator("script[src*=search]").count() == 0
    page = open_page("search/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    field(page).press_sequentially("pond")
    says(page, "1 result")
    assert not [url for url in asked if not url.endswith("icon.svg")]  # asked for with each address
