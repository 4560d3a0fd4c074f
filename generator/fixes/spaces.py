"""No space between the parts of a mark: its words, its braces, its note."""

from __future__ import annotations

import re

from generator.fixes.edit import Edit, offset
from generator.model import Problem

_GAP = re.compile(r"[ \t]*(?:\r\n|\r|\n)?[ \t]*")


def close_up_braces(problem: Problem, text: str) -> Edit | None:
    """`[words] {.unsourced}` to `[words]{.unsourced}`."""
    begin = text.rfind("]", 0, offset(text, problem.place) + 1) + 1
    return _without_gap(text, begin, "{") if begin else None


def close_up_note(problem: Problem, text: str) -> Edit | None:
    """`{.unsourced} [^s1]` to `{.unsourced}[^s1]`."""
    begin = text.rfind("}", 0, offset(text, problem.place)) + 1
    return _without_gap(text, begin, "[^") if begin else None


def _without_gap(text: str, begin: int, then: str) -> Edit | None:
    gap = _GAP.match(text, begin)
    if not gap or not gap[0] or not text.startswith(then, gap.end()):
        return None
    return Edit(begin, gap.end(), "")
