"""What inferences rest on: statements that exist, and never themselves."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from generator.checks.context import Context, key_place, value_place
from generator.model import Article, Problem
from generator.reading.problem import error, one_of

_CIRCLES = 20
"""So many are told; whoever opens one opens others with it."""
_LONG = 12
"""So many statements of a circle are named."""


def check_support(article: Article, _context: Context) -> Iterator[Problem]:
    """`unknown-statement`, `rests-on-itself`, `circular-support`."""
    known = {statement.id: statement for statement in article.statements}
    for statement in article.statements:
        where = value_place(statement.at, "from", statement.place)
        for support in statement.rests_on:
            if support == statement.id:
                yield error(
                    "rests-on-itself",
                    where,
                    f"`{statement.id}` cannot rest on itself.",
                    "Name the statements that it was concluded from, or leave `from` out.",
                )
            elif support not in known:
                yield error(
                    "unknown-statement",
                    where,
                    f"There is no statement `{support}`.",
                    one_of(support, known),
                )
    for circle in islice(_circles(article), _CIRCLES):
        first = known[circle[0]]
        named = circle if len(circle) <= _LONG else (*circle[: _LONG - 1], "…", circle[-1])
        yield error(
            "circular-support",
            value_place(first.at, "from", first.place),
            "These statements rest on one another in a circle: " + " → ".join((*named, circle[0])),
            "Take one `from` out: something has to come first.",
        )


def check_missing(article: Article, _context: Context) -> Iterator[Problem]:
    """`unknown-statement` for what is missing at a statement."""
    known = dict.fromkeys(statement.id for statement in article.statements)
    for number, missing in enumerate(article.missing):
        if missing.at and missing.at not in known:
            yield error(
                "unknown-statement",
                key_place(article, "missing", str(number), "at"),
                f"There is no statement `{missing.at}`.",
                one_of(missing.at, known),
            )


def _circles(article: Article) -> Iterator[tuple[str, ...]]:
    """Each circle of `from` once, beginning at its first statement in reading order.

    A walk without recursion, so that a chain of any length is safe.
    """
    rests_on = {s.id: s.rests_on for s in article.statements}
    done: set[str] = set()
    for start in rests_on:
        stack = [(start, iter(rests_on[start]))] if start not in done else []
        path = {start: 0} if stack else {}
        while stack:
            current, supports = stack[-1]
            step = next(supports, None)
            if step is None:
                done.add(current)
                stack.pop()
                path.popitem()
            elif step in path and step != current:
                yield tuple(islice(path, path[step], None))
            elif step in rests_on and step not in done and step != current:
                stack.append((step, iter(rests_on[step])))
                path[step] = len(path)
