"""The workbench: from a pasted text to a file that the check takes, by keyboard alone and by touch alone."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Request

from tests.browser.test_policy import LISTEN
from tests.browser.visitor import PLACE, SHORT, TEXT, Visitor, checked, refused, visit

NOTE = "A camera or a list could settle it."


def walk(visitor: Visitor, yes: str) -> None:
    """Answer the questions with no up to the one whose title has these words, then with yes."""
    visitor.press("w")
    visitor.page.wait_for_selector("#panel .walk")
    for _ in range(20):
        if yes in visitor.page.inner_text("#panel .walk h3"):
            break
        visitor.press("n")
    visitor.press("y", "Enter")


def framed(visitor: Visitor, words: tuple[str, int], find: str, plain: str) -> str:
    """Mark words, by the first of them and how many more; the technique that is found by what one sees."""
    first, more = words
    visitor.choose(first)
    visitor.press(*["Shift+ArrowRight"] * more, "f")
    visitor.reach("technique")
    visitor.write(find)
    visitor.press("Enter")
    visitor.reach("plain")
    visitor.write(plain)
    visitor.press("Tab")
    visitor.write("It makes a reader feel something, and shows nothing.")
    visitor.press("Escape")
    return visitor.page.input_value("#technique")


def test_by_keyboard_alone_a_pasted_text_becomes_a_file_that_the_check_takes(
    browser: Browser, site_url: str, tmp_path: Path
) -> None:
    """Every statement is decided, some by the questions; and no byte is asked of anybody else on the way."""
    assert 280 < len(TEXT.split()) < 340
    with visit(browser, site_url) as visitor:
        page, press = visitor.page, visitor.press
        asked: list[str] = []

        def hear(request: Request) -> None:
            asked.append(request.url)

        page.context.on("request", hear)
        page.add_init_script(LISTEN)
        page.reload()
        visitor.begin(TEXT)
        visitor.press_until("ArrowDown", "boasted")
        visitor.choose("and")
        press("/")
        visitor.press_until("ArrowUp", "The clock on")
        for _ in visitor.states():
            if "ruin" not in visitor.focused() and "does not care" not in visitor.focused():
                press("u")
            visitor.note(NOTE)
            press("ArrowDown")

        visitor.statement("“The spring")
        walk(visitor, "own words")
        visitor.voice("Ada Quill")
        visitor.choose("said")
        press("c")
        for words, name in (("boasted", "The council"), ("ovens", "Bern Oster")):
            visitor.statement(words)
            press("s", "Enter")
            visitor.voice(name)
        visitor.statement("does not care")
        walk(visitor, "whose measure")
        press("Escape", "d")
        visitor.press_until("ArrowUp", "the money")
        press("Enter", "Escape")
        assert page.input_value("#from") == "6"
        visitor.statement("ruin")
        walk(visitor, "wait")
        visitor.press_until("Shift+Tab", "INPUT from")
        visitor.write("15, 16")
        press("Escape")

        visitor.statement("boasted")
        assert framed(visitor, ("boasted", 0), "boasted", "said") == "Loaded attribution"
        visitor.statement("ruin")
        assert framed(visitor, ("ruin", 1), "makes it sound scary", "trade may drop") == (
            "Appeal to fear or prejudice"
        )
        checked(page, "1 problem")
        press("p")
        visitor.press_until("Tab", "front.annotators")
        press("Enter")
        visitor.reach("front-annotators-0-name")
        visitor.write("the-late-bus")
        checked(page, "no problems")
        visitor.press_until("Tab", "Download the file")
        assert not refused(page, lambda: press("Enter"), tmp_path)
        text = page.input_value("#send-text")
        assert page.evaluate("window.violations") == []
        assert {url for url in asked if not url.startswith((site_url, "blob:"))} == set()
        assert any(url.startswith(f"{site_url}{PLACE}engine/") for url in asked)
    assert len(re.findall(r"\{\.(?:sourced|unsourced|inferred)\b", text)) == 26
    assert len(re.findall(r"\{\.framing\b", text)) == 2
    marks = re.findall(r"\{\.(?:inferred|cue)\b[^}]*\}", text)
    assert [
        mark
        for mark in marks
        if re.fullmatch(r"\{\.inferred kind=prediction from=\W?s\d+\Ws\d+\W?\}", mark)
    ], marks
    assert "[said]{.cue}" in text, marks


def test_by_touch_alone_on_a_phone_a_pasted_text_becomes_a_file_that_the_check_takes(
    browser: Browser, site_url: str, tmp_path: Path
) -> None:
    """On 390 px: words are chosen by their buttons, a support by its box, a technique by what one sees."""
    phone: dict[str, Any] = {
        "viewport": {"width": 390, "height": 844},
        "has_touch": True,
        "is_mobile": True,
    }
    with visit(browser, site_url, **phone) as visitor:
        page = visitor.page

        def tap(selector: str) -> None:
            page.locator(selector).first.tap()

        def write(selector: str, words: str) -> None:
            tap(selector)
            visitor.write(words)

        def choose(*words: str) -> None:
            if not page.locator(".chips").is_visible():
                tap("#panel summary[data-key=chips]")
            for word in words:
                tap(f".chips button:text-is('{word}')")

        write("#begin-text", SHORT)
        write("#begin-name", "The clock has stopped")
        write("#begin-publisher", "The Norbury Post")
        tap("#begin [value=own]")
        tap("#begin .paste .go")
        for number in (0, 1, 4):
            tap(f"#text .s >> nth={number} >> .x")
            tap("[name=basis][value=unsourced]")
            write("#note", NOTE)
            tap(".panel-top .close")
        tap("#text .s >> nth=2 >> .x")
        tap(".walk-start")
        for _ in range(2):
            tap("#panel .walk button:text-is('No')")
        assert "own words" in page.inner_text("#panel .walk h3")
        tap("#panel .walk button:text-is('Yes')")
        tap("#panel .walk .go")
        tap("[data-key=add-voice]")
        write("#voice-name", "Ada Quill")
        write("#voice-role", "the clock keeper")
        tap(".maker [value=party]")
        tap(".maker .go")
        write("#note", "She keeps it, and has seen it.")
        choose("said")
        tap(".words-of button:has-text('They attribute')")
        assert page.inner_text("#text .cue") == "said"
        tap(".panel-top .close")
        tap("#text .s >> nth=3 >> .x")
        tap("[name=basis][value=inferred]")
        page.select_option("#kind", "prediction")
        tap("#panel summary[data-key=boxes]")
        tap("#panel [data-key=box-s5]")
        assert page.input_value("#from") == "5"
        write("#note", "One morning is not every morning.")
        choose("ruin", "waits")
        tap(".words-of button:has-text('They steer')")
        write("#technique", "makes it sound scary")
        tap("#technique-list [role=option]")
        write("#plain", "trade may drop")
        write("#note", "No shop has shut.")
        tap(".panel-top .close")
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        checked(page, "1 problem")
        tap("#bar button:has-text('1 problem')")
        tap("#problems .to")
        visitor.write("the-late-bus")
        checked(page, "no problems")
        tap("#bar .go")
        assert not refused(page, lambda: tap("#send button:has-text('Download')"), tmp_path)
