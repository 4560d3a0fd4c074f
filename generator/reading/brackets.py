"""An example's [square brackets] to its text and the places of the words in them."""

from __future__ import annotations

import re

from generator.model import Example, Place, Problem
from generator.reading.problem import error

_SIGNS = re.compile(r"[\[\]]")


def read_example(text: str) -> Example:
    """Read a sentence with words in brackets; a bracket without a partner stays in the text."""
    flat = " ".join(text.split())
    plain = ""
    opened: int | None = None
    spans: list[tuple[int, int]] = []
    at = 0
    for found in _SIGNS.finditer(flat):
        plain += flat[at : found.start()]
        at = found.end()
        if found[0] == "[" and opened is None and "]" in flat[at:]:
            opened = len(plain)
        elif found[0] == "]" and opened is not None:
            spans.append((opened, len(plain)))
            opened = None
        else:
            plain += found[0]
    return Example(plain + flat[at:], tuple(spans))


def bracket_problems(text: str, place: Place) -> tuple[Problem, ...]:
    """`example-brackets`, where brackets nest, lack a partner or hold nothing."""
    signs = "".join(_SIGNS.findall(text))
    if signs.replace("[]", "") == "" and not re.search(r"\[\s*\]", text):
        return ()
    return (
        error(
            "example-brackets",
            place,
            "The square brackets here do not come in pairs round some words.",
            "Write [these words] and [those]: each [ with its ], and none inside another.",
        ),
    )
