"""What a screen reader hears, what a finger hits, and what is left when colour is gone."""

from __future__ import annotations

import base64
import re
from itertools import combinations, pairwise
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from generator.analysis.figures import Analysed
from generator.model import Codebook
from tests.browser.articles import POND, TRIALS, WAR, flat, note_of, real, trial
from tests.browser.conftest import OpenPage
from tests.browser.paint import add_style, greys
from tests.sample import codebook
from tests.sites.project import ARABIC

pytestmark = pytest.mark.same_window

Opens = Literal["open_page", "open_trial"]

ARTICLES: dict[str, tuple[Opens, str]] = {
    "changing-sides": ("open_page", WAR),
    "the-pink-pond": ("open_page", POND),
    ARABIC: ("open_trial", TRIALS["arabic"]),
}

articles = pytest.mark.parametrize(
    "slug",
    [
        pytest.param(slug, marks=pytest.mark.long if slug == "changing-sides" else ())
        for slug in ARTICLES
    ],
)
"""A teaching article and one in Arabic have every kind of mark; a longer one is in the long set."""

BASES = ("sourced", "unsourced", "inferred")


def analysed(slug: str) -> Analysed:
    """The article as the generator sees it."""
    return trial(slug) if ARTICLES[slug][0] == "open_trial" else real(slug)


def opened(request: pytest.FixtureRequest, slug: str) -> OpenPage:
    """What opens pages of the site that the article is in."""
    fixture: OpenPage = request.getfixturevalue(ARTICLES[slug][0])
    return fixture


def technique_name(book: Codebook, key: str) -> str:
    """A technique by the name that readers see."""
    return next(entry.name for entry in book.techniques if entry.id == key)


@articles
def test_each_statement_says_its_number_basis_and_voice(
    request: pytest.FixtureRequest, slug: str
) -> None:
    """The link at a statement's beginning names all three, and leads to the statement's note."""
    page = opened(request, slug)(ARTICLES[slug][1])
    article = analysed(slug).article
    names = {voice.id: voice.name for voice in article.voices}
    for statement in article.statements:
        link = page.locator(f"#{statement.id} a[href^='#']").first
        name = link.evaluate("link => link.getAttribute('aria-label') ?? link.textContent")
        expect(link).to_have_accessible_name(flat(name))
        assert re.search(rf"\b{statement.number}\b", name)
        assert re.search(rf"\b{statement.basis}\b", name, re.IGNORECASE)
        assert all(names[voice] in name for voice in statement.voices)
        assert "note" in name
        assert flat(str(link.text_content())).removesuffix("or").strip() in name
        assert statement.note
        note = flat(str(note_of(page, statement.id).text_content()))
        assert flat(statement.note.paragraphs[0].text) in note


@articles
def test_each_framing_mark_says_its_words_kind_and_technique(
    request: pytest.FixtureRequest, slug: str
) -> None:
    """A framing mark in the text is a link that names them, and leads to the mark's note."""
    page = opened(request, slug)(ARTICLES[slug][1])
    book = codebook()
    for mark in analysed(slug).article.framing:
        link = page.locator(f"a[id='{mark.id}']")
        name = str(link.get_attribute("aria-label"))
        expect(link).to_have_accessible_name(flat(name))
        assert flat(mark.text) in flat(name), "what is seen is what is said"
        assert "framing" in name
        assert technique_name(book, mark.technique).lower() in name.lower()
        assert "note" in name
        assert mark.note
        note = flat(str(note_of(page, mark.id).text_content()))
        assert flat(mark.note.paragraphs[0].text) in note
        assert technique_name(book, mark.technique) in note


@articles
def test_the_strip_reads_as_a_sentence(request: pytest.FixtureRequest, slug: str) -> None:
    """One named group; each cell, in order, says its number, basis, voices and framing in words."""
    page = opened(request, slug)(ARTICLES[slug][1])
    article = analysed(slug).article
    names = {voice.id: voice.name for voice in article.voices}
    strip = page.get_by_role("group", name=re.compile("at a glance", re.IGNORECASE))
    expect(strip).to_have_count(1)
    cells = strip.get_by_role("link").all()
    assert len(cells) == len(article.statements)
    for cell, statement in zip(cells, article.statements, strict=True):
        said = str(cell.get_attribute("aria-label"))
        framing = [mark for mark in article.framing if mark.statement == statement.id]
        assert said.startswith(f"Statement {statement.number}, {statement.basis}")
        assert all(names[voice] in said for voice in statement.voices)
        assert ("framing" in said) == bool(framing)
        if framing:
            assert re.search(rf"\b{len(framing)} framing marks?\b", said), said
        expect(cell).to_have_attribute("href", f"#{statement.id}")


