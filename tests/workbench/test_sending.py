"""From the workbench to the repository: the ways out, the file's name, what changes, and the preview's frame."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.workbench.changes import changes
from tests.workbench.conftest import Run, skeleton

DESK = """
  const [{signal}, {createStore}] = await Promise.all(["context", "store"].map(name => import(`/${name}.js`)));
  const known = {repository: "https://example.org/a/b", branch: "main", articles: [], ...given.known};
  const work = {...tools.sample(), slug: "the-bell", base: "", ...given.work};
  const context = {known, store: createStore(work), today: "2026-11-23", announce() {}, problems() {}, go() {},
    engine: signal({state: "ready", done: 0, total: 0, what: ""}),
    checked: signal({text: given.text ?? "", changes: given.changes ?? [], problems: given.problems ?? [], figures: null}),
    settled: async () => {},
    ask: async () => given.preview};
  const host = document.createElement("section");
  document.body.replaceChildren(host);
  host.innerHTML = given.page ?? "";
"""
"""A work on the desk, on an otherwise empty page."""


def sent(run: Run, **given: object) -> dict[str, Any]:
    """What Send shows: its link, its buttons and its words."""
    shown: dict[str, Any] = run(
        f"""async (tools, given) => {{
          {DESK}
          (await import("/send.js")).mountSend(host, context);
          await new Promise(done => setTimeout(done, 300));
          const ways = host.querySelector(".ways-out");
          return {{href: ways.querySelector("a")?.href ?? "", words: ways.textContent,
            open: host.querySelector(".still-open").textContent,
            wrong: host.querySelector("#send-name-wrong")?.textContent ?? "",
            buttons: [...ways.querySelectorAll("button")].map(each => each.textContent),
            lines: [...host.querySelectorAll(".diff li")].map(each => each.textContent)}};
        }}""",
        {**given, "page": skeleton("send")},
    )
    return shown


def test_a_short_text_goes_into_the_address_of_a_new_file(run: Run) -> None:
    text = "---\ntitle: Bells & “whistles” #1 + 50 %\n---\n\nÉté?\n"
    address = urlsplit(sent(run, text=text)["href"])
    assert address.path == "/a/b/new/main/content/articles"
    assert parse_qs(address.query) == {"filename": ["the-bell.md"], "value": [text]}


def test_a_text_too_long_for_an_address_is_uploaded_in_two_steps(run: Run) -> None:
    shown = sent(run, text="word " * 1200)
    assert shown["href"] == "https://example.org/a/b/upload/main/content/articles"
    assert shown["buttons"] == ["Download the file", "Copy the text"]


def test_the_address_is_never_longer_than_it_may_be(run: Run) -> None:
    lengths = [len(sent(run, text="x" * size)["href"]) for size in (6850, 6950, 7050)]
    assert max(lengths) <= 7000
    assert lengths[0] > 6850 > lengths[2]


def test_an_improvement_goes_to_the_file_that_is_there(run: Run) -> None:
    library = {"articles": [{"slug": "the-bell", "title": "The bell"}]}
    before, now = "one\ntwo\n", "one\n2\n"
    given = {"work": {"base": before}, "text": now, "changes": changes(before, now)}
    shown = sent(run, known=library, **given)
    assert shown["href"] == "https://example.org/a/b/edit/main/content/articles/the-bell.md"
    assert shown["lines"] == ["one", "removed: two", "added: 2"]
    same = sent(run, known=library, work={"base": "one\n"}, text="one\n")
    assert (same["href"], same["buttons"]) == ("", [])


def test_without_a_repository_the_text_can_be_copied_and_downloaded(run: Run) -> None:
    shown = sent(run, known={"repository": ""}, text="a text")
    assert shown["href"] == ""
    assert shown["buttons"] == ["Copy the text", "Download the file"]


@pytest.mark.parametrize(
    ("slug", "wrong"),
    [
        ("the-bell-2", ""),
        ("", "It needs a name."),
        ("The-Bell", "Only small letters"),
        ("the--bell", "Only small letters"),
        ("2-bells", "Only small letters"),
        ("../x", "Only small letters"),
        ("taken", "An article has this name already."),
    ],
)
def test_a_name_that_cannot_be_is_told_at_the_field(run: Run, slug: str, wrong: str) -> None:
    known = {"articles": [{"slug": "taken", "title": "Taken"}]}
    told = sent(run, known=known, work={"slug": slug}, text="a text")["wrong"]
    assert told.startswith(wrong)
    assert bool(told) == bool(wrong)


def test_errors_are_said_plainly_and_hinder_nobody(run: Run) -> None:
    problem = {"code": "x", "message": "m", "hint": "h", "line": 1, "column": 1, "at": ""}
    problems = [{**problem, "severity": "error"}, {**problem, "severity": "warning"}]
    shown = sent(run, text="a text", problems=problems)
    assert "1 error" in shown["open"]
    assert "the check will refuse it" in shown["open"]
    assert shown["href"]


def test_a_title_becomes_a_name_for_a_file(run: Run) -> None:
    titles = ["The bell’s été", "14 strikes", "…", "ab " * 40, "Ein Ärger -- schön"]
    names = run(
        "async (_, titles) => { const {slugOf} = await import('/parts.js'); return titles.map(slugOf); }",
        titles,
    )
    assert names == ["the-bells-ete", "strikes", "article", "ab-" * 19 + "ab", "ein-arger-schon"]


def test_what_a_preview_holds_runs_nothing_and_leads_nowhere(run: Run) -> None:
    html = (
        "<h1>Bells</h1><script>parent.ran = 1</script><img src=x onerror='parent.ran = 2'>"
        "<a id=out href='https://example.org/'>out</a><a id=js href='javascript:parent.ran=3'>js</a>"
        "<form action=/x><button id=go>Go</button></form><iframe src=/></iframe>"
    )
    shown = run(
        f"""async (tools, given) => {{
          {DESK}
          (await import("/preview.js")).mountPreview(host, context);
          host.querySelector("details").open = true;
          const frame = host.querySelector("iframe");
          for (let tries = 0; tries < 100 && !frame.contentDocument?.querySelector("h1"); tries++) await new Promise(done => setTimeout(done, 20));
          const inside = frame.contentDocument;
          for (const each of inside.querySelectorAll("a, button")) each.click();
          await new Promise(done => setTimeout(done, 200));
          return {{ran: window.ran ?? null, url: frame.contentDocument?.URL, title: inside.querySelector("h1").textContent,
            left: inside.querySelectorAll("main :is(script, form, iframe)").length, sandbox: frame.getAttribute("sandbox")}};
        }}""",
        {"page": skeleton("preview"), "preview": {"title": "Bells", "html": html, "problems": []}},
    )
    assert shown == {
        "ran": None,
        "url": "about:srcdoc",
        "title": "Bells",
        "left": 0,
        "sandbox": "allow-same-origin",
    }
