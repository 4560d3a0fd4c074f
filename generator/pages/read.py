"""The student page: an article without its marks, for a pupil to mark; printed, it is the worksheet.

Nothing here may tell what the annotators saw. So nothing of the marks is used but where each
statement begins and ends, and these are named by number alone: even an id can give something away.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.figures import Analysed
from generator.model import Article, BlockKind
from generator.pages.english import counted, day
from generator.pages.opening import about, direction, rights
from generator.pages.page import Around, Page
from generator.pages.pieces import Piece, block_pieces, numbers_only
from generator.pages.squares import Squares, squares
from generator.pages.version import text_version


@dataclass(frozen=True, slots=True)
class Verse:
    """One block of the text."""

    kind: BlockKind
    """Paragraph, heading, quotation or item."""
    level: int
    """A heading's level on this page, or 0."""
    pieces: tuple[Piece, ...]
    """The text, cut into statements."""
    statements: tuple[int, ...]
    """The numbers of the statements in it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, without its answer."""

    ask: str
    """The question."""
    standard: str
    """The standard it serves, or empty."""


@dataclass(frozen=True, slots=True)
class ReadView:
    """All that the student page shows."""

    title: str
    """The article's title."""
    head: str
    """The page's own title."""
    description: str
    """For search engines and previews."""
    slug: str
    """The article's address."""
    text: str
    """The version of its text."""
    language: str
    """The language of its text."""
    direction: str
    """`ltr` or `rtl`."""
    origin: tuple[str, ...]
    """Publisher and date."""
    about: tuple[str, ...]
    """Reading time, ages, genre, topics."""
    rights: str
    """By what right the text is here, in a sentence."""
    count: int
    """How many statements it has."""
    verses: tuple[Verse, ...]
    """The text."""
    questions: tuple[Asked, ...]
    """What to talk about."""
    address: str
    """The page's address on the web, or empty."""
    shown: str
    """The same as paper shows it."""
    squares: Squares | None
    """The same for a phone's camera."""


def read_pages(analysed: Analysed, around: Around) -> tuple[Page, ...]:
    """Give the student page of an article."""
    path = f"articles/{analysed.article.slug}/read/index.md"
    return (Page(path, "pages/read.md.j2", read_view(analysed, around.address)),)


def read_view(analysed: Analysed, site: str) -> ReadView:
    """Compute all that the student page shows, for a site at this address (empty: not known)."""
    article = analysed.article
    address = f"{site}articles/{article.slug}/read/" if site else ""
    count = len(article.statements)
    return ReadView(
        title=article.title,
        head=f"{article.title}: mark it yourself",
        description=f"Read “{article.title}”, and ask of each of its {counted(count, 'statement')}: who says so?",
        slug=article.slug,
        text=text_version(article),
        language=article.language,
        direction=direction(article),
        origin=tuple(x for x in (article.original.publisher, day(article.original.published)) if x),
        about=about(article, analysed.figures.minutes),
        rights=rights(article),
        count=count,
        verses=_verses(article),
        questions=tuple(Asked(question.ask, question.standard) for question in article.questions),
        address=address,
        shown=address.partition("://")[2],
        squares=squares(address) if address else None,
    )


def _verses(article: Article) -> tuple[Verse, ...]:
    """The text with nothing of its marks but where each statement begins and ends."""
    marks = numbers_only(article)
    numbers: dict[int, list[int]] = {}
    for statement in article.statements:
        numbers.setdefault(statement.span.block, []).append(statement.number)
    return tuple(
        Verse(
            kind=block.kind,
            level=max(3, block.level) if block.kind == "heading" else 0,
            pieces=block_pieces(article, index, marks),
            statements=tuple(numbers.get(index, ())),
        )
        for index, block in enumerate(article.blocks)
    )
