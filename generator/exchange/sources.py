"""Bytes that somebody hands over, as text or as JSON, with places."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.model import Problem
from generator.reading.place import Source, source_of
from generator.reading.problem import error

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
"""What JSON can hold."""


def decoded(name: str, data: bytes) -> tuple[Source | None, tuple[Problem, ...]]:
    """The lines of a UTF-8 file, with or without a byte order mark; or a problem at the bad byte."""
    try:
        return source_of(name, data.decode("utf-8-sig")), ()
    except UnicodeDecodeError as fault:
        before = data[: fault.start].decode("utf-8", errors="replace").removeprefix("\ufeff")
        rest = data[fault.start :].partition(b"\n")[0].decode("utf-8", errors="replace")
        lines = source_of(name, before + rest)
        problem = error(
            "not-utf-8",
            lines.place(len(source_of(name, before).lines), len(before) - before.rfind("\n")),
            "This is not UTF-8 text.",
            "Save it as UTF-8 in the tool that it comes from.",
        )
        return None, (problem,)


def parsed_files(files: dict[str, bytes], problems: list[Problem]) -> Iterator[tuple[Source, Json]]:
    """The JSON of each file that can be read; what is wrong with the others goes to `problems`."""
    for name, data in files.items():
        source, wrong = decoded(name, data)
        problems += wrong
        if source is None:
            continue
        value, wrong = parsed(source)
        problems += wrong
        if not wrong:
            yield source, value


def parsed(source: Source, line: int = 0) -> tuple[Json, tuple[Problem, ...]]:
    """The JSON of a whole file, or of one line of it (counted from 1); or what is wrong with it."""
    text = source.lines[line - 1] if line else "\n".join(source.lines)
    hint = "Export it again; it may have been cut off, or changed by hand."
    try:
        return json.loads(text), ()
    except json.JSONDecodeError as fault:
        place = source.place(line or fault.lineno, fault.colno)
        return None, (error("not-json", place, f"This is not JSON: {fault.msg}.", hint),)
    except (RecursionError, ValueError):
        place = source.place(line or 1, 1)
        message = "This JSON is nested too deep, or holds a number that is too long."
        return None, (error("not-json", place, message, hint),)
