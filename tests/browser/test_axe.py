"""axe-core finds nothing on any kind of page, in any state; what it cannot decide is measured."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

import pytest
from playwright.sync_api import Page

from tests.browser.articles import POND, TRIALS, WAR, always
from tests.browser.conftest import OpenPage
from tests.browser.paint import add_style, too_faint

pytestmark = pytest.mark.same_window

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")

RUN = """
async ([tags, ids]) => {
  let part = ids.length ? document.querySelector(ids[0]) : document;
  while (ids.some(id => !part.querySelector(id))) part = part.parentElement ?? document;
  const found = await axe.run(part, {
    runOnly: {type: "tag", values: tags},
    rules: {"target-size": {enabled: true}},
    resultTypes: ["violations", "incomplete"],
    preload: false,
  });
  const nodes = kind => found[kind].flatMap(rule => rule.nodes.map(node => {
    const checks = [...node.any, ...node.all, ...node.none];
    return [rule.id, node.target.join(" "), checks.map(c => c.data?.messageKey ?? "").join(" ").trim(), checks.map(c => c.message).join("; ")];
  }));
  return {violations: nodes("violations"), undecided: nodes("incomplete")};
}
"""

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")

UNDECIDED = {
    "bgGradient": "the corner ticks of a framing mark are gradients over its wash",
    "bgOverlap": "a control lies over its label, see-through, and a block of the drawing under its text",
    "pseudoContent": "a figure at the top stands on its sign, which is drawn after it",
    "elmPartiallyObscuring": "a section's deck stands in the margin, beside its title's rule",
    "elmPartiallyObscured": "a link's target reaches, see-through, over the line above it",
    "imgNode": "a text in a drawing has shapes beside it",
    "nonBmp": "the arrow between a word and its plain word",
    "shortTextContent": "the number of a statement is one character",
}
"""Why axe may be unable to tell a contrast; each such text is then measured by `too_faint`."""

READING = ("#s1", "#s17", "[type=checkbox]")
"""What the part with the text and its switches holds."""

SUPPORT = ("[type=radio]", "svg[role=img]")
"""What the part where voices are taken away holds."""

Finding = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Findings:
    """What axe says of a page."""

    violations: list[Finding]
    """Rule, element, key and message of what is wrong."""
    undecided: list[Finding]
    """The same of what a person has to look at."""


def examine(page: Page, *around: str) -> Findings:
    """Run axe on the page as it is now, or on the least part that holds all of `around`."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found = page.evaluate(RUN, [list(TAGS), list(around)])
    return Findings(found["violations"], found["undecided"])


def faults(page: Page, state: str, *around: str) -> list[str]:
    """What is wrong with the page as it is now, a line each."""
    found = examine(page, *around)
    lines = [
        f"{state}: {rule}: {target}: {message}" for rule, target, _, message in found.violations
    ]
    measure = []
    for rule, target, key, message in found.undecided:
        if rule == "color-contrast" and key in UNDECIDED:
            measure.append(target)
        else:
            lines.append(
                f"{state}: undecided, and nobody says why: {rule} ({key}): {target}: {message}"
            )
    return lines + [f"{state}: contrast: {line}" for line in too_faint(page, measure)]


Look = tuple[int, Literal["light", "dark"]]

LOOKS: tuple[Look, ...] = ((1280, "dark"), (360, "light"))
"""Both widths and both colour schemes, each once."""

OTHER_LOOKS: tuple[Look, ...] = ((1280, "light"), (360, "dark"))
"""What is left of them."""


def looks(page: Page, wanted: Sequence[Look] = LOOKS) -> Iterator[str]:
    """The page at those widths in those colour schemes."""
    for width, scheme in wanted:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        yield f"{width} px, {scheme}"


def test_axe_finds_nothing_on_any_kind_of_page(kind: Page) -> None:
    """No violation, and nothing undecided but contrasts, which are measured and enough."""
    found = [line for look in looks(kind) for line in faults(kind, look)]
    assert not found, "\n".join(found)


