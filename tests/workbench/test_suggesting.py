"""Suggestions in the workbench: what is decided stays, and each one is kept or dropped by a person."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.workbench.door import answer
from tests.conftest import ROOT
from tests.workbench.conftest import Run
from tests.workbench.test_sending import DESK

ARTICLES = [
    path
    for path in sorted((ROOT / "content" / "articles").glob("*.md"))
    if "\nrights: quotation" not in path.read_text(encoding="utf-8")
]
"""Those that hold the text itself."""


def asked(op: str, **given: object) -> dict[str, Any]:
    """What the generator answers."""
    answered: dict[str, Any] = json.loads(answer(op, json.dumps(given)))
    return answered


def drafted(run: Run, work: dict[str, Any]) -> dict[str, Any]:
    """The generator's draft of a work's text, as the page asks for it."""
    given = run(
        "async (_, work) => (await import('/merge.js')).unmarked(work)",
        work,
    )
    retold = work["front"].get("rights") == "quotation"
    language = work["front"].get("language", "en")
    rest = {"quotation": retold, "language": language, "today": "2026-11-23", "slug": "a"}
    draft: dict[str, Any] = asked("draft", **given, **rest)["work"]
    return draft


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_the_text_that_is_drafted_is_the_work_s_own(run: Run, path: Path) -> None:
    work = asked("open", text=path.read_text(encoding="utf-8"), slug=path.stem)["work"]
    blocks = [(block["kind"], block["text"]) for block in drafted(run, work)["blocks"]]
    assert blocks == [(block["kind"], block["text"]) for block in work["blocks"]]


TEXT = (
    "Ada Renn said that the bell was safe. Nobody slept.\n\n"
    "The council obviously wanted attention. “It was a test,” Tom Ager said."
)


def fresh(run: Run, *, quotation: bool = False) -> dict[str, Any]:
    """A new work of the text."""
    made: dict[str, Any] = run(
        """async (_, {text, quotation}) => (await import("/edits.js")).fresh(text,
          {quotation, language: "en", today: "2026-11-23", slug: "a", title: "A"}).work""",
        {"text": TEXT, "quotation": quotation},
    )
    return made


def merged(run: Run, work: dict[str, Any], draft: dict[str, Any]) -> dict[str, Any]:
    """The work with the suggestions; under `why`, why there are none."""
    made: dict[str, Any] = run(
        """async (_, {work, draft}) => {
          const made = (await import("/merge.js")).merged(work, draft);
          return typeof made === "string" ? {why: made} : made;
        }""",
        {"work": work, "draft": draft},
    )
    return made


def test_what_is_decided_stays_and_the_rest_is_suggested(run: Run) -> None:
    work = fresh(run)
    work["statements"][0] |= {"basis": "unsourced", "note": "Decided."}
    work["statements"][1] |= {"aside": True}
    made = merged(run, work, drafted(run, work))
    assert made["statements"][:2] == work["statements"][:2]
    assert [each["id"] for each in made["statements"]] == ["s1", "s2", "s3", "s4"]
    assert [each["draft"] for each in made["statements"]] == [False, False, True, True]
    assert asked("check", work=made, today="2026-11-23")["text"].count("draft=yes") >= 2


def test_a_sentence_that_was_cut_gets_its_suggestion_on_the_whole_only(run: Run) -> None:
    work = fresh(run)
    cut = run(
        "async (_, work) => (await import('/edits.js')).split(work, 's1', 9)",
        work,
    )
    made = merged(run, cut, drafted(run, cut))
    assert [each["draft"] for each in made["statements"][:2]] == [False, False]
    assert [(each["start"], each["end"]) for each in made["statements"]] == [
        (each["start"], each["end"]) for each in cut["statements"]
    ]


def test_an_article_that_is_retold_keeps_its_own_words(run: Run) -> None:
    work = fresh(run, quotation=True)
    made = merged(run, work, drafted(run, work))
    assert made["blocks"] == work["blocks"]
    assert made["framing"] == made["cues"] == []
    assert [each["source"] for each in made["statements"]] == [
        each["source"] for each in work["statements"]
    ]
    assert any(each["draft"] for each in made["statements"])


def test_a_text_that_reads_otherwise_gets_no_suggestions(run: Run) -> None:
    work = fresh(run)
    other = drafted(run, work)
    other["blocks"][0]["text"] = "Something else."
    assert "none" in merged(run, work, other)["why"]


def walked(run: Run, keys: str, note: str = "") -> dict[str, Any]:
    """The work after a walk through its suggestions by these keys."""
    work = fresh(run)
    made: dict[str, Any] = run(
        f"""async (tools, given) => {{
          {DESK}
          context.known.languages = ["en"];
          context.known.techniques = context.known.kinds = [];
          (await import("/suggestions.js")).mount(host, context);
          const before = context.store.work, press = key => host.querySelector("[data-key=keep]")?.dispatchEvent(new KeyboardEvent("keydown", {{key, bubbles: true}}));
          const why = host.querySelector("textarea");
          why.value = given.note;
          why.dispatchEvent(new Event("input"));
          for (const key of given.keys) press(key);
          return {{before, after: context.store.work, shown: host.textContent, focused: document.activeElement === host}};
        }}""",
        {"work": merged(run, work, drafted(run, work)), "keys": keys, "note": note},
    )
    return made


def test_a_suggestion_that_is_kept_has_the_note_of_who_kept_it(run: Run) -> None:
    made = walked(run, "a", "She was asked.")
    first = made["after"]["statements"][0]
    assert (first["draft"], first["note"]) == (False, "She was asked.")
    assert made["before"]["statements"][0]["note"] not in ("", "She was asked.")


def test_a_suggestion_that_is_dropped_leaves_nothing(run: Run) -> None:
    made = walked(run, "x" * 20)
    after = made["after"]
    assert all(not each["basis"] and not each["draft"] for each in after["statements"])
    assert after["framing"] == after["cues"] == []
    assert not after["front"].get("voices")
    assert "All suggestions are decided" in made["shown"]
    assert made["focused"]
