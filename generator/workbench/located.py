"""What a problem is about: a mark's id, or a key of the front matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.exchange.utf16 import Units
from generator.model import Place, Problem
from generator.reading.article import Parts
from generator.reading.attributes import MARKS
from generator.reading.blocks import RawBlock
from generator.reading.flat import FlatMark
from generator.reading.marks import STATEMENTS, kind_of
from generator.workbench.notes import note_lines
from generator.workbench.values import ProblemShape, Stretch, Work, shaped

_MISSING = re.compile(r"`([\w.-]+)`(?: in number (\d+) of `([\w.-]+)`)? is missing")
"""What `missing-key` says, whose place is that of the key above."""


def located(parts: Parts, work: Work, problems: Iterable[Problem]) -> tuple[ProblemShape, ...]:
    """The problems of a file, with what in the work each is about."""
    locator = _Locator(parts, work)
    return tuple(shaped(problem, locator.at(problem)) for problem in problems)


@dataclass(frozen=True, slots=True)
class _Block:
    raw: RawBlock
    marks: tuple[tuple[FlatMark, str], ...]
    """The marks that a reader can tell apart, each with the id that it has in the work."""

    @property
    def lines(self) -> range:
        placed = self.raw.stretch
        return range(placed.first_line, placed.first_line + placed.text.count("\n") + 1)


class _Locator:
    def __init__(self, parts: Parts, work: Work) -> None:
        self._parts, self._work = parts, work
        self._notes = {
            line: note.label for note in note_lines(parts) for line in range(note.first, note.after)
        }
        self._ids = {mark.id for mark in (*work.statements, *work.framing)}
        self._blocks = {
            line: (number, block)
            for number, block in enumerate(_blocks(parts, work))
            for line in block.lines
        }

    def at(self, problem: Problem) -> str:
        place = problem.place
        if place.line < self._parts.front.body_line:
            return self._key(problem)
        label = self._notes.get(place.line)
        if label is not None:
            return label if label in self._ids else ""
        number, block = self._blocks.get(place.line, (0, None))
        return self._mark(block, number, place) if block else ""

    def _key(self, problem: Problem) -> str:
        places, place = self._parts.front.places, problem.place
        if problem.code == "missing-key" and (said := _MISSING.match(problem.message)):
            key, number, of = said.groups()
            return f"front.{of}.{int(number) - 1}.{key}" if of else f"front.{key}"
        same = [path for path, at in places.items() if at.line == place.line]
        exact = [path for path in same if places[path].column == place.column]
        before = [path for path in same if places[path].column <= place.column]
        # An item of a list and its first key begin at one place: the key says more.
        path = (exact or before or [()])[-1]
        return ".".join(("front", *path)) if path else ""

    def _mark(self, block: _Block, number: int, place: Place) -> str:
        placed = block.raw.stretch
        row = place.line - placed.first_line
        at = placed.offsets[row] + place.column - placed.columns[row]
        inside = [name for mark, name in block.marks if mark.found.start <= at < mark.found.end]
        named = [name for name in inside if name]
        if named:
            return named[-1]
        return self._undecided(block, number, at)

    def _undecided(self, block: _Block, number: int, at: int) -> str:
        """The first sentence in hand that stands where no statement does."""
        units = Units(block.raw.flat.text.text)
        ends = [m.end for m, _ in block.marks if m.found.end <= at and _is_statement(m)]
        begins = [m.start for m, _ in block.marks if m.found.start > at and _is_statement(m)]
        start = units.units(max(ends, default=0))
        end = units.units(min(begins)) if begins else units.length
        return next(
            (
                statement.id
                for statement in self._work.statements
                if statement.block == number
                and not statement.written
                and not statement.aside
                and start <= statement.start < end
            ),
            "",
        )


def _is_statement(mark: FlatMark) -> bool:
    return kind_of(mark.found.attributes) in STATEMENTS


def _blocks(parts: Parts, work: Work) -> Iterator[_Block]:
    """The blocks of the text; the marks of a file are those of its work, in the order of reading."""
    statements: Iterator[Stretch] = iter([s for s in work.statements if s.written])
    written = {mark.id for mark in parts.text.framing}
    framing: Iterator[Stretch] = iter([f for f in work.framing if f.technique or f.id in written])
    cues: Iterator[Stretch] = iter(work.cues)
    for raw in (raw for raw in parts.body.blocks if not raw.note):
        marks: list[tuple[FlatMark, str]] = []
        for mark in raw.flat.marks:
            kind = kind_of(mark.found.attributes)
            if kind in MARKS:
                of = statements if kind in STATEMENTS else framing if kind == "framing" else cues
                found = next(of, None)
                marks.append((mark, found.id if found else ""))
        yield _Block(raw, tuple(marks))
