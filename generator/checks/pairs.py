"""Pairs: two articles that name one event, and what is said of them stands in them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import Called, key_place
from generator.checks.standards import check_questions
from generator.model import Pair, Problem
from generator.reading.problem import error, one_of


def check_pair(pair: Pair, articles: tuple[Called, ...]) -> Iterator[Problem]:
    """`pair-articles`, `unknown-article`, `event-differs`, and the problems of its parts."""
    known = {article.slug: article for article in articles}
    if len(set(pair.articles)) != 2 or len(pair.articles) != 2:
        yield error(
            "pair-articles",
            key_place(pair, "articles"),
            "A pair has two articles.",
            "Write `articles: [one, the-other]`.",
        )
    for number, slug in enumerate(pair.articles):
        place = key_place(pair, "articles", str(number))
        if slug not in known:
            message = f"There is no article `{slug}`."
            yield error("unknown-article", place, message, one_of(slug, known))
        elif known[slug].event != pair.id:
            yield error(
                "event-differs",
                place,
                f"`{slug}` does not name this event.",
                f"Add `event: {pair.id}` to its front matter.",
            )
    yield from _facts(pair, known)
    yield from _words(pair, known)
    yield from check_questions(pair, pair.questions)


def check_event(article: Called, pairs: tuple[Pair, ...]) -> Iterator[Problem]:
    """`unknown-event`, `event-differs`."""
    place = key_place(article, "event")
    pair = next((pair for pair in pairs if pair.id == article.event), None)
    if article.event and pair is None:
        yield error(
            "unknown-event",
            place,
            f"There is no pair `{article.event}`.",
            one_of(article.event, [pair.id for pair in pairs]),
        )
    elif pair and article.slug not in pair.articles:
        yield error(
            "event-differs",
            place,
            f"The pair `{pair.id}` is of two other articles.",
            "Name the event of this one, or take `event` out.",
        )


def _facts(pair: Pair, known: dict[str, Called]) -> Iterator[Problem]:
    """`not-of-the-pair`, `unknown-statement`, `no-shared-fact`."""
    for number, fact in enumerate(pair.facts):
        for slug, statements in fact.reported:
            at = ("facts", str(number), "in", slug)
            yield from _of_the_pair(pair, slug, at)
            ids = [statement.id for statement in known[slug].statements] if slug in known else None
            for statement in statements:
                if ids is not None and statement not in ids:
                    yield error(
                        "unknown-statement",
                        key_place(pair, *at),
                        f"`{slug}` has no statement `{statement}`.",
                        one_of(statement, ids),
                    )
    if not any(len(fact.reported) > 1 for fact in pair.facts):
        yield error(
            "no-shared-fact",
            key_place(pair, "facts"),
            "No fact is reported by both articles.",
            "Begin with what both report: it is what makes the two comparable.",
        )


def _words(pair: Pair, known: dict[str, Called]) -> Iterator[Problem]:
    """`words-of-one`, `not-of-the-pair`, `words-not-there`."""
    for number, same in enumerate(pair.words):
        if len(same.wordings) != 2:
            yield error(
                "words-of-one",
                key_place(pair, "words", str(number), "thing"),
                "Words are compared between the two articles.",
                "Give the words of each: `in: {one: …, the-other: …}`.",
            )
        for slug, words in same.wordings:
            at = ("words", str(number), "in", slug)
            yield from _of_the_pair(pair, slug, at)
            if slug in known and _flat(words) not in _text(known[slug]):
                yield error(
                    "words-not-there",
                    key_place(pair, *at),
                    f"“{_flat(words)}” does not stand in `{slug}`.",
                    "Copy the words from its text as they stand there, without marks.",
                )


def _of_the_pair(pair: Pair, slug: str, at: tuple[str, ...]) -> Iterator[Problem]:
    if slug not in pair.articles:
        place = key_place(pair, *at)
        message = f"`{slug}` is not an article of this pair."
        yield error("not-of-the-pair", place, message, one_of(slug, pair.articles))


def _text(article: Called) -> str:
    return _flat(" ".join(block.text.text for block in article.blocks))


def _flat(text: str) -> str:
    return " ".join(text.split())
