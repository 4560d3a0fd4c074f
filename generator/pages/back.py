"""The end of an explainer page: what is missing, records, questions, and the annotation itself."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Article, Codebook, Question
from generator.pages.corrected import Correction, corrections
from generator.pages.english import day, listed
from generator.pages.marks import Reference, References, name_of


@dataclass(frozen=True, slots=True)
class MissingRow:
    """Something that is missing."""

    what: str
    """What, without a full stop."""
    why: str
    """Why a reader would need it."""
    at: Reference | None
    """Where it is missed; None for the whole article."""


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A record that was checked."""

    id: str
    """Its id."""
    title: str
    """What it is called."""
    source: str
    """Who issued it, its number and its date."""
    url: str
    """Its address, or empty."""
    says: str
    """What it says that bears on the article."""
    statements: tuple[Reference, ...]
    """Statements that were checked against it."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """About the annotation."""

    annotators: str
    """Who marked it, and when; or empty."""
    codebook: str
    """The codebook's version, or empty."""
    frames: tuple[tuple[str, str], ...]
    """The article's frames: id and name."""
    corrections: tuple[Correction, ...]
    """Corrections, newest first."""
    cite: str
    """How to cite the page."""


@dataclass(frozen=True, slots=True)
class Back:
    """All of it."""

    missing: tuple[MissingRow, ...]
    """What is missing."""
    records: tuple[RecordRow, ...]
    """Records checked."""
    questions: tuple[Question, ...]
    """For a class."""
    annotation: Annotation
    """About the annotation."""


def back(article: Article, codebook: Codebook, refer: References) -> Back:
    """Give the end of an explainer page."""
    return Back(
        missing=tuple(
            MissingRow(missing.what.rstrip("."), missing.why, refer.get(missing.at))
            for missing in article.missing
        ),
        records=_records(article, refer),
        questions=article.questions,
        annotation=Annotation(
            annotators=listed(
                [f"{a.name}, {day(a.date)}" if a.date else a.name for a in article.annotators]
            ),
            codebook=article.codebook,
            frames=tuple(
                (frame, name_of(codebook.frames, frame).lower()) for frame in article.frames
            ),
            corrections=corrections(article),
            cite=_cite(article),
        ),
    )


def _records(article: Article, refer: References) -> tuple[RecordRow, ...]:
    return tuple(
        RecordRow(
            id=record.id,
            title=record.title,
            source=", ".join(x for x in (record.publisher, record.number, day(record.date)) if x),
            url=record.url,
            says=record.says,
            statements=tuple(refer[s.id] for s in article.statements if record.id in s.records),
        )
        for record in article.records
    )


def _cite(article: Article) -> str:
    names = listed([annotator.name for annotator in article.annotators]) or "Who Says?"
    dates = [annotator.date for annotator in article.annotators if annotator.date]
    year = f" ({max(dates).year})" if dates else ""
    return f"{names}{year}. “{article.title}”, annotated."
