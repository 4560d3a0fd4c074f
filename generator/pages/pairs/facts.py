"""What a pair reports: by both, or by one only, and what it rests on in each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.analysis.figures import Analysed
from generator.model import Fact
from generator.pages.english import capital, cut, listed, within
from generator.pages.label import calling
from generator.pages.marks import Reference, reference


@dataclass(frozen=True, slots=True)
class Reported:
    """A statement that reports a fact."""

    statement: Reference
    """The statement."""
    words: str
    """Its words, cut where they are many."""
    rests: str
    """What it rests on, in words: `Sourced to Colonel Askar`."""


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact, with the statements that report it."""

    what: str
    """The fact."""
    sides: tuple[tuple[Reported, ...], tuple[Reported, ...]]
    """The statements of the first article and of the second; empty where it does not report it."""
    unlike: bool
    """Whether both report it, and it does not rest on the same in both."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts that belong together."""

    id: str
    """The anchor of the section."""
    title: str
    """Who reports them."""
    rows: tuple[FactRow, ...]
    """The facts, in the order of the file."""


def fact_rows(facts: Iterable[Fact], upper: Analysed, lower: Analysed) -> tuple[FactRow, ...]:
    """Give each fact with the statements of both articles that report it."""
    return tuple(_fact(fact, upper, lower) for fact in facts)


def _fact(fact: Fact, upper: Analysed, lower: Analysed) -> FactRow:
    sides = (_reported(fact, upper), _reported(fact, lower))
    bases = [{one.statement.basis for one in side} for side in sides]
    return FactRow(fact.what, sides, unlike=all(bases) and bases[0] != bases[1])


_ROOM = 130


def _reported(fact: Fact, analysed: Analysed) -> tuple[Reported, ...]:
    ids = dict(fact.reported).get(analysed.article.slug, ())
    names = {voice.id: within(calling(voice)) for voice in analysed.article.voices}
    return tuple(
        Reported(
            reference(statement),
            cut(statement.text, _ROOM),
            "Sourced to " + listed([names[v] for v in statement.voices if v in names])
            if statement.voices
            else capital(statement.basis),
        )
        for statement in analysed.article.statements
        if statement.id in ids
    )


def fact_groups(rows: tuple[FactRow, ...], first: str, second: str) -> tuple[Facts, ...]:
    """Sort facts by who reports them; `first` and `second` are what the articles are called."""
    groups = (
        Facts("both", "Both report", tuple(row for row in rows if all(row.sides))),
        Facts(
            "first-only",
            f"Only {within(first)} reports",
            tuple(row for row in rows if row.sides[0] and not row.sides[1]),
        ),
        Facts(
            "second-only",
            f"Only {within(second)} reports",
            tuple(row for row in rows if row.sides[1] and not row.sides[0]),
        ),
    )
    return tuple(group for group in groups if group.rows)
