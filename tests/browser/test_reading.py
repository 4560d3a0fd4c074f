"""Reading an article: notes, layers, plain words, and what falls without a voice, by its own figures."""

from __future__ import annotations

import re
from typing import Literal

import pytest
from playwright.sync_api import Locator, Page, expect

from generator.analysis.figures import Analysed, VoiceFigures
from tests.browser.articles import POND, TRIALS, WAR, flat, note_of, real, trial
from tests.browser.conftest import OpenPage
from tests.sites.project import ARABIC, LONG, SHORT

pytestmark = pytest.mark.same_window

LAYERS: tuple[Literal["sourced", "unsourced", "inferred", "framing"], ...] = (
    "sourced",
    "unsourced",
    "inferred",
    "framing",
)

real_articles = pytest.mark.parametrize(
    "slug", [pytest.param("changing-sides", marks=pytest.mark.long), "the-pink-pond"]
)


@real_articles
def test_every_number_leads_to_its_note_and_back(open_page: OpenPage, slug: str) -> None:
    """A visible numbered link at each statement, its visible note with the same number, and a link back."""
    page = open_page(f"articles/{slug}/")
    for statement in real(slug).article.statements:
        link = page.locator(f"#{statement.id} a[href^='#']").first
        expect(link).to_be_visible()
        assert re.match(rf"{statement.number}(or)?$", str(link.text_content()).strip())
        note = note_of(page, statement.id)
        expect(note).to_be_visible()
        back = note.locator(f"a[href='#{statement.id}']").first
        assert flat(str(back.text_content())) == str(statement.number)


@real_articles
def test_every_framing_mark_leads_to_its_note_and_back(open_page: OpenPage, slug: str) -> None:
    """The same of the words that steer: the note repeats them, as a link to their place."""
    page = open_page(f"articles/{slug}/")
    for mark in real(slug).article.framing:
        note = note_of(page, mark.id)
        expect(note).to_be_visible()
        back = note.locator(f"a[href='#{mark.id}']").first
        assert flat(str(back.text_content())) == flat(mark.text)


def test_a_number_is_followed_and_its_note_stands_out(open_page: OpenPage) -> None:
    """After a click the address names the statement, and its note is outlined."""
    page = open_page(POND)
    page.locator("#s7 a[href^='#']").first.click()
    note = note_of(page, "s7")
    expect(note).to_be_in_viewport()
    assert page.url.endswith("#s7")
    assert note.evaluate("note => getComputedStyle(note).outlineStyle") != "none"


@pytest.mark.parametrize("width", [390, 1280])
def test_a_statements_address_brings_the_reader_to_it(open_page: OpenPage, width: int) -> None:
    """With #s7 in the address the statement is in sight, and looks unlike its neighbours."""
    page = open_page(f"{POND}#s7", width=width)
    expect(page.locator("#s7")).to_be_in_viewport()
    ground = """mark => [...mark.querySelectorAll("*"), mark]
      .map(one => getComputedStyle(one)).map(style => style.backgroundColor + style.outlineStyle)"""
    assert page.locator("#s7").evaluate(ground) != page.locator("#s13").evaluate(ground)


def test_a_sheet_opens_one_note_at_a_time(open_page: OpenPage) -> None:
    """On a phone a tap opens a note over the page, which stays where it was; a tap on Close ends it."""
    page = open_page(POND, width=390)
    link = page.locator("#s6 a[href^='#']").first
    link.scroll_into_view_if_needed()
    y = page.evaluate("scrollY")
    link.click()
    note = note_of(page, "s6")
    expect(note).to_be_in_viewport(ratio=1)
    assert page.evaluate("scrollY") == y
    note.locator("a[href='#note-s5']").click()
    expect(note).to_be_hidden()
    expect(note_of(page, "s5")).to_be_in_viewport(ratio=1)
    note_of(page, "s5").get_by_text("Close", exact=True).click()
    expect(note_of(page, "s5")).to_be_hidden()
    assert page.evaluate("scrollY") == y


