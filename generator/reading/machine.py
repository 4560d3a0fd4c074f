"""Code for machines in a text for people: templates and snippets, which some builder might run."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from generator.model import Place, Problem
from generator.reading.problem import error

Locate = Callable[[int, int], Place]
"""From the first character and one past the last to the place."""

_PAIRS = (("{{", "}}"), ("{%", "%}"), ("{#", "#}"))
_SNIPPET = re.compile(r"(?<![\\-])-+8<-+")


def machine_code(text: str, locate: Locate, *, escapes: bool) -> Iterator[Problem]:
    """`template-code` and `snippet` in `text`.

    `escapes` says that a backslash makes a sign a letter there, as it does in Markdown.
    """
    for opens, closes in _PAIRS:
        at = text.find(opens)
        while at >= 0 and (close := text.find(closes, at + 2)) >= 0:
            if not escapes or text[max(at - 1, 0)] != "\\":
                yield error(
                    "template-code",
                    locate(at, close + 2),
                    f"`{opens} {closes}` is code for templates, and no content may hold any.",
                    f"Take it out; signs of the text itself are written \\{opens} {closes}."
                    if escapes
                    else f"Take it out, or put a space between the signs: {opens[0]} {opens[1]}.",
                )
            at = text.find(opens, close + 2)
    for found in _SNIPPET.finditer(text):
        yield error(
            "snippet",
            locate(*found.span()),
            "This would fetch another file into the page.",
            f"Take it out; signs of the text itself are written \\{found[0]}."
            if escapes
            else "Take it out, or write it another way.",
        )
