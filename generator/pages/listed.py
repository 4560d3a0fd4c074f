"""What the library keeps of an article once its own pages are made.

A library may have ten thousand articles, and no list shows all of them at once. So each leaves a
line that is small enough to keep, and details that are asked for where a page shows them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container
from dataclasses import dataclass
from datetime import date

from generator.analysis.figures import Analysed
from generator.pages.answers import mix
from generator.pages.card import Card, card
from generator.pages.corrected import Correction, corrections
from generator.pages.metadata import described
from generator.pages.sentence import Sentence, sentence
from generator.pages.uses import Use, use


@dataclass(frozen=True, slots=True)
class Listed:
    """An article as the library counts and sorts it."""

    slug: str
    """Its address."""
    title: str
    """Its title."""
    level: str
    """Ages, as `12-14`, or empty."""
    minutes: int
    """Its reading time."""
    topics: tuple[str, ...]
    """Its topics."""
    genre: str
    """Its kind of article, or empty."""
    mix: str
    """The basis of more than half of its statements, or `mixed`."""
    invented: bool
    """Whether it was written for teaching."""
    statements: int
    """How many statements it has."""
    frames: tuple[str, ...]
    """Its frames by id, each once."""
    techniques: tuple[tuple[str, int], ...]
    """Its techniques by id, with how often each is used."""
    kinds: tuple[tuple[str, int], ...]
    """Its kinds of inference by id, with how many statements each has."""
    marked: date | None
    """The day when the last annotator finished."""
    corrected: tuple[date, ...]
    """The days of its corrections, newest first."""


@dataclass(frozen=True, slots=True)
class Details:
    """What lists show of an article."""

    card: Card
    """The article in a list of articles."""
    uses: tuple[Use, ...]
    """Its framing marks where they stand, in the order of reading."""
    sentences: tuple[tuple[str, Sentence], ...]
    """Its inferred statements with the kind of each, in the order of reading."""
    corrections: tuple[Correction, ...]
    """Its corrections, newest first."""
    description: str
    """What it is in a few sentences."""
    annotators: tuple[str, ...]
    """Who marked it."""


def line(analysed: Analysed) -> Listed:
    """Give the line of an article."""
    article = analysed.article
    return Listed(
        slug=article.slug,
        title=article.title,
        level=article.level,
        minutes=analysed.figures.minutes,
        topics=article.topics,
        genre=article.genre,
        mix=mix(analysed.figures.statements),
        invented=article.invented,
        statements=len(article.statements),
        frames=tuple(dict.fromkeys(article.frames)),
        techniques=tuple(Counter(mark.technique for mark in article.framing).items()),
        kinds=tuple(Counter(s.kind for s in article.statements if s.kind).items()),
        marked=max((a.date for a in article.annotators if a.date), default=None),
        corrected=tuple(one.when for one in corrections(article)),
    )


def details(analysed: Analysed, paired: Container[str]) -> Details:
    """Give what lists show of an article; `paired` has the slugs of all articles in pairs."""
    article = analysed.article
    return Details(
        card=card(analysed, article.slug in paired),
        uses=tuple(use(article, mark) for mark in article.framing),
        sentences=tuple(
            (statement.kind, sentence(article, statement))
            for statement in article.statements
            if statement.kind
        ),
        corrections=corrections(article),
        description=described(analysed),
        annotators=tuple(annotator.name for annotator in article.annotators),
    )
