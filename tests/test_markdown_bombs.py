"""Long, deep and unfinished Markdown is read in time that grows as the text does."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from generator.checks import check_article
from generator.checks.context import Context
from generator.reading.article import read_article
from generator.reading.lesson import read_lesson

from . import sample
from .case_files import FRONT
from .markdown_bombs import BOMBS
from .steps import growth, steps

CONTEXT = Context(sample.codebook(), date(2026, 11, 22))
LINEAR = 1.1
"""The exponent that may not be exceeded; for comparison, twice the work for each item is 2."""


def checked(text: str) -> None:
    """Read and check an article in the stricter mode of rights, and the same text as a lesson."""
    reading = read_article("a.md", FRONT.replace("rights: own", "rights: quotation") + text)
    assert reading.article
    check_article(reading.article, CONTEXT)
    read_lesson("a.md", "---\n---\n" + text)


@cache
def least() -> int:
    """The steps that an empty text takes."""
    checked("a\n")  # what is made once counts for no text
    return steps(lambda: checked("a\n"))


def exponent(name: str, few: int, many: int) -> float:
    """By which the steps grow from `few` to `many`, without what an empty text takes.

    A thousand steps are the least that count: below, what is kept from text to text decides.
    """
    return growth(
        {
            n: max(1_000, steps(lambda n=n: checked(BOMBS[name](n) + "\n")) - least())  # type: ignore[misc]
            for n in (few, many)
        }
    )


@pytest.mark.parametrize("name", BOMBS)
def test_steps_grow_as_the_text_does(name: str) -> None:
    """In steps, not in seconds: no text takes the square of its length."""
    assert exponent(name, 100, 400) <= LINEAR


@pytest.mark.parametrize("count", [5_000, pytest.param(20_000, marks=pytest.mark.long)])
def test_thousands_of_brackets_are_linear(count: int) -> None:
    """The text for which many readers of Markdown take the square; counted to 20,000 in the long set."""
    assert exponent("brackets opened", 1_000, count) <= LINEAR


def test_twenty_thousand_brackets_are_read() -> None:
    """Not counted, which would take longer than all else here, but read to the end."""
    checked(BOMBS["brackets opened"](20_000) + "\n")


@pytest.mark.parametrize("name", BOMBS)
def test_thousands_of_anything_raise_nothing(name: str) -> None:
    """No text is too deep for the reader: what it cannot take is a problem."""
    read_article("a.md", FRONT + BOMBS[name](1_500) + "\n")


def test_the_exponent_can_be_felt() -> None:
    """A square is told from a line: the test above is not blind."""

    def square(count: int) -> int:
        return sum(1 for _ in range(count) for _ in range(count))

    counts = {n: steps(lambda n=n: square(n)) for n in (50, 200)}  # type: ignore[misc]
    assert growth(counts) > 1.9
