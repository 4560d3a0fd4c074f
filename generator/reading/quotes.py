"""Quotation marks: which words of a text stand inside them."""

from __future__ import annotations

import re

_DOUBLE = re.compile(r"“([^“”]*)”")
_STRAIGHT = re.compile(r'"([^"]*)"')
_SINGLE = re.compile(r"‘([^‘]*?)’(?!\w)")


def verbatim(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of the words inside each pair of “double quotation marks”."""
    return tuple(found.span(1) for found in _DOUBLE.finditer(text))


def spoken(text: str) -> tuple[tuple[int, int], ...]:
    """The same for “double” and "straight" marks: words that a text gives as said."""
    return verbatim(text) + tuple(found.span(1) for found in _STRAIGHT.finditer(text))


def nested(text: str) -> tuple[tuple[int, int], ...]:
    """The same for ‘single’ marks: in a `quotation` article, a quotation of the original's own."""
    return tuple(found.span(1) for found in _SINGLE.finditer(text))


def unpaired(text: str) -> int:
    """The first “ or ” without its partner, as a character number from 0, or -1."""
    rest = _DOUBLE.sub(lambda found: " " * len(found[0]), text)
    return min((at for at in (rest.find("“"), rest.find("”")) if at >= 0), default=-1)
