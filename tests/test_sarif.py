"""The SARIF log: valid by its published schema, with a description for every code."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.model import Place, Problem
from generator.rules import RULES
from generator.sarif import sarif

from .case_runs import problem_codes, problems_of_cases

VOICE = Problem(
    "unknown-voice",
    "The front matter has no voice `mayer`.",
    "Did you mean `mayor`?",
    "error",
    Place("content/articles/a.md", 3, 5, 4, "🌉 (mayer)"),
)
ODD = Problem(
    "unused-voice",
    "No statement is from the voice `é`.",
    "Take it out.",
    "warning",
    Place("content/a b,c#é%.md", 1, 1, 1, ""),
)
BROKEN = list(problems_of_cases())
"""Every problem of every case: each code at least once."""


def run(problems: list[Problem]) -> dict[str, Any]:
    """The one run of a log."""
    log: dict[str, Any] = json.loads(sarif(problems))
    assert len(log["runs"]) == 1
    one: dict[str, Any] = log["runs"][0]
    return one


def test_every_code_has_a_description_and_every_description_a_code() -> None:
    """In a sentence what is wrong, and what to do; the same level as the checks give."""
    assert RULES.keys() == problem_codes()
    for rule in RULES.values():
        assert rule.what.endswith("."), rule
        assert rule.mend[-1] in ".…", rule
        assert rule.what[0].isupper(), rule
    for problem in BROKEN:
        level = RULES[problem.code].level
        assert level == problem.severity or (problem.code, level) == ("draft-left", "error")


def test_rules_come_with_what_they_say_and_results_point_to_them() -> None:
    """Short, full and help for each code that occurs, once."""
    one = run([VOICE, ODD, VOICE])
    rules = one["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["unknown-voice", "unused-voice"]
    assert rules[1] == {
        "id": "unused-voice",
        "shortDescription": {"text": "No statement is from a voice."},
        "fullDescription": {
            "text": "No statement is from a voice. Name it in a statement’s `by`, or take it out."
        },
        "help": {"text": "Name it in a statement’s `by`, or take it out."},
        "defaultConfiguration": {"level": "warning"},
    }
    for result in one["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_places_are_addresses_and_columns_count_characters() -> None:
    """An astral character is one column; a path is a relative address, percent-encoded."""
    one = run([VOICE, ODD])
    assert one["columnKind"] == "unicodeCodePoints"
    first, second = (r["locations"][0]["physicalLocation"] for r in one["results"])
    assert first["region"] == {"startLine": 3, "startColumn": 5, "endColumn": 9}
    assert second["artifactLocation"] == {"uri": "content/a%20b%2Cc%23%C3%A9%25.md"}
    named = replace(ODD, place=Place("content/\udcff.md", 1, 1, 1, ""))
    (result,) = run([named])["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "content/%FF.md"


def test_a_problem_keeps_its_fingerprint_when_lines_come_above_it() -> None:
    """So that a tool does not tell an old problem as a new one; two of one line differ."""

    def prints(problems: list[Problem]) -> list[str]:
        return [result["partialFingerprints"]["problem/v1"] for result in run(problems)["results"]]

    moved = replace(VOICE, place=replace(VOICE.place, line=40, excerpt="  🌉 (mayer)"))
    elsewhere = replace(VOICE, place=replace(VOICE.place, path="content/articles/b.md"))
    assert prints([VOICE]) == prints([moved])
    assert len(set(prints([VOICE, VOICE, ODD, elsewhere]))) == 4


@pytest.mark.parametrize("problems", [[], BROKEN], ids=["none", "every code"])
def test_it_is_valid_by_the_published_schema(problems: list[Problem]) -> None:
    """With WHOSAYS_SCHEMAS set to a folder that holds it, and the package jsonschema."""
    path = Path(os.environ.get("WHOSAYS_SCHEMAS", "")) / "sarif-schema-2.1.0.json"
    if not path.is_file():
        pytest.skip(f"WHOSAYS_SCHEMAS names no folder with {path.name}")
    validator = pytest.importorskip("jsonschema", reason="the package jsonschema is not installed")
    rules = json.loads(path.read_text(encoding="utf-8"))
    validator.validators.validator_for(rules)(rules).validate(json.loads(sarif(problems)))


def test_it_has_the_shape_that_the_schema_asks_for() -> None:
    """Where the schema cannot be had: the parts that it requires, of the types that it requires."""
    log = json.loads(sarif(BROKEN))
    assert log.keys() == {"$schema", "version", "runs"}
    assert log["version"] == "2.1.0"
    (one,) = log["runs"]
    assert one["tool"]["driver"]["name"] == "whosays"
    for rule in one["tool"]["driver"]["rules"]:
        assert rule["defaultConfiguration"]["level"] in ("error", "warning")
        assert all(rule[key]["text"] for key in ("shortDescription", "fullDescription", "help"))
    for result in one["results"]:
        assert result["level"] in ("error", "warning")
        assert result["message"]["text"].strip()
        (location,) = result["locations"]
        region = location["physicalLocation"]["region"]
        assert region["startLine"] >= 1
        assert 1 <= region["startColumn"] < region["endColumn"]
        assert all(isinstance(v, str) for v in result["partialFingerprints"].values())
