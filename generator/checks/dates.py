"""No date lies in the future."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks.context import Context, key_place
from generator.model import Article, Problem
from generator.reading.problem import error


def check_dates(article: Article, context: Context) -> Iterator[Problem]:
    """`future-date`."""
    for path, day in _dates(article):
        if day and day > context.today:
            yield error(
                "future-date",
                key_place(article, *path),
                f"{day.isoformat()} lies in the future.",
                f"Today is {context.today.isoformat()}. Check year, month and day.",
            )


def _dates(article: Article) -> Iterator[tuple[tuple[str, ...], date | None]]:
    yield ("original", "published"), article.original.published
    yield ("original", "accessed"), article.original.accessed
    for record in article.records:
        yield ("records", record.id, "date"), record.date
    for number, annotator in enumerate(article.annotators):
        yield ("annotators", str(number), "date"), annotator.date
    for number, change in enumerate(article.changes):
        yield ("changes", str(number), "date"), change.date
    for number, decision in enumerate(article.decisions):
        yield ("decisions", str(number), "date"), decision.date
