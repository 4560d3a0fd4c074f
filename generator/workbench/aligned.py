"""A block's Markdown laid beside its plain text: where a mark can begin and end in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape

from generator.exchange.markdown import escaped
from generator.reading.flat import FlatMark

_TOKEN = re.compile(r"\\([!-/:-@\[-`{-~])|&(?:#\w{1,8}|\w{1,32});|.", re.DOTALL)
_PLAIN = re.compile(r"[^\\`*_<&\[\]]*")
"""Markdown that is its own plain text, but for line breaks."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """Markdown without marks, and its plain text."""

    source: str
    """The Markdown."""
    text: str
    """The plain text."""
    begins: tuple[int, ...] | None = None
    """For each character of the text: where in the Markdown it begins, signs before it included."""
    ends: tuple[int, ...] | None = None
    """For each: where it ends, signs behind it included. None for both where the two are the same."""

    def opening(self, at: int) -> int:
        """Where the `[` of a mark over `text[at:]` goes."""
        if self.begins is None:
            return at
        return self.begins[at] if at < len(self.begins) else len(self.source)

    def closing(self, at: int) -> int:
        """Where the `]` of a mark over `text[:at]` goes."""
        return at if self.ends is None else self.ends[at - 1]


def aligned(source: str, text: str) -> Aligned | None:
    """Lay Markdown beside its plain text; None where they do not fit together."""
    if len(source) == len(text) and _PLAIN.fullmatch(source):
        return Aligned(source, text) if source.replace("\n", " ") == text else None
    begins: list[int] = []
    ends: list[int] = []
    open_at = 0
    for token in _TOKEN.finditer(source):
        plain = token[1] or unescape(token[0])
        plain = " " if plain == "\n" else plain
        at = len(begins)
        if text.startswith(plain, at):
            # Signs before a word belong to it, signs before a space to what they close.
            first = token.start() if plain.isspace() else open_at
            if ends and plain.isspace():
                ends[-1] = token.start()
            begins += [first] * len(plain)
            ends += [token.end()] * len(plain)
            open_at = token.end()
    if len(begins) != len(text):
        return None
    if ends:
        ends[-1] = len(source)
    return Aligned(source, text, tuple(begins), tuple(ends))


def unmarked(content: str, marks: Iterable[FlatMark]) -> str:
    """A block's Markdown without its marks."""
    cuts: list[tuple[int, int]] = []
    for mark in marks:
        found = mark.found
        cuts.append((found.start, found.start + 1))
        cuts.append((content.rindex("]", 0, found.brace + 1), found.end))
    parts, at = list[str](), 0
    for start, end in sorted(cuts):
        parts.append(content[at:start])
        at = max(at, end)
    return "".join((*parts, content[at:]))


def respoken(old: Aligned, text: str) -> str:
    """The Markdown for another text: what both begin and end with is kept as it was written."""
    shorter = min(len(old.text), len(text))
    head = next((n for n in range(shorter) if old.text[n] != text[n]), shorter)
    while head and not text[head - 1].isspace():
        head -= 1
    tail = next(
        (n for n in range(shorter - head) if old.text[-1 - n] != text[-1 - n]), shorter - head
    )
    while tail and not text[-tail].isspace():
        tail -= 1
    before = old.source[: old.opening(head)] if head else ""
    after = old.source[old.opening(len(old.text) - tail) :] if tail else ""
    return before + escaped(text[head : len(text) - tail]) + after
