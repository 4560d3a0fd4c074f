"""Plain values as YAML that reads well and is read back as the same texts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from generator.exchange.sources import Json
from generator.reading.characters import seen

_PLAIN = re.compile(r"[^\W\d_][^\n\t:#\[\]{},&*!|>%@`\\\"]*(?<!\s)")
_NUMBERS = re.compile(r"\d{4}-\d\d-\d\d|\d\d?-\d\d?")
"""Days and ages, which everybody writes without quotes; our reader takes them as texts."""
_NOT_A_TEXT = re.compile(r"(?i:true|false|yes|no|on|off|y|n|null|nan|inf)")


def as_yaml(value: dict[str, Json]) -> str:
    """A mapping as block YAML, with lists of plain texts on one line."""
    return "".join(f"{line}\n" for line in _mapping(value))


def scalar(value: Json) -> str:
    """One value; a text in double quotes where YAML could take it for something else."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = " ".join(seen(str(value)).split())
    plain = _PLAIN.fullmatch(text) or _NUMBERS.fullmatch(text)
    if plain and not _NOT_A_TEXT.fullmatch(text):
        return text
    # What JSON quotes is what YAML quotes, and unseen characters are out already.
    return json.dumps(text, ensure_ascii=False)


def _mapping(value: dict[str, Json]) -> Iterator[str]:
    for key, inner in value.items():
        name = scalar(key)
        if isinstance(inner, dict) and inner:
            yield f"{name}:"
            yield from (f"  {line}" for line in _mapping(inner))
        elif isinstance(inner, list) and any(isinstance(item, dict | list) for item in inner):
            yield f"{name}:"
            yield from (f"  {line}" for line in _items(inner))
        else:
            yield f"{name}: {flat(inner)}"


def _items(value: list[Json]) -> Iterator[str]:
    for item in value:
        lines = list(_mapping(item)) if isinstance(item, dict) and item else [flat(item)]
        yield from (f"{'  ' if n else '- '}{line}" for n, line in enumerate(lines))


def flat(value: Json) -> str:
    """A value on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar(k)}: {flat(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flat, value)) + "]"
    return scalar(value)
