"""The embed: an article's strip and its marked text, in a page made to stand in a frame elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from generator.analysis.figures import Analysed, Counts
from generator.model import Article, BlockKind, Statement
from generator.pages.english import listed
from generator.pages.facts import Fact, facts
from generator.pages.marks import second_basis
from generator.pages.opening import direction
from generator.pages.page import Around, Page
from generator.pages.pieces import Piece, marked_blocks
from generator.pages.strip import Cell, strip


@dataclass(frozen=True, slots=True)
class EmbedRow:
    """One block of the text."""

    kind: BlockKind
    """Paragraph, heading, quotation or item."""
    pieces: tuple[Piece, ...]
    """The marked text."""


@dataclass(frozen=True, slots=True)
class Told:
    """A statement as its number tells it."""

    number: int
    """Its number."""
    sign: str
    """Its basis as a letter of the style sheet; empty for `sourced`."""
    signs: str
    """The same, with a second basis where a fair reader could give it."""
    aria: str
    """The same in words, with its voices: `3, sourced: Ada Renn`."""


@dataclass(frozen=True, slots=True)
class EmbedView:
    """All that the embed shows."""

    title: str
    """The article's title."""
    language: str
    """The language of its text."""
    direction: str
    """`ltr` or `rtl`."""
    facts: tuple[Fact, ...]
    """Publisher, date, link, author."""
    counts: Counts
    """Statements by basis: the key to the signs."""
    marks: int
    """Framing marks."""
    strip: tuple[tuple[Cell, ...], ...]
    """At a glance: a cell a statement, by paragraph."""
    rows: tuple[EmbedRow, ...]
    """The text."""
    told: dict[str, Told]
    """The statements by id."""


def embed_pages(analysed: Analysed, around: Around) -> tuple[Page, ...]:
    """Give the embed of an article."""
    del around
    path = f"articles/{analysed.article.slug}/embed/index.md"
    return (Page(path, "pages/embed.md.j2", embed_view(analysed)),)


def embed_line(article: Article, address: str) -> str:
    """Give the HTML that shows the embed on a page of others; empty where the site's address is not known.

    The frame runs no script, here or there. It keeps its own origin, for its fonts; what a reader
    follows opens in a tab of its own.
    """
    if not address:
        return ""
    return (
        f'<iframe src="{escape(f"{address}articles/{article.slug}/embed/")}"'
        f' title="{escape(article.title)}" width="100%" height="560" loading="lazy"'
        ' sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"></iframe>'
    )


def embed_view(analysed: Analysed) -> EmbedView:
    """Compute all that the embed shows."""
    article = analysed.article
    names = {voice.id: voice.name for voice in article.voices}
    return EmbedView(
        title=article.title,
        language=article.language,
        direction=direction(article),
        facts=facts(article),
        counts=analysed.figures.statements,
        marks=len(article.framing),
        strip=tuple(
            tuple(cell for run in paragraph for cell in run.cells)
            for paragraph in strip(analysed).paragraphs
        ),
        rows=tuple(
            EmbedRow(block.kind, pieces)
            for block, pieces in zip(article.blocks, marked_blocks(article), strict=True)
        ),
        told={statement.id: _told(statement, names) for statement in article.statements},
    )


def _told(statement: Statement, names: dict[str, str]) -> Told:
    by = listed([names[voice] for voice in statement.voices])
    second = second_basis(statement)
    another = statement.also or "of another kind"
    also = f", or {another}" if second else ""
    sign = "" if statement.basis == "sourced" else statement.basis[0]
    return Told(
        number=statement.number,
        sign=sign,
        signs=f"{sign} o{second[0]}".strip() if second else sign,
        aria=f"{statement.number}, {statement.basis}{also}{f': {by}' if by else ''}",
    )
