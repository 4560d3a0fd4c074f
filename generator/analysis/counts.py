"""Statements and words by basis, cues, reading time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from generator.analysis.figures import Counts, FramingFigures
from generator.model import Article

WORDS_A_MINUTE = 200
"""A slow silent reading speed, so that a class is not hurried."""


def statement_counts(article: Article) -> Counts:
    """How many statements have each basis."""
    return _by_basis((statement.basis, 1) for statement in article.statements)


def word_counts(article: Article) -> Counts:
    """How many words of statements have each basis."""
    return _by_basis((statement.basis, statement.words) for statement in article.statements)


def _by_basis(pairs: Iterable[tuple[str, int]]) -> Counts:
    tally: Counter[str] = Counter()
    for basis, amount in pairs:
        tally[basis] += amount
    return Counts(tally.total(), tally["sourced"], tally["unsourced"], tally["inferred"])


def cue_counts(article: Article) -> tuple[tuple[str, int], ...]:
    """Cues in lower case with their counts, most frequent first, then in reading order."""
    return tuple(Counter(cue.text.lower() for cue in article.cues).most_common())


def reading_minutes(words: int) -> int:
    """Whole minutes to read so many words, at least 1."""
    return max(1, round(words / WORDS_A_MINUTE))


def framing_figures(article: Article, words: int) -> FramingFigures:
    """Framing marks in all, for every 100 of the statements' `words`, and by technique."""
    marks = len(article.framing)
    tally = Counter(framing.technique for framing in article.framing)
    return FramingFigures(
        marks=marks,
        per_100_words=round(100 * marks / words, 1) if words else 0.0,
        by_technique=tuple(sorted(tally.items(), key=lambda pair: (-pair[1], pair[0]))),
    )


def contested(article: Article) -> tuple[str, ...]:
    """Ids of statements, then framing marks, that carry a second fair reading."""
    return tuple(mark.id for mark in article.statements if mark.also or mark.also_kind) + tuple(
        mark.id for mark in article.framing if mark.also
    )


def contested_counts(article: Article) -> Counts:
    """How many statements of each basis, as it is marked, carry a second fair reading."""
    return _by_basis((s.basis, 1) for s in article.statements if s.also or s.also_kind)
