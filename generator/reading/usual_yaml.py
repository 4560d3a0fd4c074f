"""The usual YAML, read by libyaml where it is installed: keys, lists and texts, without a slip.

It gives the values and the places that ruamel.yaml gives, some ten times faster, or nothing at
all: whatever the two could read in another way, and every slip, is left to ruamel.yaml. Both are
compared by tests/test_usual_yaml.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from generator.model import Place
from generator.reading.place import Source

if TYPE_CHECKING:
    from generator.reading.values import Path, Value

try:
    from yaml.cyaml import CParser  # type: ignore[import-untyped]
    from yaml.error import YAMLError  # type: ignore[import-untyped]
    from yaml.events import (  # type: ignore[import-untyped]
        AliasEvent,
        DocumentEndEvent,
        MappingEndEvent,
        MappingStartEvent,
        ScalarEvent,
        SequenceEndEvent,
        SequenceStartEvent,
        StreamEndEvent,
    )
except ImportError:  # as in a browser
    CParser = None

_UNUSUAL = re.compile(
    r"[\t\\\x85\u2028\u2029\ufeff]|^(?:---|\.\.\.|%| +$)|[|>](?!-?$)"
    r"|(?:^|[-\[{,:])\s*\?|[\s\"'\]}]:(?![ \n])",
    re.MULTILINE,
)
"""Where YAML 1.1 and 1.2, or two readers of it, may see something different."""
_DEEP = 6
"""Lists and mappings inside one another; deeper ones are counted by the other reader."""


class _Unusual(Exception):
    """Something that only ruamel.yaml is to read."""


def read_usual_yaml(
    source: Source, text: str, first_line: int
) -> tuple[dict[str, Value], dict[Path, Place]] | None:
    """The keys of `text` with their values, and where each stands; None where it is not the usual.

    Its first line is line `first_line` of `source`.
    """
    if CParser is None or _UNUSUAL.search(text):
        return None
    try:
        reader = _Reader(source, first_line, CParser(text).get_event)
        return reader.document(), reader.places
    except (_Unusual, YAMLError, ValueError):
        return None


@dataclass(frozen=True, slots=True)
class _Reader:
    """Builds values from libyaml's events, keeping places."""

    source: Source
    first_line: int
    following: Callable[[], Any]
    places: dict[Path, Place] = field(default_factory=dict)

    def document(self) -> dict[str, Value]:
        _, _, root = (self.following() for _ in range(3))
        if type(root) is not MappingStartEvent or root.anchor or root.tag:
            raise _Unusual
        value = self.mapping(())
        after = [type(self.following()) for _ in range(2)]
        if after != [DocumentEndEvent, StreamEndEvent]:
            raise _Unusual
        return value

    def value(self, event: Any, path: Path) -> Value:  # noqa: ANN401
        kind = type(event)
        if kind is AliasEvent or event.anchor or event.tag or len(path) > _DEEP:
            raise _Unusual
        if kind is MappingStartEvent:
            return self.mapping(path)
        if kind is SequenceStartEvent:
            return self.sequence(path)
        text: str = event.value
        return None if text in ("", "~", "null") and not event.style else text

    def mapping(self, path: Path) -> dict[str, Value]:
        mapping: dict[str, Value] = {}
        while type(event := self.following()) is not MappingEndEvent:
            if (
                type(event) is not ScalarEvent
                or event.anchor
                or event.tag
                or event.value in mapping
            ):
                raise _Unusual
            key: str = event.value
            at = (*path, key)
            self.places[at] = self.at(event, len(key))
            mapping[key] = self.value(self.following(), at)
        return mapping

    def sequence(self, path: Path) -> list[Value]:
        items: list[Value] = []
        while type(event := self.following()) is not SequenceEndEvent:
            at = (*path, str(len(items)))
            self.places[at] = self.at(event, len(getattr(event, "value", "") or "-"))
            items.append(self.value(event, at))
        return items

    def at(self, event: Any, length: int) -> Place:  # noqa: ANN401
        mark = event.start_mark
        return self.source.place(self.first_line + mark.line, mark.column + 1, length)
