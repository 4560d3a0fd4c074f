"""Wording: the framing marks of an article by technique, and where else each occurs."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.figures import Analysed
from generator.pages.concordance import Uses
from generator.pages.english import capital, counted, number, plural
from generator.pages.marks import FramingView


@dataclass(frozen=True, slots=True)
class WordingGroup:
    """The marks of one technique."""

    technique: str
    """Its id."""
    name: str
    """Its name."""
    marks: tuple[FramingView, ...]
    """Its marks, in the order of reading."""
    elsewhere: str
    """Where else in the library it occurs: `2 more in 1 other article`, or empty."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The section on wording."""

    deck: str
    """How often the wording steers."""
    groups: tuple[WordingGroup, ...]
    """Most frequent first."""


def wording(analysed: Analysed, framing: dict[str, FramingView], uses: Uses) -> Wording:
    """Group an article's framing marks by technique."""
    article = analysed.article
    groups = []
    for technique, _ in analysed.figures.framing.by_technique:
        marks = tuple(mark for mark in framing.values() if mark.technique == technique)
        others = [use.slug for use in uses.get(technique, ()) if use.slug != article.slug]
        where = counted(len(set(others)), "other article")
        elsewhere = f"{len(others)} more in {where}" if others else ""
        groups.append(WordingGroup(technique, marks[0].technique_name, marks, elsewhere))
    return Wording(_deck(analysed), tuple(groups))


def _deck(analysed: Analysed) -> str:
    marks = len(analysed.article.framing)
    every = max(1, round(analysed.figures.words.total / max(1, marks)))
    rate = f", one in every {every} words" if marks > 1 else ""
    return f"{capital(number(marks))} framing {plural(marks, 'mark', 'marks')}{rate}."
