"""Nothing is cut off, overlaps, shifts or moves unasked: on any width, at any zoom, on paper."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route
from pypdf import PdfReader

from tests.browser.articles import KINDS, POND, TRIALS, WAR, always, marks, real, trial
from tests.browser.conftest import OpenPage
from tests.browser.paint import add_style
from tests.sites.project import ARABIC, LONG

pytestmark = pytest.mark.same_window

WIDTHS = (320, 360, 390, 640, 761, 800, 1000, 1263, 1264, 1280, 1600, 1920)
THREE = (320, 800, 1280)

some_kinds = always("home", "library", "article", "read", "method", "class", "search")
"""These in `make test`, all kinds in the long set: where pages share what could fail."""
trials = pytest.mark.parametrize("path", TRIALS.values(), ids=TRIALS.keys())

SIDEWAYS = """
() => {
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  const out = [...document.querySelectorAll("main *, header *, footer *")].filter(element => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && (box.right > innerWidth + 1 || box.left < -1)
      && element.checkVisibility({visibilityProperty: true}) && !element.closest(".vh, .skip, svg");
  });
  const squeezed = [...document.querySelectorAll("main p, main li, main span, main a, main td")].filter(element => {
    const box = element.getBoundingClientRect(), size = parseFloat(getComputedStyle(element).fontSize);
    return box.width > 1 && box.width < 2 * size && box.height > 5 * size && element.textContent.trim().length > 5
      && !element.querySelector("svg") && !element.closest("svg, .vh");
  });
  if (squeezed.length) return ["a letter a line: " + squeezed[0].outerHTML.slice(0, 90)];
  const why = out.slice(0, 3).map(element => element.outerHTML.slice(0, 90));
  return wide > 0 || out.length ? [`${wide} px too wide`, ...why] : [];
}
"""


def sideways(page: Page, widths: tuple[int, ...] = WIDTHS) -> list[str]:
    """At which widths something sticks out of the window, and what."""
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        if out := page.evaluate(SIDEWAYS):
            found.append(f"{width} px: " + " | ".join(out))
    return found


def test_nothing_scrolls_sideways(kind: Page) -> None:
    """On a phone, a tablet and a laptop each page fits its window, and so does all that is in it."""
    found = sideways(kind, THREE)
    assert not found, "\n".join(found)


@always("library", "teaching article", "read")
def test_nothing_scrolls_sideways_at_any_width(open_page: OpenPage, path: str) -> None:
    """Nor at any other width from 320 to 1920 px."""
    found = sideways(open_page(path))
    assert not found, "\n".join(found)


@trials
def test_nothing_of_the_trial_pages_scrolls_sideways(open_trial: OpenPage, path: str) -> None:
    """The same of 200 statements, of right to left, of three statements."""
    found = sideways(open_trial(path))
    assert not found, "\n".join(found)


CUT = """
() => [...document.querySelectorAll("main *, header *, footer *")].filter(element => {
  const style = getComputedStyle(element);
  const cuts = [style.overflowX, style.overflowY].some(value => value === "hidden" || value === "clip");
  return cuts && element.textContent.trim() && element.clientWidth > 1 && !element.closest("[aria-hidden=true], svg")
    && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
}).map(element => element.outerHTML.slice(0, 90))
"""

SPACED = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }
"""


FIXED = """
() => [...document.querySelectorAll("body *")]
  .filter(element => ["fixed", "sticky"].includes(getComputedStyle(element).position) && element.checkVisibility())
  .map(element => element.getBoundingClientRect().height / innerHeight)
"""


