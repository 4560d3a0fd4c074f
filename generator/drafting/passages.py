"""The first step: a text to its blocks, in plain text or in Markdown, with nothing lost."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.drafting.values import Passage
from generator.model import BlockKind, Style
from generator.reading.characters import seen, unseen
from generator.reading.flat import flatten
from generator.reading.inline import markdown

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")
_QUOTE = re.compile(r">[ \t]?(.*)$")
_ITEM = re.compile(r"[-*+•][ \t]+(.*)$")
_MARKED = re.compile(r"[*_`\[<\\&]")
_LINKED = re.compile(r"(?:https?://[^/\s]|mailto:\S)\S*")


@dataclass(frozen=True, slots=True)
class Plain:
    """A text that an article can hold."""

    text: str
    """It with line feeds alone, and without characters that cannot be seen."""
    dropped: int
    """How many of these there were."""


def visible(text: str) -> Plain:
    """Take out what an article may not hold because nobody can see it."""
    lines = _BREAKS.sub("\n", text)
    return Plain(seen(lines), len(unseen(lines)))


def passages(text: str, marked_up: bool) -> tuple[Passage, ...]:
    """Cut `text` into blocks; `marked_up` says whether it is Markdown."""
    found: list[Passage] = []
    kind: BlockKind = "paragraph"
    level = 0
    lines: list[str] = []

    def close() -> None:
        if lines:
            found.append(_passage(kind, level, "\n".join(lines), marked_up))
        lines.clear()

    for line in [*text.split("\n"), ""]:
        stripped = line.strip()
        heading = _HEADING.fullmatch(stripped) if marked_up else None
        quote = _QUOTE.fullmatch(stripped) if marked_up else None
        item = _ITEM.fullmatch(stripped)
        if heading and heading[2]:
            close()
            kind, level = "heading", max(2, len(heading[1]))
            lines.append(heading[2])
            close()
            kind, level = "paragraph", 0
        elif item or not stripped:
            close()
            kind, level = "item" if item else "paragraph", 0
            lines += [item[1].strip()] if item and item[1].strip() else []
        elif quote:
            if kind != "quote":
                close()
                kind = "quote"
            lines += [quote[1].strip()] if quote[1].strip() else []
        else:
            lines.append(stripped)
    return tuple(passage for passage in found if passage.text)


_MD = markdown()


def _passage(kind: BlockKind, level: int, content: str, marked_up: bool) -> Passage:
    if marked_up and _MARKED.search(content):
        flat = flatten(_MD, content)
        if not (flat.marks or flat.strays or flat.refused) and flat.text.text.strip():
            return _trimmed(kind, level, flat.text.text, flat.text.styles)
    return Passage(kind, level, " ".join(content.split()))


def _trimmed(kind: BlockKind, level: int, text: str, styles: tuple[Style, ...]) -> Passage:
    """The text with its styles, links to strange addresses left out."""
    lead = len(text) - len(text.lstrip())
    flat = text.strip()
    kept = tuple(
        Style(style.kind, max(0, style.start - lead), min(len(flat), style.end - lead), style.href)
        for style in styles
        if style.kind != "link" or _LINKED.fullmatch(style.href)
    )
    return Passage(kind, level, flat, kept)


_HEADLINE = 120
"""The characters of the longest line that is taken for a headline."""


def headline(found: tuple[Passage, ...], marked_up: bool) -> tuple[str, tuple[Passage, ...]]:
    """A title that the text begins with, and the rest; or no title, and all of it.

    In Markdown that is a heading, in plain text a short first line without a full stop.
    """
    if len(found) < 2:
        return "", found
    first = found[0]
    if marked_up and first.kind != "heading":
        return "", found
    short = first.kind in ("heading", "paragraph") and len(first.text) <= _HEADLINE
    if not short or first.text[-1] in ".:;,”\"’'…" or not any(c.isalnum() for c in first.text):
        return "", found
    return first.text, found[1:]
