"""What is kept in the browser: at once, through a crash and in two tabs, and never trusted when it comes back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.workbench.conftest import runner

OPEN = """async tools => {
  const {openSaving} = await import("/saving.js");
  window.told = [];
  window.kept = 0;
  window.saving = await openSaving({
    onTrouble: text => told.push(text), onKept: () => { kept++; }, onElsewhere: text => told.push(text),
  });
  window.edits = tools.edits;
  window.note = (id, text) => store.apply("Note", edits.statement(store.work, id, {note: text}));
  window.notes = () => store.work.statements.map(mark => mark.note).join("|").replace(/\\|+$/, "");
  window.begin = () => { window.store = tools.createStore(tools.sample()); return saving.follow(store); };
  window.again = async key => {
    const found = await saving.open(key);
    if (!found) return false;
    window.store = tools.createStore(found.work, found);
    saving.follow(store, key);
    return true;
  };
  return saving.how;
}"""

NewPage = Callable[..., Page]


@pytest.fixture(scope="module")
def shared(browser: Browser) -> Iterator[BrowserContext]:
    """One browser for all these tests, and its tabs."""
    context = browser.new_context()
    yield context
    context.close()


@pytest.fixture
def context(shared: BrowserContext, modules_url: str) -> Iterator[BrowserContext]:
    """A browser that has kept nothing yet."""
    yield shared
    for page in shared.pages:
        page.goto("about:blank")
    devtools = shared.new_cdp_session(shared.pages[0])
    devtools.send(
        "Storage.clearDataForOrigin",
        {"origin": modules_url.rstrip("/"), "storageTypes": "all"},
    )
    devtools.detach()


@pytest.fixture
def new_page(context: BrowserContext, modules_url: str) -> NewPage:
    """Opens a tab with its saving in `window.saving`; `before` is a script that runs ahead of the page's."""
    free = list(context.pages)

    def open_one(before: str = "") -> Page:
        page = free.pop() if free else context.new_page()
        page.goto(modules_url)
        begun(page, before)
        return page

    return open_one


def begun(page: Page, before: str) -> None:
    """Begin on the empty page: it has no scripts of its own yet."""
    if before:
        page.evaluate(f"() => {{ {before} }}")
    runner(page)(OPEN)


def again(page: Page, key: str, before: str = "") -> bool:
    """Load the page anew and open what it kept."""
    page.reload()
    begun(page, before)
    return bool(page.evaluate("key => again(key)", key))


def test_a_reload_finds_the_work_and_its_steps(new_page: NewPage) -> None:
    page = new_page()
    key = page.evaluate("begin()")
    page.evaluate("() => { note('s1', 'one'); note('s2', 'two'); store.undo(); }")
    page.wait_for_function("kept > 0")
    before = page.evaluate("JSON.stringify(store.work)")
    assert again(page, key)
    assert page.evaluate("JSON.stringify(store.work)") == before
    assert page.evaluate("[store.redo(), notes(), store.undo(), store.undo(), notes()]") == [
        "Note",
        "one|two",
        "Note",
        "Note",
        "",
    ]


def test_an_edit_is_in_the_database_within_300_milliseconds_and_then_nowhere_else(
    new_page: NewPage,
) -> None:
    page = new_page()
    page.evaluate("async () => { begin(); await saving.flush(); kept = 0; }")
    waited = page.evaluate(
        """async () => {
          const from = performance.now();
          note("s1", "one");
          while (!kept) await new Promise(done => setTimeout(done, 5));
          return performance.now() - from;
        }"""
    )
    assert waited < 600  # 250, and what a busy machine adds
    assert page.evaluate("Object.keys(localStorage).length") == 0


def test_an_edit_just_before_the_page_goes_is_kept(new_page: NewPage) -> None:
    page = new_page()
    key = page.evaluate("begin()")
    page.evaluate("() => { note('s1', 'the last word'); location.href = 'about:blank'; }")
    page.wait_for_url("about:blank")
    other = new_page()
    assert other.evaluate("key => again(key)", key)
    assert other.evaluate("notes()") == "the last word"


def test_an_edit_is_kept_at_once_where_the_database_did_not_come_to_it(new_page: NewPage) -> None:
    page = new_page()
    key = page.evaluate("begin()")
    page.evaluate("saving.flush()")
    page.evaluate(
        "() => { IDBObjectStore.prototype.put = () => { throw new Error('gone'); }; note('s1', 'crash'); }"
    )
    page.wait_for_function("Object.keys(localStorage).length === 1")
    other = new_page()
    assert other.evaluate("key => again(key)", key)
    assert other.evaluate("notes()") == "crash"
    assert [each["key"] for each in other.evaluate("saving.list()")] == [key]


