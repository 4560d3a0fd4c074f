"""YAML to plain values with their places: text, lists and mappings, and nothing else.

Every scalar stays the text that the contributor wrote, so `no`, `1e3` and `12-14` mean what
they look like. Aliases, tags, merge keys and deep nesting are refused: a page of front matter
needs none of them, and each can hide something from its reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from generator.model import Place, Problem
from generator.reading.characters import code_point, unseen
from generator.reading.place import Source
from generator.reading.problem import error
from generator.reading.usual_yaml import read_usual_yaml

Value = str | list["Value"] | dict[str, "Value"] | None
Path = tuple[str, ...]

MAX_DEPTH = 8
"""Mappings and lists inside one another; the front matter needs four."""


@dataclass(frozen=True, slots=True)
class Values:
    """A YAML text as values."""

    value: Value
    """The values; None where the text could not be read."""
    places: dict[Path, Place]
    """Where each key (or list item) stands, by its path."""
    problems: tuple[Problem, ...]
    """What is wrong with the YAML itself."""


class _Refused(Exception):
    """Ends the reading of a text that holds something we do not take."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def read_values(source: Source, text: str, first_line: int) -> Values:
    """Read `text`, whose first line is line `first_line` of `source`."""
    if usual := read_usual_yaml(source, text, first_line):
        return Values(*usual, ())
    reader = _Reader(source, first_line)
    try:
        events: Iterator[Event] = iter(YAML(typ="safe", pure=True).parse(text))
        value = reader.document(events)
    except _Refused as refused:
        return Values(None, reader.places, (*reader.problems, refused.problem))
    except MarkedYAMLError as fault:
        return Values(None, reader.places, (*reader.problems, reader.syntax(fault)))
    except AssertionError:  # what ruamel.yaml says of a %YAML line with another version
        problem = error("yaml-syntax", source.place(first_line, 1, 1000), *_SYNTAX[-1][1:3])
        return Values(None, reader.places, (*reader.problems, problem))
    except (YAMLError, ValueError) as fault:
        line = first_line + text[: getattr(fault, "position", 0) or 0].count("\n")
        problem = error(
            "yaml-character",
            source.place(line, 1, 1000),
            "This line, or one near it, holds a character that cannot stand in a file.",
            "Take out what cannot be seen: retype the line.",
        )
        return Values(None, reader.places, (*reader.problems, problem))
    return Values(value, reader.places, tuple(reader.problems))


