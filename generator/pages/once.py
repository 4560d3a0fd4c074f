"""What several pages of one article need is made once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

Of = TypeVar("Of")
Value = TypeVar("Value")


def once(make: Callable[[Of], Value]) -> Callable[[Of], Value]:
    """Keep what was made of the last one: an article's pages are made one after the other."""
    last: list[tuple[Of, Value]] = []

    @wraps(make)
    def made(of: Of) -> Value:
        kept = last[0] if last else None
        if kept is None or kept[0] is not of:
            kept = (of, make(of))
            last[:] = [kept]
        return kept[1]

    return made