@articles
def test_kinds_are_in_the_text_itself(request: pytest.FixtureRequest, slug: str) -> None:
    """With all looks gone, each note still names the kind of its mark."""
    page = opened(request, slug)(ARTICLES[slug][1])
    article = analysed(slug).article
    for statement in article.statements:
        text = note_of(page, statement.id).inner_text()
        assert re.search(rf"\b{statement.basis}\b", text, re.IGNORECASE), text
    for mark in article.framing:
        text = note_of(page, mark.id).inner_text()
        assert technique_name(codebook(), mark.technique).lower() in text.lower()


LINES = """
id => {
  const mark = document.getElementById(id);
  for (const element of [mark, ...mark.querySelectorAll("*")]) {
    const style = getComputedStyle(element);
    if (element.matches("a[id], a[id] *")) continue;
    if (style.textDecorationLine.includes("underline") && !element.matches("a")) return style.textDecorationStyle;
  }
  return "";
}
"""


@articles
@pytest.mark.parametrize("forced", ["none", "active"])
def test_the_bases_have_lines_of_three_styles(
    request: pytest.FixtureRequest, slug: str, forced: Literal["none", "active"]
) -> None:
    """Solid, dotted, wavy: told apart by form, in forced colours too."""
    page = opened(request, slug)(ARTICLES[slug][1], forced_colors=forced)
    styles: dict[str, set[str]] = {basis: set() for basis in BASES}
    for statement in analysed(slug).article.statements:
        styles[statement.basis].add(page.evaluate(LINES, statement.id))
    assert styles == {"sourced": {"solid"}, "unsourced": {"dotted"}, "inferred": {"wavy"}}


@articles
@pytest.mark.parametrize("forced", ["none", "active"])
def test_framing_has_a_sign_beside_its_colour(
    request: pytest.FixtureRequest, slug: str, forced: Literal["none", "active"]
) -> None:
    """Corner ticks on the wash; where a reader's colours replace both, an outline."""
    page = opened(request, slug)(ARTICLES[slug][1], forced_colors=forced)
    for mark in analysed(slug).article.framing:
        sign = page.locator(f"[id='{mark.id}']").evaluate(
            """mark => {
              const style = getComputedStyle(mark);
              return {ticks: style.backgroundImage.split("gradient").length - 1,
                      outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth)};
            }"""
        )
        assert sign["outline"] >= 1 if forced == "active" else sign["ticks"] >= 2


