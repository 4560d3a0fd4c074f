"""The door answers whatever it is asked, and never with a traceback."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from generator.workbench import door
from generator.workbench.begun import begun
from tests.conftest import ROOT
from tests.fuzz.grammar import damaged
from tests.test_rooms import NOT_IN_A_BROWSER
from tests.workbench.test_written import QUICK

TEXT = (
    "The bridge opens\n\nThe mayor, Ada Renn, said it was a triumph. It will rain.\n\n- A 👩 sings."
)


TODAY = date(2026, 11, 23)


def ask(op: str, **asked: Any) -> dict[str, Any]:  # noqa: ANN401
    """Ask, and take the answer."""
    answered: dict[str, Any] = json.loads(door.answer(op, json.dumps(asked)))
    return answered


def drafted(*, quotation: bool = False) -> dict[str, Any]:
    """A first draft."""
    work = begun(TEXT, "x", TODAY, language="en", marked_up=False, quotation=quotation)
    assert work
    return work.model_dump(mode="json", by_alias=True)


def test_a_draft_is_suggestions() -> None:
    """Each mark is one, and the dots of what is to be filled in are gone."""
    work = drafted()
    assert work["base"] == ""
    assert [(s["id"], s["basis"], s["draft"]) for s in work["statements"]] == [
        *(("s1", "sourced", True), ("s2", "inferred", True), ("s3", "unsourced", True))
    ]
    assert [block["kind"] for block in work["blocks"]] == ["paragraph", "item"]
    assert "…" not in json.dumps(work["front"], ensure_ascii=False)
    assert work["front"]["title"] == "The bridge opens"


def test_a_draft_for_own_words_keeps_the_original_beside_it() -> None:
    """Three dots for each sentence; its words are nowhere in the file."""
    work = drafted(quotation=True)
    assert [s["source"] for s in work["statements"]] == [
        *("The mayor, Ada Renn, said it was a triumph.", "It will rain.", "A 👩 sings.")
    ]
    assert work["blocks"][0]["text"] == "… …"
    assert work["front"]["rights"] == "quotation"
    text = ask("check", work=work, today="2026-11-23")["text"]
    assert "triumph" not in text
    assert "sings" not in text


def test_a_draft_opens_again_as_it_was() -> None:
    """Its file, written and opened."""
    work = drafted()
    text = ask("check", work=work, today="2026-11-23")["text"]
    again = ask("open", text=text, slug="x")["work"]
    for key in ("front", "statements", "framing", "cues", "blocks"):
        assert again[key] == work[key] or key == "front"


@pytest.mark.parametrize(
    ("op", "asked"),
    [
        ("no-such", "{}"),
        ("check", ""),
        ("check", "[]"),
        ("check", '{"work": {"version": 2}}'),
        ("open", '{"text": 1, "slug": "x"}'),
        ("suggest", '{"work": null}'),
    ],
)
def test_what_cannot_be_answered_is_said_in_a_sentence(op: str, asked: str) -> None:
    """In plain words, without a traceback."""
    answer = json.loads(door.answer(op, asked))
    assert list(answer) == ["fault"]
    assert answer["fault"].endswith(".")
    assert "Traceback" not in answer["fault"]


def test_places_that_no_text_has_do_no_harm() -> None:
    """A block that is not there, ends before beginnings, halves of a sign: those marks are left out."""
    work = drafted()
    for block, start, end in ((9, 0, 1), (0, 5, 2), (1, 3, 4), (0, 0, 999)):
        work["framing"].append(
            {"id": "f9", "block": block, "start": start, "end": end, "technique": "doubt"}
        )
        work["cues"].append({"id": "", "block": block, "start": start, "end": end})
    assert "fault" not in ask("check", work=work, today="2026-11-23")


def test_the_door_needs_nothing_that_a_browser_lacks() -> None:
    """No command line, no engine, no compiled package without a wheel for it."""
    lacking = sorted((NOT_IN_A_BROWSER | {"segno", "sentencex", "yaml"}) - {"socket", "threading"})
    code = (
        f"import sys\nfor name in {lacking}: sys.modules[name] = None\n"
        "from generator.workbench.door import answer\n"
        'print(answer(\'open\', \'{"text": "", "slug": "x"}\'))'
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert json.loads(run.stdout)["work"] is None


@QUICK
@given(damaged())
def test_whatever_is_opened_has_an_answer(text: str) -> None:
    """A file with any slips opens or says why, and what opens is checked and shown."""
    text = text.encode("utf-8", "replace").decode()
    answer = ask("open", text=text, slug="an-article")
    assert "fault" not in answer
    assert answer["work"] or answer["problems"]
    if answer["work"]:
        checked = ask("check", work=answer["work"], today="2026-11-23")
        assert checked["text"] == text
        assert [p["code"] for p in checked["problems"]] == [p["code"] for p in answer["problems"]]
        shown = ask("preview", work=answer["work"], today="2026-11-23")
        assert shown["html"] or shown["problems"]
