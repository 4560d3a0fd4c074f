"""Keys of what pages show: a page that shows the same is the same page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass

from generator.pages.page import Cards
from generator.publish.digest import digest

_NAMELESS = " at 0x"
"""So Python writes what has no other words: its place in memory, which says nothing."""


def view_key(view: object, card: Callable[[str], str]) -> str:
    """Give the key of what a page shows, or an empty one where none can be told.

    `card` gives the key of an article's card, which need not be read for it.
    """
    told = repr(view)
    if _NAMELESS in told:
        return ""
    return digest(told, *(card(slug) for slug in _cards(view)))


def _cards(view: object) -> tuple[str, ...]:
    """The articles whose cards a view has, in a field of its own."""
    if not is_dataclass(view):
        return ()
    values = (getattr(view, field.name) for field in fields(view))
    return tuple(slug for value in values if isinstance(value, Cards) for slug in value.slugs)
