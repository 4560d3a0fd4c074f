"""Which lines of a text have changed, with a little around them."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Any

_AROUND = 2
"""So many lines that stay are shown before and after one that changed."""


def changes(before: str, now: str) -> list[dict[str, Any]]:
    """Give the parts that differ: the number of each one's first line now, and its lines."""
    old, new = _lines(before), _lines(now)
    groups = SequenceMatcher(None, old, new).get_grouped_opcodes(_AROUND)
    return [{"line": group[0][3] + 1, "lines": _compared(group, old, new)} for group in groups]


def _compared(
    group: list[tuple[str, int, int, int, int]], old: list[str], new: list[str]
) -> list[dict[str, str]]:
    made: list[tuple[str, str]] = []
    for kind, first, last, start, end in group:
        if kind == "equal":
            made += (("same", line) for line in old[first:last])
        else:
            made += (("removed", line) for line in old[first:last])
            made += (("added", line) for line in new[start:end])
    return [{"sort": sort, "line": line} for sort, line in made]


def _lines(text: str) -> list[str]:
    return text.removesuffix("\n").split("\n")
