"""The usual block, read by one regular expression: plain text, and marks without a slip.

It gives what markdown-it and our inline rules give, some ten times faster, or nothing at all:
whatever they could read in another way, and every slip, is left to them. Both are compared by
tests/test_usual.py.
"""

from __future__ import annotations

import re

from generator.model import RichText
from generator.reading.attributes import SEVERAL, Attributes, Value
from generator.reading.flat import Flat, FlatMark
from generator.reading.inline import Found

_SIGN = re.compile(r"[\\`*_<&\t\0]")
"""What Markdown may read as more than text, wherever it stands; in attributes too."""
_VALUE = r'[A-Za-z0-9:\-]++|"[^"{}\[\]\n]*+"'
_PAIR = re.compile(rf"[ \n]([a-z][a-z-]*+)=({_VALUE})")
_PIECE = re.compile(
    r"\[()(?!\^)"
    rf"|\](\{{)\.([a-z]++)(?:[ \n]#([A-Za-z0-9\-]++))?((?:[ \n][a-z][a-z-]*+=(?:{_VALUE}))*+)\}}"
    r"(\[\^([^\[\]\n]++)\])?"
    r"|\[|\]|\{|\}"
)
"""Where a mark begins; where one ends, with its attributes and its note; and any other bracket.

Each part begins with a sign of its own, so that the search skips what is between them.
"""
_DEEP = 4
"""Marks inside one another; deeper ones are counted by our inline rules."""


def read_usual(content: str) -> Flat | None:
    """The block, flat; None where it is not the usual one."""
    if _SIGN.search(content) or "![" in content:
        return None
    if "\n" in content and (" \n" in content or "\n " in content):
        return None
    text = content.replace("\n", " ")
    if "[" not in text and "]" not in text and "{" not in text and "}" not in text:
        return Flat(RichText(text), (), (), (), usual=True)
    parts: list[str] = []
    marks: list[FlatMark | None] = []
    around: list[tuple[int, int, int]] = []
    length = at = 0
    for piece in _PIECE.finditer(content):
        start = piece.start()
        parts.append(text[at:start])
        length += start - at
        at = piece.end()
        if piece[1] is not None:
            around.append((len(marks), start, length))
            marks.append(None)
            if len(around) > _DEEP:
                return None
        elif piece[2] and around:
            number, opened, begin = around.pop()
            attributes = _attributes(piece)
            if attributes is None:
                return None
            note_at = piece.span(6) if piece[6] else (at, at)
            found = Found(opened, start + 1, attributes, piece[7] or "", note_at, (), at)
            parents = tuple(parent for parent, _, _ in around)
            marks[number] = FlatMark(found, begin, length, parents)
        else:
            return None
    if around:
        return None
    parts.append(text[at:])
    plain = "".join(parts)
    whole = tuple(_trimmed(mark, plain) for mark in marks if mark is not None)
    return Flat(RichText(plain), whole, (), (), usual=True)


def _attributes(piece: re.Match[str]) -> Attributes | None:
    """The attributes of a mark that ends; None where one stands twice or cannot hold its value."""
    values: list[Value] = []
    first, end = piece.span(5)
    for pair in _PAIR.finditer(piece.string, first, end):
        key, written = pair[1], pair[2]
        value = written.strip('"')
        if key in SEVERAL:
            if "," in value or ";" in value:
                return None
            value = " ".join(value.split())
        values.append(Value(key, value, pair.start(2), pair.end()))
    if len(values) > 1 and len({value.key for value in values}) < len(values):
        return None
    return Attributes((piece[3],), (piece[4],) if piece[4] else (), tuple(values), (), end + 1)


def _trimmed(mark: FlatMark, plain: str) -> FlatMark:
    """The mark without white space at its edges."""
    start, end = mark.start, mark.end
    if start < end and not plain[start].isspace() and not plain[end - 1].isspace():
        return mark
    text = plain[start:end]
    start += len(text) - len(text.lstrip())
    return FlatMark(mark.found, start, max(start, mark.start + len(text.rstrip())), mark.parents)
