"""What the pages of a pack show."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Part:
    """An article in a pack."""

    title: str
    """Its title."""
    worksheet: str
    """The worksheet's file, from the contents page."""
    key: str
    """The key's."""
    plain: str
    """The plain text's."""
    origin: str
    """Publisher and date, or empty."""
    rights: str
    """By what right the text is here."""
    address: str
    """The student page on the web, or empty where nobody knows it."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A pair in a pack."""

    title: str
    """Its title."""
    file: str
    """Its file, from the contents page."""


@dataclass(frozen=True, slots=True)
class Contents:
    """All that the contents page shows."""

    title: str
    """What the pack is of."""
    kind: str
    """The class of its body."""
    lesson: str
    """The lesson's file, from the contents page; empty in an article's pack."""
    pairs: tuple[Beside, ...]
    """The pairs that the lesson is about."""
    parts: tuple[Part, ...]
    """The articles."""
    fonts: str
    """The licence of the fonts, from the contents page; empty where there are none."""
    styles: tuple[str, ...]
    """The style sheets, from the contents page."""


@dataclass(frozen=True, slots=True)
class PackPage:
    """A worksheet, a key or a lesson, in a pack."""

    title: str
    """The page's own title."""
    what: str
    """What it is, in a word or two."""
    how: str
    """What to do with it."""
    kind: str
    """The class of its body."""
    body: Markup
    """Its sheet, which was made safe when the page was built."""
    contents: str
    """The contents page, from here."""
    styles: tuple[str, ...]
    """The style sheets, from here."""
