"""Text in its blocks, with styles and notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.model.place import Place

BlockKind = Literal["paragraph", "heading", "quote", "item"]
StyleKind = Literal["emphasis", "strong", "code", "link"]


@dataclass(frozen=True, slots=True)
class Style:
    """Emphasis, strong, code or a link over part of a text."""

    kind: StyleKind
    """Which of the four."""
    start: int
    """First character, counted from 0 in the text that holds it."""
    end: int
    """One past the last character."""
    href: str = ""
    """The address, for a link; otherwise empty."""


@dataclass(frozen=True, slots=True)
class RichText:
    """Plain text with its styles beside it."""

    text: str
    """The text without any markup."""
    styles: tuple[Style, ...] = ()
    """The styles over it, outer before inner."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of an article's plain text."""

    block: int
    """The block that holds it, counted from 0."""
    start: int
    """First character in the block's plain text, counted from 0."""
    end: int
    """One past the last character."""


@dataclass(frozen=True, slots=True)
class Note:
    """Why a mark is what it is."""

    label: str
    """The footnote's label, which is the mark's id."""
    paragraphs: tuple[RichText, ...]
    """The note's text, a paragraph each."""
    place: Place
    """Where the footnote begins."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Words of the article that no statement covers."""

    text: str
    """Those words."""
    place: Place
    """Where they begin."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, quotation or list item of the article."""

    kind: BlockKind
    """Which of these."""
    level: int
    """A heading's level, 2 to 6; otherwise 0."""
    text: RichText
    """Its plain text, with styles."""
    place: Place
    """Where it begins."""
    gaps: tuple[Gap, ...] = ()
    """What no statement covers; always empty in a heading."""