def test_a_sheet_says_what_its_note_says(open_page: OpenPage) -> None:
    """It begins with the answer, and has kind, reason and the framing in the statement."""
    page = open_page(POND, width=390)
    article = real("the-pink-pond").article
    for statement in article.statements[2:6]:
        page.locator(f"#{statement.id} a[href^='#']").first.press("Enter")
        text = flat(note_of(page, statement.id).inner_text())
        assert text.removeprefix(str(statement.number)).strip().startswith("Who says?")
        assert statement.basis in text.lower()
        assert statement.note
        assert flat(statement.note.paragraphs[0].text) in text
        for mark in article.framing:
            if mark.statement == statement.id:
                assert flat(mark.text) in text
        page.keyboard.press("Escape")


SIGNED = """
id => {
  const mark = document.getElementById(id);
  return [mark, ...mark.querySelectorAll("*")].filter(one => !one.closest("a[href^='#']") || one === mark).some(one => {
    const style = getComputedStyle(one);
    return style.textDecorationLine.includes("underline") || style.backgroundImage !== "none";
  });
}
"""
"""Whether a mark carries its sign: a line under it, or the ticks and wash of framing."""


def signs(page: Page, article: Analysed) -> dict[str, set[bool]]:
    """For each layer, whether its marks carry their signs."""
    found: dict[str, set[bool]] = {layer: set() for layer in LAYERS}
    for statement in article.article.statements:
        found[statement.basis].add(page.evaluate(SIGNED, statement.id))
    for mark in article.article.framing:
        found["framing"].add(page.evaluate(SIGNED, mark.id))
    return found


@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_that_is_off_hides_its_signs_alone(open_page: OpenPage, layer: str) -> None:
    """Its marks lose their signs and its notes go; other layers stay; the address keeps it."""
    page = open_page(POND)
    article = real("the-pink-pond")
    assert all(found == {True} for found in signs(page, article).values())
    page.get_by_role("checkbox", name=layer, exact=True).uncheck()
    assert signs(page, article) == {one: {one != layer} for one in LAYERS}
    page.reload()
    expect(page.get_by_role("checkbox", name=layer, exact=True)).not_to_be_checked()
    assert signs(page, article) == {one: {one != layer} for one in LAYERS}
    page.get_by_role("checkbox", name=layer, exact=True).check()
    assert all(found == {True} for found in signs(page, article).values())
    assert "?" not in page.url


def test_only_framing_can_be_shared(open_page: OpenPage, site_url: str) -> None:
    """A teacher's address shows one layer to whoever opens it, and the statement that it names."""
    page = open_page(POND)
    for layer in LAYERS[:3]:
        page.get_by_role("checkbox", name=layer, exact=True).uncheck()
    address = page.url.removeprefix(site_url)
    other = open_page(f"{address}#s7")
    article = real("the-pink-pond")
    assert signs(other, article) == {layer: {layer == "framing"} for layer in LAYERS}
    expect(other.locator("#s7")).to_be_in_viewport()
    assert other.url == f"{page.url}#s7"


def words(mark: Locator) -> str:
    """What a reader sees of a mark."""
    return flat(mark.inner_text())


def test_plain_words_swap_each_framed_wording_and_back(open_page: OpenPage) -> None:
    """Where there is a plain wording it stands in the text, looking swapped; without one nothing changes."""
    page = open_page(WAR)
    marks = real("changing-sides").article.framing
    assert any(mark.plain for mark in marks)
    assert any(not mark.plain for mark in marks)
    switch = page.get_by_role("checkbox", name="plain words")
    style = "mark => [...mark.querySelectorAll('*')].filter(one => one.checkVisibility()).map(one => getComputedStyle(one).fontStyle)"
    for on in (False, True, False):
        switch.set_checked(on)
        for mark in marks:
            place = page.locator(f"[id='{mark.id}']")
            assert words(place) == flat(mark.plain if on and mark.plain else mark.text), mark.id
            if on and mark.plain:
                assert "italic" in place.evaluate(style), mark.id


