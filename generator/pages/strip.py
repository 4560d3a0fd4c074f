"""At a glance: the article as one strip, a cell a statement."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from generator.analysis.figures import Analysed
from generator.model import Basis, Statement, Voice
from generator.pages.english import counted, listed, within
from generator.pages.label import calling, fits

_WIDE = 1216
_MANY = 40


@dataclass(frozen=True, slots=True)
class Flag:
    """A framing mark above its place in a cell."""

    x: float
    """Where it begins, in percent of the cell."""
    width: float
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
    """A second basis, or empty."""
    words: int
    """Its width, in words."""
    flags: tuple[Flag, ...]
    """Framing marks in it."""
    without: str
    """`falls`, `leans` or `stands` without the heaviest voice, or empty where there is none."""
    aria: str
    """The cell in words."""


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


def strip(analysed: Analysed) -> Strip:
    """Lay an article's statements out in a strip."""
    article, figures = analysed.article, analysed.figures
    heaviest = figures.voices[0] if figures.voices and figures.voices[0].removal.falls else None
    words = max(1, sum(max(2, s.words) for s in article.statements))
    many = len(article.statements) > _MANY
    pixels = 5.0 if many else (_WIDE - 6 * len(article.statements)) / words
    paragraphs = [
        tuple(
            _run(analysed, who, list(run), pixels)
            for who, run in groupby(block, key=lambda s: (s.basis, s.voices))
        )
        for _, block in groupby(article.statements, key=lambda s: s.span.block)
    ]
    return Strip(
        paragraphs=tuple(paragraphs),
        many=many,
        heaviest=within(heaviest.name) if heaviest else "",
        named=any(run.who for paragraph in paragraphs for run in paragraph),
        framed=any(framing.statement for framing in article.framing),
    )


def _run(
    analysed: Analysed, who: tuple[str, tuple[str, ...]], run: list[Statement], pixels: float
) -> Run:
    _, ids = who
    voices = [voice for voice in analysed.article.voices if voice.id in ids]
    full = listed([voice.name for voice in voices])
    room = sum(s.words for s in run) * pixels
    return Run(_shown(full, voices, room), full, tuple(_cell(analysed, s) for s in run))


def _shown(full: str, voices: list[Voice], room: float) -> str:
    """Give the longest name that has room under its cells, or nothing."""
    short = " and ".join(calling(voice) for voice in voices)
    bare = short.removeprefix("The ").removeprefix("the ")
    first = bare.split(" ")[0] + "…"
    return next((name for name in (full, short, bare, first) if fits(name, room)), "")


def _cell(analysed: Analysed, statement: Statement) -> Cell:
    article = analysed.article
    length = max(1, statement.span.end - statement.span.start)
    marks = [f for f in article.framing if f.statement == statement.id]
    flags = tuple(
        Flag(
            x=round(100 * (mark.span.start - statement.span.start) / length, 1),
            width=round(100 * (mark.span.end - mark.span.start) / length, 1),
        )
        for mark in marks
        if not any(
            o is not mark and _holds(o.span.start, o.span.end, mark.span.start, mark.span.end)
            for o in marks
        )
    )
    names = [voice.name for voice in article.voices if voice.id in statement.voices]
    parts = [f"Statement {statement.number}, {statement.basis}"]
    parts += [", ".join(names)] if names else []
    parts += [counted(len(marks), "framing mark")] if marks else []
    return Cell(
        id=statement.id,
        number=statement.number,
        basis=statement.basis,
        also=statement.also,
        words=max(2, statement.words),
        flags=flags,
        without=_without(analysed, statement.id),
        aria=", ".join(parts),
    )


def _holds(start: int, end: int, inner_start: int, inner_end: int) -> bool:
    return start <= inner_start and inner_end <= end


def _without(analysed: Analysed, statement: str) -> str:
    if not analysed.figures.voices or not analysed.figures.voices[0].removal.falls:
        return ""
    removal = analysed.figures.voices[0].removal
    if statement in removal.falls:
        return "falls"
    return "leans" if statement in removal.leans else "stands"
