"""Problems in the shapes that people and tools read: text, JSON, GitHub's log, SARIF."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from urllib.parse import quote

from generator.model import Problem
from generator.reading.problem import as_text

SARIF = "https://json.schemastore.org/sarif-2.1.0.json"


def text(problems: Sequence[Problem]) -> str:
    """Each problem with its line and its mend, an empty line between."""
    return "\n\n".join(as_text(problem) for problem in problems)


def as_json(problems: Sequence[Problem]) -> str:
    """A list of `{path, line, column, severity, code, message, hint}`."""
    rows = [
        {
            "path": problem.place.path,
            "line": problem.place.line,
            "column": problem.place.column,
            "severity": problem.severity,
            "code": problem.code,
            "message": problem.message,
            "hint": problem.hint,
        }
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def github(problems: Sequence[Problem]) -> str:
    """A workflow command each, which GitHub shows on the changed line of a pull request."""
    return "\n".join(
        f"::{problem.severity} "
        f"file={_property(problem.place.path)},line={problem.place.line},"
        f"col={problem.place.column},endColumn={problem.place.column + problem.place.length},"
        f"title={_property(problem.code)}::{_escaped(f'{problem.message} {problem.hint}')}"
        for problem in problems
    )


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def sarif(problems: Sequence[Problem]) -> str:
    """A SARIF 2.1.0 log with one run; columns count code points."""
    codes = sorted({problem.code for problem in problems})
    log = {
        "$schema": SARIF,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "whosays", "rules": [{"id": code} for code in codes]}},
                "columnKind": "unicodeCodePoints",
                "results": [_result(problem) for problem in problems],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)


def _result(problem: Problem) -> dict[str, object]:
    place = problem.place
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endColumn": place.column + place.length,
    }
    location = {"artifactLocation": {"uri": quote(place.path)}, "region": region}
    return {
        "ruleId": problem.code,
        "level": problem.severity,
        "message": {"text": f"{problem.message} {problem.hint}"},
        "locations": [{"physicalLocation": location}],
    }


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "text": text,
    "json": as_json,
    "github": github,
    "sarif": sarif,
}
"""Every format of `whosays check`, by name."""
