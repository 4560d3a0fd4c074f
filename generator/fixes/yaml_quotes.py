"""Straight quotes in YAML, where typographic ones do not hold a value together."""

from __future__ import annotations

import re

from generator.fixes.edit import Edit, line_at, offset
from generator.model import Problem

_QUOTED = r"(?:“[^“”\"\\\r\n]*”|„[^„“”\"\\\r\n]*[“”]|«[^«»\"\\\r\n]*»|‘[^‘’\"\\\r\n]*’)"
_VALUE = re.compile(
    rf"(?:^[ \t]*|[:,\-][ \t]+|[\[{{][ \t]*)({_QUOTED})(?=[ \t]*(?:[,}}\]]|$|[ \t]#))"
)
_NAME = re.compile(rf"({_QUOTED})[ \t]*:(?=\s)")
_AFTER_KEY = re.compile(rf"(?:\"?[\w-]+\"?:[ \t]+)?({_QUOTED})(?=[ \t]*(?:[,}}\]\r\n]|$|[ \t]#))")
_HOLDS = re.compile(r":[ \t]|,|[ \t]#|[\[\]{}]|:.$")
"""Signs that YAML reads for its own, so that the value needs quotes at all."""


def straighten_line(problem: Problem, text: str) -> Edit | None:
    """`title: “Council: a vote”` to `title: "Council: a vote"`, and `“title”: …` to `"title": …`."""
    at = offset(text, problem.place)
    named = _NAME.match(text, at)
    if named:
        return _straight(text, named.start(1), named.end(1))
    begin, end = line_at(text, at)
    line = text[begin:end]
    spans = [m.span(1) for m in _VALUE.finditer(line) if _HOLDS.search(m[1])]
    if not spans:
        return None
    new = line
    for first, last in reversed(spans):
        new = f'{new[:first]}"{new[first + 1 : last - 1]}"{new[last:]}'
    return Edit(begin, end, new)


def straighten_word(problem: Problem, text: str) -> Edit | None:
    """`stake: “party”` to `stake: "party"`, where only certain words or forms can stand."""
    found = _AFTER_KEY.match(text, offset(text, problem.place))
    return _straight(text, found.start(1), found.end(1)) if found else None


def _straight(text: str, start: int, end: int) -> Edit:
    return Edit(start, end, f'"{text[start + 1 : end - 1]}"')
