"""Where things stand in a file: lines and columns, counted in characters from 1."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from operator import itemgetter

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
        line = min(max(line, 1), len(self.lines))
        excerpt = self.lines[line - 1]
        column = min(max(column, 1), len(excerpt) + 1)
        length = max(1, min(length, len(excerpt) + 1 - column))
        return Place(self.path, line, column, length, excerpt)


def source_of(path: str, text: str) -> Source:
    """Cut `text` into lines, whatever its line breaks, without a byte order mark."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return Source(path, tuple(text.split("\n")))


@dataclass(frozen=True, slots=True)
class Stretch:
    """A block's inline text with the place of each of its lines in the file."""

    source: Source
    """The file."""
    text: str
    """The inline text as Markdown has it: lines joined by a line feed."""
    starts: tuple[tuple[int, int, int], ...]
    """For each line: its offset in `text`, its line and its column in the file."""

    def place(self, start: int, end: int) -> Place:
        """The place of `text[start:end]`; of its first line where it has several."""
        at = bisect_right(self.starts, start, key=itemgetter(0)) - 1
        offset, line, column = self.starts[max(at, 0)]
        stop = self.text.find("\n", start, end)
        return self.source.place(line, column + start - offset, (end if stop < 0 else stop) - start)


def stretch(source: Source, text: str, first_line: int) -> Stretch:
    """Find each line of a block's inline `text` again in the file, from `first_line` on.

    Markdown takes away quotation signs, list signs and indents at the left only, so what
    it leaves is the end of the line (headings may lose signs at the right as well).
    """
    starts: list[tuple[int, int, int]] = []
    offset = 0
    for number, line in enumerate(text.split("\n"), start=first_line):
        raw = source.lines[number - 1] if number <= len(source.lines) else ""
        column = max(raw.replace("\0", "\ufffd").rfind(line.rstrip()), 0)
        starts.append((offset, number, column + 1))
        offset += len(line) + 1
    return Stretch(source, text, tuple(starts))
