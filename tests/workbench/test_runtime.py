"""The page's side of the worker: one question at a time, none lost, and a start again where it fails."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import ROOT
from tests.served import served
from tests.workbench.conftest import taught

HERE = Path(__file__).parent
MODULES = ROOT / "docs" / "assets" / "workbench"
EMPTY = '<!doctype html><meta charset="utf-8"><title>Empty</title><link rel="icon" href="data:,">'

SETUP = """async () => {
  const { connect } = await import("./assets/workbench/runtime.js");
  window.told = [];
  const tell = name => (...given) => window.told.push([name, ...given]);
  const {promise: ready, resolve, reject} = Promise.withResolvers();
  ready.catch(() => {});
  window.runtime = {ready, ...connect({ onProgress: tell("progress"), onReady() { tell("ready")(); resolve(); },
    onFault(text, lasting) { tell("fault")(text, lasting); if (lasting) reject(new Error(text)); } })};
  window.said = op => window.runtime.ask(op, {}).then(() => "answered", error => error.message);
}"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A site with the module, a worker that stands in, and the list of an engine."""
    (tmp_path / "assets/workbench").mkdir(parents=True)
    shutil.copy(MODULES / "runtime.js", tmp_path / "assets/workbench")
    (tmp_path / "assets/workbench/say.js").write_text(taught(), encoding="utf-8")
    shutil.copy(HERE / "standin.js", tmp_path / "assets/workbench/worker.js")
    (tmp_path / "index.html").write_text(EMPTY, encoding="utf-8")
    (tmp_path / "offline.js").write_text("", encoding="utf-8")
    listed(tmp_path, "")
    return tmp_path


def listed(place: Path, why: str) -> None:
    """Write the list of the engine's files, of which there are none."""
    folder = place / "contribute/workbench/engine"
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"abi": "", "files": {}, "why": why})
    (folder / "engine.json").write_text(text, encoding="utf-8")


@pytest.fixture
def page(browser: Browser, place: Path) -> Iterator[Page]:
    """A page of that site, whose clock the test may move."""
    context = browser.new_context()
    page = context.new_page()
    with served(place) as url:
        page.goto(url)
        page.clock.install()
        yield page
    context.close()


def told(page: Page, name: str) -> list[Any]:
    """What was told of one thing so far."""
    found: list[Any] = page.evaluate("name => told.filter(one => one[0] === name)", name)
    return found


def test_a_question_waits_until_there_is_somebody_to_answer(page: Page) -> None:
    """It can be asked at once; progress and readiness are told."""
    page.evaluate(SETUP)
    assert page.evaluate("runtime.ask('open', { text: '“x”' })") == {
        "op": "open",
        "given": {"text": "“x”"},
    }
    assert told(page, "ready") == [["ready"]]
    assert told(page, "progress")[0] == ["progress", {"done": 1, "total": 2, "what": "loading"}]
    assert not told(page, "fault")


def test_only_the_newest_check_that_waits_is_answered(page: Page) -> None:
    """A newer check takes the place of one that waits; what is asked besides keeps its turn."""
    page.evaluate(SETUP)
    asked = """Promise.all([
      runtime.ask("check", 1), runtime.ask("check", 2), runtime.ask("preview", 3), runtime.ask("check", 4), runtime.ask("check", 5),
    ])"""
    answers = page.evaluate(f"runtime.ready.then(() => {asked})")
    given = [answer and answer["given"] for answer in answers]
    assert given == [1, None, 3, None, 5]


def test_a_fault_that_is_told_is_the_reason(page: Page) -> None:
    """What the generator cannot do is said in its words; the next question is answered."""
    page.evaluate(SETUP)
    assert page.evaluate("said('fail')") == "It cannot be done."
    assert page.evaluate("said('open')") == "answered"
    assert not told(page, "fault")


def test_a_broken_worker_is_started_again(page: Page) -> None:
    """Whoever asked is told; what waited is answered by the new one."""
    page.evaluate(SETUP)
    first, second = page.evaluate("Promise.all([said('break'), said('open')])")
    assert "starts again" in first
    assert second == "answered"
    assert len(told(page, "ready")) == 2
    assert [fault[2] for fault in told(page, "fault")] == [False]


def test_a_worker_that_does_not_answer_is_started_again(page: Page) -> None:
    """After a while, and not before; what waited is answered by the new one."""
    page.evaluate(SETUP)
    page.evaluate("runtime.ready")
    page.evaluate("window.both = Promise.all([said('hang'), said('open')]), 0")
    page.clock.fast_forward(30_000)
    assert not told(page, "fault")
    page.clock.fast_forward(30_000)
    page.clock.resume()
    first, second = page.evaluate("both")
    assert "too long" in first
    assert second == "answered"


def test_a_site_without_the_engine_says_so(page: Page, place: Path) -> None:
    """The reason that the build gave is shown; no question hangs."""
    listed(place, "what it runs on could not be fetched")
    page.evaluate(SETUP)
    assert "could not be fetched" in page.evaluate("said('check')")
    assert "could not be fetched" in page.evaluate("runtime.ready.catch(error => error.message)")
    assert [fault[2] for fault in told(page, "fault")] == [True]


def test_a_list_that_does_not_come_is_asked_for_three_times(page: Page, place: Path) -> None:
    """Then it is left at that, and said."""
    (place / "contribute/workbench/engine/engine.json").unlink()
    page.evaluate(SETUP)
    page.evaluate("window.one = said('check'), 0")
    page.clock.resume()
    assert "could not be loaded" in page.evaluate("one")
    assert [fault[2] for fault in told(page, "fault")] == [False, False, True]


def test_a_stopped_one_answers_nobody(page: Page) -> None:
    """Neither those who wait nor those who come."""
    page.evaluate(SETUP)
    page.evaluate("window.one = runtime.ready.then(() => said('hang')), 0")
    page.evaluate(
        "runtime.ready.then(() => { const one = said('open'); runtime.stop(); return one; })"
    )
    assert page.evaluate("said('open')") != "answered"
    assert page.evaluate("one") != "answered"
