"""The watching browser sees what it should: the same payloads, raw, run in it by the dozen."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.hostile.conftest import served
from tests.hostile.payloads import COLLECTIONS, ELSEWHERE, collection, ours
from tests.hostile.watch import Watched, watching

ENOUGH = 30
"""So many payloads have to run, or the browser is blind."""

BATCH = 100

TELLING = re.compile(rf"<script|\son\w+=|{re.escape(ELSEWHERE)}", re.IGNORECASE)
"""What a payload has that runs or fetches something most often."""

POLICY = (
    "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; script-src 'self'\">"
)

PROVOKE_FRAMES = """
() => {
  const names = element => Element.prototype.getAttributeNames.call(element); // some payloads hide it
  for (const frame of document.querySelectorAll("iframe.raw")) {
    if (!frame.contentDocument) continue; // it has gone elsewhere
    for (const element of Document.prototype.querySelectorAll.call(frame.contentDocument, "*")) {
      for (const name of names(element)) {
        if (name.startsWith("on")) element.dispatchEvent(new Event(name.slice(2)));
      }
      if (element.localName === "a" && element.protocol === "javascript:") element.click();
    }
  }
}
"""


def put_raw(browser: Browser, folder: Path, payloads: tuple[str, ...], head: str = "") -> Watched:
    """Open each payload as it is, in a frame of its own."""
    with served(folder) as home, watching(browser, home) as watched:
        for start in range(0, len(payloads), BATCH):
            frames = "".join(
                f'<iframe class=raw name="{number}" srcdoc="{html.escape(payload)}"></iframe>'
                for number, payload in enumerate(payloads[start : start + BATCH], start=start)
            )
            page = f"<!doctype html><html><head><meta charset=utf-8>{head}</head><body>{frames}</body></html>"
            Path(folder, f"{start}.html").write_text(page, encoding="utf-8", errors="replace")
            watched.open(f"{start}.html", provoke=False)
            watched.page.evaluate(PROVOKE_FRAMES)
            watched.settle()
        return watched


def telling(payloads: tuple[str, ...], step: int = 1) -> tuple[str, ...]:
    """Those that run or fetch something most often, or every so many of them."""
    return tuple(p for p in payloads if TELLING.search(p))[::step]


def known() -> tuple[str, ...]:
    """The payloads of the known collections, where these stand beside the project; else ours."""
    return tuple(p for name in COLLECTIONS for p in collection(name)) or ours()


def test_raw_payloads_of_ours_run(browser: Browser, tmp_path: Path) -> None:
    """Without escaping and without a policy: at least thirty run, and some ask for things elsewhere."""
    watched = put_raw(browser, tmp_path, telling(ours()))
    assert len(watched.frames) >= ENOUGH
    assert watched.elsewhere
    assert not watched.unobserved


def test_raw_payloads_of_the_collections_run(browser: Browser, tmp_path: Path) -> None:
    """At least thirty of the known ones too; every second will do, and all are in the long set."""
    watched = put_raw(browser, tmp_path, telling(known(), 2 if known() != ours() else 1))
    assert len(watched.frames) >= ENOUGH
    assert not watched.unobserved


def test_the_policy_alone_stops_them_and_says_so(browser: Browser, tmp_path: Path) -> None:
    """The same payloads under a policy such as ours: none runs, and the browser hears of each."""
    watched = put_raw(browser, tmp_path, telling(ours(), 2), POLICY)
    assert watched.ran == []
    assert len(watched.stopped) >= ENOUGH


@pytest.mark.long
@pytest.mark.parametrize("payloads", [ours(), known()], ids=["ours", "known"])
def test_all_raw_payloads(browser: Browser, tmp_path: Path, payloads: tuple[str, ...]) -> None:
    """Those that seldom do anything as well: with a policy none runs, without one many do."""
    free = put_raw(browser, tmp_path, payloads)
    assert len(free.frames) >= ENOUGH
    held = put_raw(browser, tmp_path, payloads, POLICY)
    assert held.ran == []
    assert len(held.stopped) >= ENOUGH
