"""The workbench stays fluent with 200 statements: an edit draws what it changed, and asks the generator once.

What a key takes is counted and not timed; `python -m bench.workbench` times it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from playwright.sync_api import Browser

from tests.browser.traced import Shown, traced
from tests.browser.visitor import Visitor, visit

LONG = "\n\n".join(
    " ".join(
        f"The {thing} of house {number} was seen on day {number + at}."
        for at, thing in enumerate(("door", "roof", "wall", "gate", "lamp"))
    )
    for number in range(1, 41)
)
"""200 statements in 40 paragraphs."""

WATCH = """
window.asked = [];
const post = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (given) { window.asked.push(given.op ?? "start"); };
window.watch = () => {
  window.touched = new Set();
  window.around = new Set();
  window.watching?.disconnect();
  window.watching = new MutationObserver(records => {
    for (const { target } of records) {
      const near = target.nodeType === 1 ? target : target.parentElement;
      const own = near?.closest(".s");
      if (own) window.touched.add(own.dataset.id);
      else if (near?.closest(".statements")) window.around.add(near); // a space between two statements
    }
  });
  window.watching.observe(document.querySelector("#text .statements"), { subtree: true, childList: true, characterData: true, attributes: true });
};
window.told = async () => {
  await new Promise(done => requestAnimationFrame(() => setTimeout(done, 20)));
  return [...window.touched, ...[...window.around].slice(1).map(each => each.outerHTML.slice(0, 60))];
};
"""
"""Tells which statements an edit draws again, and what is asked of the worker, which stays dumb."""

MOST_STYLED, MOST_LAID_OUT = 100, 100
"""Elements and boxes of the desk that one key may concern; the desk has 1,400 and 2,400."""


@pytest.fixture(scope="module")
def visitor(browser: Browser, site_url: str) -> Iterator[Visitor]:
    """Somebody with 200 statements on the desk, and an engine that never answers."""
    with visit(browser, site_url, service_workers="block") as one:
        one.page.add_init_script(WATCH)
        one.page.reload()
        one.page.fill("#begin-text", LONG)
        one.page.check("[name=begin-rights][value=own]")
        one.page.check("#begin [value=own]")
        one.page.click("#begin .paste .go")
        one.page.wait_for_selector("#text .s")
        assert len(one.states()) == 200
        yield one


def shown(visitor: Visitor, keys: Sequence[str]) -> list[Shown]:
    """What each key makes the browser do until it shows."""

    def press() -> None:
        for key in keys:
            visitor.press(key)
            visitor.page.evaluate("new Promise(done => setTimeout(done, 90))")

    return traced(visitor.page, press)


def test_a_key_makes_the_browser_work_on_little(visitor: Visitor) -> None:
    """Of 200 statements in 40 paragraphs: two paragraphs are painted at most, and few elements looked at."""
    visitor.page.locator("#text .s").nth(149).click()
    visitor.press("u")
    done = {"next statement": shown(visitor, ("ArrowDown", "ArrowUp", "ArrowDown"))}
    done["basis"] = shown(visitor, "ius")
    visitor.press("n")
    visitor.reach("note")
    done["note"] = shown(visitor, "word")
    visitor.press("Escape")
    for name, keys in done.items():
        assert len(keys) >= 3, name
        for each in keys:
            paragraphs = [part for part in each.painted if "verse" in part]
            assert len(paragraphs) <= (0 if name == "note" else 2), (name, each)
            assert len(each.painted) <= 8, (name, each)
            assert each.styled <= MOST_STYLED, (name, each)
            assert each.laid_out <= MOST_LAID_OUT, (name, each)


def test_a_key_draws_the_statement_that_it_marks_and_no_other(visitor: Visitor) -> None:
    """Of 200 statements one is drawn again where its basis is set, and two where the hand goes on."""
    visitor.page.locator("#text .s").nth(99).click()
    visitor.page.evaluate("watch()")
    visitor.press("u")
    assert visitor.page.evaluate("told()") == ["s100"]
    visitor.page.evaluate("watch()")
    visitor.press("ArrowDown")
    assert set(visitor.page.evaluate("told()")) <= {"s100", "s101"}


def test_typing_a_note_draws_nothing_but_its_own_statement(visitor: Visitor) -> None:
    """Twenty letters typed into a note leave the other 199 as they are."""
    visitor.page.locator("#text .s").nth(49).click()
    visitor.press("u", "n")
    visitor.reach("note")
    visitor.page.evaluate("watch()")
    visitor.page.keyboard.type("Twenty letters here.")
    assert set(visitor.page.evaluate("told()")) <= {"s50"}
    visitor.press("Escape")


def test_a_run_of_keys_asks_the_generator_once(visitor: Visitor) -> None:
    """However many letters come within a pause, one question is asked after it: none for each letter."""
    visitor.page.locator("#text .s").nth(19).click()
    visitor.press("n")
    visitor.reach("note")
    asked = visitor.page.evaluate(
        """async () => {
          await new Promise(done => setTimeout(done, 600));
          const note = document.getElementById("note"), posted = [];
          const stringify = JSON.stringify;
          JSON.stringify = (value, ...rest) => { if (value?.work && value?.today) posted.push(1); return stringify(value, ...rest); };
          for (let at = 0; at < 30; at++) { note.value += "a"; note.dispatchEvent(new Event("input", { bubbles: true })); }
          await new Promise(done => setTimeout(done, 1500));
          JSON.stringify = stringify;
          return posted.length;
        }"""
    )
    assert asked == 1
