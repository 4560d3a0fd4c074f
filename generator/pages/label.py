"""Short names for statements and voices, for places with little room."""

from __future__ import annotations

from generator.model import Statement, Voice
from generator.pages.english import cut

_ROOM = 44


def label(statement: Statement) -> str:
    """Give the statement's own short label, or its first words."""
    return statement.short or cut(statement.text, _ROOM)


def calling(voice: Voice) -> str:
    """Give the shortest fair name: a person's last name, otherwise the whole name."""
    if voice.kind == "person" and " " in voice.name and not voice.name[:1].islower():
        return voice.name.rsplit(" ", 1)[1]
    return voice.name


def fits(text: str, width: float, letter: float = 6.0) -> bool:
    """Tell whether a small text has room in so many pixels."""
    return len(text) * letter <= width
