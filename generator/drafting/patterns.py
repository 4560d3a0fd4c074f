"""The small language of the word lists: `is/are said to`, `in _ own? words`, `will ... on monday`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from generator.drafting.values import Token


@dataclass(frozen=True, slots=True)
class Match:
    """Where a pattern stands in a row of tokens."""

    first: int
    """Its first token."""
    last: int
    """Its last token."""


@dataclass(frozen=True, slots=True)
class Row:
    """Tokens as one text that patterns run over."""

    text: str
    """The tokens' small letters with a space before and behind each."""
    starts: tuple[int, ...]
    """Where each begins in it."""

    def find(self, pattern: re.Pattern[str]) -> Iterator[Match]:
        """Every place of `pattern`, from left to right, none overlapping."""
        for found in pattern.finditer(self.text):
            first = bisect_right(self.starts, found.start() + 1) - 1
            last = bisect_right(self.starts, found.end() - 1) - 1
            yield Match(first, last)


def row(tokens: Sequence[Token]) -> Row:
    """Join `tokens`."""
    starts: list[int] = []
    at = 1
    for token in tokens:
        starts.append(at)
        at += len(token.low) + 1
    return Row(" " + " ".join(token.low for token in tokens) + " ", tuple(starts))


@cache
def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(_one(pattern) for pattern in patterns) or r"(?!)")


def compiled(patterns: Iterable[str]) -> re.Pattern[str]:
    """One expression for all `patterns`."""
    return _compiled(tuple(patterns))


def _one(pattern: str) -> str:
    parts = pattern.lower().split()
    begin = ""
    if parts[:1] == ["^"]:
        begin, parts = r"\A(?: [“\"‘])?", parts[1:]
    return begin + "".join(_word(part) for part in parts) + r"(?=\s)"


def _word(part: str) -> str:
    if part == "...":
        return r"(?: [\w'-]+){0,4}?"
    optional = "?" if part.endswith("?") and len(part) > 1 else ""
    words = [re.escape(word) for word in part.removesuffix("?" if optional else "").split("/")]
    word = r"[\w'-]+" if words == ["_"] else "(?:" + "|".join(words) + ")"
    return f"(?: {word}){optional}"
