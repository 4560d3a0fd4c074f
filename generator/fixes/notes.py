"""A place for the note that a mark lacks; its words are the annotator's."""

from __future__ import annotations

import re

from generator.fixes.edit import Edit, line_at, line_break, offset, paragraph_at
from generator.model import Problem
from generator.reading.braces import scan
from generator.reading.problem import nearest

_CALL = re.compile(r"\[\^([^\]\n]+)\]")
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_NOTE = re.compile(r"(?:^|(?<=[\r\n]))[ \t>]*\[\^([^\]\n]+)\][ \t]*:")
_USED = re.compile(r"(?<=\})[ \t\r\n]*\[\^([^\]\n]+)\](?!:)")
_SIGN = re.compile(r"\\.|[\[\]]", re.DOTALL)

STUB = "…"
"""What stands in a new note until somebody writes it; the check refuses it."""


def add_note(problem: Problem, text: str) -> Edit | None:
    """For `[^s9]` without a note: a line `[^s9]: …` after the file's last.

    Not where a note that no mark calls may be the one that was meant.
    """
    called = _CALL.match(text, offset(text, problem.place))
    if called is None or not _ID.fullmatch(called[1]):
        return None
    if re.search(rf"^[ \t>]*\[\^{re.escape(called[1])}\][ \t]*:", text, re.MULTILINE):
        return None
    if nearest(called[1], set(_NOTE.findall(text)) - set(_USED.findall(text))):
        return None
    at = len(text.rstrip(" \t\r\n"))
    begin, at = line_at(text, at)
    broken = line_break(text)
    apart = broken if text.startswith("[^", begin) else broken * 2
    return Edit(at, at, f"{apart}[^{called[1]}]: {STUB}")


def name_after_mark(problem: Problem, text: str) -> Edit | None:
    """`{.unsourced #s9}` without a note to `{.unsourced}[^s9]`."""
    begin = offset(text, problem.place)
    _, end = paragraph_at(text, begin)
    brace = _brace(text[:end], begin)
    if brace < 0:
        return None
    attributes = scan(text[:end], brace)
    written = text[brace : attributes.end]
    if len(attributes.ids) != 1 or attributes.faults or text.startswith("[^", attributes.end):
        return None
    name = attributes.ids[0]
    taken = f"[^{name}]" in text or len(re.findall(rf"#{re.escape(name)}(?![\w-])", text)) > 1
    kept, cut = re.subn(rf"\s*#{re.escape(name)}(?=[\s}}])", "", written)
    if taken or cut != 1 or not _ID.fullmatch(name):
        return None
    return Edit(brace, attributes.end, f"{kept}[^{name}]")


def _brace(text: str, begin: int) -> int:
    """The `{` of the mark whose `[` stands at `begin`, or -1."""
    depth = 0
    for sign in _SIGN.finditer(text, begin):
        depth += {"[": 1, "]": -1}.get(sign[0], 0)
        if depth == 0:
            return sign.end() if text.startswith("{", sign.end()) else -1
    return -1
