"""Begin: a text that is pasted or opened becomes a work, and what cannot is refused in plain words."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.workbench.conftest import skeleton

ARTICLE = "---\ntitle: Bells\n---\n\n[It rang.]{.unsourced}[^s1]\n\n[^s1]: Anybody could hear it.\n"

BEGIN = """async form => {
  const [{signal}, {fresh}] = await Promise.all(["context", "edits"].map(name => import(`/${name}.js`)));
  const known = {unseen: "[]", languages: ["en"], articles: [{slug: "the-bell", title: "The bell"}]};
  window.opened = [];
  window.asked = [];
  const host = document.createElement("section");
  document.body.replaceChildren(host);
  host.innerHTML = form;
  (await import("/begin.js")).mountBegin(host, {known, today: "2026-11-23", announce() {},
    engine: signal({state: "ready", done: 0, total: 0, what: ""}),
    saving: {how: "kept", list: async () => []},
    ask: async (op, given) => {
      asked.push([op, given]);
      const work = fresh("One.", {unseen: "[]", quotation: false, language: "en", today: "2026-11-23"}).work;
      return given.text.includes("broken") ? {work: null, problems: [{line: 3, message: "No.", hint: "Mend it."}]}
        : {work: {...work, slug: given.slug, base: given.text}, problems: []};
    },
    open: work => { opened.push(work); }});
}"""
"""Begin on an otherwise empty page; what it opens and asks is written down."""


@pytest.fixture(name="page")
def begin(empty: Page) -> Page:
    """Begin, on an otherwise empty page."""
    empty.route(
        "**/articles/the-bell/source.gz",
        lambda route: route.fulfill(body=gzip.compress(ARTICLE.encode())),
    )
    empty.evaluate(BEGIN, skeleton("begin"))
    return empty


def opened(page: Page) -> dict[str, Any]:
    """The one work that was opened."""
    page.wait_for_function("opened.length > 0")
    works: list[dict[str, Any]] = page.evaluate("opened")
    assert len(works) == 1
    return works[0]


def start(page: Page, text: str, right: str = "own") -> None:
    """Paste a text, say whose it is, and begin."""
    page.get_by_label("Paste it here").fill(text)
    if right:
        page.check(f"[name=begin-rights][value={right}]")
    page.get_by_role("button", name="Begin", exact=True).click()


def test_a_pasted_text_becomes_a_work(page: Page) -> None:
    page.get_by_label("Its title", exact=True).fill("Été of bells")
    page.get_by_label("Who published it").fill("The Post")
    start(page, "It rang. It <b>rang</b> again.", "licensed")
    work = opened(page)
    assert work["slug"] == "ete-of-bells"
    assert work["front"]["original"] == {"publisher": "The Post"}
    assert (work["front"]["rights"], work["front"]["language"]) == ("licensed", "en")
    assert [block["text"] for block in work["blocks"]] == ["It rang. It <b>rang</b> again."]


def test_whose_text_it_is_has_to_be_said(page: Page) -> None:
    """None is chosen; who goes on without is led there, and told at the field."""
    assert page.locator("[name=begin-rights]:checked").count() == 0
    start(page, "It rang.", "")
    group = page.get_by_role("radiogroup", name="Whose text is it?")
    expect(page.get_by_role("alert")).to_contain_text("Say whose text it is first")
    expect(group).to_have_accessible_description(re.compile("Say whose text it is first"))
    expect(page.get_by_role("radio", name="My own")).to_be_focused()
    assert page.evaluate("opened") == []
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("alert")).to_have_text("")
    page.keyboard.press("Enter")
    assert opened(page)["front"]["rights"] == "licensed"


def test_somebody_else_s_text_is_kept_as_source_only(page: Page) -> None:
    start(page, "It rang. It rang again.", "quotation")
    work = opened(page)
    assert work["front"]["rights"] == "quotation"
    assert "rang" not in work["blocks"][0]["text"]
    assert work["statements"][0]["source"] == "It rang."


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "There is no text yet"),
        ("  \n ", "There is no text yet"),
        ("word " * 40_001, "200,000 are the most"),
        ("…\n\n—", "no sentences"),
    ],
)
def test_what_is_no_text_is_refused_in_words(page: Page, text: str, why: str) -> None:
    start(page, text)
    expect(page.get_by_role("alert")).to_contain_text(why)
    assert page.evaluate("opened") == []


def test_an_article_s_file_that_is_pasted_is_opened_as_one(page: Page) -> None:
    start(page, ARTICLE)
    assert opened(page)["base"] == ARTICLE


def test_an_article_s_file_that_cannot_be_read_says_why(page: Page) -> None:
    start(page, ARTICLE.replace("Bells", "broken"))
    expect(page.get_by_role("alert")).to_contain_text("Line 3: No. Mend it.")


def test_an_article_of_the_library_is_fetched_and_opened(page: Page) -> None:
    page.get_by_label("Find it by its title").fill("bel")
    page.get_by_role("button", name="The bell").click()
    work = opened(page)
    assert (work["slug"], work["base"]) == ("the-bell", ARTICLE)


def test_an_article_is_improved_by_the_page_s_address(page: Page) -> None:
    page.evaluate("location.hash = '#improve=the-bell'")
    assert opened(page)["slug"] == "the-bell"


def test_an_article_that_cannot_be_fetched_is_told(page: Page) -> None:
    page.evaluate("location.hash = '#improve=another'")
    expect(page.get_by_role("alert")).to_contain_text("could not be fetched")


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.txt", bytes(range(256)), "no plain text in UTF-8"),
        ("a.txt", "café".encode("latin-1"), "no plain text in UTF-8"),
        ("a.txt", b"w\0rd", "no plain text in UTF-8"),
        ("a.txt", b"word " * 200_000, "too large"),
        ("a.txt", b"", "There is no text yet"),
        ("a.whosays.json", b"{}", "Nothing of it was opened"),
    ],
)
def test_a_file_that_is_no_text_is_told_and_changes_nothing(
    page: Page, tmp_path: Path, name: str, content: bytes, why: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    page.locator("#begin-file").set_input_files(path)
    expect(page.get_by_role("alert")).to_contain_text(why)
    expect(page.get_by_label("Paste it here")).to_have_value("")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_s_text_comes_into_the_box(page: Page, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "the_bell.txt"
    path.write_text("Un café. Deux.", encoding=encoding)
    page.locator("#begin-file").set_input_files(path)
    expect(page.get_by_label("Paste it here")).to_have_value("Un café. Deux.")
    expect(page.get_by_label("Its title", exact=True)).to_have_value("the bell")
