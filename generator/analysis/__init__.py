"""From an article to its figures: pure derivations, one field of the result each."""

from __future__ import annotations

from generator.analysis import counts
from generator.analysis.figures import Analysed, Figures
from generator.analysis.voices import voice_figures
from generator.model import Article


def analyse(article: Article) -> Analysed:
    """Derive everything that pages and `stats` show from `article`."""
    words = counts.word_counts(article)
    return Analysed(
        article,
        Figures(
            statements=counts.statement_counts(article),
            words=words,
            voices=voice_figures(article),
            cues=counts.cue_counts(article),
            framing=counts.framing_figures(article, words.total),
            contested=counts.contested(article),
            contested_statements=counts.contested_counts(article),
            contested_framing=sum(bool(mark.also) for mark in article.framing),
            minutes=counts.reading_minutes(words.total),
        ),
    )
