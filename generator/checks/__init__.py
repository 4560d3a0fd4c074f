"""The checks, in order: each takes one thing that was read, and gives its problems."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from generator.checks.context import Called, Check, Context
from generator.checks.corrections import check_changes, check_corrections
from generator.checks.coverage import check_coverage, check_cues, check_words
from generator.checks.dates import check_dates
from generator.checks.drafts import check_drafts
from generator.checks.entries import check_alike, check_entries, check_entry_ids, check_seen
from generator.checks.examples import check_examples, check_one_thing
from generator.checks.ids import check_ids, check_marks
from generator.checks.lessons import check_alone, check_uses
from generator.checks.names import check_names
from generator.checks.order import check_cases, check_rules, check_version
from generator.checks.pairs import check_event, check_pair
from generator.checks.readings import check_date, check_name, check_text
from generator.checks.rights import check_rights
from generator.checks.support import check_missing, check_support
from generator.checks.terms import check_frames, check_terms
from generator.checks.usage import check_usage
from generator.checks.voices import check_records, check_voices
from generator.model import Article, Codebook, Lesson, Pair, Problem, Reading
from generator.reading.problem import ordered
from generator.reading.readings import as_read

CHECKS: tuple[Check, ...] = (
    check_ids,
    check_coverage,
    check_words,
    check_cues,
    check_voices,
    check_records,
    check_names,
    check_support,
    check_missing,
    check_terms,
    check_frames,
    check_rights,
    check_dates,
    check_changes,
    check_drafts,
)

READING_CHECKS: tuple[Check, ...] = (
    check_marks,
    check_coverage,
    check_words,
    check_cues,
    check_voices,
    check_records,
    check_support,
    check_terms,
    check_frames,
    check_drafts,
)

CODEBOOK_CHECKS: tuple[Callable[[Codebook], Iterator[Problem]], ...] = (
    check_version,
    check_entries,
    check_entry_ids,
    check_alike,
    check_seen,
    check_examples,
    check_one_thing,
    check_rules,
    check_cases,
)


def check_article(article: Article, context: Context) -> tuple[Problem, ...]:
    """All problems that the checks find in `article`, in order of place."""
    return ordered(problem for check in CHECKS for problem in check(article, context))


def check_reading(
    reading: Reading, article: Article | None, known: Sequence[str], context: Context
) -> tuple[Problem, ...]:
    """All problems of one reader's marks beside the article, of those `known`, in order of place."""
    problems = [*check_name(reading, known), *check_date(reading, context)]
    if article is not None:
        problems += check_text(reading, article)
        marked = as_read(article, reading)
        problems += (p for check in READING_CHECKS for p in check(marked, context))
    return ordered(problems)


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
    published = (article for article in articles if article.status == "published")
    used = Counter(framing.technique for article in published for framing in article.framing)
    return check_together(articles, used, codebook, pairs, lessons)


def check_together(
    articles: tuple[Called, ...],
    used: Mapping[str, int],
    codebook: Codebook,
    pairs: tuple[Pair, ...],
    lessons: tuple[Lesson, ...],
) -> tuple[Problem, ...]:
    """The same of articles that need be whole only where a pair names them; `used` counts techniques."""
    return ordered(
        (
            *check_usage(used, codebook),
            *(problem for article in articles for problem in check_event(article, pairs)),
            *(problem for pair in pairs for problem in check_pair(pair, articles)),
            *(problem for lesson in lessons for problem in check_uses(lesson, articles, pairs)),
        )
    )