def test_the_last_two_hundred_steps_are_kept_and_the_opened_file_once(new_page: NewPage) -> None:
    page = new_page()
    key = page.evaluate("begin()")
    page.evaluate("() => { store.apply('Opened', {...store.work, base: 'the file'}); }")
    page.evaluate("() => { for (let n = 0; n < 250; n++) note('s1', `note ${n}`); }")
    page.evaluate("saving.flush()")
    assert again(page, key)
    assert page.evaluate("store.steps.past.length") == 200
    assert page.evaluate("store.steps.past.every(step => step.work.base === 'the file')")
    page.evaluate("() => { while (store.canUndo) store.undo(); }")
    assert page.evaluate("notes()") == "note 49"


def test_works_are_listed_the_last_first_and_can_be_removed_one_or_all(new_page: NewPage) -> None:
    page = new_page()
    keys = page.evaluate(
        """async () => {
          const keys = [];
          for (const title of ["One", "Two", "Three"]) {
            keys.push(begin());
            store.apply("Title", edits.front(store.work, ["title"], title));
            await saving.flush();
            await new Promise(done => setTimeout(done, 5));
          }
          return keys;
        }"""
    )
    assert [each["title"] for each in page.evaluate("saving.list()")] == ["Three", "Two", "One"]
    page.evaluate("key => saving.remove(key)", keys[1])
    assert [each["title"] for each in page.evaluate("saving.list()")] == ["Three", "One"]
    for key in (keys[0], keys[2]):
        page.evaluate("key => saving.remove(key)", key)
    assert page.evaluate("saving.list()") == []
    assert page.evaluate("key => again(key)", keys[0]) is False


DAMAGE = """async ([key, damage]) => {
  const request = indexedDB.open("whosays-workbench");
  const base = await new Promise(done => { request.onsuccess = () => done(request.result); });
  const works = base.transaction("works", "readwrite").objectStore("works");
  const got = await new Promise(done => { const get = works.get(key); get.onsuccess = () => done(get.result); });
  new Function("entry", damage)(got);
  await new Promise(done => { works.put(got).onsuccess = done; });
  base.close();
}"""


@pytest.mark.parametrize(
    "damage",
    [
        "entry.work = null",
        "delete entry.work.front",
        "entry.work.statements[0].end = 9999",
        "entry.work.statements[1].start = 3",
        "entry.work.statements[0].id = '<img src=x>'",
        "entry.work.statements[0].basis = 'true'",
        "entry.work.statements[0].more = 1",
        "entry.work.framing = [{}]",
        "entry.work.blocks[0].text = {toString: 1}",
        "entry.work.front.deep = {a: {b: {c: {d: {e: {f: {g: {h: {i: {j: 1}}}}}}}}}}",
        "entry.changed = 'soon'",
    ],
)
def test_what_is_damaged_is_thrown_away_with_a_word(new_page: NewPage, damage: str) -> None:
    page = new_page()
    key = page.evaluate("begin()")
    page.evaluate("saving.flush()")
    page.evaluate(DAMAGE, [key, damage])
    assert again(page, key) is False
    assert "thrown away" in page.evaluate("told[0]")
    assert page.evaluate("saving.list()") == []


def test_what_a_newer_page_kept_is_left_alone(new_page: NewPage) -> None:
    page = new_page()
    key = page.evaluate("begin()")
    page.evaluate("saving.flush()")
    page.evaluate(DAMAGE, [key, "entry.v = 2; entry.work = {unknown: true}"])
    assert again(page, key) is False
    assert "newer version" in page.evaluate("told[0]")
    page.evaluate(DAMAGE, [key, "if (entry.v !== 2) throw new Error('it is gone')"])


def test_damaged_steps_are_left_out_and_the_work_is_kept(new_page: NewPage) -> None:
    page = new_page()
    key = page.evaluate("begin()")
    page.evaluate("() => { note('s1', 'one'); }")
    page.evaluate("saving.flush()")
    damage = DAMAGE.replace('"works"', '"steps"')
    page.evaluate(damage, [key, "entry.past = [{work: 'x', label: 1}]"])
    assert again(page, key)
    assert page.evaluate("[notes(), store.canUndo]") == ["one", False]


def test_without_a_database_the_small_storage_keeps_the_work(new_page: NewPage) -> None:
    before = "Object.defineProperty(window, 'indexedDB', {value: undefined});"
    page = new_page(before)
    assert page.evaluate("saving.how") == "small"
    key = page.evaluate("begin()")
    page.evaluate("() => { note('s1', 'one'); }")
    page.wait_for_function("kept > 0")
    assert again(page, key, before)
    assert page.evaluate("notes()") == "one"
    page.evaluate("key => saving.remove(key)", key)
    assert page.evaluate("localStorage.length") == 0


