"""What the site gives out, as a reader comes to it: from the article, from the page of the data set."""

from __future__ import annotations

import json
from urllib.parse import urljoin

import pytest
from playwright.sync_api import expect

from tests.browser.articles import WAR
from tests.browser.conftest import OpenPage

pytestmark = pytest.mark.same_window

DATA = "data/"


def test_an_article_names_its_data_in_its_head_and_offers_it_at_its_end(
    open_page: OpenPage,
) -> None:
    """For programs and for people: the same file, which names a schema that is there."""
    page = open_page(WAR)
    link = page.locator("link[rel=alternate][type='application/json']")
    address = urljoin(page.url, str(link.get_attribute("href")))
    assert address == urljoin(page.url, "data.json")
    data = json.loads(page.request.get(address).text())
    assert data["slug"] == "changing-sides"
    assert page.request.get(urljoin(page.url, "../../data/article-v1.schema.json")).ok
    assert data["$schema"].endswith("data/article-v1.schema.json")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="this annotation as data").click()
    assert waiting.value.suggested_filename == "changing-sides.json"
    assert json.loads(waiting.value.path().read_text(encoding="utf-8")) == data


def test_no_other_page_of_the_article_names_its_data(open_page: OpenPage) -> None:
    """The student page least of all: it has the answers."""
    for path in (f"{WAR}read/", f"{WAR}embed/"):
        page = open_page(path)
        assert "data.json" not in page.content()


@pytest.mark.parametrize("name", ["dataset.jsonl", "statements.csv", "framing.csv", "voices.csv"])
def test_each_file_of_the_data_set_is_there_to_take(open_page: OpenPage, name: str) -> None:
    """Under the address that stays, as large as the page says."""
    page = open_page(DATA)
    with page.expect_download() as waiting:
        page.get_by_role("link", name=name, exact=True).click()
    assert waiting.value.suggested_filename == name
    told = page.locator(".data-files dt", has_text=name).first.locator("small").inner_text()
    size = waiting.value.path().stat().st_size
    assert told == f"{max(1, round(size / 1000))} kB"


def test_columns_open_and_the_datasheet_is_there(open_page: OpenPage) -> None:
    """What a column holds is on the page, and what the whole is good for is one step away."""
    page = open_page(DATA, width=390)
    columns = page.locator(".data-files details").first
    columns.locator("summary").click()
    expect(columns.get_by_text("Why it has this basis.")).to_be_visible()
    sheet = page.get_by_role("link", name="datasheet.txt").get_attribute("href")
    assert "# Datasheet: Who Says?" in page.request.get(urljoin(page.url, str(sheet))).text()


def test_every_page_leads_there(open_page: OpenPage) -> None:
    """From the end of each page, and from the page about the site."""
    page = open_page(WAR)
    page.locator(".bottom").get_by_role("link", name="Data", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Data")
    page = open_page("about/")
    page.get_by_role("link", name="here as files").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Data")
