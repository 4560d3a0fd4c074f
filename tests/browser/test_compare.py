"""Compare: a pupil's marks beside the annotators', with the reasons and without a score."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from playwright.sync_api import Locator, Page, expect

from generator.analysis.figures import Analysed
from generator.model import Statement
from generator.pages.version import text_version
from tests.browser.articles import POND, WAR, real
from tests.browser.conftest import OpenPage
from tests.browser.test_axe import faults, looks
from tests.sample import codebook

pytestmark = pytest.mark.same_window

SLUG = "the-pink-pond"
LETTER = {"sourced": "s", "unsourced": "u", "inferred": "i"}
OTHER = {"sourced": "unsourced", "unsourced": "inferred", "inferred": "sourced"}


def mark(basis: str, **more: object) -> dict[str, object]:
    """A mark as the student page keeps it."""
    return {
        "basis": LETTER.get(basis, ""),
        "by": "",
        "why": "",
        "words": [],
        "print": "00000000",
        **more,
    }


def compare(
    open_page: OpenPage, marks: dict[int, dict[str, object]], path: str = POND, width: int = 1280
) -> Page:
    """The comparison of these marks, as one comes to it from the student page."""
    page = open_page(f"{path}read/", width=width)
    slug = path.split("/")[1]
    kept = {"v": 1, "texts": {text_version(real(slug).article): marks}}
    page.evaluate(
        "([key, value]) => localStorage.setItem(key, value)",
        [f"whosays-read:{slug}", json.dumps(kept)],
    )
    page.get_by_role("link", name="Compare with the annotators").click()
    page.locator("#compare:not([hidden])").wait_for()
    return page


def box(page: Page) -> Locator:
    """The part of the page that compares."""
    return page.locator("#compare")


def alike(article: Analysed) -> dict[int, dict[str, object]]:
    """Marks that see all as the annotators do."""
    return {s.number: mark(s.basis) for s in article.article.statements}


def told(statement: Statement) -> str:
    """What the annotators say of a statement, as plain text."""
    assert statement.note
    return statement.note.paragraphs[0].text


def test_differences_come_with_both_reasons_and_both_questions(open_page: OpenPage) -> None:
    """The sentence, yours with your why, theirs with their note, and the test of each basis."""
    article = real(SLUG)
    marks = alike(article)
    third = article.article.statements[2]
    marks[3] = mark(OTHER[third.basis], by="", why="I think so <b>")
    page = compare(open_page, marks)
    count = len(article.article.statements)
    expect(box(page).locator(".verdict")).to_have_text(
        f"You and the annotators see {count - 1} of {count} alike; look at s3."
    )
    items = box(page).locator(".differences > li")
    expect(items).to_have_count(1)
    expect(items).to_contain_text(third.text)
    expect(items).to_contain_text("I think so <b>")
    expect(items).to_contain_text(told(third))
    expect(items).to_contain_text("You may disagree.")
    for entry in codebook().bases:
        if entry.id in (third.basis, OTHER[third.basis]):
            expect(items).to_contain_text(" ".join(entry.test.split()))
    items.get_by_role("link", name="3", exact=True).click()
    expect(page).to_have_url(re.compile(r"compare=1#" + third.id + "$"))


def test_there_is_no_score(open_page: OpenPage) -> None:
    """No percentage, no points, and no word of right and wrong about the pupil's marks."""
    article = real(SLUG)
    marks = {s.number: mark(OTHER[s.basis]) for s in article.article.statements}
    page = compare(open_page, marks)
    text = box(page).inner_text()
    assert "0 of 17 alike; look at s1, s2, s3, s4, s5 and s6 first." in text
    ours = text
    for statement in article.article.statements:
        ours = ours.replace(told(statement), "")
    assert not re.search(r"%|\bpoints?\b|\bscore\b|\bcorrect|\bwrong\b|\bright\b", ours)


@pytest.mark.parametrize("path", [POND, WAR], ids=["teaching article", "article"])
def test_who_sees_all_as_they_do_is_told_so(open_page: OpenPage, path: str) -> None:
    """No difference; each note still says what the pupil said."""
    article = real(path.split("/")[1])
    page = compare(open_page, alike(article), path)
    count = len(article.article.statements)
    expect(box(page).locator(".verdict")).to_contain_text(f"see {count} of {count} alike.")
    expect(box(page).locator(".differences > li")).to_have_count(0)
    for statement in article.article.statements:
        note = page.locator(f"[id='note-{statement.id}'] .you")
        expect(note).to_have_text(f"You: {statement.basis}")


def test_with_some_marked_only_those_are_compared(open_page: OpenPage) -> None:
    """The rest is named, and not counted."""
    article = real(SLUG).article
    marks = {1: mark(article.statements[0].basis), 2: mark(OTHER[article.statements[1].basis])}
    page = compare(open_page, marks)
    verdict = box(page).locator(".verdict")
    expect(verdict).to_have_text(
        "Of the 17 sentences you marked 2. You and the annotators see 1 of 2 alike; look at s2."
    )
    expect(box(page)).to_contain_text("15 sentences are still unmarked.")
    expect(page.locator(f"[id='note-{article.statements[4].id}'] .you")).to_have_text(
        "You: not marked"
    )


def test_with_nothing_marked_a_link_leads_back(open_page: OpenPage) -> None:
    """And without being asked for, the comparison is not there at all."""
    page = open_page(f"{POND}?compare=1#compare")
    expect(box(page).locator(".verdict")).to_contain_text("Nothing is marked yet in this browser.")
    box(page).get_by_role("link", name="Mark it yourself").click()
    expect(page).to_have_url(re.compile("/read/$"))
    page = open_page(POND)
    expect(box(page)).to_be_hidden()
    assert page.locator("script[src*='marks.js'], link[href*='compare.css']").count() == 0


