"""Values picked out of JSON that may have any shape."""

from __future__ import annotations

import re

from generator.exchange.sources import Json

_HALF = re.compile("[\ud800-\udfff]")


def mapping(value: Json) -> dict[str, Json]:
    """The mapping, or an empty one."""
    return value if isinstance(value, dict) else {}


def sequence(value: Json) -> list[Json]:
    """The list, or an empty one."""
    return value if isinstance(value, list) else []


def string(value: Json) -> str:
    """The text, or an empty one; half a character, which no file can hold, becomes one of its own."""
    return _HALF.sub("\ufffd", value) if isinstance(value, str) else ""


def shown(value: Json) -> str:
    """A text, a number or a truth value as a text; empty for all else."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if isinstance(value, int | float) else string(value)


def whole(value: Json) -> int | None:
    """The whole number, written as a number or as a text; None for all else."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 13:
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None
