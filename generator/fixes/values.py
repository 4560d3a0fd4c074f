"""Quotes around an attribute's value, and no space around its `=`."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.fixes.edit import Edit, offset, paragraph_at
from generator.model import Problem
from generator.reading.attributes import HOWS, KEYS, MARKS, SEVERAL, Attributes, Fault, Value
from generator.reading.braces import scan

_OURS = frozenset({"single-quotes", "curly-quotes", "unquoted-value", "space-around-equals"})
_CLOSERS = {"'": "'", "“": '”"', "”": '”"', "„": '“”"', "‘": "’'", "’": "’'", "«": "»"}
_BARE = re.compile(r"[A-Za-z0-9_:\-]+")
_TEXTS = ("plain", "short")
"""The attributes that hold words of the page; the others hold ids and terms."""
_QUOTED_LINE = re.compile(r"^[ \t]*>[ \t>]*", re.MULTILINE)
_TRIES = 8
"""How many `{` before a slip are tried; a value may hold one itself."""


def straighten_value(problem: Problem, text: str) -> Edit | None:
    """`by=“mayor clerk”` to `by="mayor clerk"`."""
    found = _slip(problem, text)
    if found is None:
        return None
    value, written, behind = found
    opened, inner, closed = written[:1], written[1:-1], written[-1:]
    partner = closed and closed in _CLOSERS.get(opened, "")
    if not partner or not re.match(r"[\s}]", behind) or re.search(r"[“”„«»]", inner):
        return None
    return _quoted(value, value.value if value.key in SEVERAL else inner)


def quote_value(problem: Problem, text: str) -> Edit | None:
    """`short=a/b` to `short="a/b"`, `by=mayor, clerk` to `by="mayor clerk"`."""
    found = _slip(problem, text)
    if found is None:
        return None
    value, written, _ = found
    words = re.sub("[,;]", " ", written).split()
    if words != re.sub("[,;]", " ", value.value).split():
        return None
    if value.key in _TEXTS:
        attributes = any(word in (*MARKS, *HOWS, *KEYS) for word in words[1:])
        return None if attributes or written[-1:] in (",", ";") else _quoted(value, written)
    if not all(map(_BARE.fullmatch, words)) or (len(words) > 1 and value.key not in SEVERAL):
        return None
    return _quoted(value, " ".join(words)) if len(words) > 1 else _edit(value, words[0])


def close_up_equals(problem: Problem, text: str) -> Edit | None:
    """`by = mayor` to `by=mayor`."""
    found = _fault(problem, text)
    if found is None:
        return None
    _, fault = found
    return Edit(fault.start, fault.end, "=")


def _quoted(value: Value, words: str) -> Edit | None:
    if not words.strip() or re.search(r'["{}\\\r\n]', words):
        return None
    return _edit(value, f'"{words}"')


def _edit(value: Value, words: str) -> Edit:
    return Edit(value.start, value.end, words)


def _slip(problem: Problem, text: str) -> tuple[Value, str, str] | None:
    """The value at fault, as it is written, and the character after it."""
    found = _fault(problem, text)
    if found is None:
        return None
    attributes, fault = found
    value = next((v for v in attributes.values if v.start == fault.start), None)
    if value is None:
        return None
    return value, text[value.start : value.end], text[value.end : value.end + 1]


def _fault(problem: Problem, text: str) -> tuple[Attributes, Fault] | None:
    """The braces that hold the problem, if all their slips are of the kinds that are mended here."""
    at = offset(text, problem.place)
    begin, end = paragraph_at(text, at)
    window, brace = _QUOTED_LINE.sub(_spaces, text[begin:end]), at - begin
    for _ in range(_TRIES):
        brace = window.rfind("{", 0, brace)
        if brace < 0:
            return None
        attributes = scan(window, brace)
        for fault in attributes.faults:
            if fault.code == problem.code and begin + fault.start == at:
                sure = all(fault.code in _OURS for fault in attributes.faults)
                return _moved(attributes, fault, begin) if sure else None
    return None


def _spaces(sign: re.Match[str]) -> str:
    return " " * len(sign[0])


def _moved(attributes: Attributes, fault: Fault, by: int) -> tuple[Attributes, Fault]:
    values = tuple(v._replace(start=v.start + by, end=v.end + by) for v in attributes.values)
    return (
        attributes._replace(values=values),
        replace(fault, start=fault.start + by, end=fault.end + by),
    )
