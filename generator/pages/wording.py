"""Wording: the framing marks of an article by technique."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.figures import Analysed
from generator.pages.english import capital, number, plural
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


@dataclass(frozen=True, slots=True)
class Wording:
    """The section on wording."""

    deck: str
    """How often the wording steers."""
    groups: tuple[WordingGroup, ...]
    """Most frequent first."""


def wording(analysed: Analysed, framing: dict[str, FramingView]) -> Wording:
    """Group an article's framing marks by technique."""
    by_technique: dict[str, list[FramingView]] = {}
    for mark in framing.values():
        by_technique.setdefault(mark.technique, []).append(mark)
    groups = tuple(
        WordingGroup(
            technique, by_technique[technique][0].technique_name, tuple(by_technique[technique])
        )
        for technique, _ in analysed.figures.framing.by_technique
    )
    return Wording(_deck(analysed), groups)


def _deck(analysed: Analysed) -> str:
    marks = len(analysed.article.framing)
    every = max(1, round(analysed.figures.words.total / max(1, marks)))
    rate = f", one in every {every} words" if marks > 1 else ""
    return f"{capital(number(marks))} framing {plural(marks, 'mark', 'marks')}{rate}."
