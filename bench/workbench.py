"""How fluent the workbench is, at a quarter of this machine's speed: `python -m bench.workbench SITE`.

A text of 200 statements is on the desk of a built site; keys are pressed, and it is measured how
much work each is for the page and how long it takes until it shows, and until the problems beside
it are those of the edited work. On a machine that others use, only the work is a steady figure.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from playwright.sync_api import Page

from tests.browser.chromium import launched
from tests.browser.test_workbench_fluent import LONG, shown
from tests.browser.visitor import PATIENCE, Visitor, checked, visit
from tests.served import served

SLOWER = 4
"""How many times slower the processor is made."""

LISTEN = """() => {
  window.events = [];
  new PerformanceObserver(list => {
    for (const each of list.getEntries()) if (each.name === "keydown") window.events.push(each.duration);
  }).observe({ type: "event", durationThreshold: 16 });
}"""
"""Durations from a key to the next paint, in steps of 8 ms; what takes less than 16 is not told."""

KEY = """key => new Promise(done => {
  const from = performance.now();
  document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  requestAnimationFrame(() => { const channel = new MessageChannel();
    channel.port1.onmessage = () => done(performance.now() - from); channel.port2.postMessage(0); });
})"""
"""From a key to the end of the frame that shows it."""

ANSWER = """key => new Promise(done => {
  const from = performance.now();
  document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  const look = () => { if (window.answered > from) done(window.answered - from);
    else setTimeout(look, 5); };
  look();
})"""
"""From a key to the problems of the edited work."""

ANSWERED = """
const Given = Worker;
window.Worker = class extends Given {
  constructor(...given) {
    super(...given);
    this.addEventListener("message", ({ data }) => { if (data.answer) setTimeout(() => { window.answered = performance.now(); }); });
  }
};
"""
"""Tells when an answer of the generator has been shown."""


def measure(page: Page, times: int) -> None:
    """Press keys, and print the medians."""
    page.locator("#text .s").nth(99).focus()
    visitor = Visitor(page)
    _work(visitor, "next statement", ["ArrowDown", "ArrowUp"] * (times // 2))
    _work(visitor, "a basis", "usix" * (times // 4))
    visitor.press("n")
    visitor.reach("note")
    _work(visitor, "a letter of a note", "abcde" * (times // 5))
    visitor.press("Escape")
    devtools = page.context.new_cdp_session(page)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    for name, keys in (
        ("next statement", ("ArrowDown", "ArrowUp")),
        ("a basis", ("u", "i")),
    ):
        took = [page.evaluate(KEY, keys[at % 2]) for at in range(times)]
        print(f"{name:24} {median(took):7.1f} ms, at most {max(took):7.1f} ms, to the frame's end")
    page.evaluate(LISTEN)
    for key in "nsuui" * (times // 5):
        if key == "n":
            visitor.press("n")
            page.keyboard.type("word ", delay=60)
            visitor.press("Escape")
        else:
            page.keyboard.press(key, delay=40)
    page.wait_for_timeout(500)
    heard: list[float] = page.evaluate("events")
    shown = f"{median(heard):7.1f} ms, at most {max(heard):7.1f} ms" if heard else "under 16 ms"
    print(f"{'keys, as the browser says':24} {shown}, {len(heard)} of 16 ms or more")
    visitor.press("Escape")
    page.wait_for_timeout(2000)
    took = []
    for at in range(times):
        took.append(page.evaluate(ANSWER, ("u", "i")[at % 2]))
        page.wait_for_timeout(400)
    print(f"{'the problems of an edit':24} {median(took):7.1f} ms, at most {max(took):7.1f} ms")


def _work(visitor: Visitor, name: str, keys: Sequence[str]) -> None:
    """Print how long the page's thread works until its keys show: its own time, as others use the machine too."""
    took = [each.busy * SLOWER for each in shown(visitor, keys)]
    print(f"{name:24} {median(took):7.1f} ms, at most {max(took):7.1f} ms, of work")


def main(words: Sequence[str]) -> None:
    """Serve a built site, and measure its workbench."""
    parser = argparse.ArgumentParser(prog="python -m bench.workbench", description=__doc__)
    parser.add_argument("site", type=Path, nargs="?", default=Path("site"), help="a built site")
    parser.add_argument("--times", type=int, default=20, help="how often each key is pressed")
    chosen = parser.parse_args(words)
    with (
        launched() as browser,
        served(chosen.site.resolve(), "/who-says/") as url,
        visit(browser, url, service_workers="block") as visitor,
    ):
        page = visitor.page
        page.set_default_timeout(PATIENCE)
        page.add_init_script(ANSWERED)
        page.reload()
        page.fill("#begin-text", LONG)
        page.check("[name=begin-rights][value=own]")
        page.check("#begin [value=own]")
        page.click("#begin .paste .go")
        checked(page, "problem")
        measure(page, chosen.times)


if __name__ == "__main__":
    main(sys.argv[1:])