def test_a_contested_statement_counts_either_way(open_page: OpenPage) -> None:
    """And it is said that it is contested."""
    slug = WAR.split("/")[1]
    statements = [s for name in (slug, SLUG) for s in real(name).article.statements if s.also]
    assert statements
    statement = statements[0]
    path = WAR if statement in real(slug).article.statements else POND
    page = compare(open_page, {statement.number: mark(statement.also)}, path)
    expect(box(page).locator(".verdict")).to_contain_text("1 of 1 alike")
    expect(box(page)).to_contain_text(
        f"{statement.number} is contested: they call it {statement.basis} and allow {statement.also}, as you do."
    )


def test_words_are_compared_by_what_they_share(open_page: OpenPage) -> None:
    """Yours and theirs, only yours, only theirs: each once."""
    article = real(SLUG).article
    framing = next(f for f in article.framing if f.statement)
    statement = next(s for s in article.statements if s.id == framing.statement)
    before = statement.text[: framing.span.start - statement.span.start]
    place = len(before.split()) + (before == "" or before[-1].isspace())
    marks = {
        statement.number: mark(statement.basis, words=[[place, place]]),
        17: mark("inferred", words=[[1, 1]]),
    }
    page = compare(open_page, marks)
    both, you, they = (box(page).locator(".steering > div").nth(n).locator("li") for n in range(3))
    expect(both).to_have_count(1)
    assert framing.text.split()[0] in both.inner_text()
    expect(you).to_have_text([re.compile("Whatever")])
    expect(they).to_have_count(len([f for f in article.framing if f.statement]) - 1)
    for other in article.framing:
        if other.statement and other.id != framing.id:
            expect(they.filter(has_text=other.text)).to_have_count(1)


def test_plain_words_change_nothing_of_it(open_page: OpenPage) -> None:
    """Our own words on the page are no words of the text."""
    article = real(SLUG)
    page = compare(open_page, {**alike(article), 3: mark("inferred", words=[[12, 12]])})
    text = " ".join(box(page).locator(".differences .quoted").inner_text().split())
    assert article.article.statements[2].text in text
    page.goto(page.url.replace("compare=1", "compare=1&plain=1"))
    page.reload()
    box(page).locator(".differences > li").wait_for()
    assert " ".join(box(page).locator(".differences .quoted").inner_text().split()) == text


def test_marks_in_the_address_are_checked(open_page: OpenPage) -> None:
    """Those of another text or of a damaged link are refused in a sentence."""
    page = open_page(f"{POND}read/")
    code = page.evaluate(
        "WhoSaysShare.encode({slug: 'the-pink-pond', text: '00000000', name: '', bases: 'u', by: {}, why: {}, words: []})"
    )
    for address, why in ((code, "older text"), (code[:-1], "damaged"), ("w2.a.b", "newer version")):
        page = open_page(f"{POND}?compare=1#{address}")
        expect(box(page).locator(".verdict")).to_contain_text(why)


def test_the_keyboard_lands_on_the_comparison(open_page: OpenPage) -> None:
    """Its heading has the focus, and the next stop is the first difference."""
    page = compare(open_page, {1: mark("inferred")})
    expect(box(page).get_by_role("heading", name="You and the annotators")).to_be_focused()
    page.keyboard.press("Tab")
    expect(box(page).locator(".verdict a")).to_be_focused()


def test_hostile_marks_are_only_text(open_page: OpenPage) -> None:
    """What was typed, or put into the storage, is shown as it is."""
    hostile = "<img src=x onerror=alert(1)>"
    marks = {1: mark("sourced", by=hostile, why=hostile), 3: mark("sourced", by=hostile)}
    page = compare(open_page, marks)
    expect(box(page).get_by_text(hostile).first).to_be_visible()
    assert page.locator("main img").count() == 0


def test_axe_finds_nothing_in_the_comparison(open_page: OpenPage) -> None:
    """With differences, agreements and words, at both widths in both schemes."""
    article = real(SLUG)
    marks = alike(article)
    marks[3] = mark("inferred", why="why", words=[[1, 3]])
    marks[4] = mark("sourced", by="somebody else")
    page = compare(open_page, marks)
    found = [line for look in looks(page) for line in faults(page, look, "#compare")]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("width", [320, 800, 1280])
def test_it_fits_every_width_and_paper(open_page: OpenPage, width: int) -> None:
    """Nothing scrolls sideways, and paper has the comparison too."""
    marks = {n: mark("inferred", words=[[1, 2]]) for n in range(1, 18)}
    page = compare(open_page, marks, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.emulate_media(media="print")
    expect(box(page)).to_be_visible()
    page.set_viewport_size({"width": 680, "height": 1000})
    assert page.evaluate("document.documentElement.scrollWidth") <= 680


def test_another_text_is_not_compared(open_page: OpenPage) -> None:
    """Marks of an older text stay apart: the page says so and leads back."""
    article = real(SLUG).article
    older = text_version(replace(article, statements=article.statements[:3]))
    page = open_page(f"{POND}read/")
    kept = {"v": 1, "texts": {older: {1: mark("inferred")}}}
    page.evaluate(
        "([key, value]) => localStorage.setItem(key, value)",
        [f"whosays-read:{SLUG}", json.dumps(kept)],
    )
    page.get_by_role("link", name="Compare with the annotators").click()
    expect(box(page).locator(".verdict")).to_contain_text("older text of this article")
