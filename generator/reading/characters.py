"""Characters that a reader cannot see and that change what a reader sees."""

from __future__ import annotations

import re

from generator.model import Problem
from generator.reading.place import Source
from generator.reading.problem import error

UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff"
    "\ufff9-\ufffc\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Control, direction and invisible characters, which no file of the content may hold."""


def character_problems(source: Source) -> tuple[Problem, ...]:
    """A problem for each control, direction or invisible character, with its code point."""
    return tuple(
        error(
            "unseen-character",
            source.place(number, found.start() + 1),
            f"A character that cannot be seen stands here: U+{ord(found[0]):04X}.",
            "Delete it; retype the word if you cannot find it.",
        )
        for number, line in enumerate(source.lines, start=1)
        for found in UNSEEN.finditer(line)
    )