@some_kinds
def test_zoomed_pages_keep_all_their_words(open_page: OpenPage, path: str) -> None:
    """At 200 and 400 % of a window of 1280 by 1024 px no text is cut, and nothing fixed takes the room."""
    page = open_page(path, width=320, height=256)
    for zoom in (4, 2):
        page.set_viewport_size({"width": 1280 // zoom, "height": 1024 // zoom})
        assert not page.evaluate(CUT), zoom
        assert not page.evaluate(SIDEWAYS), zoom
        assert all(share < 0.34 for share in page.evaluate(FIXED)), zoom


@some_kinds
def test_a_reader_may_space_the_text_out(open_page: OpenPage, path: str) -> None:
    """With the spacing of WCAG 1.4.12 nothing is cut and nothing sticks out."""
    page = open_page(path, width=390)
    add_style(page, SPACED)
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert not page.evaluate(CUT), width
        assert not page.evaluate(SIDEWAYS), width


NOTES = """
ids => {
  const block = element => element.closest("p, li, blockquote, h2, h3, h4, h5, h6");
  const target = mark => {
    const link = mark.matches("a[href^='#']") ? mark : mark.querySelector("a[href^='#']");
    return document.getElementById(link.hash.slice(1));
  };
  const blocks = [...new Set(ids.map(id => block(document.getElementById(id))))];
  const tops = blocks.map(one => one.getBoundingClientRect());
  return ids.map(id => {
    const mark = document.getElementById(id), note = target(mark), at = blocks.indexOf(block(mark));
    const box = note.getBoundingClientRect();
    return {id, at, shown: note.checkVisibility({visibilityProperty: true}),
            left: box.left, right: box.right, top: box.top, bottom: box.bottom,
            from: tops[at].top, until: tops[at + 1]?.top ?? Infinity,
            text: {left: tops[at].left, right: tops[at].right, top: tops[at].top, bottom: tops[at].bottom}};
  });
}
"""
"""Each note with the band of its paragraph: from its top to the top of the next."""


def overlap(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two boxes share more than a pixel."""
    across = min(one["right"], other["right"]) - max(one["left"], other["left"])
    along = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return bool(across > 1 and along > 1)


def stray_notes(page: Page, ids: list[str]) -> list[str]:
    """Notes that overlap a note or a text, are not shown, or leave their paragraph's row."""
    notes = page.evaluate(NOTES, ids)
    found = [f"{note['id']} is not shown" for note in notes if not note["shown"]]
    for n, note in enumerate(notes):
        found += [
            f"{note['id']} overlaps {other['id']}"
            for other in notes[n + 1 :]
            if overlap(note, other)
        ]
        texts = {other["at"]: other["text"] for other in notes}
        found += [
            f"{note['id']} overlaps paragraph {at}" for at, t in texts.items() if overlap(note, t)
        ]
        if note["top"] < note["from"] - 1:
            found.append(f"{note['id']} begins above its paragraph")
        if note["bottom"] > note["until"] + 1:
            found.append(f"{note['id']} ends beside the next paragraph")
    return found


def all_marks(slug: str) -> list[str]:
    """The ids of an article's statements and framing marks."""
    return [mark.id for mark in marks(trial(slug) if slug in (ARABIC, LONG) else real(slug))]


@pytest.mark.parametrize("slug", ["changing-sides", "the-pink-pond"])
def test_notes_stand_beside_their_paragraph(open_page: OpenPage, slug: str) -> None:
    """In its row and nowhere else: no note overlaps another, or the text."""
    page = open_page(f"articles/{slug}/")
    for width in (761, 1000, 1263, 1264, 1280, 1600, 1920):
        page.set_viewport_size({"width": width, "height": 800})
        found = stray_notes(page, all_marks(slug))
        assert not found, f"{width} px\n" + "\n".join(found)


@pytest.mark.parametrize("slug", [ARABIC, LONG])
def test_notes_of_the_trial_articles_stand_beside_their_paragraph(
    open_trial: OpenPage, slug: str
) -> None:
    """The same of 200 statements, and of a right-to-left article."""
    page = open_trial(f"articles/{slug}/")
    for width in (761, 1264, 1600):
        page.set_viewport_size({"width": width, "height": 800})
        found = stray_notes(page, all_marks(slug))
        assert not found, f"{width} px\n" + "\n".join(found)


@pytest.mark.parametrize("slug", ["changing-sides", "the-pink-pond"])
@pytest.mark.parametrize("width", [1264, 1600])
def test_the_first_notes_of_a_row_stand_at_its_first_line(
    open_page: OpenPage, slug: str, width: int
) -> None:
    """Where there are two margins, what a sentence rests on begins level with its paragraph."""
    page = open_page(f"articles/{slug}/", width=width)
    article = real(slug).article
    notes = page.evaluate(NOTES, [statement.id for statement in article.statements])
    for at in {note["at"] for note in notes}:
        first = next(note for note in notes if note["at"] == at)
        assert first["top"] - first["from"] < 40, first["id"]
        assert first["left"] >= first["text"]["right"] or first["right"] <= first["text"]["left"]


def test_the_measures_of_layout_can_fail(open_page: OpenPage) -> None:
    """Notes that are pushed, and a page that is too wide or cut, are found out."""
    page = open_page(POND)
    ids = all_marks("the-pink-pond")
    add_style(page, "[id^=note-] { position: relative; top: 3rem }")
    assert any("overlaps" in line or "beside the next" in line for line in stray_notes(page, ids))
    add_style(page, "main p { width: 2000px; height: 5px; overflow: hidden }")
    assert page.evaluate(SIDEWAYS)
    assert page.evaluate(CUT)


FIRST = """
selector => {
  const element = document.querySelector(selector);
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let node = walker.nextNode();
  while (!/\\p{Script=Arabic}/u.test(node.data)) node = walker.nextNode();
  const range = document.createRange();
  const at = node.data.search(/\\p{Script=Arabic}/u);
  range.setStart(node, at); range.setEnd(node, at + 1);
  const letter = range.getBoundingClientRect(), box = element.getBoundingClientRect();
  return {fromRight: box.right - letter.right, fromLeft: letter.left - box.left,
          direction: getComputedStyle(element).direction, align: getComputedStyle(element).textAlign};
}
"""


@pytest.mark.parametrize("width", [360, 1000, 1280])
def test_arabic_text_begins_at_the_right(open_trial: OpenPage, width: int) -> None:
    """Each paragraph of the article: its first letter is near its right edge, its direction is declared."""
    page = open_trial(TRIALS["arabic"], width=width)
    for statement in ("s1", "s3", "s5", "s8", "s10"):
        page.evaluate(
            "id => document.getElementById(id).closest('p').setAttribute('data-test', id)",
            statement,
        )
        place = page.evaluate(FIRST, f"[data-test={statement}]")
        assert place["direction"] == "rtl"
        assert place["fromRight"] < 40, place


@pytest.mark.parametrize("width", [360, 1280])
def test_arabic_title_and_notes_have_their_own_direction(open_trial: OpenPage, width: int) -> None:
    """The title, and a note that is written in Arabic, run from right to left; an English note does not."""
    page = open_trial(f"{TRIALS['arabic']}", width=width)
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).direction") == "rtl"
    directions = page.evaluate(
        """() => {
          const holder = text => {
            const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) if (walker.currentNode.data.includes(text)) return walker.currentNode.parentElement;
          };
          return ["ولا يذكر النص من رآه", "كان يمكن سؤال حارس", "Nobody there is quoted"].map(text => getComputedStyle(holder(text)).direction);
        }"""
    )
    assert directions == ["rtl", "rtl", "ltr"]


MOVES = """
() => [...document.querySelectorAll("*")].flatMap(element => [null, "::before", "::after"].map(part => {
  const style = getComputedStyle(element, part);
  const longest = text => Math.max(...text.split(",").map(t => parseFloat(t) * (t.trim().endsWith("ms") ? 0.001 : 1)));
  const moves = longest(style.transitionDuration) > 0.01 && style.transitionProperty !== "none"
    || longest(style.animationDuration) > 0.01 && style.animationName !== "none" || style.scrollBehavior === "smooth";
  return moves ? element.outerHTML.slice(0, 80) : "";
})).filter(Boolean)
"""


@some_kinds
def test_nothing_moves_for_those_who_want_stillness(open_page: OpenPage, path: str) -> None:
    """No transition, animation or smooth scrolling over a hundredth of a second."""
    page = open_page(path, still=True)
    assert page.evaluate(MOVES) == []
    add_style(page, "main { transition: opacity 1s }")
    assert page.evaluate(MOVES)


SHIFTS = """
async () => {
  await document.fonts.ready;
  return new Promise(resolve => {
    const shifts = [];
    new PerformanceObserver(list => shifts.push(...list.getEntries().map(entry => ({
      value: entry.value, what: entry.sources.map(s => s.node?.outerHTML?.slice(0, 80) ?? String(s.node?.data)),
    })))).observe({type: "layout-shift", buffered: true});
    const frames = n => n ? requestAnimationFrame(() => frames(n - 1)) : setTimeout(() => resolve(shifts));
    frames(3);
  });
}
"""
"""What shifted since the page began to load."""


def shifted(page: Page) -> float:
    """The cumulative layout shift so far, in thousandths: what tools that measure it show."""
    return round(sum(float(shift["value"]) for shift in page.evaluate(SHIFTS)), 3)


@some_kinds
@pytest.mark.parametrize("width", [390, pytest.param(1280, marks=pytest.mark.long)])
def test_nothing_shifts_while_a_page_loads(open_page: OpenPage, path: str, width: int) -> None:
    """Cumulative layout shift is 0.000; a font that comes late moves a word by less than that."""
    page = open_page(path, width=width, anew=True)
    assert shifted(page) == 0, page.evaluate(SHIFTS)


@pytest.mark.parametrize(
    ("path", "width"),
    [(WAR, 390), (WAR, 1280), (TRIALS["long"], 390), (TRIALS["long"], 1280)],
    ids=["article-390", "article-1280", "long-390", "long-1280"],
)
def test_nothing_shifts_at_a_statements_address(
    request: pytest.FixtureRequest, path: str, width: int
) -> None:
    """The same where a reader comes by a link to a statement, and of 200 statements."""
    opens: OpenPage = request.getfixturevalue("open_page" if path == WAR else "open_trial")
    page = opens(f"{path}#s9", width=width, anew=True)
    assert shifted(page) == 0, page.evaluate(SHIFTS)


def test_the_measure_of_shifts_can_fail(open_page: OpenPage) -> None:
    """Something that comes in above the text late is found out."""
    page = open_page(POND)
    page.evaluate("document.querySelector('main').before(document.createElement('hr'))")
    add_style(page, "hr { height: 300px }")
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert shifted(page) > 0.01


@pytest.mark.parametrize("width", [390, 1280])
def test_late_fonts_shift_next_to_nothing(browser: Browser, site_url: str, width: int) -> None:
    """Text is there before its fonts; whichever comes first, lines stay as they are, but for a fifth of the limit."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    held: list[Route] = []
    page.route("**/*.woff2", lambda route: held.append(route))
    page.goto(site_url + WAR, wait_until="domcontentloaded")
    page.evaluate(
        """() => new Promise(painted => new PerformanceObserver(list => {
          if (list.getEntriesByName("first-contentful-paint").length) painted(true);
        }).observe({type: "paint", buffered: true}))"""
    )
    assert held
    for route in held:
        route.continue_()
    page.unroute("**/*.woff2")
    shifts = page.evaluate(SHIFTS)
    context.close()
    total = sum(shift["value"] for shift in shifts)
    assert total <= 0.02, shifts


def squeezed(text: str) -> str:
    """A text without its gaps and soft hyphens, ligatures undone."""
    for ligature, letters in (("\ufb00", "ff"), ("\ufb01", "fi"), ("\ufb02", "fl"), ("\xad", "")):
        text = text.replace(ligature, letters)
    return re.sub(r"\s+", "", text)


def printed(page: Page, paper: str) -> PdfReader:
    """What Chromium prints of the page."""
    return PdfReader(BytesIO(page.pdf(format=paper, prefer_css_page_size=False)))


FURNITURE = ("Skip to the text", "Articles Techniques Method About", "On this page")


def words_on_paper(page: Page, paper: str) -> str:
    """All that is printed, without gaps; there must be a title, and nothing that looks wrong."""
    sheets = [sheet.extract_text() for sheet in printed(page, paper).pages]
    assert sheets
    text = squeezed(" ".join(sheets))
    assert squeezed(page.locator("h1:visible").inner_text()) in text
    assert not [words for words in FURNITURE if squeezed(words) in text]
    assert all(len(squeezed(sheet)) >= 20 for sheet in sheets), "no sheet of paper is empty"
    column = re.search(r"(?:\b[^\W\d]\n){4}", "\n".join(sheets))
    assert not column, "no word is set a letter a line"
    return text


PRINTED = ("home", "library", "read", "method", "search", "class", "pair")
"""These in `make test`; articles have a test of their own."""


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(path, id=kind, marks=() if kind in PRINTED else pytest.mark.long)
        for kind, path in KINDS.items()
        if path not in (WAR, POND)
    ],
)
@pytest.mark.parametrize("paper", ["A4", pytest.param("Letter", marks=pytest.mark.long)])
def test_pages_print_without_the_furniture(open_page: OpenPage, path: str, paper: str) -> None:
    """Words are on paper, with nothing that only a screen has use for."""
    words_on_paper(open_page(path), paper)


@pytest.mark.parametrize(
    ("slug", "paper", "width"),
    [
        ("changing-sides", "A4", 390),
        ("the-pink-pond", "Letter", 1280),
        pytest.param("changing-sides", "Letter", 1280, marks=pytest.mark.long),
        pytest.param("the-pink-pond", "A4", 390, marks=pytest.mark.long),
    ],
)
def test_articles_print_with_every_note(
    open_page: OpenPage, slug: str, paper: str, width: int
) -> None:
    """All notes and questions, from a phone as well, and no furniture; each on each in the long set."""
    text = words_on_paper(open_page(f"articles/{slug}/", width=width), paper)
    for mark in marks(real(slug)):
        assert mark.note
        for paragraph in mark.note.paragraphs:
            assert squeezed(paragraph.text) in text, f"{mark.id}: {paragraph.text}"
    for question in real(slug).article.questions:
        assert squeezed(question.ask) in text


def test_with_a_layer_off_the_other_notes_print(open_page: OpenPage) -> None:
    """A reader who has switched framing off still gets the notes of all statements."""
    page = open_page(POND)
    page.get_by_role("checkbox", name="framing", exact=True).uncheck()
    article = real("the-pink-pond").article
    text = words_on_paper(page, "A4")
    missing = [
        s.id
        for s in article.statements
        if s.note and squeezed(s.note.paragraphs[0].text) not in text
    ]
    assert not missing


PAPER_WIDTHS = {"A4": 680, "Letter": 703}
"""What is left of each paper's width between margins of 15 mm, in CSS px."""


@some_kinds
def test_nothing_is_cut_off_on_paper(open_page: OpenPage, path: str) -> None:
    """Laid out for print, nothing is wider than the sheet, and nothing is hidden by an edge."""
    page = open_page(path)
    page.emulate_media(media="print")
    for paper, width in PAPER_WIDTHS.items():
        page.set_viewport_size({"width": width, "height": 1000})
        assert not page.evaluate(SIDEWAYS), paper
        assert not page.evaluate(CUT), paper


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(path, id=kind, marks=pytest.mark.long if kind == "long" else ())
        for kind, path in TRIALS.items()
    ],
)
def test_trial_pages_print(open_trial: OpenPage, path: str) -> None:
    """Right to left, three statements, and in the long set 200 of them: all print, and fit the sheet."""
    page = open_trial(path)
    assert len(printed(page, "A4").pages) > 0
    page.emulate_media(media="print")
    page.set_viewport_size({"width": PAPER_WIDTHS["A4"], "height": 1000})
    assert not page.evaluate(SIDEWAYS)


def test_kinds_are_signs_on_paper(open_page: OpenPage) -> None:
    """Printed without colour or backgrounds, bases keep their lines and framing has its brackets."""
    page = open_page(POND)
    page.emulate_media(media="print")
    article = real("the-pink-pond").article
    for mark in article.framing:
        signs = page.locator(f"[id='{mark.id}']").evaluate(
            "mark => [getComputedStyle(mark, '::before').content, getComputedStyle(mark, '::after').content]"
        )
        assert all(sign not in ("none", "normal", '""') for sign in signs), mark.id


def test_a_page_begins_with_its_title(kind: Page) -> None:
    """What stands above the title takes a third of the first screen at most, in type smaller than it."""
    page = kind
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 800})
        title = page.locator("h1:visible").bounding_box()
        assert title
        assert title["y"] < 800 / 3, width
        sizes: list[float] = page.locator("header a:visible, nav a:visible").evaluate_all(
            "links => links.map(link => parseFloat(getComputedStyle(link).fontSize))"
        )
        assert max(sizes) <= 24, width
