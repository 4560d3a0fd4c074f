"""The annotators' marks of an article as data, which the class view sets beside those of a class.

The student page never loads it: it has all the answers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from generator.analysis.figures import Analysed
from generator.model import Article, Codebook, Framing, Note, Statement
from generator.pages.english import capital
from generator.pages.opening import direction
from generator.pages.page import Around, Page
from generator.pages.version import text_version


@dataclass(frozen=True, slots=True)
class StatementData:
    """A statement and what the annotators saw in it."""

    n: int
    """Its number."""
    block: int
    """The number of the paragraph, heading, quotation or item that it stands in."""
    id: str
    """Its id on the explainer page."""
    text: str
    """Its words."""
    basis: str
    """Its basis."""
    also: str
    """A second basis that a fair reader could give it, or empty."""
    voices: tuple[str, ...]
    """The names of the voices that it is from."""
    kind: str
    """The name of the inference kind, or empty."""
    note: str
    """Why it has this basis."""


@dataclass(frozen=True, slots=True)
class FramingData:
    """A framing mark in a statement."""

    n: int
    """The number of the statement."""
    start: int
    """Its first character in the statement's text, counted from 0 in UTF-16 as browsers count."""
    end: int
    """One past its last character."""
    text: str
    """Its words."""
    technique: str
    """The name of the technique."""
    plain: str
    """A wording without the steer, or empty."""


@dataclass(frozen=True, slots=True)
class MarksData:
    """All that `marks.json` holds."""

    slug: str
    """The article's address."""
    title: str
    """Its title."""
    language: str
    """The language of its text."""
    direction: str
    """`ltr` or `rtl`."""
    text: str
    """The version of its text."""
    statements: tuple[StatementData, ...]
    """Its statements, in order."""
    framing: tuple[FramingData, ...]
    """The framing marks that stand in statements, in order."""
    tests: dict[str, str]
    """The codebook's test question of each basis."""
    questions: tuple[str, ...]
    """What to discuss."""


@dataclass(frozen=True, slots=True)
class MarksView:
    """What the file's template needs."""

    data: Mapping[str, object]
    """The same as plain values."""


def marks_data_pages(analysed: Analysed, around: Around) -> tuple[Page, ...]:
    """Give the file of marks of an article."""
    path = f"articles/{analysed.article.slug}/marks.json"
    view = MarksView(asdict(marks_data(analysed, around.codebook)))
    return (Page(path, "pages/marks.json.j2", view),)


def marks_data(analysed: Analysed, codebook: Codebook) -> MarksData:
    """Gather the annotators' marks of an article."""
    article = analysed.article
    statements = {statement.id: statement for statement in article.statements}
    return MarksData(
        slug=article.slug,
        title=article.title,
        language=article.language,
        direction=direction(article),
        text=text_version(article),
        statements=tuple(_statement(s, article, codebook) for s in article.statements),
        framing=tuple(
            _framing(mark, statements[mark.statement], codebook)
            for mark in article.framing
            if mark.statement
        ),
        tests={basis.id: basis.test for basis in codebook.bases},
        questions=tuple(question.ask for question in article.questions),
    )


def _statement(statement: Statement, article: Article, codebook: Codebook) -> StatementData:
    names = {voice.id: voice.name for voice in article.voices}
    kinds = {entry.id: entry.name.lower() for entry in codebook.kinds}
    return StatementData(
        n=statement.number,
        block=statement.span.block + 1,
        id=statement.id,
        text=statement.text,
        basis=statement.basis,
        also=statement.also,
        voices=tuple(names[voice] for voice in statement.voices),
        kind=kinds.get(statement.kind, ""),
        note=_words(statement.note),
    )


def _framing(mark: Framing, statement: Statement, codebook: Codebook) -> FramingData:
    names = {entry.id: entry.name for entry in codebook.techniques}
    first = mark.span.start - statement.span.start
    before = statement.text[:first]
    return FramingData(
        n=statement.number,
        start=_units(before),
        end=_units(before) + _units(mark.text),
        text=mark.text,
        technique=capital(names[mark.technique]),
        plain=mark.plain,
    )


def _words(note: Note | None) -> str:
    return "\n".join(paragraph.text for paragraph in note.paragraphs) if note else ""


def _units(text: str) -> int:
    """How long a browser takes the text to be: letters outside the first plane count twice."""
    return len(text.encode("utf-16-le")) // 2
