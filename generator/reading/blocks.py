"""Cuts the text of an article into blocks and notes, and refuses what it cannot show."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from markdown_it.token import Token

from generator.model import BlockKind, Place, Problem
from generator.reading.flat import Flat, flatten
from generator.reading.inline import markdown
from generator.reading.place import Source, Stretch, stretch
from generator.reading.problem import error
from generator.reading.usual_blocks import UsualBlock, cut_usual
from generator.reading.usual_marks import read_usual

_MD = markdown()
_MD.core.ruler.disable(["inline", "text_join"])


class RawBlock(NamedTuple):
    """A block as it was found."""

    kind: BlockKind
    """Paragraph, heading, quotation or list item."""
    level: int
    """A heading's level; otherwise 0."""
    note: str
    """The label of the note that it belongs to; empty in the text itself."""
    stretch: Stretch
    """Its inline Markdown, with places."""
    flat: Flat
    """The same, flat."""


@dataclass(frozen=True, slots=True)
class Body:
    """What stands after the front matter."""

    blocks: tuple[RawBlock, ...]
    """Blocks of the text and of notes, in order."""
    notes: tuple[tuple[str, Place], ...]
    """Every note's label and place, in order; a label may occur twice."""
    unread: frozenset[str]
    """Labels in what cannot be shown, and in marks and notes there."""
    problems: tuple[Problem, ...]
    """What cannot be shown."""


_REFUSED = {
    "code_block": (
        "indented-text",
        "Four spaces at the beginning turn this into code, and its marks are not read.",
        "Take the indent away.",
    ),
    "fence": (
        "code-block",
        "An article has no code blocks; what stands in this one is not read.",
        "Write it as a paragraph.",
    ),
    "html_block": (
        "html",
        "No HTML can stand here.",
        "Write it in Markdown, or take it out.",
    ),
    "hr": (
        "rule",
        "A line of hyphens or stars is a rule, and an article has none.",
        "Use an empty line, or a `## heading`.",
    ),
    "table_open": (
        "table",
        "An article has no tables: a mark cannot stand in one.",
        "Write it as sentences or as a list.",
    ),
    "ordered_list_open": (
        "numbered-list",
        "A number and a point at the beginning of a line make a numbered list.",
        "Put a backslash before the point: `1986\\.` For a list, begin its lines with `- `.",
    ),
}

_UNREAD = ("code_block", "fence", "html_block", "table_open")
_LABEL = re.compile(r"\[\^([^\]\s]+)\]")
_DEEP = 8
"""Quotations and lists inside one another, two levels a list; markdown-it drops what is below 20."""


@dataclass(slots=True)
class _Cutter:
    source: Source
    first_line: int
    blocks: list[RawBlock] = field(default_factory=list)
    notes: list[tuple[str, Place]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    around: list[str] = field(default_factory=list)
    note: str = ""
    level: int = 0
    line: int = 0
    table: bool = False
    unread: set[str] = field(default_factory=set)

    def token(self, token: Token) -> None:
        if token.map:
            self.line = self.first_line + token.map[0]
        if token.type in _UNREAD and token.map:
            first, last = (self.first_line - 1 + line for line in token.map)
            self.unread |= set(_LABEL.findall("\n".join(self.source.lines[first:last])))
        if token.type in ("table_open", "table_close"):
            self.table = token.type == "table_open"
        if token.level > _DEEP and token.type in ("blockquote_open", "list_item_open"):
            self.problems.append(
                error(
                    "too-deep",
                    self.source.place(self.line, 1, 1000),
                    "Too many quotations or lists stand inside one another here.",
                    "One inside another is enough: take > signs or indents away.",
                )
            )
        if token.type in _REFUSED:
            raw = self.source.place(self.line, 1).excerpt
            column = len(raw) - len(raw.lstrip()) + 1
            self.problems.append(
                error(
                    _REFUSED[token.type][0],
                    self.source.place(self.line, column, len(raw.strip())),
                    *_REFUSED[token.type][1:],
                )
            )
        if token.type == "footnote_reference_open":
            self.note = token.meta["label"]
            raw = self.source.place(self.line, 1).excerpt
            label_at = raw.find("[^") + 1
            self.notes.append(
                (self.note, self.source.place(self.line, label_at, len(self.note) + 3))
            )
        elif token.type == "footnote_reference_close":
            self.note = ""
        elif token.type == "heading_open":
            self.heading(token)
        elif token.type == "heading_close":
            self.level = 0
        elif token.type in ("blockquote_open", "list_item_open"):
            self.around.append("quote" if token.type == "blockquote_open" else "item")
        elif token.type in ("blockquote_close", "list_item_close"):
            self.around.pop()
        elif token.type == "inline":
            self.inline(token)

    def heading(self, token: Token) -> None:
        self.level = int(token.tag[1:])
        raw = self.source.place(self.line, 1).excerpt
        if token.markup in ("=", "-"):
            last = self.first_line + token.map[1] - 1 if token.map else self.line
            self.problems.append(
                error(
                    "underlined-heading",
                    self.source.place(last, 1, 1000),
                    "This line turns the paragraph above it into a heading.",
                    "Take it out; a heading is written `## heading`.",
                )
            )
        elif self.level == 1:
            sign = raw.find("#")
            self.problems.append(
                error(
                    "heading-level",
                    self.source.place(self.line, sign + 1, len(raw)),
                    "`#` is the page's own title, which comes from the front matter.",
                    f"Write `#{raw[sign:].strip()}`.",
                )
            )

    def inline(self, token: Token) -> None:
        if not token.content or self.table:
            return
        kind: BlockKind = "heading" if self.level else "paragraph"
        if self.around and not self.level:
            kind = "quote" if self.around[-1] == "quote" else "item"
        self.block(kind, token.content)

    def block(self, kind: BlockKind, content: str) -> None:
        placed = stretch(self.source, content, self.line)
        flat = read_usual(content) or flatten(_MD, content)
        self.blocks.append(RawBlock(kind, self.level, self.note, placed, flat))

    def usual(self, block: UsualBlock) -> None:
        self.line = self.first_line + block.line
        self.level, self.note = block.level, block.note
        if block.note:
            place = self.source.place(self.line, 1, len(block.note) + 3)
            self.notes.append((block.note, place))
        self.block("heading" if block.level else "paragraph", block.text)


def cut(source: Source, first_line: int) -> Body:
    """Cut the text that begins at `first_line` of `source` into blocks and notes."""
    lines = source.lines[first_line - 1 :]
    cutter = _Cutter(source, first_line)
    usual = cut_usual(lines)
    for block in usual or ():
        cutter.usual(block)
    for token in _MD.parse("\n".join(lines)) if usual is None else ():
        cutter.token(token)
    return Body(
        tuple(cutter.blocks),
        tuple(cutter.notes),
        frozenset(cutter.unread),
        tuple(cutter.problems),
    )
