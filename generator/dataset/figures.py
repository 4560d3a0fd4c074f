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


def figures(documents: Iterable[Document]) -> Figures:
    """Count everything in these documents."""
    library = tuple(documents)
    spans = [span for document in library for span in document.spans]
    statements = [span for span in spans if span.layer == "statement"]
    framing = [span for span in spans if span.layer == "framing"]
    abouts = [document.about for document in library]
    finished = [a.date for about in abouts for a in about.annotators if a.date]
    changed = [change.date for about in abouts for change in about.changes]
    voices = [voice for about in abouts for voice in about.voices]
    counted: dict[str, list[str]] = {
        "rights": [about.rights or "not said" for about in abouts],
        "licence of the text": [licence_of(document) for document in library],
        "language": [document.language for document in library],
        "level": [about.level or "not said" for about in abouts],
        "genre": [about.genre or "not said" for about in abouts],
        "basis": [span.label for span in statements],
        "kind of inference": [s.attribute("kind") for s in statements if s.label == "inferred"],
        "technique": [span.attribute("technique") for span in framing],
        "stake": [voice.stake for voice in voices],
        "kind of voice": [voice.kind for voice in voices],
        "frame": [frame for about in abouts for frame in about.frames],
    }
    return Figures(
        articles=len(library),
        words=sum(words.count(document.text) for document in library),
        statements=len(statements),
        framing=len(framing),
        voices=len(voices),
        notes=sum(len(span.notes) for span in spans),
        invented=sum(about.invented for about in abouts),
        contested=sum(bool(span.attribute("also")) for span in (*statements, *framing)),
        tables=tuple((name, _counted(values)) for name, values in counted.items() if values),
        annotators=tuple(sorted({a.name for about in abouts for a in about.annotators})),
        first=min(finished, default=None),
        last=max((*finished, *changed), default=None),
    )


def _counted(values: list[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(values).items(), key=lambda item: (-item[1], item[0])))
