"""The watching browser sees what it should: the same payloads, raw, run in it by the dozen."""

from __future__ import annotations

import html
from pathlib import Path

from playwright.sync_api import Browser

from tests.hostile.conftest import served
from tests.hostile.payloads import COLLECTIONS, collection, ours
from tests.hostile.watch import Watched, watching

ENOUGH = 30
"""So many payloads have to run, or the browser is blind."""

BATCH = 100

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


def test_raw_payloads_of_ours_run(browser: Browser, tmp_path: Path) -> None:
    """Without escaping and without a policy: at least thirty run, and some ask for things elsewhere."""
    watched = put_raw(browser, tmp_path, ours())
    assert len(watched.frames) >= ENOUGH
    assert watched.elsewhere
    assert not watched.unobserved


def test_raw_payloads_of_the_collections_run(browser: Browser, tmp_path: Path) -> None:
    """At least thirty of the known ones too, where these stand beside the project."""
    payloads = tuple(p for name in COLLECTIONS for p in collection(name))
    watched = put_raw(browser, tmp_path, payloads or ours())
    assert len(watched.frames) >= ENOUGH
    assert not watched.unobserved


def test_the_policy_alone_stops_them_and_says_so(browser: Browser, tmp_path: Path) -> None:
    """The same payloads under a policy such as ours: none runs, and the browser hears of each."""
    watched = put_raw(browser, tmp_path, ours(), POLICY)
    assert watched.ran == []
    assert len(watched.stopped) >= ENOUGH
