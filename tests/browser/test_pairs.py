"""Pairs: exactly the facts of the file, side by side on a desk, one below the other on a phone."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from urllib.parse import urljoin

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.articles import flat, real
from tests.browser.conftest import OpenPage
from tests.browser.shelf import hrefs, pairs

pytestmark = pytest.mark.same_window

PAIRS: dict[str, Any] = {str(key): value for key, value in pairs().items()}

each_pair = pytest.mark.parametrize("key", PAIRS)


@each_pair
@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_a_page_lists_exactly_the_facts_of_the_file(
    open_page: OpenPage, key: str, javascript: bool
) -> None:
    """Each once, where it belongs, with the numbers of the statements that report it, as links."""
    page = open_page(f"pairs/{key}/", javascript=javascript)
    pair = PAIRS[key]
    first, second = pair["articles"]
    found: dict[str, dict[str, list[str]]] = {}
    for section in ("both", "first-only", "second-only"):
        items = page.locator(f"h2#{section} + .compared > .aligned > li")
        for item in items.all():
            what = flat(item.locator("h3").inner_text())
            assert what not in found
            found[what] = {}
            for slug in (first, second):
                links = item.locator(f"a.chip[href^='../../articles/{slug}/#']")
                found[what][slug] = [href.partition("#")[2] for href in hrefs(links)]
            told = {slug for slug in found[what] if found[what][slug]}
            expected = {"both": {first, second}, "first-only": {first}, "second-only": {second}}
            assert told == expected[section], what
    assert found == {
        flat(fact["what"]): {slug: fact["in"].get(slug, "").split() for slug in (first, second)}
        for fact in pair["facts"]
    }


@each_pair
def test_a_number_says_its_basis_and_leads_to_its_statement(open_page: OpenPage, key: str) -> None:
    """The basis beside each number is the statement's own, as a word and as a sign."""
    page = open_page(f"pairs/{key}/")
    items = page.locator(".aligned .told-by li")
    assert items.count() > len(PAIRS[key]["facts"])
    for item in items.all():
        href = str(item.locator("a.chip").get_attribute("href"))
        slug, _, mark = href.removeprefix("../../articles/").partition("/#")
        basis = next(s.basis for s in real(slug).article.statements if s.id == mark)
        assert basis in item.inner_text().lower()
        assert item.locator(f"svg.sign.{basis}").count() == 1
    chip = items.last.locator("a.chip")
    href = str(chip.get_attribute("href"))
    chip.click()
    assert page.url.endswith(href.removeprefix("../../"))
    expect(page.locator(f"[id='{href.partition('#')[2]}']").first).to_be_in_viewport()


@each_pair
def test_every_link_of_a_pair_leads_to_a_page_of_the_site(
    open_page: OpenPage, site_url: str, key: str
) -> None:
    """Under a sub-path too: articles, student pages, techniques, lessons."""
    page = open_page(f"pairs/{key}/")
    inner = {h.partition("#")[0] for h in hrefs(page.locator("main a")) if "//" not in h} - {""}
    slugs = PAIRS[key]["articles"]
    assert {f"../../articles/{slug}/{end}" for slug in slugs for end in ("", "read/")} <= inner
    for href in inner:
        target = urljoin(page.url, href)
        assert target.startswith(site_url), href
        assert page.request.get(target).ok, href


@each_pair
def test_words_for_the_same_thing_stand_in_two_columns(open_page: OpenPage, key: str) -> None:
    """Each phrase where its article's column is, and every one found in its article."""
    page = open_page(f"pairs/{key}/")
    items = page.locator("h2#words + .compared > .aligned > li")
    assert items.count() == len(PAIRS[key]["words"])
    for item, words in zip(items.all(), PAIRS[key]["words"], strict=True):
        sides = item.locator(".told-by")
        for side, slug in zip(sides.all(), PAIRS[key]["articles"], strict=True):
            expect(side).to_contain_text(words["in"][slug])
            link = side.locator(".phrase a")
            assert f"/{slug}/#" in str(link.get_attribute("href"))
        left, right = (side.bounding_box() for side in sides.all())
        assert left
        assert right
        assert left["x"] + left["width"] <= right["x"]


def test_on_a_phone_each_side_is_named_under_each_fact(open_page: OpenPage) -> None:
    """The columns are gone, so the publisher stands over what it reports."""
    page = open_page("pairs/ramp-vote/", width=390)
    item = page.locator("h2#both + .compared > .aligned > li").first
    names = item.locator(".whose")
    expect(names).to_have_text(["The Askerby Reporter", "The Vale Sentinel"])
    upper, lower = (side.bounding_box() for side in item.locator(".told-by").all())
    assert upper
    assert lower
    assert upper["y"] + upper["height"] <= lower["y"]
    for name in names.all():
        box = name.bounding_box()
        assert box
        assert box["width"] > 50


def test_both_strips_show_every_statement(open_page: OpenPage) -> None:
    """As many blocks as statements, above and below, within the drawing."""
    page = open_page("pairs/ramp-vote/")
    drawing = page.get_by_role("img", name="Both articles, a block a statement")
    blocks = drawing.locator("rect.paper")
    total = sum(len(real(slug).article.statements) for slug in PAIRS["ramp-vote"]["articles"])
    assert blocks.count() == total
    frame = drawing.bounding_box()
    assert frame
    for box in (blocks.first.bounding_box(), blocks.last.bounding_box()):
        assert box
        assert frame["x"] - 1 <= box["x"]
        assert box["x"] + box["width"] <= frame["x"] + frame["width"] + 1


def test_the_list_of_pairs_has_every_pair(open_page: OpenPage) -> None:
    """In the order of the file, each a link to its page; the articles link there as well."""
    page = open_page("pairs/")
    links = page.locator(".pairs-list h2 a")
    assert [href.strip("/") for href in hrefs(links)] == list(PAIRS)
    for key, pair in PAIRS.items():
        for slug in pair["articles"]:
            article = open_page(f"articles/{slug}/")
            link = article.locator(f".opening a[href='../../pairs/{key}/']")
            expect(link).to_be_visible()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_pair_prints_as_a_handout(open_page: OpenPage, paper: str) -> None:
    """Every fact and every question is on paper, and no answer."""
    page = open_page("pairs/ramp-vote/")
    pdf = PdfReader(BytesIO(page.pdf(format=paper)))
    text = flat(" ".join(sheet.extract_text() for sheet in pdf.pages))
    for fact in PAIRS["ramp-vote"]["facts"]:
        assert flat(fact["what"]) in text
    assert flat(PAIRS["ramp-vote"]["event"]) in text
    for question in PAIRS["ramp-vote"]["questions"]:
        assert flat(question["ask"]) in text
        assert flat(question["answer"])[:40] not in text
