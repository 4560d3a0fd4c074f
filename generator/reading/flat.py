"""Flattens a block's inline tokens to plain text with ranges: styles and marks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.model import RichText, Style, StyleKind
from generator.reading.inline import Found, Stray

_STYLES: dict[str, StyleKind] = {"em": "emphasis", "strong": "strong", "link": "link"}


class FlatMark(NamedTuple):
    """A mark over plain text."""

    found: Found
    """The mark as written."""
    start: int
    """First character in the plain text, white space at the edges left out."""
    end: int
    """One past the last; equal to `start` for a mark over nothing."""
    parents: tuple[int, ...]
    """The marks that it stands in, outer first, as numbers in the list of marks."""


class Flat(NamedTuple):
    """A block's inline content, flat."""

    text: RichText
    """Plain text and styles."""
    marks: tuple[FlatMark, ...]
    """In the order in which they begin, outer before inner."""
    strays: tuple[Stray, ...]
    """What looks like part of a mark and is none."""
    refused: tuple[tuple[str, str], ...]
    """`html` as written, an `image` with its description, and a `link-title`."""
    usual: bool = False
    """Whether it has only text, and marks that are written without a slip."""


@dataclass(slots=True)
class _Flattening:
    parts: list[str] = field(default_factory=list)
    length: int = 0
    styles: list[Style] = field(default_factory=list)
    marks: list[FlatMark] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)
    open_styles: list[tuple[int, int, str]] = field(default_factory=list)
    open_marks: list[tuple[int, int]] = field(default_factory=list)

    def add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def token(self, token: Token) -> None:
        name, _, side = token.type.rpartition("_")
        if token.type in ("text", "text_special"):
            self.add(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            self.add(" ")
        elif token.type == "code_inline":
            self.styles.append(Style("code", self.length, self.length + len(token.content)))
            self.add(token.content)
        elif token.type == "mark_open":
            parents = tuple(number for number, _ in self.open_marks)
            self.open_marks.append((len(self.marks), self.length))
            self.marks.append(FlatMark(token.meta["found"], self.length, self.length, parents))
        elif token.type == "mark_close":
            self.close_mark()
        elif name in _STYLES and side == "open":
            self.open_styles.append(
                (len(self.styles), self.length, str(token.attrGet("href") or ""))
            )
            self.styles.append(Style(_STYLES[name], self.length, self.length))
            if title := token.attrGet("title"):
                self.refused.append(("link-title", str(title)))
        elif name in _STYLES and side == "close":
            number, start, href = self.open_styles.pop()
            self.styles[number] = Style(_STYLES[name], start, self.length, href)
        else:
            self.refused.append(("image" if name == "" else "html", token.content))

    def close_mark(self) -> None:
        number, start = self.open_marks.pop()
        text = "".join(self.parts)[start:]
        lead = len(text) - len(text.lstrip())
        end = max(start + lead, start + len(text.rstrip()))
        mark = self.marks[number]
        self.marks[number] = FlatMark(mark.found, start + lead, end, mark.parents)


def flatten(md: MarkdownIt, content: str) -> Flat:
    """Read the inline Markdown of one block."""
    env: dict[str, dict[Stray, None]] = {}
    tokens: list[Token] = []
    md.inline.parse(content, md, env, tokens)
    flattening = _Flattening()
    for token in tokens:
        flattening.token(token)
    return Flat(
        RichText("".join(flattening.parts), tuple(s for s in flattening.styles if s.end > s.start)),
        tuple(flattening.marks),
        tuple(sorted(env.get("strays", ()), key=lambda stray: stray.start)),
        tuple(flattening.refused),
    )
