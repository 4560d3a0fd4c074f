"""Changes of a file by its lines; all others stay, with their line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.fixes.edit import line_break

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$")


@dataclass(frozen=True, slots=True)
class Change:
    """Lines of a file, and what takes their place."""

    first: int
    """The first of them, counted from 1."""
    after: int
    """One past the last; the same as `first` where lines are only put in."""
    lines: Sequence[str] = ()
    """The new lines, without line breaks; none to take lines out."""


def changed(text: str, changes: Iterable[Change]) -> str:
    """Make changes that do not overlap, but for empty lines that two of them take out."""
    old, end = _LINE.findall(text), line_break(text)
    made: list[str] = []
    at = 0
    for change in sorted(changes, key=lambda c: (c.first, c.after)):
        made += old[at : change.first - 1]
        at = max(at, change.first - 1)
        if change.lines and made and not made[-1].endswith(("\r", "\n")):
            made[-1] += end
        made += (f"{line}{end}" for line in change.lines)
        at = max(at, change.after - 1)
    return "".join((*made, *old[at:]))
