"""What a stranger might bring to the workbench is text: nothing of it runs, and nothing is asked of anybody else."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

import pytest
from playwright.sync_api import Browser

from tests.browser.visitor import PATIENCE, PLACE, Visitor, checked
from tests.hostile.articles import article, texts
from tests.hostile.payloads import every, sample
from tests.hostile.sites import let_through
from tests.hostile.watch import PROVOKE, SETTLED, Watched, watching
from tests.hostile.works import saved_work

FEW = 40
"""So many payloads are brought in `make test`, in a text and in a saved work."""

PLACES = 12
"""So many of them stand in an article that has each in every place."""

TYPED = """payloads => {
  let count = 0;
  for (const control of document.querySelectorAll("#desk :is(input:not([type]), input[type=text], input[type=url], textarea)")) {
    if (control.readOnly || control.id === "send-name") continue;
    control.value = payloads[count++ % payloads.length];
    for (const name of ["input", "change"]) control.dispatchEvent(new Event(name, { bubbles: true }));
  }
  return count;
}"""
"""Types payloads into every field for text on the desk, as a hand would."""

DRAWN = """() => {
  const inside = document.querySelector(".preview-frame")?.contentDocument?.querySelector("main");
  const told = document.querySelector("#preview [role=status]").textContent;
  return (inside?.textContent.length > 20 ? "page" : told.includes("no page") ? "none" : "");
}"""
"""Whether the preview shows a page, or says that there is none; empty where it is still to come."""


OPENED = """() => !document.getElementById("desk").hidden ? "desk"
  : [...document.querySelectorAll("#begin .wrong")].some(each => each.checkVisibility() && each.textContent) ? "refused" : ""
"""
"""Whether what was brought is on the desk, or the page says why it is not; empty where that is still to come."""


class Desk:
    """A window on the workbench to which one hostile text is brought after the other."""

    def __init__(self, watched: Watched) -> None:
        self.watched = watched
        self.page = watched.page
        self.shown: Counter[str] = Counter()
        """How often the preview showed a page of what was brought or typed, or none, or the file was refused."""

    def paste(self, payloads: Sequence[str]) -> None:
        """Paste a text, a paragraph for each."""
        self._begin()
        self.page.fill("#begin-text", "\n\n".join(f"It says {p} here." for p in payloads))
        self.page.fill("#begin-name", payloads[0])
        self.page.fill("#begin-publisher", payloads[-1])
        self.page.check("[name=begin-rights][value=own]")
        self.page.check("#begin [value=own]")
        self.page.click("#begin .paste .go")
        self._use()

    def file(self, name: str, content: str) -> str:
        """Choose a file; give whether the preview shows a page of it, or the page refused to open it."""
        self._begin()
        data = content.encode("utf-8", "replace")
        self.page.set_input_files(
            "#begin-file", {"name": name, "mimeType": "text/plain", "buffer": data}
        )
        return self._use()

    def type(self, payloads: Sequence[str]) -> int:
        """Type into all fields of the mark in hand and of Details, and look again; give how many there were."""
        count: int = self.page.evaluate(TYPED, list(payloads))
        self._use()
        return count

    def _begin(self) -> None:
        """Come to the page anew, as after "Another text": what was brought before is in its list."""
        if self.shown:
            self.page.evaluate("sessionStorage.clear()")
        self.watched.open(PLACE, provoke=False)
        self.page.wait_for_selector("#begin-text")

    def _use(self) -> str:
        """Open all that opens, wait for what the generator says and for the preview, and provoke the page."""
        page = self.page
        page.wait_for_function(OPENED, timeout=PATIENCE)
        if page.evaluate(OPENED) == "refused":
            return self._looked("refused")
        checked(page, "problem")
        page.evaluate(
            "() => document.querySelectorAll('#desk details').forEach(each => { each.open = true; })"
        )
        Visitor(page).press("Escape")
        page.locator("#text .s").nth(1).focus()
        Visitor(page).press("Enter")
        page.click("#preview .preview-tools button")
        page.wait_for_function(DRAWN, timeout=PATIENCE)
        page.evaluate(PROVOKE.replace("main button, ", ""))
        page.evaluate(SETTLED)
        return self._looked(str(page.evaluate(DRAWN)))

    def _looked(self, shown: str) -> str:
        """Say that nothing has happened up to now, and count what was shown."""
        self.watched.settle()
        self.watched.nothing_happened()
        assert self.watched.stopped == []
        self.shown[shown] += 1
        return shown


def test_nothing_hostile_runs_at_the_workbench(browser: Browser, site_url: str) -> None:
    """Pasted, as a saved work, typed into every field, and as an article's file that check lets through."""
    payloads = sample(FEW)
    allowed = article(payloads[:PLACES])
    let_through({"allowed": allowed})
    with watching(browser, site_url) as watched:
        desk = Desk(watched)
        desk.paste(payloads)
        desk.file("work.whosays.json", json.dumps(saved_work(payloads)))
        assert desk.type(payloads) > FEW
        assert desk.file("<img src=x>.md", allowed.text()) == "page"
        assert desk.shown.total() == 4


@pytest.mark.long
def test_nothing_of_all_collections_runs_at_the_workbench(browser: Browser, site_url: str) -> None:
    """Every payload in each of these ways, and in articles that check refuses besides."""
    payloads = every()
    with watching(browser, site_url) as watched:
        desk = Desk(watched)
        for start in range(0, len(payloads), 200):
            batch = payloads[start : start + 200]
            desk.paste(batch)
            desk.file("work.whosays.json", json.dumps(saved_work(batch)))
            assert desk.type(batch) > len(batch)
            allowed = texts(batch)
            let_through({"allowed": allowed})
            assert desk.file("texts.md", allowed.text()) == "page"
        for start in range(0, len(payloads), 60):
            draft = article(payloads[start : start + 60])
            desk.file("refused.md", draft.text())
            let_through({"allowed": draft})
            assert desk.file("allowed.md", draft.text()) == "page"
        assert desk.shown.total() == 4 * -(-len(payloads) // 200) + 2 * -(-len(payloads) // 60)
