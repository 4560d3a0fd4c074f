"""The body of a page in the plain form that our templates write, read in one go.

Most of a build's finishing is in the bodies of articles: thousands of tags that hold nothing but
classes, ids and links. Two expressions read such a body: one says that it holds nothing else, and
then the other cannot mistake its ids and addresses. Whatever is not so plain is left to
`generator.finish.markup`, which finds the same things tag by tag (tests/test_plain.py).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

_VALUE = r"""=(?:"[^"<>]*+"|[\w\#.%-]++(?=[\x20>]))"""
_OTHER = (
    rf"""(?!(?i:on|style|name|id=|href|src|image|action|form|ping|poster|background|http|xmlns))"""
    rf"""[a-zA-Z][a-zA-Z-]*+(?:{_VALUE})?+"""
)
_ID = rf"""id{_VALUE}(?![^>]*\x20id=)"""
_NAME = rf"""name{_VALUE}"""
_LINK = rf"""href{_VALUE}(?![^>]*\x20href=)"""
_INWARD = rf"""(?=href="?\#){_LINK}"""
_BARRED = "script|style|base|embed|frame|iframe|object|meta|link|area|template|image"
_BODY = re.compile(
    rf"""(?:[^<"=]++|<(?:
      /[a-z][a-z0-9]*+>
    | a(?:\x20(?:{_ID}|{_LINK}|{_OTHER}))*+>
    | (?!(?:a|{_BARRED})[\s/>])[a-z][a-z0-9]*+(?:\x20(?:{_ID}|{_NAME}|{_INWARD}|{_OTHER}))*+\x20?/?>
    ))*+""",
    re.VERBOSE,
)
_SAYS = re.compile(
    r"""=(?:(?<=\x20id=)("[^"]*+"|[^\s>]++)|(?<=\x20href=)("[^"]*+"|[^\s>]++)|"[^"]*+")"""
)
"""Every value of a plain body, and of these the ids and the addresses."""

_NEITHER = ("", "")
"""What it finds of a value that is none of them."""

_DRAWN = re.compile(r"""\x20(?:fill|stroke|mask)="url\((\#[\w-]+)\)\"""")


@dataclass(frozen=True, slots=True)
class Body:
    """What a plain body holds."""

    start: int
    """Where it begins, in characters from the start of the page."""
    ids: tuple[str, ...]
    """Its ids, in order."""
    addresses: tuple[str, ...]
    """Where its links lead, each once, in the order of the first."""


def plain_body(page: str) -> Body | None:
    """Read the body of a page from `<main` on; None where it is not plain."""
    start = page.find("<main")
    if start < 0 or not _BODY.fullmatch(page, start):
        return None
    drawn = _DRAWN.findall(page, start)
    if page.count("url(", start) != len(drawn):
        return None
    said = [both for both in _SAYS.findall(page, start) if both != _NEITHER]
    ids = tuple(_text(id_) for id_, _ in said if id_)
    addresses = dict.fromkeys(address for _, address in said if address)
    return Body(start, ids, (*dict.fromkeys(map(_text, addresses)), *dict.fromkeys(drawn)))


def _text(value: str) -> str:
    """What a value says, without its quotation marks."""
    value = value.strip('"')
    return unescape(value) if "&" in value else value
