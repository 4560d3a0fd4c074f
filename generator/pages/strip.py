"""At a glance: the article as one strip, a cell a statement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from generator.analysis.figures import Analysed, Removal
from generator.model import Basis, Framing, Statement, Voice
from generator.pages.english import listed, within
from generator.pages.label import calling, fits
from generator.pages.marks import second_basis
from generator.pages.once import once

_WIDE = 1216
_MANY = 40
Fate = Literal["falls", "leans", ""]


@dataclass(frozen=True, slots=True)
class Flag:
    """A framing mark above its place in a cell."""

    x: int
    """Where it begins, in percent of the cell."""
    width: int
    """How wide it is, in percent of the cell."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One statement."""

    id: str
    """The statement's id."""
    number: int
    """Its number."""
    basis: Basis
    """Its basis."""
    also: str
    """The basis of a second fair reading, or empty."""
    words: int
    """Its width, in words."""
    flags: tuple[Flag, ...]
    """Framing marks in it."""
    without: Fate
    """`falls` or `leans` without the heaviest voice, or empty where it stands."""


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring cells of one paragraph with the same voice."""

    who: str
    """What the bracket says, or empty for no bracket."""
    full: str
    """The same in full."""
    cells: tuple[Cell, ...]
    """The cells."""


@dataclass(frozen=True, slots=True)
class Strip:
    """The whole article at a glance."""

    paragraphs: tuple[tuple[Run, ...], ...]
    """Paragraphs that have statements, each with its runs."""
    many: bool
    """Whether it has to break into rows on a wide screen too."""
    heaviest: str
    """The name of the heaviest voice, or empty."""
    named: bool
    """Whether there is a voice's name under it."""
    framed: bool
    """Whether there is a flag on it."""
    contested: bool
    """Whether a cell has a second pattern."""


@once
def strip(analysed: Analysed) -> Strip:
    """Lay an article's statements out in a strip."""
    article, figures = analysed.article, analysed.figures
    heaviest = figures.voices[0] if figures.voices and figures.voices[0].removal.falls else None
    words = max(1, sum(max(2, s.words) for s in article.statements))
    many = len(article.statements) > _MANY
    pixels = 5.0 if many else (_WIDE - 6 * len(article.statements)) / words
    cells = _cells(analysed, heaviest.removal if heaviest else None)
    paragraphs = [
        tuple(
            _run(analysed, voices, list(run), pixels, cells)
            for (_, voices), run in groupby(block, key=lambda s: (s.basis, s.voices))
        )
        for _, block in groupby(article.statements, key=lambda s: s.span.block)
    ]
    return Strip(
        paragraphs=tuple(paragraphs),
        many=many,
        heaviest=within(heaviest.name) if heaviest else "",
        named=any(run.who for paragraph in paragraphs for run in paragraph),
        framed=any(framing.statement for framing in article.framing),
        contested=any(second_basis(statement) for statement in article.statements),
    )


def _run(
    analysed: Analysed,
    ids: tuple[str, ...],
    run: list[Statement],
    pixels: float,
    cells: Mapping[str, Cell],
) -> Run:
    shown = tuple(cells[statement.id] for statement in run)
    if not ids:
        return Run("", "", shown)
    voices = [voice for voice in analysed.article.voices if voice.id in ids]
    full = listed([voice.name for voice in voices])
    room = sum(s.words for s in run) * pixels
    return Run(_shown(full, voices, room), full, shown)


def _shown(full: str, voices: list[Voice], room: float) -> str:
    """Give the longest name that has room under its cells, or nothing."""
    short = " and ".join(calling(voice) for voice in voices)
    bare = short.removeprefix("The ").removeprefix("the ")
    first = bare.split(" ")[0] + "…"
    return next((name for name in (full, short, bare, first) if fits(name, room)), "")


def _cells(analysed: Analysed, removal: Removal | None) -> dict[str, Cell]:
    marks: dict[str, list[Framing]] = {}
    for mark in analysed.article.framing:
        marks.setdefault(mark.statement, []).append(mark)
    fates: dict[str, Fate] = {}
    if removal:
        fates = {**dict.fromkeys(removal.falls, "falls"), **dict.fromkeys(removal.leans, "leans")}
    return {
        s.id: Cell(
            id=s.id,
            number=s.number,
            basis=s.basis,
            also=second_basis(s),
            words=max(2, s.words),
            flags=_flags(s, marks.get(s.id, [])),
            without=fates.get(s.id, ""),
        )
        for s in analysed.article.statements
    }


def _flags(statement: Statement, marks: list[Framing]) -> tuple[Flag, ...]:
    """Give a flag for each mark that does not stand within another."""
    start = statement.span.start
    length = max(1, statement.span.end - start)
    found: list[Flag] = []
    until = start
    for mark in sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end)):
        if mark.span.end <= until:
            continue
        until = mark.span.end
        found.append(
            Flag(
                x=round(100 * (mark.span.start - start) / length),
                width=max(1, round(100 * (mark.span.end - mark.span.start) / length)),
            )
        )
    return tuple(found)