@always("library", "teaching article")
def test_axe_finds_nothing_in_the_other_looks(open_page: OpenPage, path: str) -> None:
    """The same on a wide light page, and on a narrow dark one."""
    page = open_page(path)
    found = [line for look in looks(page, OTHER_LOOKS) for line in faults(page, look)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("words", ["loaded", "qqqq"], ids=["some", "none"])
def test_axe_finds_nothing_with_search_results_shown(open_page: OpenPage, words: str) -> None:
    """Nor where nothing was found."""
    page = open_page(f"search/?q={words}")
    page.get_by_role("status").filter(has_text=words).wait_for()
    found = [line for look in looks(page) for line in faults(page, look)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("state", ["?mode=read", "?mode=read#s3"])
def test_axe_finds_nothing_with_the_text_alone(open_page: OpenPage, state: str) -> None:
    """With no mark shown, and with one on demand."""
    page = open_page(f"{POND}{state}")
    found = [line for look in looks(page) for line in faults(page, look)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("kind", ["arabic", "short", "missing page"])
def test_axe_finds_nothing_on_the_trial_pages(open_trial: OpenPage, kind: str) -> None:
    """The same of a right-to-left article, of a very short one, and of the page for missing ones."""
    page = open_trial(TRIALS[kind])
    found = [line for look in looks(page) for line in faults(page, look)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "path",
    [pytest.param(WAR, id="article", marks=pytest.mark.long), pytest.param(POND, id="teaching")],
)
def test_axe_finds_nothing_with_a_note_open(open_page: OpenPage, path: str) -> None:
    """A statement's address marks it and its note, or opens its sheet on a phone."""
    page = open_page(f"{path}#s3")
    found = [line for look in looks(page) for line in faults(page, look)]
    page.set_viewport_size({"width": 360, "height": 800})
    page.locator("#s4 a[href^='#']").first.click()
    found += faults(page, "360 px, sheet of s4")
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "layer",
    [
        *(pytest.param(basis, marks=pytest.mark.long) for basis in ("sourced", "unsourced")),
        *("inferred", "framing"),
    ],
)
def test_axe_finds_nothing_with_a_layer_off(open_page: OpenPage, layer: str) -> None:
    """Each layer switched off in turn: a basis and framing, and in the long set the other bases."""
    page = open_page(POND)
    page.get_by_role("checkbox", name=layer, exact=True).uncheck()
    found = [line for look in looks(page) for line in faults(page, f"{look}, no {layer}", *READING)]
    if layer == "framing":  # its links then look like the text around them, as the reader asked
        found = [line for line in found if "link-in-text-block (bgOverlap)" not in line]
    assert not found, "\n".join(found)


def test_axe_finds_nothing_with_plain_words(open_page: OpenPage) -> None:
    """Each framed wording swapped for its plain one."""
    page = open_page(WAR)
    page.get_by_role("checkbox", name="plain words").check()
    found = [
        line for look in looks(page) for line in faults(page, f"{look}, plain words", *READING)
    ]
    assert not found, "\n".join(found)


def test_axe_finds_nothing_with_each_voice_away(open_page: OpenPage) -> None:
    """Every choice of what to take away, everyone staying too."""
    page = open_page(POND)
    found = []
    for look in looks(page):
        for choice in page.get_by_role("radio").all():
            choice.check()
            found += faults(
                page, f"{look}, {choice.get_attribute('value') or 'everyone stays'}", *SUPPORT
            )
    assert not found, "\n".join(found)


def test_axe_and_the_measure_can_fail(open_page: OpenPage) -> None:
    """A page that is broken on purpose is found out, by axe and by the measure of contrast."""
    page = open_page(POND)
    assert not [line for line in faults(page, "as it is") if "color-contrast" in line]
    add_style(page, "p { color: #bbb !important } body { background: #fff !important }")
    page.evaluate("document.documentElement.removeAttribute('lang')")
    broken = {rule for rule, *_ in examine(page).violations}
    assert {"html-has-lang", "color-contrast"} <= broken
    assert too_faint(page, ["main p"])