def test_where_nothing_can_be_kept_the_page_says_so(new_page: NewPage) -> None:
    page = new_page(
        """Object.defineProperty(window, 'indexedDB', {get() { throw new Error('blocked'); }});
        Object.defineProperty(window, 'localStorage', {get() { throw new Error('blocked'); }});"""
    )
    assert page.evaluate("saving.how") == "nothing"
    page.evaluate("() => { begin(); note('s1', 'one'); }")
    assert "keeps nothing" in page.evaluate("told[0]")


DEAFENED = """
const Real = BroadcastChannel;
window.BroadcastChannel = class extends Real {
  set onmessage(hear) { super.onmessage = event => window.held ? held.push(() => hear(event)) : hear(event); }
};
"""
"""Keeps what comes from the other tab in `window.held`, while there is one."""


def two_tabs(new_page: NewPage) -> tuple[Page, Page]:
    """Two tabs with the same work."""
    one = new_page(DEAFENED)
    key = one.evaluate("begin()")
    one.evaluate("() => { note('s1', 'before'); }")
    one.evaluate("saving.flush()")
    other = new_page(DEAFENED)
    assert other.evaluate("key => again(key)", key)
    one.evaluate("() => { note('s9', 'ready'); }")
    other.wait_for_function("notes().includes('ready')")
    return one, other


def agree(one: Page, other: Page) -> bool:
    """Whether both tabs come to have the same work."""
    state = one.evaluate("JSON.stringify(store.work)")
    other.wait_for_function("state => JSON.stringify(store.work) === state", arg=state)
    return True


def test_an_edit_of_one_tab_arrives_in_the_other_and_can_be_undone_there(new_page: NewPage) -> None:
    one, other = two_tabs(new_page)
    other.evaluate("() => { note('s2', 'other'); }")
    one.wait_for_function("notes().includes('other')")
    assert agree(one, other)
    assert one.evaluate("store.undoLabel") == "Changed in another tab"
    assert "Changed in another tab." in one.evaluate("told")
    one.evaluate("store.undo()")
    other.wait_for_function("!notes().includes('other')")
    assert agree(one, other)
    assert other.evaluate("notes()") == "before||||||||ready"


def test_of_edits_at_the_same_time_the_later_holds_and_an_undo_has_the_other(
    new_page: NewPage,
) -> None:
    tabs = one, other = two_tabs(new_page)
    for tab in tabs:
        tab.evaluate("() => { window.held = []; }")
    one.evaluate("() => { note('s2', 'earlier'); }")
    one.evaluate("saving.flush()")
    other.evaluate("() => { note('s3', 'later'); }")
    other.evaluate("saving.flush()")
    for tab in tabs:
        tab.wait_for_function("held.length === 1")
        tab.evaluate("() => { const [hear] = held; window.held = null; hear(); }")
    assert agree(one, other)
    assert one.evaluate("notes()") == "before||later||||||ready"
    one.evaluate("store.undo()")
    assert one.evaluate("notes()") == "before|earlier|||||||ready"
    other.wait_for_function("notes().includes('earlier')")


def test_a_tab_that_slept_takes_over_what_was_kept_meanwhile(new_page: NewPage) -> None:
    one = new_page()
    key = one.evaluate("begin()")
    one.evaluate("() => { note('s1', 'before'); }")
    one.evaluate("saving.flush()")
    deaf = "Object.defineProperty(window, 'BroadcastChannel', {value: undefined});"
    other = new_page(deaf)
    assert other.evaluate("key => again(key)", key)
    one.evaluate("() => { note('s2', 'later'); }")
    one.evaluate("saving.flush()")
    other.evaluate("() => { document.dispatchEvent(new Event('visibilitychange')); }")
    other.wait_for_function("notes() === 'before|later'")
    other.evaluate("() => { note('s3', 'own'); }")
    assert other.evaluate("notes()") == "before|later|own"


def test_a_tab_hears_that_the_work_was_cleared_in_another(new_page: NewPage) -> None:
    one, other = two_tabs(new_page)
    one.evaluate("saving.list().then(([kept]) => saving.remove(kept.key))")
    other.wait_for_function("told.some(text => text.includes('cleared'))")
    other.evaluate("saving.flush()")
    assert other.evaluate("saving.list()") == []
    other.evaluate("() => { note('s1', 'on'); }")
    other.evaluate("saving.flush()")
    assert len(other.evaluate("saving.list()")) == 1
