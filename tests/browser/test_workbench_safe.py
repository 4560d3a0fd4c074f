"""What somebody made at the workbench stays: over a reload, a crash, another tab, and undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, Route

from tests.browser.visitor import PATIENCE, PLACE, SHORT, Visitor, visit
from tests.conftest import ROOT

ARTICLES = sorted((ROOT / "content" / "articles").glob("*.md"))

MODULES = ROOT / "docs" / "assets" / "workbench"

WRITE_ALL = """async ({ slugs, today }) => {
  const { connect } = await import(new URL("../../assets/workbench/runtime.js", location).href);
  const runtime = connect({}), written = {};
  for (const slug of slugs) {
    const packed = await fetch(`../../articles/${slug}/source.gz`);
    const text = await new Response(packed.body.pipeThrough(new DecompressionStream("gzip"))).text();
    const { work } = await runtime.ask("open", { text, slug });
    written[slug] = work && (await runtime.ask("check", { work, today })).text;
  }
  runtime.stop();
  return written;
}"""


def fulfilled(file: Path) -> Callable[[Route], None]:
    """Answers with a file."""
    return lambda route: route.fulfill(path=file)


@pytest.fixture
def visitor(browser: Browser, site_url: str) -> Iterator[Visitor]:
    """Somebody with a short text on the desk, and one statement marked; the engine does not come."""
    with visit(browser, site_url, generator=False) as one:
        one.begin(SHORT)
        one.statement("Nobody has")
        one.press("u")
        one.note("A camera could settle it.")
        yield one


def again(context: BrowserContext, site_url: str) -> Visitor:
    """Another tab, in which somebody goes on with the one work that is kept."""
    page = context.new_page()
    page.set_default_timeout(30_000)
    page.goto(site_url + PLACE)
    page.get_by_role("heading", name="Go on with").wait_for()
    page.locator(".kept-works button.to").click()
    page.wait_for_selector("#text .s")
    return Visitor(page)


def noted(visitor: Visitor) -> str:
    """The note of the second statement."""
    visitor.statement("Nobody has")
    visitor.press("Enter")
    note = visitor.page.input_value("#note")
    visitor.press("Escape")
    return note


def test_every_article_comes_out_of_the_page_byte_for_byte(browser: Browser, site_url: str) -> None:
    """Nothing was changed, so nothing is different: through the page itself once, and its modules for each."""
    one = next(path for path in ARTICLES if path.stem == "changing-sides")
    with visit(
        browser, site_url, f"{PLACE}#improve={one.stem}", service_workers="block"
    ) as visitor:
        page = visitor.page
        for name in ("runtime.js", "say.js"):  # the site has the modules as one file
            page.route(f"**/assets/workbench/{name}", fulfilled(MODULES / name))
        page.wait_for_selector("#text .s", timeout=PATIENCE)
        page.wait_for_function("() => document.getElementById('send-text').value", timeout=PATIENCE)
        assert page.input_value("#send-text").encode() == one.read_bytes()
        assert "Nothing has changed" in (page.text_content(".ways-out") or "")
        given = {"slugs": [path.stem for path in ARTICLES], "today": "2026-11-22"}
        written = page.evaluate(WRITE_ALL, given)
    assert len(ARTICLES) >= 10
    for path in ARTICLES:
        assert written[path.stem].encode() == path.read_bytes(), path.stem


def test_a_reload_keeps_the_work_and_its_steps(visitor: Visitor) -> None:
    """A reload right after the last key brings back the text as it was, and undo goes on from there."""
    before = visitor.states()
    assert "unsourced" in before[1]
    visitor.page.reload()
    visitor.page.wait_for_selector("#text .s")
    assert visitor.states() == before
    assert noted(visitor) == "A camera could settle it."
    visitor.press("Control+z", "Control+z")
    assert "not decided" in visitor.states()[1]


def test_a_crash_loses_nothing(visitor: Visitor, site_url: str) -> None:
    """The tab dies with no word to the page; a new one has the work as it was a third of a second before."""
    page, before = visitor.page, visitor.states()
    page.wait_for_timeout(300)
    with pytest.raises(Error):
        page.goto("chrome://crash", timeout=20_000)
    other = again(page.context, site_url)
    assert other.states() == before
    assert noted(other) == "A camera could settle it."


def test_a_closed_tab_loses_nothing(visitor: Visitor, site_url: str) -> None:
    """Closed right after the last key."""
    context, before = visitor.page.context, visitor.states()
    visitor.page.close()
    other = again(context, site_url)
    assert other.states() == before
    assert noted(other) == "A camera could settle it."


def test_two_tabs_have_both_what_either_does(visitor: Visitor, site_url: str) -> None:
    """Each marks a statement; both then have both, and so has the browser when they are closed."""
    other = again(visitor.page.context, site_url)
    other.statement("The clock on")
    other.press("u")
    unsourced = "count => document.querySelectorAll('#text .x.unsourced').length === count"
    visitor.page.bring_to_front()
    visitor.page.wait_for_function(unsourced, arg=2)
    visitor.statement("It opens")
    visitor.press("u")
    for one in (visitor, other):
        one.page.wait_for_function(unsourced, arg=3)
    assert visitor.states() == other.states()
    context, both = visitor.page.context, visitor.states()
    visitor.page.close()
    other.page.close()
    assert again(context, site_url).states() == both


def test_undo_goes_to_the_start_and_redo_to_the_end(visitor: Visitor) -> None:
    """With marks of every kind, a split, a join, a voice; each step is there and back again."""
    visitor.statement("“The spring")
    visitor.press("s", "Enter")
    visitor.voice("Ada Quill")
    visitor.choose("said")
    visitor.press("c")
    visitor.statement("It opens")
    visitor.choose("and")
    visitor.press("/", "ArrowUp", "+")
    visitor.statement("ruin")
    visitor.press("i")
    visitor.choose("ruin")
    visitor.press("f")
    visitor.reach("technique")
    visitor.write("scary")
    visitor.press("Enter")
    visitor.reach("plain")
    visitor.press("Escape")
    page, end, steps = visitor.page, visitor.states(), 0
    undo, redo = (page.get_by_role("button", name=name, exact=True) for name in ("Undo", "Redo"))
    while undo.is_enabled():
        visitor.press("Control+z")
        steps += 1
        assert steps < 40
    start = visitor.states()
    assert len(start) == 5
    assert all("not decided" in state for state in start)
    assert page.locator("#text .cue, #text .on").count() == 0
    for _ in range(steps):
        assert redo.is_enabled()
        visitor.press("Control+y")
    assert not redo.is_enabled()
    assert visitor.states() == end
    assert page.locator("#text .cue").count() == 1


def test_without_the_engine_reading_and_marking_work_and_the_page_says_so(
    browser: Browser, site_url: str
) -> None:
    """Its files cannot be had: the text is marked, the work is kept, and the page says what is missing."""
    with visit(browser, site_url, service_workers="block") as visitor:
        page: Page = visitor.page
        page.route("**/contribute/workbench/engine/**", lambda route: route.abort())
        visitor.begin(SHORT)
        visitor.statement("Nobody has")
        visitor.press("u")
        visitor.note("A camera could settle it.")
        page.locator("#bar").get_by_text("could not be loaded. Marking works without it").wait_for()
        assert "not checked" in page.inner_text("#bar")
        assert "unsourced" in visitor.states()[1]
        page.locator("#send").get_by_text("only it writes the file").wait_for()
        page.reload()
        page.wait_for_selector("#text .s")
        assert noted(visitor) == "A camera could settle it."
