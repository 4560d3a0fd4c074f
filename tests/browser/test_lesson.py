"""A whole lesson in the browser: a pupil opens, marks, reloads, compares and shares; a teacher reads the class."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.browser.articles import POND, real
from tests.browser.shares import ADDRESS, link, made_class, packed, read_marks
from tests.browser.test_layout import squeezed
from tests.browser.test_student import READ, SLUG, basis, number, says, word


def by_keyboard(page: Page) -> None:
    """Mark the first two statements without a mouse."""
    number(page, 1).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    says(page, "2 of 17 marked.")


def by_touch(page: Page) -> None:
    """Mark the third statement, its voice and one word in it, with a finger."""
    word(page, 3, 3).tap()
    basis(page, "Sourced")
    page.get_by_label("By whom?").fill("the jam works")
    word(page, 3, 12).tap()
    word(page, 3, 12).tap()
    page.get_by_role("button", name="Close").tap()
    says(page, "3 of 17 marked.")


def printed(page: Page, paper: str) -> str:
    """The text of the page's paper."""
    sheets = PdfReader(BytesIO(page.pdf(format=paper)))
    return squeezed(" ".join(sheet.extract_text() for sheet in sheets.pages))


def test_a_whole_lesson(browser: Browser, site_url: str, site_dir: Path) -> None:
    """From the teacher's link to the picture of the class and to paper; nothing leaves the site."""
    statements = real(SLUG).article.statements
    context = browser.new_context(
        viewport={"width": 390, "height": 760}, has_touch=True, reduced_motion="reduce"
    )
    elsewhere: list[str] = []
    context.on(
        "request",
        lambda asked: None if asked.url.startswith(site_url) else elsewhere.append(asked.url),
    )

    teacher = context.new_page()
    teacher.goto(site_url + POND)
    for_pupils = teacher.get_by_label("The link for your pupils").input_value()
    assert for_pupils == site_url + READ

    pupil = context.new_page()
    pupil.goto(for_pupils)
    by_keyboard(pupil)
    by_touch(pupil)
    pupil.reload()
    says(pupil, "3 of 17 marked.")
    pupil.get_by_role("button", name="Copy the link").click()
    own = pupil.get_by_label("The link. It holds your marks").input_value()
    pupil.get_by_role("link", name="Compare with the annotators").click()
    expect(pupil.locator("#compare .verdict")).to_contain_text(
        re.compile(r"You and the annotators see \d+ of 3 alike")
    )

    article = read_marks(site_dir, SLUG)
    others = made_class(article, 24)
    lines = [own, *(link(each) for each in others)]
    lines[4:4] = [
        lines[4][:-9],
        ADDRESS + packed(["x"], "w2"),
        "https://docs.example.com/document/d/1",
    ]
    lines += [link(replace(others[0], text="00000000")), lines[-1][:60]]
    assert len(lines) == 30
    teacher.goto(f"{site_url}teach/class/")
    teacher.get_by_label("Links, one a line").fill("\n".join(lines))
    teacher.get_by_role("button", name="Show the class").click()
    expect(teacher.get_by_role("status")).to_contain_text("25 links are in. 5 were skipped")
    everybody = "uis" + "-" * 14, *(each.bases for each in others)
    for each in statements:
        seen = teacher.locator(f"#c{each.number} .seg").all_text_contents()
        votes = [sum(one[each.number - 1] == letter for one in everybody) for letter in "sui-"]
        assert [int(text) for text in seen] == votes, each.number

    teacher.goto(site_url + READ)
    worksheet = printed(teacher, "A4")
    teacher.goto(site_url + POND)
    key = printed(teacher, "Letter")
    for each in statements:
        assert each.note
        reason = squeezed(each.note.paragraphs[0].text)
        assert squeezed(each.text) in worksheet
        assert reason not in worksheet
        assert reason in key
    assert not elsewhere
    context.close()
