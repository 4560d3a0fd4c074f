"""The checks, in order: each takes an article and gives its problems."""

from __future__ import annotations

from generator.checks.context import Check, Context
from generator.checks.coverage import check_coverage, check_cues, check_words
from generator.checks.dates import check_dates
from generator.checks.ids import check_ids
from generator.checks.rights import check_rights
from generator.checks.support import check_missing, check_support
from generator.checks.terms import check_frames, check_terms
from generator.checks.voices import check_records, check_voices
from generator.model import Article, Problem
from generator.reading.problem import ordered

CHECKS: tuple[Check, ...] = (
    check_ids,
    check_coverage,
    check_words,
    check_cues,
    check_voices,
    check_records,
    check_support,
    check_missing,
    check_terms,
    check_frames,
    check_rights,
    check_dates,
)


def check_article(article: Article, context: Context) -> tuple[Problem, ...]:
    """All problems that the checks find in `article`, in order of place."""
    return ordered(problem for check in CHECKS for problem in check(article, context))
