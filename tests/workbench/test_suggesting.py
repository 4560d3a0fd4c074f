"""Suggestions in the workbench: what is decided stays, and each one is kept or dropped by a person."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.workbench.begun import begun
from generator.workbench.door import answer
from generator.workbench.opened import opened
from generator.workbench.suggested import merged, unmarked
from generator.workbench.values import Work
from tests.conftest import ROOT
from tests.workbench.conftest import Run, skeleton, templates
from tests.workbench.test_sending import DESK

TODAY = date(2026, 11, 23)

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


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_the_text_that_is_drafted_is_the_work_s_own(path: Path) -> None:
    """Every block of every article of the library."""
    work = opened(path.read_text(encoding="utf-8"), path.stem)
    assert work
    text, marked_up = unmarked(work.work)
    draft = begun(text, "a", TODAY, language="en", marked_up=marked_up, quotation=False)
    assert draft
    blocks = [(block.kind, block.text) for block in draft.blocks]
    assert blocks == [(block.kind, block.text) for block in work.work.blocks]


TEXT = (
    "Ada Renn said that the bell was safe. Nobody slept.\n\n"
    "The council obviously wanted attention. “It was a test,” Tom Ager said."
)


def fresh(run: Run, *, quotation: bool = False) -> dict[str, Any]:
    """A new work of the text."""
    made: dict[str, Any] = run(
        """async (_, {text, quotation}) => (await import("/edits.js")).fresh(text,
          {unseen: "[]", quotation, language: "en", today: "2026-11-23", slug: "a", title: "A"}).work""",
        {"text": TEXT, "quotation": quotation},
    )
    return made


def suggest(work: dict[str, Any]) -> dict[str, Any]:
    """The work with the suggestions."""
    answered = asked("suggest", work=work, today="2026-11-23")
    assert not answered["why"]
    made: dict[str, Any] = answered["work"]
    return made


def test_what_is_decided_stays_and_the_rest_is_suggested(run: Run) -> None:
    work = fresh(run)
    work["statements"][0] |= {"basis": "unsourced", "note": "Decided."}
    work["statements"][1] |= {"aside": True}
    made = suggest(work)
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
    made = suggest(cut)
    assert [each["draft"] for each in made["statements"][:2]] == [False, False]
    assert [(each["start"], each["end"]) for each in made["statements"]] == [
        (each["start"], each["end"]) for each in cut["statements"]
    ]


def test_an_article_that_is_retold_keeps_its_own_words(run: Run) -> None:
    work = fresh(run, quotation=True)
    made = suggest(work)
    assert made["blocks"] == work["blocks"]
    assert made["framing"] == made["cues"] == []
    assert [each["source"] for each in made["statements"]] == [
        each["source"] for each in work["statements"]
    ]
    assert any(each["draft"] for each in made["statements"])


def test_a_text_that_reads_otherwise_gets_no_suggestions(run: Run) -> None:
    work = Work.model_validate(fresh(run))
    other = work.blocks[0].model_copy(update={"text": "Something else."})
    draft = work.model_copy(update={"blocks": (other, *work.blocks[1:])})
    assert "none" in str(merged(work, draft))


def test_what_a_suggested_conclusion_rests_on_is_named_as_in_the_work(run: Run) -> None:
    """The draft counts its statements anew; an id that the work has not is left out."""
    work = Work.model_validate(fresh(run))
    apart = (
        each.model_copy(update={"id": f"s{9 - number}"})
        for number, each in enumerate(work.statements)
    )
    rests = {"basis": "inferred", "draft": True, "rests_on": ("s1", "s2", "s77")}
    first, second, *rest = work.statements
    draft = work.model_copy(
        update={"statements": (first, second, rest[0].model_copy(update=rests), *rest[1:])}
    )
    made = merged(work.model_copy(update={"statements": tuple(apart)}), draft)
    assert isinstance(made, Work)
    assert made.statements[2].rests_on == ("s9", "s8")


def test_a_text_without_words_gets_no_suggestions(run: Run) -> None:
    work = {**fresh(run), "blocks": [], "statements": []}
    answered = asked("suggest", work=work, today="2026-11-23")
    assert answered["work"] is None
    assert answered["why"].endswith(".")


def walked(run: Run, keys: str, note: str = "") -> dict[str, Any]:
    """The work after a walk through its suggestions by these keys."""
    work = fresh(run)
    made: dict[str, Any] = run(
        f"""async (tools, given) => {{
          {DESK}
          host.tabIndex = -1;
          context.known.languages = ["en"];
          context.known.techniques = context.known.kinds = [];
          (await import("/suggestions.js")).mountSuggestions(host, context);
          const before = context.store.work, press = key => host.querySelector("[data-key=keep]")?.dispatchEvent(new KeyboardEvent("keydown", {{key, bubbles: true}}));
          const why = host.querySelector("textarea");
          why.value = given.note;
          why.dispatchEvent(new Event("input"));
          for (const key of given.keys) press(key);
          return {{before, after: context.store.work, shown: host.textContent, focused: document.activeElement === host}};
        }}""",
        {
            "work": suggest(work),
            "keys": keys,
            "note": note,
            "page": skeleton("suggestions") + templates(),
        },
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
