"""The details of a work as a form: what is typed goes into the front matter, and problems stand at their fields."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.workbench.conftest import skeleton
from tests.workbench.test_sending import DESK

KNOWN = {
    "articles": [],
    "frames": [
        {
            **dict.fromkeys(("test", "example", "group", "href"), ""),
            "id": "political",
            "name": "Politics",
            "is": "It is about power.",
            "alike": [],
            "seen": [],
        }
    ],
}


@pytest.fixture(name="page")
def details(empty: Page) -> Page:
    """The details of a work, on an otherwise empty page; `desk` is what they are given."""
    empty.evaluate(
        f"""async given => {{
          const tools = await import("/random_edits.js");
          {DESK}
          window.desk = context;
          (await import("/details.js")).mountDetails(host, context);
          for (const each of host.querySelectorAll("details")) each.open = true;
        }}""",
        {"known": KNOWN, "page": skeleton("details")},
    )
    return empty


def front(page: Page) -> dict[str, Any]:
    """The front matter as it is now."""
    found: dict[str, Any] = page.evaluate("desk.store.work.front")
    return found


def problem(page: Page, at: str, message: str) -> None:
    """The generator has found something wrong."""
    given = {"severity": "error", "code": "x", "message": message, "hint": "Mend it.", "at": at}
    page.evaluate(
        "problem => desk.checked.set({text: '', problems: [problem], figures: null})", given
    )


def test_what_is_typed_goes_into_the_front_matter_as_one_step(page: Page) -> None:
    title = page.get_by_label("Title of the page")
    before = title.input_value()
    title.clear()
    title.press_sequentially("Bells: “two”")
    page.get_by_label("Published by").press_sequentially("The Post")
    assert front(page)["title"] == "Bells: “two”"
    assert front(page)["original"] == {"publisher": "The Post"}
    page.evaluate("desk.store.undo()")
    assert "publisher" not in front(page)["original"]
    expect(page.get_by_label("Published by")).to_have_value("")
    page.evaluate("desk.store.undo()")
    expect(title).to_have_value(before)


def test_an_emptied_field_leaves_no_key(page: Page) -> None:
    page.get_by_label("Genre").fill("report")
    page.get_by_label("Genre").fill("")
    assert "genre" not in front(page)


def test_topics_can_be_typed_with_commas_and_spaces(page: Page) -> None:
    topics = page.get_by_label("Topics")
    topics.press_sequentially("bells, local news, ")
    page.wait_for_timeout(150)
    expect(topics).to_have_value("bells, local news, ")
    assert front(page)["topics"] == ["bells", "local news"]
    topics.blur()
    expect(topics).to_have_value("bells, local news")


def test_a_voice_is_added_by_keyboard_and_removed_from_its_statements(page: Page) -> None:
    page.get_by_label("Add a voice: its name").press_sequentially("Ada Renn")
    page.keyboard.press("Enter")
    expect(page.locator("#front-voices-renn-role")).to_be_focused()
    page.keyboard.type("mayor")
    page.locator("#front-voices-renn-stake").select_option("party")
    assert front(page)["voices"] == {
        "renn": {"name": "Ada Renn", "kind": "person", "role": "mayor", "stake": "party"}
    }
    page.evaluate(
        """async () => { const {statement} = await import("/edits.js");
          desk.store.apply("By", statement(desk.store.work, "s1", {basis: "sourced", by: ["renn"]})); }"""
    )
    expect(page.get_by_text("Says 1 statement:")).to_be_visible()
    page.get_by_role("button", name="Remove this voice").click()
    assert "voices" not in front(page)
    assert page.evaluate("desk.store.work.statements[0].by") == []


def test_lists_grow_and_shrink(page: Page) -> None:
    for words in ("Who gains?", "Who loses?"):
        page.get_by_label("Add a question").fill(words)
        page.keyboard.press("Enter")
    page.get_by_role("group", name="question 1").get_by_role("button").click()
    assert front(page)["questions"] == [{"ask": "Who loses?"}]
    expect(page.get_by_role("textbox", name="The question", exact=True)).to_have_value("Who loses?")


def test_a_frame_is_found_by_name_and_taken_out_again(page: Page) -> None:
    page.get_by_role("combobox", name="Add a frame").press_sequentially("power")
    page.keyboard.press("Enter")
    assert front(page)["frames"] == ["political"]
    page.get_by_role("button", name="Remove Politics").click()
    assert "frames" not in front(page)


@pytest.mark.parametrize(
    ("at", "label"),
    [
        ("front.title", "Title of the page"),
        ("front.annotators", "Your name or pen name"),
        ("front.original.url.more", "Its address"),
        ("front.topics.3", "Topics"),
    ],
)
def test_a_problem_stands_at_the_field_that_it_is_about(page: Page, at: str, label: str) -> None:
    problem(page, at, "It is `not` so.")
    field = page.get_by_label(label, exact=True).first
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile("It is not so. Mend it."))
    problem(page, "s1", "Something else.")
    expect(field).to_have_attribute("aria-invalid", "false")
