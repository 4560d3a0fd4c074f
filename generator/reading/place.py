"""Where things stand in a file: lines and columns, counted in characters from 1."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from generator.model import Place


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text, cut into lines."""

    path: str
    """The file, as the contributor would name it."""
    lines: tuple[str, ...]
    """Its lines without line breaks; CRLF and a byte order mark are gone."""

    def place(self, line: int, column: int, length: int = 1) -> Place:
        """The place at `line` and `column` (both from 1), kept inside the line."""
        if not 0 < line <= len(self.lines):
            line = 1 if line < 1 else len(self.lines)
        excerpt = self.lines[line - 1]
        after = len(excerpt) + 1
        if not 0 < column <= after:
            column = 1 if column < 1 else after
        if length > after - column:
            length = after - column
        if length < 1:
            length = 1
        return Place(self.path, line, column, length, excerpt)


def source_of(path: str, text: str) -> Source:
    """Cut `text` into lines, whatever its line breaks, without a byte order mark."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return Source(path, tuple(text.split("\n")))


class Stretch(NamedTuple):
    """A block's inline text with the place of each of its lines in the file."""

    source: Source
    """The file."""
    text: str
    """The inline text as Markdown has it: lines joined by a line feed."""
    first_line: int
    """The file's line that has its first one."""
    offsets: tuple[int, ...]
    """For each line: where it begins in `text`."""
    columns: tuple[int, ...]
    """For each line: its column in the file."""

    def place(self, start: int, end: int) -> Place:
        """The place of `text[start:end]`; of its first line where it has several."""
        offsets = self.offsets
        at = max(bisect_right(offsets, start) - 1, 0) if len(offsets) > 1 else 0
        if at + 1 < len(offsets) and end >= offsets[at + 1]:
            end = offsets[at + 1] - 1
        column, length = self.columns[at] + start - offsets[at], end - start
        line, source = self.first_line + at, self.source
        if column > 0 < length and line <= len(source.lines):
            excerpt = source.lines[line - 1]
            if column + length <= len(excerpt) + 1:  # as nearly always: nothing to keep inside
                return Place(source.path, line, column, length, excerpt)
        return source.place(line, column, length)


def stretch(source: Source, text: str, first_line: int) -> Stretch:
    """Find each line of a block's inline `text` again in the file, from `first_line` on.

    Markdown takes away quotation signs, list signs and indents at the left only, so what
    it leaves is the end of the line (headings may lose signs at the right as well).
    """
    offsets: list[int] = []
    columns: list[int] = []
    offset = 0
    for number, line in enumerate(text.split("\n"), start=first_line):
        raw = source.lines[number - 1] if number <= len(source.lines) else ""
        column = max(raw.replace("\0", "\ufffd").rfind(line.rstrip()), 0)
        offsets.append(offset)
        columns.append(column + 1)
        offset += len(line) + 1
    return Stretch(source, text, first_line, tuple(offsets), tuple(columns))
