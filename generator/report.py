"""Problems in the shapes that people and tools read: text, JSON, GitHub's log, SARIF."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Sequence

from generator.model import Problem
from generator.reading.problem import as_text
from generator.sarif import sarif

SHOWN = 10
"""So many problems of a severity GitHub shows beside the lines, for one step of a workflow."""

_IN_SUMMARY = 300
"""So many of the others are listed: a summary has at most a megabyte."""


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


def github_summary(problems: Sequence[Problem]) -> str:
    """In Markdown, what GitHub has no room for beside the lines; empty where it has."""
    seen: Counter[str] = Counter()
    rest: list[Problem] = []
    for problem in problems:
        seen[problem.severity] += 1
        if seen[problem.severity] > SHOWN:
            rest.append(problem)
    if not rest:
        return ""
    listed = text(rest[:_IN_SUMMARY])
    # Longer than any run of backticks in it, so that no line of an article can end it.
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", listed)), default=0))
    more = len(rest) - _IN_SUMMARY
    return (
        f"### {len(problems)} problems\n\n"
        f"The first {SHOWN} errors and the first {SHOWN} warnings stand beside their lines under "
        f"**Files changed**. Here are the others.\n\n{fence}text\n{listed}\n{fence}\n"
        + (f"\nAnd {more} more. They are in the log of this step.\n" if more > 0 else "")
    )


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "text": text,
    "json": as_json,
    "github": github,
    "sarif": sarif,
}
"""Every format of `whosays check`, by name."""