def test_plain_words_are_kept_in_the_address(open_page: OpenPage) -> None:
    """They can be shared, as layers can."""
    page = open_page(WAR)
    page.get_by_role("checkbox", name="plain words").check()
    page.reload()
    expect(page.get_by_role("checkbox", name="plain words")).to_be_checked()
    mark = next(mark for mark in real("changing-sides").article.framing if mark.plain)
    assert words(page.locator(f"[id='{mark.id}']")) == flat(mark.plain)


def test_an_article_without_plain_words_has_no_switch(open_trial: OpenPage) -> None:
    """What would do nothing is not there."""
    page = open_trial(TRIALS["short"])
    assert not any(mark.plain for mark in trial(SHORT).article.framing)
    expect(
        page.get_by_role("checkbox", name="framing", exact=True)
        .or_(page.get_by_role("checkbox", name="sourced", exact=True))
        .first
    ).to_be_visible()
    expect(page.get_by_role("checkbox", name="plain words")).to_have_count(0)


def sentence(voice: VoiceFigures, total: int) -> re.Pattern[str]:
    """How the sentence about a voice begins."""
    falls = len(voice.removal.falls)
    verb = "falls" if falls == 1 else "fall"
    name = re.escape(voice.name)
    text = rf"^\s*Take away {name}, and {falls} of {total} statements? {verb}\b"
    return re.compile(text, re.IGNORECASE)  # "the" opens a name in small letters within a sentence


def take_away(page: Page, voice: VoiceFigures) -> None:
    """Choose to read without this voice."""
    choice = page.get_by_role("radio").and_(page.locator(f"[value='{voice.id}']"))
    name = re.compile(re.escape(f"without {voice.name}"), re.IGNORECASE)
    expect(choice).to_have_accessible_name(name)
    choice.check()


def numbers(page: Page, word: str) -> list[str]:
    """The ids of the statements that the page lists under a verb, as links."""
    found: list[str] = page.get_by_role("term").evaluate_all(
        r"""(terms, verb) => terms
          .filter(term => term.checkVisibility() && new RegExp(`\\b${verb}s?\\b`).test(term.textContent))
          .flatMap(term => [...term.nextElementSibling.querySelectorAll("a")].map(link => link.hash.slice(1)))""",
        word,
    )
    return found


CASES: dict[str, tuple[Literal["open_page", "open_trial"], str]] = {
    "changing-sides": ("open_page", WAR),
    "the-pink-pond": ("open_page", POND),
    ARABIC: ("open_trial", TRIALS["arabic"]),
    SHORT: ("open_trial", TRIALS["short"]),
    LONG: ("open_trial", TRIALS["long"]),
}


@pytest.mark.parametrize(
    "slug", [pytest.param(slug, marks=pytest.mark.long if slug == LONG else ()) for slug in CASES]
)
def test_without_a_voice_the_page_shows_what_falls_and_what_leans(
    request: pytest.FixtureRequest, slug: str
) -> None:
    """For every voice, the sentence and the three lists say what the analysis says."""
    fixture, path = CASES[slug]
    opens: OpenPage = request.getfixturevalue(fixture)
    page = opens(path)
    article = trial(slug) if fixture == "open_trial" else real(slug)
    total = len(article.article.statements)
    heard = [voice for voice in article.figures.voices if voice.statements]
    choices = page.get_by_role("radio")
    assert {choice.get_attribute("value") for choice in choices.all()} == {
        "",
        *(v.id for v in heard),
    }
    for voice in heard:
        take_away(page, voice)
        said = page.get_by_text(sentence(voice, total)).locator("visible=true")
        expect(said).to_have_count(1)
        text = flat(said.inner_text())
        own, built = len(voice.removal.own), len(voice.removal.built)
        if own and built:
            assert re.search(rf": {own} of .+ own, and {built} that the writer built on", text)
        assert numbers(page, "fall") == list(voice.removal.falls)
        assert numbers(page, "lean") == list(voice.removal.leans)
        assert numbers(page, "stand") == list(voice.removal.stands)


