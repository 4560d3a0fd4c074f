"""What plain text cannot hold: it is shown as it stands, so HTML in it is a slip or means harm.

Values of the front matter, of the codebook, of pairs and of attributes are plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.model import Place, Problem
from generator.reading.machine import machine_code
from generator.reading.problem import error
from generator.reading.values import Path, Value

_SIGN = re.compile(r"[<{]|\]\(")
"""What begins all that is looked for here; most texts have none of it."""
_TAG = re.compile(r"<(?:[A-Za-z/!?])[^<>\s]*")
_LINK = re.compile(r"(!?)\[[^\[\]]*\]\([^)]*\)?")


def value_problems(value: Value, places: Mapping[Path, Place]) -> Iterator[Problem]:
    """`html`, `image`, `link-address`, `template-code` and `snippet` in the values of a file."""
    yield from _walk(value, (), places)


def _walk(value: Value, path: Path, places: Mapping[Path, Place]) -> Iterator[Problem]:
    if isinstance(value, str):
        # a file that is one text has a problem of its own
        if _SIGN.search(value) and path in places:
            yield from plain_problems(value, places[path])
        return
    items = value.items() if isinstance(value, dict) else enumerate(value or ())
    for key, inner in items:
        yield from _walk(inner, (*path, str(key)), places)


def plain_problems(text: str, place: Place) -> Iterator[Problem]:
    """What is wrong in one text, whose key or whose self stands at `place`."""
    yield from markup_problems(text, place)
    locate = lambda start, end: _within(place, text[start:end])  # noqa: E731
    yield from machine_code(text, locate, escapes=False)


def markup_problems(text: str, place: Place) -> Iterator[Problem]:
    """`html`, `image` and `link-address` in one text."""
    if tag := _TAG.search(text):
        yield error(
            "html",
            _within(place, tag[0]),
            "No HTML can stand here.",
            "Take it out, or say it in words; a < with a space after it may stand.",
        )
    if (link := _LINK.search(text)) and link[1]:
        yield error(
            "image",
            _within(place, link[0]),
            "No image can stand here.",
            "Take it out, or say in words what it shows.",
        )
    elif link:
        yield error(
            "link-address",
            _within(place, link[0]),
            "A link is not read here.",
            "Write the words alone; a space before the ( keeps brackets of the text itself.",
        )


def _within(place: Place, fault: str) -> Place:
    """The place of the fault itself, where its line shows it as it is; or else of its key."""
    at = place.excerpt.find(fault, place.column - 1)
    return replace(place, column=at + 1, length=len(fault)) if at >= 0 else place
