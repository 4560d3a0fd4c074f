"""The checks, in order: each takes one thing that was read, and gives its problems."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from generator.checks.context import Check, Context
from generator.checks.corrections import check_changes, check_corrections
from generator.checks.coverage import check_coverage, check_cues, check_words
from generator.checks.dates import check_dates
from generator.checks.drafts import check_drafts
from generator.checks.entries import check_alike, check_entries, check_entry_ids
from generator.checks.examples import check_examples, check_one_thing
from generator.checks.ids import check_ids
from generator.checks.lessons import check_alone, check_uses
from generator.checks.order import check_cases, check_rules, check_version
from generator.checks.pairs import check_event, check_pair
from generator.checks.rights import check_rights
from generator.checks.support import check_missing, check_support
from generator.checks.terms import check_frames, check_terms
from generator.checks.usage import check_usage
from generator.checks.voices import check_records, check_voices
from generator.model import Article, Codebook, Lesson, Pair, Problem
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
    check_changes,
    check_drafts,
)

CODEBOOK_CHECKS: tuple[Callable[[Codebook], Iterator[Problem]], ...] = (
    check_version,
    check_entries,
    check_entry_ids,
    check_alike,
    check_examples,
    check_one_thing,
    check_rules,
    check_cases,
)


def check_article(article: Article, context: Context) -> tuple[Problem, ...]:
    """All problems that the checks find in `article`, in order of place."""
    return ordered(problem for check in CHECKS for problem in check(article, context))


def check_against(
    articles: Iterable[Article], earlier: Iterable[Article], context: Context
) -> tuple[Problem, ...]:
    """All problems that show only beside the articles as they were, in order of place."""
    before = {article.slug: article for article in earlier}
    return ordered(
        problem
        for article in articles
        if article.slug in before
        for problem in check_corrections(article, before[article.slug], context)
    )


def check_codebook(codebook: Codebook) -> tuple[Problem, ...]:
    """All problems that the checks find in the codebook itself, in order of place."""
    return ordered(problem for check in CODEBOOK_CHECKS for problem in check(codebook))


def check_lesson(lesson: Lesson) -> tuple[Problem, ...]:
    """All problems that the checks find in `lesson` alone, in order of place."""
    return ordered(check_alone(lesson))


def check_library(
    articles: tuple[Article, ...],
    codebook: Codebook,
    pairs: tuple[Pair, ...],
    lessons: tuple[Lesson, ...],
) -> tuple[Problem, ...]:
    """All problems that show only where everything is read, in order of place."""
    return ordered(
        (
            *check_usage(articles, codebook),
            *(problem for article in articles for problem in check_event(article, pairs)),
            *(problem for pair in pairs for problem in check_pair(pair, articles)),
            *(problem for lesson in lessons for problem in check_uses(lesson, articles, pairs)),
        )
    )