class _Reader:
    """Builds values from YAML's events, keeping places."""

    def __init__(self, source: Source, first_line: int) -> None:
        self.source = source
        self.first_line = first_line
        self.places: dict[Path, Place] = {}
        self.problems: list[Problem] = []

    def document(self, events: Iterator[Event]) -> Value:
        value: Value = None
        documents = 0
        for event in events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self.refuse(
                        event,
                        "A line of three hyphens or dots cuts the keys in two here.",
                        "Keep them in one piece, and take the line out.",
                    )
            elif isinstance(event, ScalarEvent | CollectionStartEvent | AliasEvent):
                value = self.value(event, events, ())
        return value

    def value(self, event: Event, events: Iterator[Event], path: Path) -> Value:
        if isinstance(event, AliasEvent):
            raise self.refuse(
                event,
                "A value cannot begin with `*`.",
                'Put it in "double quotes", or write it out.',
            )
        if getattr(event, "anchor", None):
            raise self.refuse(event, "A value cannot begin with `&`.", 'Put it in "double quotes".')
        tag: Any = getattr(event, "ctag", None) or getattr(event, "tag", None)
        if tag and str(tag) not in ("None", "!"):
            raise self.refuse(event, "A value cannot begin with `!`.", 'Put it in "double quotes".')
        if len(path) > MAX_DEPTH:
            raise self.refuse(
                event,
                f"More than {MAX_DEPTH} lists or keys stand inside one another here.",
                "Take some out: a page needs four.",
            )
        if isinstance(event, ScalarEvent):
            plain = event.style is None or event.style == ""
            return None if plain and event.value in ("", "~", "null") else self.text(event)
        if isinstance(event, MappingStartEvent):
            return self.mapping(events, path)
        return self.sequence(events, path)

    def mapping(self, events: Iterator[Event], path: Path) -> Value:
        mapping: dict[str, Value] = {}
        while not isinstance(event := next(events), MappingEndEvent):
            if not isinstance(event, ScalarEvent):
                raise self.refuse(
                    event, "What stands before the colon is not a word.", "Write `key: value`."
                )
            key = self.text(event)
            place = self.at(event, len(key))
            if key in mapping:
                first = self.places[(*path, key)].line
                self.problems.append(
                    error(
                        "duplicate-key",
                        place,
                        f"`{key}` stands here a second time; the first is in line {first}.",
                        "Keep one of the two.",
                    )
                )
            else:
                self.places[(*path, key)] = place
            mapping[key] = self.value(next(events), events, (*path, key))
        return mapping

    def sequence(self, events: Iterator[Event], path: Path) -> Value:
        items: list[Value] = []
        while not isinstance(event := next(events), SequenceEndEvent):
            at = (*path, str(len(items)))
            self.places[at] = self.at(event, len(str(getattr(event, "value", "") or "-")))
            items.append(self.value(event, events, at))
        return items

    def text(self, event: ScalarEvent) -> str:
        """The value, whose escapes in double quotes may stand for nothing that cannot be seen."""
        text = str(event.value)
        places = unseen(text)
        first, last = (
            self.first_line - 1 + mark.line for mark in (event.start_mark, event.end_mark)
        )
        written = "\n".join(self.source.lines[first : last + 1]) if places else ""
        if escaped := [text[at] for at in places if text[at] not in written]:
            self.problems.append(
                error(
                    "unseen-character",
                    self.at(event, 1),
                    f"An escape stands for a character that cannot be seen: {code_point(escaped[0])}.",
                    "Take out the backslash and what follows it.",
                )
            )
        return _HALF.sub("\ufffd", text)

    def at(self, event: Event, length: int) -> Place:
        mark: Any = event.start_mark
        return self.source.place(self.first_line + mark.line, mark.column + 1, length)

    def refuse(self, event: Event, what: str, hint: str) -> _Refused:
        return _Refused(error("yaml-feature", self.at(event, 1), what, hint))

    def syntax(self, fault: MarkedYAMLError) -> Problem:
        said = str(fault.problem or fault.context or "")
        _, message, hint, begins = next(row for row in _SYNTAX if row[0] in said)
        mark: Any = fault.problem_mark or fault.context_mark
        began: Any = fault.context_mark
        if begins and began and began.line != mark.line:
            mark = began
        line = self.first_line + (mark.line if mark else 0)
        place = self.source.place(line, mark.column + 1 if mark else 1)
        if message == _SECOND_COLON and _KEY.fullmatch(place.excerpt[: place.column]):
            before = self.source.place(line - 1, 1, 1000)
            return error("yaml-syntax", before, _NO_KEY, "Write `key: value`.")
        return error("yaml-syntax", place, message, hint)


_HALF = re.compile("[\ud800-\udfff]")
_KEY = re.compile(r"\w+:")
_NO_KEY = "This line has no `key:` with a space after the colon."
_SECOND_COLON = "There is a second colon in this value, or the line is indented too far."
_SYNTAX = (
    (
        "mapping values are not allowed",
        _SECOND_COLON,
        'Put the value in double quotes: `title: "Council: a vote"`.',
        False,
    ),
    (
        "found character '\\t'",
        "This line is indented with a tab.",
        "Indent with spaces.",
        False,
    ),
    (
        "cannot start any token",
        "A value cannot begin with this sign.",
        "Put the value in double quotes; indent with spaces, not tabs.",
        False,
    ),
    (
        "while scanning a quoted scalar",
        "A quotation mark is opened and never closed.",
        "Close it at the end of the value.",
        True,
    ),
    (
        "found unexpected end of stream",
        "Something is opened and never closed: a quotation mark, `[` or `{`.",
        "Close it where the value ends.",
        True,
    ),
    (
        "unknown escape character",
        "Inside double quotes, a backslash has a meaning of its own.",
        "Write two backslashes, or leave it out.",
        False,
    ),
    (
        "expected ',' or",
        "What stands in brackets here is not closed, or lacks a comma.",
        "Write `[one, two]` or `{name: Ada Renn, stake: party}`; quote values that hold a comma.",
        True,
    ),
    (
        "could not find expected ':'",
        _NO_KEY,
        "Write `key: value`; a longer text goes on one line, or is indented below its key.",
        True,
    ),
    (
        "",
        "This cannot be read.",
        "Check this line and the one before it: indents, colons, quotation marks and brackets.",
        False,
    ),
)
"""What the parser says, what is wrong, the mend, and whether it lies where the value begins."""
