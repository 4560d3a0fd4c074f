"""What the datasheet counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.dataset.entries import licence_of
from generator.exchange.document import Document
from generator.reading import words


@dataclass(frozen=True, slots=True)
class Figures:
    """The data set in numbers; each table is counted from the most to the least."""

    articles: int
    """How many texts."""
    words: int
    """How many words they have, once quoted words are left out."""
    statements: int
    """How many statements."""
    framing: int
    """How many framing marks."""
    voices: int
    """How many voices; one that speaks in two articles counts twice."""
    notes: int
    """How many notes."""
    invented: int
    """How many texts were written for teaching."""
    contested: int
    """How many marks have a second fair reading."""
    tables: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
    """What is counted, with each value and how often it occurs."""
    annotators: tuple[str, ...]
    """Their names, in order of the alphabet."""
    first: date | None
    """The first day on which one of them finished."""
    last: date | None
    """The last day on which an annotation was finished or corrected."""


def figures(document: Document) -> Figures:
    """Count everything in a document."""
    spans, about = document.spans, document.about
    statements = [span for span in spans if span.layer == "statement"]
    framing = [span for span in spans if span.layer == "framing"]
    finished = [annotator.date for annotator in about.annotators if annotator.date]
    changed = [change.date for change in about.changes]
    counted: dict[str, Iterable[str]] = {
        "rights": [about.rights or "not said"],
        "licence of the text": [licence_of(document)],
        "language": [document.language],
        "level": [about.level or "not said"],
        "genre": [about.genre or "not said"],
        "basis": [span.label for span in statements],
        "kind of inference": [s.attribute("kind") for s in statements if s.label == "inferred"],
        "technique": [span.attribute("technique") for span in framing],
        "stake": [voice.stake for voice in about.voices],
        "kind of voice": [voice.kind for voice in about.voices],
        "frame": about.frames,
    }
    return Figures(
        articles=1,
        words=words.count(document.text),
        statements=len(statements),
        framing=len(framing),
        voices=len(about.voices),
        notes=sum(len(span.notes) for span in spans),
        invented=int(about.invented),
        contested=sum(
            bool(span.attribute("also") or span.attribute("also_kind"))
            for span in (*statements, *framing)
        ),
        tables=tuple((name, _ranked(Counter(values))) for name, values in counted.items()),
        annotators=tuple(sorted({annotator.name for annotator in about.annotators})),
        first=min(finished, default=None),
        last=max((*finished, *changed), default=None),
    )


def together(counted: Iterable[Figures]) -> Figures:
    """The figures of several documents as those of one library."""
    found = tuple(counted)
    tables: dict[str, Counter[str]] = {}
    for each in found:
        for name, values in each.tables:
            tables.setdefault(name, Counter()).update(dict(values))
    return Figures(
        articles=sum(each.articles for each in found),
        words=sum(each.words for each in found),
        statements=sum(each.statements for each in found),
        framing=sum(each.framing for each in found),
        voices=sum(each.voices for each in found),
        notes=sum(each.notes for each in found),
        invented=sum(each.invented for each in found),
        contested=sum(each.contested for each in found),
        tables=tuple((name, _ranked(values)) for name, values in tables.items() if values),
        annotators=tuple(sorted({name for each in found for name in each.annotators})),
        first=min((each.first for each in found if each.first), default=None),
        last=max((each.last for each in found if each.last), default=None),
    )


def _ranked(values: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(values.items(), key=lambda item: (-item[1], item[0])))
