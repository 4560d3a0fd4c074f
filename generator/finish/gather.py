"""One thing that is wrong on many pages, said once: a slip in a template shows on all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from generator.model import Problem
from generator.reading.problem import ordered

SHOWN = 3
"""How many further places of one problem are named."""


def gathered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems in order of place; those that say the same are one, with its further places."""
    alike: defaultdict[tuple[str, str, str], list[Problem]] = defaultdict(list)
    for problem in ordered(problems):
        alike[problem.code, problem.message, problem.hint].append(problem)
    return tuple(_with_places(first, rest) for first, *rest in alike.values())


def _with_places(first: Problem, rest: list[Problem]) -> Problem:
    if not rest:
        return first
    named = [f"{problem.place.path}:{problem.place.line}" for problem in rest[:SHOWN]]
    if more := len(rest) - len(named):
        named.append(f"{more} more {'place' if more == 1 else 'places'}")
    return replace(first, message=f"{first.message} Also: {', '.join(named)}.")
