"""Somebody at the workbench: pastes a text, goes about by keys, and takes the file to the check."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.build import check
from tests.conftest import ROOT

PLACE = "contribute/workbench/"
"""Where the workbench is, below the site's home."""

PATIENCE = 300_000
"""In milliseconds: how long the generator may take to come, on a busy machine."""

TEXT = """Norbury’s clock has stopped

The clock on the town hall of Norbury stopped at ten past nine on Friday evening. Nobody has moved its hands since then. “The spring is broken,” said Ada Quill, the clock keeper, on Saturday. She wants a new one from a maker in Harbour, which costs 900 crowns. The council boasted that it would pay for the spring within a week, and the money has not come.

Bern Oster bakes opposite the town hall, at number four. “I set my ovens by it,” he said. On Monday his first loaves came out at eight, an hour after the shop had opened. He gave them away to the school. Three children asked for more on Tuesday. The school gave them porridge.

Without the clock, ruin waits for the market. The market opens at seven every Thursday, and the stalls stand in front of the town hall. On the first Thursday after the clock stopped, eleven of the twenty stalls were still empty at half past seven. The bus from Harbour came at six minutes past seven.

The clock was built in 1871 by a watchmaker who lived in the tower. His chair and his lamp are still there. A drawing of the clock hangs in the library, beside a list of everyone who has kept it. There are fourteen names on the list. Ada Quill is the last of them. The tower has ninety-one steps, and the keeper climbs them twice a week with a can of oil and a lamp. In winter the oil has to be warmed on the stove of the gate house.

The town clearly does not care about its past. The council meets on Tuesday at six in the large room of the town hall. The spring is the fourth item of nine."""
"""Some 300 words; people and places are invented."""

SHORT = """The clock on the town hall of Norbury stopped at ten past nine on Friday evening. Nobody has moved its hands since then. “The spring is broken,” said Ada Quill, the clock keeper, on Saturday.

Without the clock, ruin waits for the market. It opens at seven every Thursday, and on the first Thursday after the clock stopped, eleven of the twenty stalls were still empty at half past seven."""
"""A shorter one, with five statements."""

STATES = """() => [...document.querySelectorAll("#text .s")].map(each => each.getAttribute("aria-label"))"""
"""What each statement says of itself: its number, words, basis, voices and framing."""


class Visitor:
    """Somebody at the workbench."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def focused(self) -> str:
        """What has the focus: its tag, id, name, key and first words."""
        found: str = self.page.evaluate(
            "(e => [e.tagName, e.id, e.name ?? '', e.dataset.key ?? e.dataset.at ?? '', e.textContent.slice(0, 60)].join(' '))"
            "(document.activeElement)"
        )
        return found

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def write(self, words: str) -> None:
        """Put words into the field that has the focus, as a paste does."""
        self.page.keyboard.insert_text(words)

    def press_until(self, key: str, words: str, most: int = 90) -> None:
        """Press a key until what has the focus has these words."""
        for _ in range(most):
            if words in self.focused():
                return
            self.press(key)
        pytest.fail(f"{key} does not lead to {words!r}, but to {self.focused()}")

    def statement(self, words: str) -> None:
        """Go to the statement that has these words, from any other one."""
        self.press("Home")
        self.press_until("ArrowDown", words)

    def choose(self, word: str) -> None:
        """Go to a word of the statement that has the focus."""
        for _ in range(40):
            self.press("ArrowRight")
            if self.page.evaluate("getSelection().toString()") == word:
                return
        pytest.fail(f"there is no word {word!r} in {self.focused()}")

    def reach(self, place: str) -> None:
        """Wait until the focus has come to a field, by its id."""
        self.page.wait_for_function("id => document.activeElement.id === id", arg=place)

    def note(self, words: str) -> None:
        """Write the note of the statement in hand, and come back to the text."""
        self.press("n")
        self.reach("note")
        self.write(words)
        self.press("Escape")

    def voice(self, name: str) -> None:
        """Make a voice of the statement in hand, a person who is a party to it, and come back to the text."""
        self.press_until("Tab", "add-voice")
        self.press("Enter")
        self.write(name)
        self.press("Tab", "Tab", "Tab", "Space", "Enter")
        self.page.wait_for_function("document.activeElement.dataset.key?.startsWith('by-')")
        self.press("Escape")

    def begin(self, text: str, publisher: str = "The Norbury Post", right: str = "Space") -> None:
        """Paste a text and begin, by keyboard; `right` is the key that chooses whose text it is."""
        self.press_until("Tab", "begin-text")
        self.write(text)
        self.press_until("Tab", "begin-publisher")
        self.write(publisher)
        self.press_until("Tab", "begin-rights")
        self.press(right)
        self.press_until("Tab", "Begin")
        self.press("Enter")
        self.page.wait_for_selector("#text .s")

    def states(self) -> list[str]:
        """What the statements are now."""
        found: list[str] = self.page.evaluate(STATES)
        return found


DUMB = "Worker.prototype.postMessage = () => {};"
"""Nothing is ever asked of a worker: so the generator does not come, which takes longer than most tests."""


@contextmanager
def visit(
    browser: Browser,
    site_url: str,
    place: str = PLACE,
    *,
    generator: bool = True,
    **given: Any,  # noqa: ANN401
) -> Iterator[Visitor]:
    """The workbench in a window of its own, with the generator or without; no fault may be left behind."""
    context = browser.new_context(
        reduced_motion="reduce", **{"viewport": {"width": 1280, "height": 780}, **given}
    )
    if not generator:
        context.add_init_script(DUMB)
    page = context.new_page()
    page.set_default_timeout(30_000)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(site_url + place)
    page.wait_for_selector("#begin-text, #text .s", state="attached")
    yield Visitor(page)
    context.close()
    assert not faults


def checked(page: Page, words: str) -> None:
    """Wait for what the bar says of the problems; the first time the generator has to come first."""
    page.wait_for_function(
        "words => document.querySelector('.bar-row').textContent.includes(words)",
        arg=words,
        timeout=PATIENCE,
    )


def refused(page: Page, ask: Callable[[], None], folder: Path) -> list[str]:
    """What the check has against the file that the page gives out, which is the text that it shows."""
    with page.expect_download() as download:
        ask()
    place = folder / "content" / "articles" / download.value.suggested_filename
    place.parent.mkdir(parents=True)
    shutil.copy(ROOT / "content" / "codebook.yml", folder / "content")
    download.value.save_as(place)
    assert place.read_bytes().decode() == page.input_value("#send-text")
    return [p.code for p in check(folder, today=date.today(), paths=(place,)).problems]
