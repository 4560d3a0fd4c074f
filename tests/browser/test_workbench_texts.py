"""The workbench with texts of another kind: retold in own words, and written from right to left."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.visitor import SHORT, Visitor, checked, refused, visit

ARABIC = """توقفت ساعة البلدية مساء الجمعة. قالت ليلى، حارسة الساعة: «انكسر النابض». لم يلمس أحد عقاربها منذ ذلك الوقت.

لا شك أن السوق في خطر. يفتح السوق في السابعة من كل خميس."""
"""Five statements in two paragraphs; people and places are invented."""

OWN = (
    "The town hall’s clock has stood still since Friday night.",
    "The hands are where they were.",
    "Its keeper, Ada Quill, says that “the spring is broken”.",
    "The writer fears for the market.",
    "At half past seven on the next Thursday, most stalls had nobody at them.",
)
"""The five statements of SHORT, retold."""


def pen_name(visitor: Visitor) -> None:
    """Say who marked it, and what the page is called."""
    for field, words in (("title", "A clock"), ("annotators-0-name", "the-late-bus")):
        visitor.page.evaluate(
            "id => { document.getElementById(id).closest('details').open = true; }",
            f"front-{field}",
        )
        visitor.page.fill(f"#front-{field}", words)


def taken(visitor: Visitor, number: int) -> None:
    """Take a statement in hand; a click in its middle may be on another one's line."""
    visitor.page.locator("#text .s .x").nth(number).dispatch_event("click")
    visitor.page.locator("#panel h2", has_text=f"Statement {number + 1}").wait_for()


def decided(visitor: Visitor, number: int, basis: str, note: str) -> None:
    """Take a statement in hand, and say what it rests on."""
    taken(visitor, number)
    visitor.page.check(f"[name=basis][value={basis}]")
    visitor.page.fill("#note", note)


def voiced(visitor: Visitor, name: str) -> None:
    """Make the voice of the statement in hand."""
    visitor.page.click("[data-key=add-voice]")
    visitor.page.fill("#voice-name", name)
    visitor.page.check(".maker [value=party]")
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_selector(".maker", state="detached")


def test_a_retold_text_becomes_a_file_in_own_words(
    browser: Browser, site_url: str, tmp_path: Path
) -> None:
    """Each sentence is retold beside the original, a verbatim phrase is marked, and the original stays."""
    with visit(browser, site_url) as visitor:
        page = visitor.page
        visitor.begin(SHORT, right="ArrowUp")
        assert all("still to be retold" in state for state in visitor.states())
        for number, words in enumerate(OWN):
            taken(visitor, number)
            page.fill("#reword", words)
            basis = {2: "sourced", 3: "inferred"}.get(number, "unsourced")
            decided(visitor, number, basis, "Somebody could look.")
            if number == 2:
                voiced(visitor, "Ada Quill")
                page.check("[name=how][value=mixed]")
            if number == 3:
                page.select_option("#kind", "prediction")
        pen_name(visitor)
        checked(page, "no problems")
        assert not refused(
            page, lambda: page.get_by_role("button", name="Download the file").click(), tmp_path
        )
        text = page.input_value("#send-text")
    assert "rights: quotation" in text
    assert "“the spring is broken”" in text
    assert "ten past nine" not in text
    assert all(words in text.replace("\n", " ") for words in OWN[:2])


def test_a_text_from_right_to_left_becomes_a_file_that_says_so(
    browser: Browser, site_url: str, tmp_path: Path
) -> None:
    """It is shown, chosen and previewed from the right; what leads to the left is the next word."""
    with visit(browser, site_url) as visitor:
        page = visitor.page
        page.select_option("#begin-language", "ar")
        visitor.begin(ARABIC)
        assert len(visitor.states()) == 5
        paragraph = page.locator("#text .verse p").first
        assert paragraph.evaluate("e => [getComputedStyle(e).direction, e.lang]") == ["rtl", "ar"]
        for number in (0, 2, 4):
            decided(visitor, number, "unsourced", "A camera could settle it.")
        decided(visitor, 1, "sourced", "She keeps the clock.")
        voiced(visitor, "ليلى")
        decided(visitor, 3, "inferred", "What would show it?")
        page.select_option("#kind", "prediction")
        visitor.press("Escape")
        visitor.press("ArrowLeft", "ArrowLeft")
        assert page.evaluate("getSelection().toString()") == "شك"
        visitor.press("ArrowRight", "Shift+ArrowLeft")
        assert page.evaluate("getSelection().toString()") == "لا شك"
        pen_name(visitor)
        checked(page, "no problems")
        page.evaluate("document.querySelector('#preview details').open = true")
        frame = page.frame_locator(".preview-frame")
        frame.locator(".reading").first.wait_for()
        assert frame.locator(".reading").first.evaluate(
            "e => { const text = e.querySelector('[lang=ar]') ?? e; return [text.lang, getComputedStyle(text).direction]; }"
        ) == ["ar", "rtl"]
        assert not refused(
            page, lambda: page.get_by_role("button", name="Download the file").click(), tmp_path
        )
        text = page.input_value("#send-text")
    assert "language: ar" in text
