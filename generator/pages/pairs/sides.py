"""One article of a pair: its figures, its voices, what falls without the heaviest one."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.figures import Analysed
from generator.pages.english import counted, day
from generator.pages.marks import references
from generator.pages.opening import direction
from generator.pages.page import Around
from generator.pages.setting import Setting, setting
from generator.pages.support import Without, support
from generator.pages.voices import VoiceRow, voices


@dataclass(frozen=True, slots=True)
class VoiceCell:
    """A voice of one article."""

    row: VoiceRow
    """The voice with its figures."""
    shared: bool
    """Whether the other article has it too."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two articles."""

    slug: str
    """Its address."""
    title: str
    """Its title."""
    who: str
    """What it is called on this page: its publisher, or its title where both have the same."""
    language: str
    """The language of its text."""
    direction: str
    """`ltr` or `rtl`."""
    about: str
    """Date, ages, reading time, kind of article."""
    counts: str
    """Its statements by basis, in words."""
    voices: tuple[VoiceCell, ...]
    """Who speaks; those of both articles first."""
    first: Without | None
    """What falls without its heaviest voice; None where nothing does."""
    framing: str
    """How many framing marks it has."""
    setting: Setting
    """How to set it as reading."""


def two_sides(upper: Analysed, lower: Analysed, around: Around) -> tuple[Side, Side]:
    """Give both articles of a pair."""
    above = voices(upper, around.codebook, references(upper)).rows
    below = voices(lower, around.codebook, references(lower)).rows
    heard = {row.voice.name for row in below}
    order = [row.voice.name for row in above if row.voice.name in heard]
    return (
        _side(upper, called(upper, lower), _cells(above, order), around),
        _side(lower, called(lower, upper), _cells(below, order), around),
    )


def _cells(rows: tuple[VoiceRow, ...], shared: list[str]) -> tuple[VoiceCell, ...]:
    """Put the voices of both articles first, in the same order in both."""
    first = sorted(
        (row for row in rows if row.voice.name in shared),
        key=lambda row: shared.index(row.voice.name),
    )
    rest = (row for row in rows if row.voice.name not in shared)
    return (*(VoiceCell(row, True) for row in first), *(VoiceCell(row, False) for row in rest))


def called(analysed: Analysed, other: Analysed) -> str:
    """Give the publisher; the title where there is none, or where both have the same."""
    publisher = analysed.article.original.publisher
    same = publisher == other.article.original.publisher
    return f"“{analysed.article.title}”" if same or not publisher else publisher


def _side(analysed: Analysed, who: str, cells: tuple[VoiceCell, ...], around: Around) -> Side:
    article, figures = analysed.article, analysed.figures
    counts = figures.statements
    first = next(iter(support(analysed, references(analysed)).without), None)
    heaviest = max((len(v.removal.falls) for v in figures.voices), default=0)
    about = [day(article.original.published)]
    about += [f"ages {article.level.replace('-', '–')}"] if article.level else []
    about += [counted(figures.minutes, "minute"), article.genre]
    return Side(
        slug=article.slug,
        title=article.title,
        who=who,
        language=article.language,
        direction=direction(article),
        about=" · ".join(part for part in about if part),
        counts=(
            f"{counted(counts.total, 'statement')}: {counts.sourced} sourced, "
            f"{counts.unsourced} unsourced, {counts.inferred} inferred"
        ),
        voices=cells,
        first=first if heaviest else None,
        framing=counted(len(article.framing), "framing mark"),
        setting=setting(analysed, around, "../../"),
    )
