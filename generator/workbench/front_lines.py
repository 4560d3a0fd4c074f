"""Keys and list items of a front matter by their lines, each kept as it stands if it says the same."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from pydantic import JsonValue

from generator.exchange.yaml import as_yaml, flat, scalar
from generator.model import Place
from generator.reading.values import Path

_COMMENT = re.compile(r"\s+#[^\"']*$")
_FOLDED = re.compile(r":\s+[>|][-+]?\s*$")
_WIDE = 150
"""A line in brackets is no longer."""


class Unlike(Exception):
    """The lines are laid out in a way that cannot be changed one by one."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines of a front matter."""

    lines: Sequence[str]
    """The file's, from its first to the last of the front matter."""
    places: Mapping[Path, Place]
    """Where each key and each list item stands."""
    deep: bool
    """Whether what is inside a key is looked at as well."""

    def mapping(
        self,
        path: Path,
        first: int,
        after: int,
        old: dict[str, JsonValue],
        new: dict[str, JsonValue],
    ) -> list[str]:
        """The lines from `first` to `after` with the keys of `new`."""
        starts = self._starts([(*path, key) for key in old], first, after)
        column = self.places[*path, next(iter(old))].column if old else 1
        ends = [*starts[1:], after]
        parts = {
            key: list(self._key((*path, key), start, end, old[key], new[key]))
            for key, start, end in zip(old, starts, ends, strict=True)
            if key in new
        }
        head = list(self.lines[first - 1 : (starts[0] if starts else after) - 1])
        kept = [key for key in old if key in new]
        order = list(new)
        for at, key in enumerate(order):
            if key not in old:
                parts[key] = _indented(as_yaml({key: new[key]}), column - 1)
                before = [k for k in kept if k in order[:at]]
                kept.insert(kept.index(before[-1]) + 1 if before else 0, key)
        return [*head, *(line for key in kept for line in parts[key])]

    def _starts(self, paths: list[Path], first: int, after: int) -> list[int]:
        """Where each of these begins, its comments with it; they have to stand below one another."""
        starts: list[int] = []
        column = 0
        for path in paths:
            place = self.places.get(path)
            if place is None or not first <= place.line < after:
                raise Unlike
            column = column or place.column
            line = self.lines[place.line - 1]
            if place.column != column or line[: column - 1].strip(" -"):
                raise Unlike
            start = place.line
            while starts and start > starts[-1] + 1 and _is_aside(self.lines[start - 2]):
                start -= 1
            if starts and start <= starts[-1]:
                raise Unlike
            starts.append(start)
        return starts

    def _key(
        self, path: Path, start: int, after: int, old: JsonValue, new: JsonValue
    ) -> Iterator[str]:
        if old == new:
            yield from self.lines[start - 1 : after - 1]
            return
        at = self.places[path].line
        yield from self.lines[start - 1 : at - 1]
        while after > at + 1 and not self.lines[after - 2].strip():
            after -= 1
        try:
            yield from self._inner(path, at, after, old, new)
        except Unlike:
            yield from self._anew(path, at, after, old, new)

    def _inner(self, path: Path, at: int, after: int, old: JsonValue, new: JsonValue) -> list[str]:
        """A key whose mapping or list is laid out below it."""
        if not self.deep:
            raise Unlike
        head = self.lines[at - 1]
        if isinstance(old, dict) and isinstance(new, dict) and old:
            return [head, *self.mapping(path, at + 1, after, old, new)]
        if isinstance(old, list) and isinstance(new, list) and old:
            return [head, *self._list(path, at + 1, after, old, new)]
        raise Unlike

    def _list(
        self, path: Path, first: int, after: int, old: list[JsonValue], new: list[JsonValue]
    ) -> list[str]:
        starts = self._starts([(*path, str(n)) for n in range(len(old))], first, after)
        ends = [*starts[1:], after]
        dash = self.lines[self.places[*path, "0"].line - 1].find("-")
        made = list(self.lines[first - 1 : starts[0] - 1])
        matcher = SequenceMatcher(None, [*map(json.dumps, old)], [*map(json.dumps, new)], False)
        for kind, a, b, c, d in matcher.get_opcodes():
            for n in range(a, b) if kind == "equal" else ():
                made += self.lines[starts[n] - 1 : ends[n] - 1]
            if kind == "equal":
                continue
            for number, item in enumerate(new[c:d]):
                n = a + number
                if n < b:
                    made += self._item((*path, str(n)), starts[n], ends[n], old[n], item, dash)
                else:
                    made += _listed(item, dash)
        return made

    def _item(
        self, path: Path, start: int, after: int, old: JsonValue, new: JsonValue, dash: int
    ) -> list[str]:
        """An item of a list; the first key of a mapping stands behind the dash."""
        at = self.places[path].line
        first = self.lines[at - 1]
        block = (
            isinstance(old, dict) and first[dash : dash + 2] == "- " and first[dash + 2] not in "{["
        )
        if not (block and isinstance(old, dict) and isinstance(new, dict)):
            return [
                *self.lines[start - 1 : at - 1],
                *_listed(new, dash, first[dash + 2 : dash + 3]),
            ]
        try:
            made = self.mapping(path, at, after, old, new)
        except Unlike:
            return [*self.lines[start - 1 : at - 1], *_listed(new, dash)]
        bare = [line[:dash] + " " + line[dash + 1 :] if line == first else line for line in made]
        bare[0] = f"{bare[0][:dash]}-{bare[0][dash + 1 :]}"
        return [*self.lines[start - 1 : at - 1], *bare]

    def _anew(
        self, path: Path, at: int, after: int, old: JsonValue, new: JsonValue
    ) -> Iterator[str]:
        """A key written anew: folded or in brackets if it was, with the comment on its line."""
        key, indent = path[-1], self.places[path].column - 1
        line = self.lines[at - 1]
        lead = line[:indent]
        said = line[indent + len(key) :].lstrip(" :\"'")
        if isinstance(new, str) and isinstance(old, str):
            if _FOLDED.search(line):
                wide = max(map(len, self.lines[at - 1 : after - 1]))
                yield line
                yield from textwrap.wrap(
                    new,
                    max(wide, 80),
                    initial_indent=" " * (indent + 2),
                    subsequent_indent=" " * (indent + 2),
                    break_long_words=False,
                    break_on_hyphens=False,
                )
                return
            comment = _COMMENT.search(line) if "#" not in old and after == at + 1 else None
            yield f"{lead}{scalar(key)}: {scalar(new)}{comment[0] if comment else ''}"
            return
        one_line = f"{lead}{scalar(key)}: {flat(new)}"
        if said[:1] in ("{", "[") and len(one_line) <= _WIDE:
            comment = (
                _COMMENT.search(line) if after == at + 1 and "#" not in json.dumps(old) else None
            )
            yield one_line + (comment[0] if comment else "")
            return
        first, *rest = _indented(as_yaml({key: new}), indent)
        yield lead + first[indent:]
        yield from rest


def _is_aside(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _indented(text: str, by: int) -> list[str]:
    return [" " * by + line for line in text.rstrip("\n").split("\n")]


def _listed(item: JsonValue, dash: int, sign: str = "") -> list[str]:
    """An item of a list in block form, or in braces where it was."""
    if not isinstance(item, dict) or (sign in ("{", "[") and len(flat(item)) <= _WIDE):
        return [f"{' ' * dash}- {flat(item)}"]
    lines = _indented(as_yaml(item), dash + 2)
    return [f"{' ' * dash}- {lines[0].lstrip()}", *lines[1:]]
