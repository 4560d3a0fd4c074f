"""A generated page as an engine would read it: front matter, headings in Markdown, blocks of HTML."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape, unescape

_FRONT = re.compile(r"\s*---\n(.*?)\n---\n", re.DOTALL)
_HEADING = re.compile(r"\n(#{1,6}) (.+?)(?: \{ ((?:[#.][\w-]+ ?)+)\})?(?=\n)(?:\n[ \t]*(?=\n))?")
"""A line's end begins it, and not any line's beginning: so most of a page is passed over at once."""
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!])")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that the page's table of contents lists."""

    id: str
    """Its anchor."""
    title: str
    """Its words, escaped for HTML."""


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a generated page, taken apart."""

    front: Mapping[str, str | bool]
    """Its front matter."""
    body: str
    """Its content as HTML."""
    headings: tuple[Heading, ...]
    """The headings that stand in Markdown, in order."""


def source_of(text: str) -> Source:
    """Take apart the text of a generated page, as `generator.render` gives it."""
    found = _FRONT.match(text)
    if found is None:
        raise ValueError("a generated page begins with its front matter")
    front: dict[str, str | bool] = {}
    for line in found[1].split("\n"):
        if line:
            name, _, value = line.partition(": ")
            front[name] = json.loads(value)
    headings: list[Heading] = []

    def as_html(heading: re.Match[str]) -> str:
        marks, title, signs = heading.groups()
        names = signs.split() if signs else []
        id_ = next((name[1:] for name in names if name[0] == "#"), "")
        classes = " ".join(name[1:] for name in names if name[0] == ".")
        words = _text(title)
        headings.append(Heading(id_, words))
        level = len(marks)
        attributes = (f' class="{classes}"' if classes else "") + (f' id="{id_}"' if id_ else "")
        return f"\n<h{level}{attributes}>{words}</h{level}>"

    body = _HEADING.sub(as_html, f"\n{text[found.end() :].strip()}")
    return Source(front, body[1:], tuple(headings))


def _text(words: str) -> str:
    """A heading's words as HTML, from Markdown in which every sign is escaped."""
    return escape(unescape(_ESCAPED.sub(r"\1", words)), quote=False)