APART = 0.04
"""The least difference between kinds, of the share of a cell that is inked."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_cells_of_the_strip_differ_without_colour(
    open_page: OpenPage, blank: Page, scheme: Literal["light", "dark"]
) -> None:
    """In grey, the share of a cell that is inked is everything, little, or something between."""
    page = open_page(POND, scheme=scheme)
    add_style(page, "html { filter: grayscale(1) }")
    strip = page.get_by_role("group", name=re.compile("at a glance", re.IGNORECASE))
    shares: dict[str, list[float]] = {basis: [] for basis in BASES}
    for statement in real("the-pink-pond").article.statements:
        cell = strip.locator(f"a[href='#{statement.id}'] svg").last
        png = base64.b64encode(cell.screenshot()).decode()
        values = greys(blank, png, inset=5)
        paper = min(values) if scheme == "dark" else max(values)
        ink = max(values) if scheme == "dark" else min(values)
        middle = (paper + ink) / 2 if abs(paper - ink) > 40 else None
        inked = [abs(value - paper) > abs(value - ink) for value in values]
        shares[statement.basis].append(sum(inked) / len(inked) if middle else 1.0)
    ranges = {basis: (min(found), max(found)) for basis, found in shares.items()}
    assert ranges["sourced"][0] == 1.0, ranges
    for one, other in combinations(ranges.values(), 2):
        assert one[0] - other[1] > APART or other[0] - one[1] > APART, ranges


SMALL = """
() => {
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
    .filter(element => element.checkVisibility({visibilityProperty: true}) && !element.closest(".vh") && !element.matches(".skip"));
  const boxes = all.map(element => {
    const whole = element.matches("input") && element.closest("label") || element;
    return {element: whole, rects: [...whole.getClientRects()].filter(r => r.width && r.height)};
  }).filter(one => one.rects.length);
  const bounds = one => {
    const left = Math.min(...one.rects.map(r => r.left)), right = Math.max(...one.rects.map(r => r.right));
    const top = Math.min(...one.rects.map(r => r.top)), bottom = Math.max(...one.rects.map(r => r.bottom));
    return {left, right, top, bottom, x: (left + right) / 2, y: (top + bottom) / 2,
            small: right - left < 23.98 || bottom - top < 23.98};
  };
  const inSentence = element => {
    if (getComputedStyle(element).display !== "inline") return false;
    let block = element.parentElement;
    while (getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
    const rest = document.createRange();
    rest.selectNodeContents(block);
    const links = [...block.querySelectorAll("a, button, .vh, [aria-hidden=true]")].map(a => a.textContent).join("");
    return rest.toString().replace(/\\s/g, "").length > links.replace(/\\s/g, "").length + 3;
  };
  const places = boxes.map(one => ({...one, ...bounds(one)}));
  const away = (one, x, y) => Math.hypot(Math.max(one.left - x, 0, x - one.right), Math.max(one.top - y, 0, y - one.bottom));
  return places.filter(one => one.small && !inSentence(one.element)).filter(one => places.some(other =>
    other.element !== one.element && !other.element.contains(one.element) && !one.element.contains(other.element)
    && (other.small ? Math.hypot(one.x - other.x, one.y - other.y) < 24 : away(other, one.x, one.y) < 12)))
    .map(one => `${one.element.outerHTML.slice(0, 100)}: ${(one.right - one.left).toFixed(1)} x ${(one.bottom - one.top).toFixed(1)}`);
}
"""
"""Targets under 24 px that are neither in a sentence nor apart from others (WCAG 2.5.8)."""


def test_targets_can_be_hit(kind: Page) -> None:
    """Each is 24 by 24 px, or stands apart, or is a word in a sentence."""
    page = kind
    for width in (320, 800, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        small = page.evaluate(SMALL)
        assert not small, f"{width} px\n" + "\n".join(small)


def test_targets_of_the_trial_articles_can_be_hit(open_trial: OpenPage) -> None:
    """The cells of 200 statements too, and those of a right-to-left article."""
    for kind in ("arabic", "short", "long"):
        page = open_trial(TRIALS[kind])
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            small = page.evaluate(SMALL)
            assert not small, f"{kind}, {width} px\n" + "\n".join(small[:20])


@pytest.mark.parametrize("width", [320, 390])
def test_numbers_in_the_text_are_large_enough_for_a_thumb(open_page: OpenPage, width: int) -> None:
    """On a phone the number of a statement is a target of 24 by 24 px, though it stands in a sentence."""
    page = open_page(POND, width=width)
    for statement in real("the-pink-pond").article.statements:
        box = page.locator(f"#{statement.id} a[href^='#']").first.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 23.98, (statement.id, box)


def test_the_measure_of_targets_can_fail(open_page: OpenPage) -> None:
    """Links that are made small and close are found out."""
    page = open_page("")
    assert not page.evaluate(SMALL)
    add_style(page, "nav a { padding: 0 !important; font-size: 8px } nav ul { gap: 0 !important }")
    assert page.evaluate(SMALL)


def test_headings_never_skip_a_level(kind: Page) -> None:
    """One first heading, and each next one at most a level deeper."""
    levels: list[int] = kind.locator("h1, h2, h3, h4, h5, h6").evaluate_all(
        "all => all.filter(h => h.checkVisibility()).map(h => Number(h.tagName[1]))"
    )
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels)), levels
