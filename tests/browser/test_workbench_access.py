"""The workbench for everyone: what axe finds, what things are called, and how it fits a small or a coloured screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_axe import LOOKS, OTHER_LOOKS, faults, looks
from tests.browser.test_layout import SIDEWAYS
from tests.browser.visitor import SHORT, Visitor, checked, visit

STATES = ("begin", "marking", "walk", "finder", "problems", "details", "send", "help")
"""What the page can look like."""


OVER = ('ul role="listbox"', 'div id="problems"')
"""What opens over the rest, whose contrast is measured in other states."""


@pytest.fixture(scope="module")
def visitor(browser: Browser, site_url: str) -> Iterator[Visitor]:
    """Somebody with a short text on the desk, marked in every way; the generator has answered."""
    with visit(browser, site_url, bypass_csp=True) as one:
        one.begin(SHORT)
        one.statement("“The spring")
        one.press("s", "Enter")
        one.voice("Ada Quill")
        one.choose("said")
        one.press("c")
        one.statement("Nobody has")
        one.press("u")
        one.statement("ruin")
        one.press("i")
        one.choose("ruin")
        one.press("f")
        one.reach("technique")
        one.write("scary")
        one.press("Enter")
        one.reach("plain")
        one.press("Escape")
        checked(one.page, "problem")
        yield one


@pytest.fixture(scope="module")
def leaver(browser: Browser, site_url: str) -> Iterator[Visitor]:
    """Somebody who has gone back to the beginning; the generator, which would start again, does not come."""
    with visit(browser, site_url, generator=False, bypass_csp=True) as one:
        one.begin(SHORT)
        one.page.evaluate("document.querySelector('#bar button.slight').click()")
        one.page.get_by_role("heading", name="Go on with").wait_for()
        yield one


def somebody(request: pytest.FixtureRequest, state: str) -> Visitor:
    """Somebody whose page is in a state."""
    one: Visitor = request.getfixturevalue("leaver" if state == "begin" else "visitor")
    if state == "begin":
        one.page.set_viewport_size({"width": 1280, "height": 800})
    else:
        set_up(one, state)
    return one


def set_up(visitor: Visitor, state: str) -> None:
    """Bring the desk into a state, from any other."""
    page = visitor.page
    page.set_viewport_size({"width": 1280, "height": 800})
    page.locator("#text .s").nth(3).focus()
    visitor.press("Escape", "Escape", "Escape")
    if page.locator("#problems").is_visible():
        page.locator("#problems .close").click()
    page.evaluate(
        "() => document.querySelectorAll('#details details').forEach(each => { each.open = false; })"
    )
    page.locator("#text .s").nth(3).focus()
    match state:
        case "walk":
            visitor.press("w")
            page.wait_for_selector("#walk-ask")
        case "finder":
            page.locator("#text .w.on").click()
            page.locator("#technique").click()
            page.wait_for_selector("#technique-list [role=option]")
        case "problems":
            visitor.press("p")
        case "details":
            page.evaluate(
                "() => document.querySelectorAll('#details details').forEach(each => { each.open = true; })"
            )
            page.locator("#details").scroll_into_view_if_needed()
        case "send":
            visitor.press("g")
        case "help":
            visitor.press("?")
            page.wait_for_selector("dialog[open]")
        case _:
            visitor.press("Enter")


def left(visitor: Visitor) -> None:
    """Leave the list of keys, which nothing else can be reached from."""
    if visitor.page.locator("dialog[open]").count():
        visitor.press("Escape")


@pytest.mark.parametrize(
    "state", [pytest.param(s, marks=() if s in STATES[:4] else pytest.mark.long) for s in STATES]
)
def test_axe_finds_nothing_in_any_state(request: pytest.FixtureRequest, state: str) -> None:
    """Wide and narrow, light and dark, each width in one of the two."""
    visitor = somebody(request, state)
    around = ("#panel .finder",) if state == "finder" else ()
    found = [
        line
        for look in looks(visitor.page)
        for line in faults(visitor.page, look, *around)
        if not any(f"is covered by <{over}" in line for over in OVER)
    ]
    left(visitor)
    assert not found, "\n".join(found)


@pytest.mark.long
@pytest.mark.parametrize("state", ["begin", "marking"])
def test_axe_finds_nothing_in_the_other_looks(request: pytest.FixtureRequest, state: str) -> None:
    """The same, with the colours the other way round."""
    assert set(LOOKS).isdisjoint(OTHER_LOOKS)
    visitor = somebody(request, state)
    found = [
        line for look in looks(visitor.page, OTHER_LOOKS) for line in faults(visitor.page, look)
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("state", STATES)
def test_nothing_scrolls_sideways_on_a_small_screen_or_at_400_percent(
    request: pytest.FixtureRequest, state: str
) -> None:
    """A phone of 320 px; and a window of 1280 by 800 px at 400 %, which is one of 320 by 200."""
    visitor = somebody(request, state)
    found = []
    for height in (640, 200):
        visitor.page.set_viewport_size({"width": 320, "height": height})
        if out := visitor.page.evaluate(SIDEWAYS):
            found.append(f"{height}: " + " | ".join(out))
    left(visitor)
    assert not found, "\n".join(found)


def test_the_statement_in_hand_is_seen_at_400_percent(visitor: Visitor) -> None:
    """In a window of 320 by 200, what has the focus is not hidden by what stands in front of it."""
    set_up(visitor, "marking")
    page = visitor.page
    page.set_viewport_size({"width": 320, "height": 200})
    visitor.press("Escape")
    page.locator(".panel-top .close").click()
    visitor.press("Home", "ArrowDown")
    seen = page.evaluate(
        """() => { const box = document.activeElement.getClientRects()[0];
        const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        return document.activeElement.contains(at) ? "" : at?.outerHTML.slice(0, 90) ?? "outside"; }"""
    )
    assert seen == ""


def test_things_are_called_by_their_names(visitor: Visitor) -> None:
    """The main controls have a role and a name, as a screen reader tells them."""
    set_up(visitor, "marking")
    page: Page = visitor.page
    text = page.get_by_role("listbox", name="Statements")
    expect(text.get_by_role("option")).to_have_count(5)
    mine = text.get_by_role("option", selected=True)
    expect(mine).to_have_accessible_name(
        "4: Without the clock, ruin waits for the market. – inferred; 1 stretch that steers"
    )
    panel = page.get_by_role("region", name="The mark in hand")
    expect(panel.get_by_role("heading", name="Statement 4")).to_be_visible()
    group = panel.get_by_role("group", name="What does it rest on?")
    expect(group.get_by_role("radio", checked=True)).to_have_count(1)
    expect(panel.get_by_role("textbox", name="Which statements does it rest on?")).to_be_visible()
    expect(panel.get_by_role("textbox", name="Note")).to_be_visible()
    for name in ("Undo", "Redo", "Send", "Keys"):
        expect(page.get_by_role("button", name=name, exact=True)).to_have_count(1)
    expect(
        page.get_by_role("status").filter(has=page.locator("xpath=self::*[@id='announce']"))
    ).to_have_count(1)
    set_up(visitor, "finder")
    finder = page.get_by_role("combobox", name="What do they do? Type what you see")
    expect(finder).to_have_attribute("aria-expanded", "true")
    finder.press_sequentially("scary")
    chosen = finder.get_attribute("aria-activedescendant")
    expect(page.locator(f"#{chosen}")).to_have_attribute("aria-selected", "true")


def test_bases_are_told_apart_in_forced_colours(visitor: Visitor) -> None:
    """With the reader's own colours, each basis keeps a line of its own kind, and the hand is seen."""
    set_up(visitor, "marking")
    page = visitor.page
    page.emulate_media(forced_colors="active")
    shots = {
        basis: page.locator(f"#text .x.{basis}").first.evaluate(
            """e => { const { borderBottomStyle: b, textDecorationLine: d, textDecorationStyle: s, backgroundImage: i,
            borderBottomWidth: w } = getComputedStyle(e); return [b, w, d, s, i.slice(0, 120)].join(); }"""
        )
        for basis in ("sourced", "unsourced", "inferred")
    }
    hand = page.locator("#text .s.in-hand").evaluate(
        "e => { const s = getComputedStyle(e); return s.outlineStyle + s.borderInlineStartStyle; }"
    )
    page.emulate_media(forced_colors="none")
    assert len(set(shots.values())) == 3, shots
    assert hand
