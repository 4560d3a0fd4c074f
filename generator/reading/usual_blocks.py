"""The usual text, cut by its lines: paragraphs, headings, and notes, all from the first column.

It gives the blocks that markdown-it gives, some ten times faster, or nothing at all: lists,
quotations, indents, tables and whatever an article cannot hold are left to it. Both are compared
by tests/test_usual.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_WORDS = r"(?:\[(?!\^)|[^\W\d_]|[“”‘’\"'(«»„¿¡…£€$]|\d++(?![.)]))"
"""What begins a line that can be nothing but text."""
_LINE = re.compile(rf"(?:\[\^([^\]\s]++)\]: |(##{{1,5}}) )?(?={_WORDS})")


class UsualBlock(NamedTuple):
    """A paragraph or a heading."""

    line: int
    """Its first line, counted from 0."""
    level: int
    """A heading's level; otherwise 0."""
    note: str
    """The label of the note that it is; empty in the text itself."""
    text: str
    """Its inline Markdown."""


class _Unusual(Exception):
    """Something that only markdown-it can read."""


def cut_usual(lines: Iterable[str]) -> tuple[UsualBlock, ...] | None:
    """The blocks; None where one of them is not the usual one."""
    try:
        return tuple(_blocks(lines))
    except _Unusual:
        return None


def _blocks(lines: Iterable[str]) -> Iterator[UsualBlock]:
    first, note = 0, ""
    written: list[str] = []
    for number, line in enumerate((*lines, "")):
        begins = _LINE.match(line)
        if begins is None and line.strip(" \t"):
            raise _Unusual
        if written and (begins is None or begins.end()):
            yield UsualBlock(first, 0, note, _ended("\n".join(written)))
            written = []
        if begins is None:
            continue
        if begins[2]:
            yield UsualBlock(number, len(begins[2]), "", _ended(line[begins.end() :], "#"))
            continue
        if not written:
            first, note = number, begins[1] or ""
        written.append(line[begins.end() :])


def _ended(text: str, unusual: str = "\0") -> str:
    """The text without spaces at its end, if it holds no `unusual` sign."""
    text = text.rstrip(" ")
    if text[-1].isspace() or unusual in text or "\0" in text:
        raise _Unusual
    return text
