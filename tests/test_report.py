"""The shapes of problems: text, JSON, GitHub's log, SARIF."""

from __future__ import annotations

import json
import re

import pytest

from generator import report
from generator.model import Place, Problem, Severity
from generator.sarif import sarif

PLAIN = Problem(
    "unknown-voice",
    "The front matter has no voice `mayer`.",
    "Did you mean `mayor`?",
    "error",
    Place("content/articles/a.md", 3, 5, 4, "🌉 (mayer)"),
)
ODD = Problem(
    "unused-voice",
    "100 % of it: one, two\nthree\r\n::error::four",
    "50%25",
    "warning",
    Place("content/a,b:c%.md", 1, 1, 1, ""),
)


def test_json_has_exactly_the_keys_that_are_promised() -> None:
    """A list of objects with path, line, column, severity, code, message and hint."""
    rows = json.loads(report.as_json([PLAIN, ODD]))
    assert rows[0] == {
        "path": "content/articles/a.md",
        "line": 3,
        "column": 5,
        "severity": "error",
        "code": "unknown-voice",
        "message": "The front matter has no voice `mayer`.",
        "hint": "Did you mean `mayor`?",
    }
    assert list(rows[1]) == ["path", "line", "column", "severity", "code", "message", "hint"]
    assert rows[1]["message"] == ODD.message


@pytest.mark.parametrize("shape", ["json", "sarif"])
def test_no_problems_are_an_empty_list_and_not_an_empty_file(shape: str) -> None:
    """A tool that reads the output finds the same shape when all is well."""
    assert json.loads(report.FORMATS[shape]([])) is not None
    assert report.github([]) == report.text([]) == ""


def test_github_shows_a_problem_on_its_line() -> None:
    """One workflow command, with file, line, columns and title."""
    assert report.github([PLAIN]) == (
        "::error file=content/articles/a.md,line=3,col=5,endColumn=9,title=unknown-voice"
        "::The front matter has no voice `mayer`. Did you mean `mayor`?"
    )


def test_github_escapes_what_would_end_a_command_or_begin_one() -> None:
    """Percent signs and line breaks everywhere, commas and colons in properties."""
    written = report.github([ODD])
    assert "\n" not in written
    assert "\r" not in written
    assert written.startswith("::warning file=content/a%2Cb%3Ac%25.md,line=1,")
    assert written.endswith("::100 %25 of it: one, two%0Athree%0D%0A::error::four 50%2525")
    assert len(report.github([PLAIN, ODD]).split("\n")) == 2


def many(severity: Severity, number: int, excerpt: str = "a line") -> list[Problem]:
    """So many problems, each on a line of its own."""
    return [
        Problem(f"p{n}", f"No {n}.", "Mend.", severity, Place("a.md", n, 1, 1, excerpt))
        for n in range(1, number + 1)
    ]


def test_what_github_shows_beside_the_lines_is_not_said_twice() -> None:
    """Ten errors and ten warnings fit; then there is nothing for the summary."""
    assert report.github_summary([]) == ""
    assert report.github_summary([*many("error", 10), *many("warning", 10)]) == ""


def test_what_github_has_no_room_for_is_in_the_summary() -> None:
    """Of each severity those after the tenth, with the line and the mend, and how many there are."""
    problems = [*many("error", 12), *many("warning", 11)]
    written = report.github_summary(problems)
    assert written.startswith("### 23 problems\n")
    assert re.findall(r"(error|warning)\[(p\d+)\]", written) == [
        *(("error", "p11"), ("error", "p12"), ("warning", "p11"))
    ]
    assert "= Mend." in written
    assert len(report.github(problems).split("\n")) == 23


def test_no_line_of_an_article_can_end_the_summarys_block() -> None:
    """Backticks in a line are fewer than those around it."""
    written = report.github_summary(many("error", 11, "````` <b>"))
    assert "\n``````text\n" in written
    assert written.endswith("\n``````\n")


def test_a_summary_stays_below_a_megabyte() -> None:
    """GitHub shows none at all that is longer; what is left out is said."""
    written = report.github_summary(many("error", 5_000, "🌉" * 500))
    assert len(written.encode("utf-8")) < 1_000_000
    assert "And 4690 more." in written


def test_sarif_has_the_least_that_github_asks_for() -> None:
    """Version, one run, a tool with its rules, and results with a place each."""
    log = json.loads(sarif([PLAIN, ODD]))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    assert run["tool"]["driver"]["name"] == "whosays"
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == {PLAIN.code, ODD.code}
    assert run["columnKind"] == "unicodeCodePoints"
    first, second = run["results"]
    assert first["ruleId"] == PLAIN.code
    assert (first["level"], second["level"]) == ("error", "warning")
    assert first["message"]["text"] == f"{PLAIN.message} {PLAIN.hint}"
    (location,) = first["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "content/articles/a.md"},
        "region": {"startLine": 3, "startColumn": 5, "endColumn": 9},
    }


def test_sarif_writes_a_path_as_an_address() -> None:
    """Spaces, percent signs and the like in a file's name are escaped."""
    (_, odd) = json.loads(sarif([PLAIN, ODD]))["runs"][0]["results"]
    location = odd["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location["uri"] == "content/a%2Cb%3Ac%25.md"


def test_text_shows_the_line_the_fault_and_the_mend() -> None:
    """The fault is underlined under the characters that it covers, wide ones counted twice."""
    assert report.text([PLAIN]).split("\n") == [
        "content/articles/a.md:3:5: error[unknown-voice]: The front matter has no voice `mayer`.",
        "  3 | 🌉 (mayer)",
        "    |      ^^^^",
        "    = Did you mean `mayor`?",
    ]
