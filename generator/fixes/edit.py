"""Edits of a file's text as it stands on the disk, with its own line breaks and byte order mark."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from generator.model import Place, Problem

_BREAK = re.compile(r"\r\n|\r|\n")
_EMPTY_LINE = re.compile(r"(?:\r\n|\r|\n)[ \t>]*(?:\r\n|\r|\n)")


@dataclass(frozen=True, slots=True)
class Edit:
    """One stretch of a text and what takes its place."""

    start: int
    """Its first character."""
    end: int
    """One past its last character."""
    text: str
    """The new words; empty to take the stretch out."""

    def on(self, text: str) -> str:
        """`text` with this edit made."""
        return text[: self.start] + self.text + text[self.end :]


Fix = Callable[[Problem, str], Edit | None]
"""Takes a problem and the text of its file; gives the edit that mends it, where that is certain."""


def offset(text: str, place: Place) -> int:
    """The character of `text` at which `place` begins."""
    begin = 1 if text.startswith("\ufeff") else 0
    for _ in range(place.line - 1):
        broken = _BREAK.search(text, begin)
        if broken is None:
            break
        begin = broken.end()
    return min(begin + place.column - 1, len(text))


def line_at(text: str, at: int) -> tuple[int, int]:
    """Start and end of the line that holds character `at`, its break left out."""
    begin = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    broken = _BREAK.search(text, at)
    return begin, broken.start() if broken else len(text)


def paragraph_at(text: str, at: int) -> tuple[int, int]:
    """Start and end of the lines around character `at`, up to the nearest empty ones."""
    line, _ = line_at(text, at)
    before = list(_EMPTY_LINE.finditer(text, max(0, line - 20_000), line))
    after = _EMPTY_LINE.search(text, at)
    return before[-1].end() if before else 0, after.start() if after else len(text)


def line_break(text: str) -> str:
    """The line break that the text uses first."""
    broken = _BREAK.search(text)
    return broken[0] if broken else "\n"
