"""Problems as a SARIF 2.1.0 log, which GitHub and editors take in."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from urllib.parse import quote

from generator.model import Problem
from generator.rules import RULES

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(problems: Sequence[Problem]) -> str:
    """A log with one run: the rules that were broken, and where; columns count code points."""
    codes = sorted({problem.code for problem in problems})
    seen: Counter[str] = Counter()
    results: list[dict[str, object]] = []
    for problem in problems:
        same = _sameness(problem)
        seen[same] += 1
        results.append(_result(problem, codes.index(problem.code), f"{same}:{seen[same]}"))
    driver = {"name": "whosays", "rules": [_rule(code) for code in codes]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(code: str) -> dict[str, object]:
    rule = RULES.get(code)
    if rule is None:
        return {"id": code}
    return {
        "id": code,
        "shortDescription": {"text": rule.what},
        "fullDescription": {"text": f"{rule.what} {rule.mend}"},
        "help": {"text": rule.mend},
        "defaultConfiguration": {"level": rule.level},
    }


def _result(problem: Problem, rule: int, fingerprint: str) -> dict[str, object]:
    place = problem.place
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endColumn": place.column + place.length,
    }
    location = {
        "artifactLocation": {"uri": quote(place.path, errors="surrogateescape")},
        "region": region,
    }
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": problem.severity,
        "message": {"text": f"{problem.message} {problem.hint}"},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"problem/v1": fingerprint},
    }


def _sameness(problem: Problem) -> str:
    """What makes a problem the same one after lines were put in above it: file, code and line."""
    line = " ".join(problem.place.excerpt.split())
    words = "\0".join((problem.place.path, problem.code, line)).encode("utf-8", "surrogateescape")
    return hashlib.sha256(words).hexdigest()[:16]
