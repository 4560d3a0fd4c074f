"""The workbench and what it runs on, kept in the browser for when there is no network."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.visitor import PATIENCE, SHORT, Visitor, checked, visit

ENGINE = """async () => {
  const name = (await caches.keys()).find(each => each.startsWith("whosays engine "));
  return name ? (await (await caches.open(name)).keys()).map(({ url }) => url.split("/").pop()) : [];
}"""
"""The names of the engine's files that are kept."""

LISTED = "async () => Object.values((await (await fetch('engine/engine.json')).json()).files).map(one => one.name)"
"""The names of those that it has."""

ADD = """async () => (await caches.open((await caches.keys()).find(each => each.startsWith("whosays engine "))))
  .put("engine/packages.0.zip", new Response("old"))"""

COMPILED = """async () => {
  const name = (await caches.keys()).find(each => each.startsWith("whosays compiled "));
  const cache = name && await caches.open(name), [key] = cache ? await cache.keys() : [];
  const kept = key ? await (await cache.match(key)).text() : "";
  if (kept.startsWith("PK")) await cache.put(key, new Response("damaged"));
  return kept.startsWith("PK");
}"""
"""Whether the engine has kept what it compiled; where it has, that is damaged now."""

LEFT = """async () => {
  const entries = [];
  for (const { name } of await indexedDB.databases()) {
    const base = await new Promise(done => { indexedDB.open(name).onsuccess = event => done(event.target.result); });
    for (const shelf of base.objectStoreNames) await new Promise(done => {
      base.transaction(shelf).objectStore(shelf).getAllKeys().onsuccess = event => { entries.push(...event.target.result); done(); };
    });
    base.close();
  }
  for (const name of await caches.keys()) entries.push(...(await (await caches.open(name)).keys()).map(({ url }) => url));
  return [...entries, ...Object.keys(localStorage).filter(key => key.includes("workbench:")), ...Object.keys(sessionStorage)];
}"""
"""All that is kept for the site in this browser."""


@pytest.fixture(scope="module")
def visitor(browser: Browser, site_url: str) -> Iterator[Visitor]:
    """Somebody at the workbench, after the first visit: a text is on the desk, and all is kept."""
    with visit(browser, site_url) as one:
        one.begin(SHORT)
        checked(one.page, "problem")
        kept(one)
        yield one


def kept(visitor: Visitor, but: str = "nothing") -> None:
    """Wait until the browser has what the engine's list names, and this no more."""
    visitor.page.wait_for_function(
        f"async but => {{ const now = await ({ENGINE})(), all = await ({LISTED})();"
        "return all.every(name => now.includes(name)) && !now.includes(but); }",
        arg=but,
        timeout=PATIENCE,
    )


@pytest.mark.long
def test_what_was_compiled_is_kept_and_made_anew_where_it_is_damaged(visitor: Visitor) -> None:
    """A start keeps it for the next one; a start that finds it damaged works all the same, and keeps it again."""
    for _ in range(2):
        checked(visitor.page, "problem")
        visitor.page.wait_for_function(COMPILED, timeout=PATIENCE)
        visitor.page.reload()
    checked(visitor.page, "problem")


def names(visitor: Visitor, script: str) -> set[str]:
    """What a script gives."""
    found: list[Any] = visitor.page.evaluate(script)
    return {str(one) for one in found}


def test_it_works_without_a_network_after_the_first_visit(visitor: Visitor) -> None:
    """The page comes up with the work that was on the desk; it is marked, and the generator writes the file."""
    page = visitor.page
    page.context.set_offline(True)
    page.reload()
    page.wait_for_selector("#text .s")
    visitor.statement("The clock on")
    visitor.press("u")
    checked(page, "problem")
    page.wait_for_function(
        "() => document.getElementById('send-text').value.includes('[^s1]')", timeout=PATIENCE
    )
    page.context.set_offline(False)


def test_an_old_version_of_the_engine_goes_when_a_new_one_is_kept(visitor: Visitor) -> None:
    """What is kept is what the list names, and nothing of yesterday's."""
    visitor.page.evaluate(ADD)
    assert "packages.0.zip" in names(visitor, ENGINE)
    visitor.page.reload()
    checked(visitor.page, "problem")
    kept(visitor, but="packages.0.zip")
    assert names(visitor, ENGINE) == names(visitor, LISTED)


def test_the_clear_button_leaves_nothing(visitor: Visitor) -> None:
    """No work, no engine, no page: the browser has nothing of it any more."""
    page = visitor.page
    assert names(visitor, LEFT)
    page.get_by_role("button", name="Another text").click()
    page.get_by_role("button", name="Remove all", exact=True).click()
    page.get_by_role("button", name="Yes, remove all").click()
    page.wait_for_selector(".kept-works", state="hidden")
    page.wait_for_function(f"async () => !(await ({LEFT})()).length")
