"""Lessons: their minutes, their standards, and what they use."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import Called, key_place
from generator.checks.ids import check_file_name
from generator.checks.standards import check_questions, check_standard
from generator.model import Lesson, Pair, Problem
from generator.reading.problem import error, one_of, warning


def check_alone(lesson: Lesson) -> Iterator[Problem]:
    """`lesson-minutes`, `unknown-standard`, `question-without-answer`, `unstable-id`."""
    yield from check_file_name(lesson.path, lesson.slug)
    total = sum(step.minutes for step in lesson.steps)
    if total != lesson.minutes:
        yield error(
            "lesson-minutes",
            key_place(lesson, "minutes"),
            f"The lesson takes {lesson.minutes} minutes, and its steps {total}.",
            "Make the two agree.",
        )
    yield from check_questions(lesson, lesson.questions)
    for number, standard in enumerate(lesson.standards):
        yield from check_standard(lesson, standard.code, "standards", str(number), "code")


def check_uses(
    lesson: Lesson, articles: tuple[Called, ...], pairs: tuple[Pair, ...]
) -> Iterator[Problem]:
    """`unknown-article`, `article-is-draft`, `unknown-pair`."""
    known = {article.slug: article for article in articles}
    for number, slug in enumerate(lesson.articles):
        place = key_place(lesson, "articles", str(number))
        if slug not in known:
            message = f"There is no article `{slug}`."
            yield error("unknown-article", place, message, one_of(slug, known))
        elif known[slug].status == "draft":
            yield warning(
                "article-is-draft",
                place,
                f"`{slug}` is a draft, and has no page that the lesson could send pupils to.",
                "Publish it, or use another article.",
            )
    if lesson.pair and lesson.pair not in {pair.id for pair in pairs}:
        yield error(
            "unknown-pair",
            key_place(lesson, "pair"),
            f"There is no pair `{lesson.pair}`.",
            one_of(lesson.pair, [pair.id for pair in pairs]),
        )
