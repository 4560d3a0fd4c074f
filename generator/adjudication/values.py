"""Decisions where readers differ, as somebody gives them, and what became of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model import Place, Problem

KEEP, OPEN, DROP = "keep", "open", "drop"
"""What can be decided beside the name of a reader, whose mark is then taken."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """One decision."""

    at: str
    """The mark: its id, or `reader:id` for one that only a reader has."""
    decided: str
    """`keep`, `open`, `drop`, or the name of the reader whose mark is taken."""
    by: str
    """Who decided."""
    date: date
    """When."""
    why: str
    """The reason."""
    note: str
    """The note that the mark gets; empty to take over what the readers wrote."""
    place: Place
    """Where the decision stands."""


@dataclass(frozen=True, slots=True)
class Adjudicated:
    """An article after its decisions."""

    text: str
    """Its file."""
    carried: tuple[str, ...]
    """The marks whose decision is in it."""
    problems: tuple[Problem, ...]
    """The decisions that could not be carried out, with the reason."""
