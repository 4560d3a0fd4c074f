"""A file's text as a work: its front matter, its blocks and its marks, to be changed one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from pydantic import JsonValue

from generator.drafting.sentences import find_sentences
from generator.drafting.values import Draft, Passage
from generator.exchange.utf16 import Units
from generator.model import Block, Cue, Framing, Span, Statement
from generator.reading.article import Parts
from generator.reading.values import Value
from generator.reading.words import WORD
from generator.workbench.notes import notes_of
from generator.workbench.parted import parted
from generator.workbench.values import (
    BlockShape,
    CueShape,
    FramingShape,
    Front,
    StatementShape,
    StyleShape,
    Work,
)

_FLAGS = ("invented",)
"""Keys of the front matter that are true or false; all other values are text."""


@dataclass(frozen=True, slots=True)
class File:
    """A file that was opened."""

    parts: Parts
    """What it is made of."""
    work: Work
    """It as a work that nobody has changed."""


@lru_cache(maxsize=4)
def opened(text: str, slug: str) -> File | None:
    """Open a file; None where its front matter cannot be read, or where it is too long."""
    parts = parted(f"content/articles/{slug}.md", text)
    if isinstance(parts, tuple) or not isinstance(parts.front.value, dict):
        return None
    return File(parts, as_work(parts, text, slug))


def as_work(parts: Parts, text: str, slug: str) -> Work:
    """A file's parts as a work."""
    front, blocks = parts.front.value, parts.text.blocks
    units = [Units(block.text.text) for block in blocks]
    notes = notes_of(parts)
    names = _Names(parts)
    statements = [_statement(s, units, notes, names) for s in parts.text.statements]
    framing = [_framing(f, units, notes, names) for f in parts.text.framing]
    return Work(
        slug=slug,
        base=text,
        front=as_front(front) if isinstance(front, dict) else {},
        blocks=tuple(_block(block, each) for block, each in zip(blocks, units, strict=True)),
        statements=tuple(
            sorted(
                (*statements, *_undecided(parts, units, names)),
                key=lambda s: (s.block, s.start, s.end),
            )
        ),
        framing=tuple(framing),
        cues=tuple(_cue(cue, units) for cue in parts.text.cues),
    )


class _Names:
    """Gives each mark an id of its own: in a file with slips two may have one, or one none."""

    def __init__(self, parts: Parts) -> None:
        self._wanted = {mark.id for mark in parts.text.statements}
        self._wanted |= {mark.id for mark in parts.text.framing}
        self._taken: set[str] = set()

    def own(self, name: str, letter: str) -> str:
        """The mark's own id, or a free one."""
        if name in self._taken:
            return self.free(letter)
        self._taken.add(name)
        return name

    def free(self, letter: str) -> str:
        """The next free id."""
        number = 1
        while (name := f"{letter}{number}") in self._taken or name in self._wanted:
            number += 1
        self._taken.add(name)
        return name


def as_front(value: dict[str, Value]) -> Front:
    """A front matter as the page has it."""
    return {key: _flag(each) if key in _FLAGS else _plain(each) for key, each in value.items()}


def _plain(value: Value) -> JsonValue:
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list) else value


def _flag(value: Value) -> JsonValue:
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else None


def _block(block: Block, units: Units) -> BlockShape:
    styles = tuple(
        StyleShape(
            kind=style.kind,
            start=units.units(style.start),
            end=units.units(style.end),
            href=style.href,
        )
        for style in block.text.styles
    )
    return BlockShape(kind=block.kind, level=block.level, text=block.text.text, styles=styles)


def _statement(
    mark: Statement, units: list[Units], notes: dict[str, str], names: _Names
) -> StatementShape:
    start, end = _ends(mark.span, units)
    return StatementShape(
        id=names.own(mark.id, "s"),
        block=mark.span.block,
        start=start,
        end=end,
        basis=mark.basis,
        by=mark.voices,
        how=mark.how,
        kind=mark.kind,
        rests_on=mark.rests_on,
        see=mark.records,
        also=mark.also,
        also_kind=mark.also_kind,
        short=mark.short,
        note=notes.get(mark.id, "") if mark.note else "",
        draft=mark.draft,
    )


def _framing(
    mark: Framing, units: list[Units], notes: dict[str, str], names: _Names
) -> FramingShape:
    start, end = _ends(mark.span, units)
    return FramingShape(
        id=names.own(mark.id, "f"),
        block=mark.span.block,
        start=start,
        end=end,
        technique=mark.technique,
        plain=mark.plain,
        also=mark.also,
        note=notes.get(mark.id, "") if mark.note else "",
        draft=mark.draft,
    )


def _cue(mark: Cue, units: list[Units]) -> CueShape:
    start, end = _ends(mark.span, units)
    return CueShape(id=mark.id, block=mark.span.block, start=start, end=end)


def _ends(span: Span, units: list[Units]) -> tuple[int, int]:
    of = units[span.block]
    return of.units(span.start), of.units(span.end)


def _undecided(parts: Parts, units: list[Units], names: _Names) -> Iterator[StatementShape]:
    """The sentences that no statement covers; a heading without a mark is a label."""
    covered: dict[int, list[Span]] = {}
    for mark in parts.text.statements:
        covered.setdefault(mark.span.block, []).append(mark.span)
    for number, block in enumerate(parts.text.blocks):
        for start, end in _uncovered(block, covered.get(number, ())):
            yield StatementShape(
                id=names.free("s"),
                block=number,
                start=units[number].units(start),
                end=units[number].units(end),
                aside=block.kind == "heading",
            )


def _uncovered(block: Block, covered: Iterable[Span]) -> Iterator[tuple[int, int]]:
    text, at = block.text.text, 0
    for start, end in [*((span.start, span.end) for span in covered), (len(text), len(text))]:
        if start > at and WORD.search(text, at, start):
            passage = Passage(block.kind, block.level, text[at:start])
            for found in find_sentences(Draft("en", (passage,))).sentences:
                yield at + found.start, at + found.end
        at = max(at, end)
