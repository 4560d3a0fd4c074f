"""Packs as a teacher meets them: unpacked, opened from a disk with no network, and printed."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from generator.analysis.figures import Analysed
from tests.browser.shelf import articles
from tests.browser.test_axe import faults, looks
from tests.test_student_page import answers

SLUG = "the-pink-pond"
LESSON = "one-vote-two-stories"
LOADED = """
document.fonts.ready.then(() =>
  [...document.fonts].some(font => font.family === "Vollkorn" && font.status === "loaded"))
"""
"""Whether the page stands in its own type."""

SIDES = ("the-ramp-goes-to-a-vote", "a-town-that-has-lost-its-mind")


@pytest.fixture(scope="module")
def packs(site_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every pack of the site, each unpacked into a folder of its name."""
    folder = tmp_path_factory.mktemp("packs")
    for path in site_dir.glob("*/*/*-pack.zip"):
        with zipfile.ZipFile(path) as archive:
            archive.extractall(folder / path.stem)
    return folder


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window without a network; afterwards nothing may have failed, and nothing been sought there."""
    wrong: list[str] = []
    context = browser.new_context(offline=True, reduced_motion="reduce")
    window = context.new_page()
    window.on("console", lambda message: wrong.append(f"console: {message.text}"))
    window.on("pageerror", lambda error: wrong.append(f"script: {error}"))
    window.on("requestfailed", lambda request: wrong.append(f"failed: {request.url}"))
    window.on(
        "request",
        lambda request: None if request.url.startswith("file:") else wrong.append(request.url),
    )
    yield window
    context.close()
    assert not wrong


def an_article(slug: str) -> Analysed:
    """A published article."""
    return next(one for one in articles() if one.article.slug == slug)


def squeezed(text: str) -> str:
    """A text without its spaces, which a printer is free to move."""
    return "".join(text.split())


def printed(page: Page, paper: Literal["A4", "Letter"]) -> PdfReader:
    """What a printer gets of the page."""
    return PdfReader(BytesIO(page.pdf(format=paper, prefer_css_page_size=False)))


def test_every_article_has_its_pack(packs: Path) -> None:
    """And every lesson too."""
    names = {path.name for path in packs.iterdir()}
    assert {f"{one.article.slug}-pack" for one in articles()} <= names
    assert f"{LESSON}-pack" in names


def test_all_pages_of_all_packs_open_from_a_disk(page: Page, packs: Path) -> None:
    """In their own type, with nothing missing; one pack stands for those of its kind."""
    for name in (f"{SLUG}-pack", f"{LESSON}-pack"):
        for path in sorted((packs / name).rglob("*.html")):
            page.goto(path.as_uri())
            expect(page.get_by_role("heading", level=1)).to_be_visible()
            assert page.evaluate(LOADED), path
            assert page.locator(":is(button, input, select, textarea, form, script)").count() == 0


def test_a_teacher_finds_the_way_about_a_pack(page: Page, packs: Path) -> None:
    """From the contents page to each page and back, and from the lesson to a worksheet."""
    page.goto((packs / f"{SLUG}-pack" / "index.html").as_uri())
    for link, top in (("The worksheet", "Worksheet"), ("The key", "Key")):
        page.get_by_role("link", name=link, exact=True).click()
        expect(page.locator(".pack-top b")).to_have_text(top)
        page.get_by_role("link", name="Everything in this pack").click()
        expect(page.get_by_role("heading", name="How to print")).to_be_visible()
    page.goto((packs / f"{LESSON}-pack" / "index.html").as_uri())
    page.get_by_role("link", name="The lesson").click()
    page.get_by_role("link", name="worksheet").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(an_article(SIDES[1]).article.title)
    page.get_by_role("link", name="Everything in this pack").click()
    page.get_by_role("link", name="One ramp, two stories").click()
    page.locator("a.chip").first.click()
    expect(page.locator(":target")).to_have_count(1)


@pytest.mark.parametrize("name", ["index.html", "worksheet.html", "key.html"])
def test_a_pack_is_as_accessible_as_the_site(page: Page, packs: Path, name: str) -> None:
    """axe finds nothing, and nothing hangs over the edge."""
    page.goto((packs / f"{SLUG}-pack" / name).as_uri())
    for look in looks(page):
        assert not faults(page, f"{name}, {look}")
        over = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(over) <= 0, look


@pytest.mark.parametrize("paper", ["A4", pytest.param("Letter", marks=pytest.mark.long)])
def test_the_worksheet_prints_whole_and_gives_no_answer(
    page: Page, packs: Path, paper: Literal["A4", "Letter"]
) -> None:
    """Every statement in order, every question, a line for the name, and no note."""
    one = an_article(SLUG).article
    page.goto((packs / f"{SLUG}-pack" / "worksheet.html").as_uri())
    sheets = printed(page, paper)
    said = squeezed(" ".join(sheet.extract_text() for sheet in sheets.pages))
    at = 0
    for statement in one.statements:
        for word in statement.text.split():
            at = said.index(squeezed(word), at)
    assert all(squeezed(question.ask) in said for question in one.questions)
    assert "NameClassDate" in said
    assert "Everythinginthispack" not in said
    notes = {squeezed(answer) for answer in answers(one) if len(answer.split()) > 3}
    text = squeezed(" ".join(block.text.text for block in one.blocks))
    assert not {note for note in notes if note in said and note not in text}
    wide, high = (float(side) for side in sheets.pages[0].mediabox[2:])
    assert (wide, high) == pytest.approx((595, 842) if paper == "A4" else (612, 792), abs=2)


@pytest.mark.parametrize("paper", [pytest.param("A4", marks=pytest.mark.long), "Letter"])
def test_the_key_prints_with_every_note_and_answer(
    page: Page, packs: Path, paper: Literal["A4", "Letter"]
) -> None:
    """Every mark with its note, and what a good answer has in it."""
    one = an_article(SLUG).article
    page.goto((packs / f"{SLUG}-pack" / "key.html").as_uri())
    said = squeezed(" ".join(sheet.extract_text() for sheet in printed(page, paper).pages))
    notes = [mark.note for mark in one.statements if mark.note]
    notes += [mark.note for mark in one.framing if mark.note]
    assert not [p.text for note in notes for p in note.paragraphs if squeezed(p.text) not in said]
    assert all(squeezed(question.answer) in said for question in one.questions)
    assert "Everythinginthispack" not in said
