"""The tags of a finished page, with their places, read as a browser reads them.

A browser makes sense of any text; a page of ours has the plain form that all parsers read alike: no
`<` but where markup begins, quotes only round values, an end for each comment and script. In that
form one expression finds every tag, several times faster than a parser. Anything else is unclear
markup, and refused: what cannot be misread cannot hide a script.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from generator.model import Place

UNCLEAR = "?"
"""The name that stands in for a tag's, where browsers might disagree about the markup."""

BRINGS_IN = frozenset({"base", "embed", "frame", "iframe", "object"})
"""Elements that bring in other pages, or change where all addresses lead."""

_VALUE = r"""(?:"[^"<]*+"|'[^'<]*+'|[^\s"'=<>`]++(?=[\s>]))"""
_ATTRIBUTES = rf"""(?:\s++[^\s/>"'=<]++(?:\s*+=\s*+{_VALUE})?+)*+\s*+/?"""

_MARKUP = re.compile(
    rf"""<(?:
      (?P<raw>(?i:script|style))(?P<raw_attributes>{_ATTRIBUTES})>(?P<text>.*?)</(?i:(?P=raw))\s*+>
    | (?!(?i:script|style)[\s/>])(?P<name>[a-zA-Z][a-zA-Z0-9:-]*+)(?P<attributes>{_ATTRIBUTES})>
    | !--(?!-?>).*?--!?>
    | !(?i:doctype)[^<>]*+>
    | (?P<unclear>[a-zA-Z!?]|/(?![a-zA-Z][a-zA-Z0-9:-]*+\s*+>))
    )""",
    re.DOTALL | re.VERBOSE,
)
_ATTRIBUTE = re.compile(
    r"""([^\s/>"'=<]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'=<>`]++)))?+"""
)
_WATCHED = re.compile(
    r"\s(?:on|style|id|name|href|http|xlink:|src|image|action|form|ping|poster|background|[a-z]*+[A-Z])"
    r"|url\("
)
"""How the attributes begin that this room looks at, and capitals: most tags have none, and are passed over."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag that this room looks at, or unclear markup."""

    name: str
    """The element in small letters, or `UNCLEAR`."""
    attributes: Mapping[str, str]
    """The attributes, names in small letters, values decoded; the first of a name holds."""
    text: str
    """All between a script's or a style's tags; otherwise empty."""
    start: int
    """Where its `<` is, in characters from the start of the page."""
    length: int
    """How long the start tag is."""


def tags(page: str) -> Iterator[Tag]:
    """The scripts and styles of a page, what brings in others, watched attributes, unclear markup."""
    for found in _MARKUP.finditer(page):
        start, end = found.span()
        kind = found.lastgroup  # the last group of the form that was found
        if kind == "attributes":
            name = found["name"].lower()
            attributes = _watched(found["attributes"])
            if attributes is not None or name in BRINGS_IN:
                yield Tag(name, attributes or {}, "", start, end - start)
        elif kind == "text":
            text = found["text"]
            # After a comment's start a browser may look for the script's end elsewhere.
            name = UNCLEAR if "<!--" in text else found["raw"].lower()
            raw = _attributes(found["raw_attributes"])
            yield Tag(name, raw, text, start, found.start("text") - start)
        elif kind == "unclear":
            yield Tag(UNCLEAR, {}, "", start, 1)


def place(path: str, text: str, start: int, length: int = 1) -> Place:
    """Where a stretch of a file stands; of a stretch of several lines, the first."""
    begin = text.rfind("\n", 0, start) + 1
    end = text.find("\n", start)
    line = text[begin : end if end >= 0 else len(text)]
    column = start - begin + 1
    return Place(
        path,
        text.count("\n", 0, start) + 1,
        column,
        max(1, min(length, len(line) - column + 1)),
        line,
    )


@lru_cache(maxsize=1 << 16)  # the pages of a site say the same things of different texts
def _watched(text: str) -> dict[str, str] | None:
    return _attributes(text) if _WATCHED.search(text) else None


def _attributes(text: str) -> dict[str, str]:
    pairs = [(name.lower(), a or b or c) for name, a, b, c in _ATTRIBUTE.findall(text)]
    return {n: unescape(value) if "&" in value else value for n, value in reversed(pairs)}
