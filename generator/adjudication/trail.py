"""The trail of decisions in the front matter."""

from __future__ import annotations

import re

from generator.exchange.yaml import scalar
from generator.fixes.edit import Edit, line_break
from generator.model import Decision

_LIST = re.compile(r"(?m)^decisions:[ \t]*(?:#.*)?(?:\r\n|\r|\n)")
_LATER = re.compile(r"(?:[ \t#-].*)?(?:\r\n|\r|\n)")
_INDENT = re.compile(r"([ \t]*)- ")
_END = re.compile(r"(?m)^---[ \t]*\r?$")


def entry(decision: Decision, indent: str, broken: str) -> str:
    """One decision as lines of YAML."""
    lines = [
        f"- at: {scalar(decision.at)}",
        f"  readings: {scalar(decision.readings)}",
        f"  decided: {scalar(decision.decided)}",
        f"  by: {scalar(decision.by)}",
        f"  date: {decision.date.isoformat()}",
        f"  why: {scalar(decision.why)}",
    ]
    return "".join(f"{indent}{line}{broken}" for line in lines)


def added(text: str, decision: Decision) -> Edit | None:
    """A decision after the last, or as the first; None where the front matter is written otherwise."""
    broken = line_break(text)
    closing = [found.start() for found in _END.finditer(text)]
    if len(closing) < 2:
        return None
    end = closing[1]
    found = _LIST.search(text, 0, end)
    if found is None:
        if re.search(r"(?m)^decisions:", text[:end]):
            return None
        return Edit(end, end, f"decisions:{broken}{entry(decision, '  ', broken)}")
    at = last = found.end()
    while at < end and (line := _LATER.match(text, at, end)):
        at = line.end()
        last = at if line[0].strip() and not line[0].lstrip().startswith("#") else last
    indented = _INDENT.match(text, found.end())
    return Edit(last, last, entry(decision, indented[1] if indented else "  ", broken))
