"""The keys of the front matter in the order of its description."""

from __future__ import annotations

import re

from pydantic import BaseModel

from generator.fixes.edit import Edit
from generator.reading.place import source_of
from generator.reading.values import read_values

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)")


def put_keys_in_order(text: str, shape: type[BaseModel]) -> Edit | None:
    """Move the top keys, with all that belongs to them, into the order of `shape`'s fields.

    A comment or an empty line above a key moves with it; those above the first key stay.
    """
    lines = _LINE.findall(text[text.startswith("\ufeff") :])
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), 0)
    if not end or lines[0].rstrip() != "---":
        return None
    begin = text.startswith("\ufeff") + len(lines[0])
    front = lines[1:end]
    starts = _starts(front)
    order = [field.alias or name for name, field in shape.model_fields.items()]
    if len(starts) < 2 or not all(name in order for name in starts):
        return None
    head = front[: min(starts.values())]
    bounds = [*sorted(starts.values()), len(front)]
    parts = {name: front[at : bounds[bounds.index(at) + 1]] for name, at in starts.items()}
    mended = [*head, *(line for name in sorted(parts, key=order.index) for line in parts[name])]
    same = _values(front) == _values(mended)
    if mended == front or not same:
        return None
    return Edit(begin, begin + sum(map(len, front)), "".join(mended))


def _starts(front: list[str]) -> dict[str, int]:
    """The line where each top key begins, with the comments above it; empty where it is unsure."""
    source = source_of("", "".join(front))
    values = read_values(source, "\n".join(source.lines), 1)
    if values.problems or not isinstance(values.value, dict):
        return {}
    tops = {path[0]: place for path, place in values.places.items() if len(path) == 1}
    if any(place.column != 1 for place in tops.values()):
        return {}
    starts: dict[str, int] = {}
    for name, place in tops.items():
        at = place.line - 1
        while starts and at and _is_aside(front[at - 1]):
            at -= 1
        starts[name] = at
    return starts


def _is_aside(line: str) -> bool:
    return not line.strip() or line.startswith("#")


def _values(front: list[str]) -> object:
    source = source_of("", "".join(front))
    return read_values(source, "\n".join(source.lines), 1).value
