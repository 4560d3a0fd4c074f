"""All of it by keyboard alone: reached in order, with a focus that shows, and never trapped."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.articles import POND, TRIALS, WAR, always, note_of
from tests.browser.conftest import OpenPage
from tests.browser.paint import add_style

pytestmark = pytest.mark.same_window

STOPS = """
() => {
  const all = [...document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex^='-'])")];
  const seen = element => element.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true});
  window.stops = all.filter(element => !element.disabled && seen(element)
    && !(element.type === "radio" && !element.checked
         && all.some(other => other.type === "radio" && other.name === element.name && other.checked)));
  return window.stops.map(element => element.outerHTML.slice(0, 90));
}
"""
"""What Tab should stop at, in the order of the source; of a group of radio buttons the chosen one."""

AT = """
() => {
  const element = document.activeElement;
  const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
  const outlines = [element, element.closest("label")].filter(Boolean).map(one => getComputedStyle(one));
  const wide = outlines.map(s => s.outlineStyle === "none" ? 0 : parseFloat(s.outlineWidth));
  const x = box.left + box.width / 2, y = box.top + box.height / 2;
  const top = document.elementFromPoint(x, y);
  return {
    stop: window.stops.indexOf(element),
    what: element.outerHTML.slice(0, 90),
    outline: Math.max(...wide),
    colour: outlines[wide.indexOf(Math.max(...wide))].outlineColor,
    inside: box.width > 1 && box.height > 1 && x >= 0 && x <= innerWidth && y >= 0 && y <= innerHeight,
    covered: !!top && !(top === element || element.contains(top) || top.contains(element)
      || element.closest("label")?.contains(top)),
  };
}
"""


def walk(page: Page) -> tuple[list[str], list[dict[str, Any]]]:
    """What Tab should stop at, and where it does until it leaves the page."""
    wanted: list[str] = page.evaluate(STOPS)
    reached = []
    for _ in range(len(wanted) + 3):
        page.keyboard.press("Tab")
        at = page.evaluate(AT)
        if at["what"].startswith("<body"):
            break
        reached.append(at)
    return wanted, reached


def complaints(page: Page) -> list[str]:
    """What is wrong with a walk through the page."""
    wanted, reached = walk(page)
    order = [at["stop"] for at in reached]
    found = [f"not reached: {what}" for n, what in enumerate(wanted) if n not in order]
    if order != sorted(order):
        found.append(f"not in the order of reading: {order}")
    if len(reached) > len(wanted):
        found.append(f"does not leave the page: {reached[-1]['what']}")
    for at in reached:
        if at["outline"] < 2:
            found.append(f"focus does not show: {at['what']}")
        if not at["inside"]:
            found.append(f"focus is out of sight: {at['what']}")
        elif at["covered"]:
            found.append(f"focus is covered: {at['what']}")
    return found


@always(
    *("home", "library", "teaching article", "read", "technique", "method", "lesson"),
    *("search", "agreement", "data", "class", "pair"),
)
def test_tab_reaches_every_control_in_order_and_shows_it(open_page: OpenPage, path: str) -> None:
    """Each visible control has its turn, in the order of the source, outlined, in sight, uncovered."""
    found = complaints(open_page(path))
    assert not found, "\n".join(found)


@always("library", "teaching article", "read", "search", "class")
def test_tab_reaches_every_control_on_a_phone(open_page: OpenPage, path: str) -> None:
    """The same where the page is narrow: on every page that one does something with, and the others."""
    found = complaints(open_page(path, width=360))
    assert not found, "\n".join(found)


def test_tab_reaches_every_control_of_a_right_to_left_article(open_trial: OpenPage) -> None:
    """The same in Arabic."""
    found = complaints(open_trial(TRIALS["arabic"]))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_focus_stands_out_from_the_page(open_page: OpenPage, scheme: str) -> None:
    """The outline contrasts with the page by 3 to 1 at least, in both colour schemes."""
    page = open_page(POND, scheme="dark" if scheme == "dark" else "light")
    page.evaluate(STOPS)
    for _ in range(12):
        page.keyboard.press("Tab")
        ratio = page.evaluate(
            """colour => {
              const light = text => {
                const [r, g, b] = text.match(/[\\d.]+/g).map(c => c / 255)
                  .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
              };
              const pair = [light(colour), light(getComputedStyle(document.body).backgroundColor)];
              return Math.max(...pair) / Math.min(...pair);
            }""",
            page.evaluate(AT)["colour"],
        )
        assert ratio >= 3, page.evaluate(AT)["what"]


def test_the_walk_can_fail(open_page: OpenPage) -> None:
    """A page without outlines, and one with a control out of turn, are found out."""
    page = open_page("about/")
    assert not complaints(page)
    add_style(page, ":focus-visible { outline: none !important }")
    page.locator("main a").first.evaluate("link => { link.tabIndex = 1 }")
    found = " ".join(complaints(page))
    assert "focus does not show" in found
    assert "not in the order of reading" in found


@always("home", "library", "teaching article", "read", "search", "class")
def test_the_first_stop_skips_to_the_text(open_page: OpenPage, path: str) -> None:
    """It can be seen once it has the focus; Enter moves on into the text, past the header."""
    page = open_page(path)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_have_attribute("href", "#content")
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_escape_closes_a_note_and_returns_the_focus(open_page: OpenPage) -> None:
    """On a phone a note opens as a sheet; Escape puts reader and focus back where they were."""
    page = open_page(POND, width=390)
    link = page.locator("#s6 a[href^='#']").first
    note = note_of(page, "s6")
    expect(note).to_be_hidden()
    link.focus()
    y = page.evaluate("scrollY")
    page.keyboard.press("Enter")
    expect(note).to_be_in_viewport()
    expect(note).to_be_focused()
    assert page.evaluate("scrollY") == y
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(link).to_be_focused()
    assert page.evaluate("scrollY") == y


def test_a_note_closes_by_its_own_control(open_page: OpenPage) -> None:
    """Close does what Escape does."""
    page = open_page(POND, width=390)
    link = page.locator("#s6 a[href^='#']").first
    link.focus()
    page.keyboard.press("Enter")
    note = note_of(page, "s6")
    close = note.get_by_role("link", name="Close", exact=True)
    close.or_(note.get_by_role("button", name="Close", exact=True)).press("Enter")
    expect(note).to_be_hidden()
    expect(link).to_be_focused()


def test_escape_returns_after_a_walk_from_note_to_note(open_page: OpenPage) -> None:
    """After next and previous, Escape closes the note that is open, and the text has the focus again."""
    page = open_page(POND, width=390)
    page.locator("#s6 a[href^='#']").first.press("Enter")
    note_of(page, "s6").locator("a[href='#note-s7']").press("Enter")
    expect(note_of(page, "s7")).to_be_in_viewport()
    expect(note_of(page, "s6")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(note_of(page, "s7")).to_be_hidden()
    assert page.evaluate("document.activeElement.closest('.reading, main') !== null")


def test_an_open_note_does_not_trap_the_focus(open_page: OpenPage) -> None:
    """Tab goes on from the last control of the sheet."""
    page = open_page(POND, width=390)
    page.locator("#s6 a[href^='#']").first.press("Enter")
    note = note_of(page, "s6")
    expect(note).to_be_focused()
    controls = note.locator("a:visible, button:visible").count()
    for _ in range(controls + 1):
        page.keyboard.press("Tab")
    assert note.locator(":focus").count() == 0


def test_a_layer_is_a_checkbox(open_page: OpenPage) -> None:
    """Space switches it off and on again."""
    page = open_page(POND)
    layer = page.get_by_role("checkbox", name="framing", exact=True)
    layer.focus()
    expect(layer).to_be_checked()
    page.keyboard.press("Space")
    expect(layer).not_to_be_checked()
    page.keyboard.press("Space")
    expect(layer).to_be_checked()


def test_the_voices_are_radio_buttons(open_page: OpenPage) -> None:
    """One Tab stop; arrows choose, round and back."""
    page = open_page(POND)
    voices = page.get_by_role("radio")
    chosen = page.get_by_role("radio", checked=True)
    expect(chosen).to_have_count(1)
    first = chosen.get_attribute("value")
    chosen.focus()
    page.keyboard.press("ArrowRight")
    expect(chosen).to_have_count(1)
    assert chosen.get_attribute("value") != first
    expect(chosen).to_be_focused()
    for _ in range(voices.count() - 1):
        page.keyboard.press("ArrowDown")
    assert chosen.get_attribute("value") == first


def test_the_colour_switch_is_a_button(open_page: OpenPage) -> None:
    """Enter and Space both press it, and it says whether it is pressed."""
    page = open_page("")
    button = page.get_by_role("button", name="Dark colours")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    button.press("Space")
    expect(button).to_have_attribute("aria-pressed", "false")


def test_what_is_folded_opens_by_keyboard(open_page: OpenPage) -> None:
    """Each fold of an article opens by Enter, and shows what is in it."""
    page = open_page(WAR)
    folds = page.locator("main details:visible")
    assert folds.count() > 0
    for fold in folds.all():
        if fold.get_attribute("open") is not None:
            continue
        fold.locator("summary").press("Enter")
        expect(fold).to_have_attribute("open", "")


def test_the_numbers_by_keyboard_lead_to_the_notes_and_back(open_page: OpenPage) -> None:
    """Enter on a statement's number moves to its note; Tab and Enter there move back to the text."""
    page = open_page(POND)
    page.locator("#s5 a[href^='#']").first.press("Enter")
    note = note_of(page, "s5")
    expect(note).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_attribute("href", "#s5")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(
        "document.activeElement.compareDocumentPosition(document.querySelector('#s5')) & (2 | 8)"
    ), "the next stop is at or after the statement's beginning"
