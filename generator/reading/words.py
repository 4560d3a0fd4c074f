"""What counts as a word."""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W_]+(?:[’'\-.,][^\W_]+)*")
"""Letters and digits, with apostrophes, hyphens, points and commas between them (6.2-million)."""


def count(text: str) -> int:
    """How many words `text` has."""
    return len(WORD.findall(text))


def spans(text: str) -> list[tuple[int, int]]:
    """Start and end of each word, in characters."""
    return [found.span() for found in WORD.finditer(text)]
