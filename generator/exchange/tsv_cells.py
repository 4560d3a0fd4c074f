"""The cells of WebAnno TSV: escapes, stacked values, numbers that tell annotations apart, slots."""

from __future__ import annotations

import re
from dataclasses import dataclass

NONE = "_"
"""No annotation here."""
NULL = "*"
"""An annotation without a value."""

_ESCAPED = re.compile(r"->|[\\\[\]|_;\t\n\r*]")
_NAMES = {"\t": "t", "\n": "n", "\r": "r"}
_UNESCAPED = re.compile(r"\\(->|.)", re.DOTALL)
_CONTROLS = {name: sign for sign, name in _NAMES.items()}
_NUMBER = re.compile(r"(?<!\\)((?:\\\\)*)\[(\d+(?:_\d+)?)\]$")
_CHAIN = re.compile(r"(?<!\\)((?:\\\\)*)->(\d+)-(\d+)$")


@dataclass(frozen=True, slots=True)
class Value:
    """One of the values stacked in a cell."""

    text: str
    """It as it stands in the file, without its number."""
    number: str
    """What stands behind it in brackets: `3`, `3_0`, or empty."""


def escaped(value: str) -> str:
    """A value as it stands in a cell."""
    return _ESCAPED.sub(lambda m: "\\" + _NAMES.get(m[0], m[0]), value)


def unescaped(value: str) -> str:
    """The value that stands in a cell."""
    if "\\" not in value:
        return value
    return _UNESCAPED.sub(lambda m: _CONTROLS.get(m[1], m[1]), value)


def escaped_text(text: str) -> str:
    """A line of a sentence's text."""
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\r", "\\r")


def stacked(cell: str) -> list[Value]:
    """The values of a cell, in their order; none for `_`."""
    if cell == NONE:
        return []
    return [numbered(part) for part in split(cell, "|")]


def split(cell: str, sign: str) -> list[str]:
    """A cell, cut at a sign that has no backslash before it."""
    if "\\" not in cell:
        return cell.split(sign)
    parts, begin, at = [], 0, 0
    while at < len(cell):
        if cell[at] == "\\":
            at += 1
        elif cell[at] == sign:
            parts.append(cell[begin:at])
            begin = at + 1
        at += 1
    return [*parts, cell[begin:]]


def chain_link(text: str) -> tuple[str, tuple[int, int] | None]:
    """A chain's `relation->2-1`: the relation, with the chain's number and the link's."""
    found = _CHAIN.search(text)
    if not found:
        return text, None
    return text[: found.start()] + found[1], (int(found[2][:9]), int(found[3][:9]))


def numbered(part: str) -> Value:
    """A value or a reference, apart from the number behind it."""
    found = _NUMBER.search(part) if part.endswith("]") else None
    return Value(part[: found.start()] + found[1], found[2]) if found else Value(part, "")