@pytest.mark.parametrize("slug", ["changing-sides", "the-pink-pond"])
def test_the_drawing_shows_what_falls_and_what_leans(open_page: OpenPage, slug: str) -> None:
    """A block moves if its statement falls, tilts where it is if it leans, and else stays upright."""
    page = open_page(f"articles/{slug}/")
    article = real(slug)
    place = """drawing => Object.fromEntries([...drawing.querySelectorAll("[data-id]")].map(block => {
      const body = [block, ...block.querySelectorAll("*")].find(one => getComputedStyle(one).transform !== "none");
      const matrix = body ? new DOMMatrix(getComputedStyle(body).transform) : new DOMMatrix();
      return [block.dataset.id, [Math.hypot(matrix.e, matrix.f) > 1, Math.abs(matrix.b) > 0.01]];
    }))"""
    for voice in article.figures.voices:
        if not voice.statements:
            continue
        take_away(page, voice)
        blocks = page.locator("svg[role=img]").evaluate(place)
        for statement in article.article.statements:
            moved, tilted = blocks[statement.id]
            if statement.id in voice.removal.falls:
                assert moved, (voice.id, statement.id)
            elif statement.id in voice.removal.leans:
                assert (moved, tilted) == (False, True), (voice.id, statement.id)
            else:
                assert (moved, tilted) == (False, False), (voice.id, statement.id)


@pytest.mark.parametrize("slug", ["changing-sides", "the-pink-pond"])
def test_everyone_stays_puts_all_back(open_page: OpenPage, slug: str) -> None:
    """The first choice: nothing falls, and no sentence says so."""
    page = open_page(f"articles/{slug}/")
    page.get_by_role("radio").first.check()
    expect(page.get_by_role("radio", name="everyone stays")).to_be_checked()
    said = page.get_by_text(re.compile(r"^\s*Take away .*, and \d+ of \d+"))
    expect(said.locator("visible=true")).to_have_count(0)


@real_articles
def test_what_rests_on_what_is_also_in_words(open_page: OpenPage, slug: str) -> None:
    """Each statement of the drawing is in the list beside it, and the drawing has a name."""
    page = open_page(f"articles/{slug}/")
    drawing = page.get_by_role("img").filter(has=page.locator("[data-id]"))
    expect(drawing).to_have_count(1)
    assert drawing.get_attribute("aria-label")
    fold = page.get_by_text("The same, in words")
    if page.locator("details").filter(has=fold).get_attribute("open") is None:
        fold.click()
    listed = page.locator("details").filter(has=fold).locator("a[href^='#s']").all()
    named = {str(link.get_attribute("href"))[1:] for link in listed}
    assert named == {statement.id for statement in real(slug).article.statements}


def test_falling_is_not_being_false(open_page: OpenPage) -> None:
    """The page says so, where things fall."""
    page = open_page(WAR)
    expect(page.get_by_text("Falling is not the same as being false.").first).to_be_visible()


@pytest.mark.parametrize("slug", CASES)
def test_figures_on_the_page_are_those_of_the_article(
    request: pytest.FixtureRequest, slug: str
) -> None:
    """Counts by basis and of framing, and each voice's load in the table."""
    fixture, path = CASES[slug]
    opens: OpenPage = request.getfixturevalue(fixture)
    page = opens(path)
    article = trial(slug) if fixture == "open_trial" else real(slug)
    counts = article.figures.statements
    body = flat(page.locator("main").inner_text())
    for number, basis in (
        (counts.sourced, "sourced"),
        (counts.unsourced, "unsourced"),
        (counts.inferred, "inferred"),
    ):
        assert f"{number} of {counts.total} {basis}" in body
    for voice in article.figures.voices:
        if voice.statements:
            row = page.get_by_role("row").filter(has_text=voice.name).first
            assert f"{round(100 * voice.removal.load)} %" in flat(row.inner_text()).replace(
                "\u00a0", " "
            ).replace("\u202f", " ")
