"""What readers type, paste or are sent as a link is only ever shown as text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser

from tests.browser.shares import ADDRESS, packed
from tests.hostile.articles import flat
from tests.hostile.conftest import served
from tests.hostile.payloads import every, sample
from tests.hostile.sites import Built
from tests.hostile.watch import watching

TARGET = "twin-of-one"
"""The article that the links are for."""

SEARCH = """
payloads => {
  const field = document.querySelector("form.find input");
  for (const payload of payloads) {
    field.value = payload;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  document.querySelector("form.find").requestSubmit();
  return document.querySelector(".status").textContent;
}
"""

PASTE = """
async text => {
  document.querySelector("#links").value = text;
  document.querySelector(".paste").requestSubmit();
  const news = document.querySelector(".news");
  while (!/ in\\.|No link/.test(news.textContent)) await new Promise(requestAnimationFrame);
  for (const box of document.querySelectorAll(".class input[type=checkbox]")) box.click();
  for (const box of document.querySelectorAll("details")) box.open = true;
  return news.textContent;
}
"""


def text_version(site: Path) -> tuple[str, int]:
    """The version of the target's text, and how many statements it has, as the class view reads them."""
    page = (site / "articles" / TARGET / "read" / "index.html").read_text(encoding="utf-8")
    return page.partition('data-text="')[2].partition('"')[0], page.count('class="s"')


def codes(site: Path, payloads: tuple[str, ...]) -> Iterator[str]:
    """For each payload: a whole link that says it everywhere, and links of a shape that is none of ours."""
    version, count = text_version(site)
    for payload in payloads:
        line = "".join(c for c in flat(payload) if c.isprintable())[:80].strip() or "x"
        bases = "s" * count
        texts = {"1": line}
        yield packed([TARGET, version, line, bases, texts, texts, [[1, 1, 2, line]]])
        yield packed([payload, payload, payload, payload, payload, payload, payload])
        yield packed(
            [TARGET, version, {"toString": payload}, bases, {"__proto__": payload}, {}, []]
        )


def test_links_pasted_into_the_class_view(browser: Browser, past_check: Built) -> None:
    """All payloads as a class: in names, voices, reasons, words, and in links that are broken."""
    lines = [
        *(ADDRESS + code for code in codes(past_check.folder, every())),
        *(ADDRESS + flat(payload) for payload in every()),
        *map(flat, every()),
    ]
    with served(past_check.folder) as home, watching(browser, home) as watched:
        before = set(watched.open("teach/class/"))
        for start in range(0, len(lines), 1500):
            said = watched.page.evaluate(PASTE, "\n".join(lines[start : start + 1500]))
            watched.settle()
            assert said
        assert watched.page.locator(".in li").count() > 100
        after = watched.page.evaluate(
            "() => [...document.querySelectorAll('*')].map(e => e.localName)"
        )
        assert not {"img", "iframe", "style", "object", "math", "video"} & set(after)
        assert before
        watched.nothing_happened()
        assert watched.stopped == []


def test_words_typed_into_the_search(browser: Browser, past_check: Built) -> None:
    """All payloads, typed one after another, and some in the address."""
    with served(past_check.folder) as home, watching(browser, home) as watched:
        watched.open("search/")
        assert watched.page.evaluate(SEARCH, list(every()))
        watched.settle()
        for payload in sample(10):
            watched.open(f"search/?q={quote(flat(payload))}")
        watched.nothing_happened()
        assert watched.stopped == []


def addresses(site: Path, payloads: tuple[str, ...]) -> Iterator[str]:
    """Addresses of pages with a payload in what a script reads of them."""
    for payload, code in zip(payloads, list(codes(site, payloads))[::3], strict=True):
        written = quote(flat(payload))
        article = f"articles/{TARGET}/"
        yield f"{article}?compare=1#{code}"
        yield f"{article}?compare=1#w1.{written}"
        yield f"{article}?without={written}&layers={written}&plain={written}#{written}"
        yield f"{article}read/#{code}"
        yield f"teach/class/#{code}"
        yield f"articles/?topic={written}&technique={written}&level={written}&mix={written}"


def open_addresses(browser: Browser, built: Built, payloads: tuple[str, ...]) -> None:
    """Open each: nothing happens."""
    with served(built.folder) as home, watching(browser, home) as watched:
        for address in addresses(built.folder, payloads):
            watched.page.goto("about:blank")  # so that a new fragment is a new page
            assert watched.open(address, provoke=False)
        watched.nothing_happened()
        assert watched.stopped == []


def test_links_with_a_payload_in_them(browser: Browser, past_check: Built) -> None:
    """A fragment or a query with a payload, on each page that reads one."""
    open_addresses(browser, past_check, sample(4))


@pytest.mark.long
def test_links_with_every_payload_in_them(browser: Browser, past_check: Built) -> None:
    """The same with all of them."""
    open_addresses(browser, past_check, every())


@pytest.mark.parametrize("payloads", [sample(3), pytest.param(sample(40), marks=pytest.mark.long)])
def test_marks_in_the_browsers_own_storage(
    browser: Browser, past_check: Built, payloads: tuple[str, ...]
) -> None:
    """What another page of the same origin may have put there is no more than text."""
    with served(past_check.folder) as home, watching(browser, home) as watched:
        watched.open(f"articles/{TARGET}/read/")
        kept = watched.page.evaluate("() => Object.keys(localStorage)")
        for payload in payloads:
            for value in (
                payload,
                json.dumps(payload),
                json.dumps({"1": {"basis": payload, "why": payload}}),
            ):
                watched.page.evaluate(
                    "([keys, value]) => keys.forEach(key => { localStorage[key] = value; sessionStorage[key] = value; })",
                    [[*kept, "whosays-class", "whosays-scheme", f"whosays-{TARGET}"], value],
                )
                for page in (f"articles/{TARGET}/read/", "teach/class/"):
                    watched.open(page, provoke=False)
        watched.nothing_happened()
