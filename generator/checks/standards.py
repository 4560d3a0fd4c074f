"""The standards that lessons and pairs name, and the answers that their questions have."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import Keyed, key_place
from generator.model import Problem, Question
from generator.reading.problem import error, one_of

STANDARDS = ("RI.6.8", "RI.7.6", "RI.8.4", "RI.8.6", "RI.8.8", "NAMLE")
"""Common Core's reading of informational texts, by grade, and the key questions of NAMLE."""


def check_questions(of: Keyed, questions: tuple[Question, ...]) -> Iterator[Problem]:
    """`question-without-answer`, `unknown-standard`."""
    for number, question in enumerate(questions):
        at = ("questions", str(number))
        if not question.answer:
            yield error(
                "question-without-answer",
                key_place(of, *at, "ask"),
                "This question has no answer.",
                "Add `answer: …`: what a good one has in it.",
            )
        if question.standard:
            yield from check_standard(of, question.standard, *at, "standard")


def check_standard(of: Keyed, code: str, *at: str) -> Iterator[Problem]:
    """`unknown-standard`."""
    if code not in STANDARDS:
        place = key_place(of, *at)
        message = f"`{code}` is not a standard that the project uses."
        yield error("unknown-standard", place, message, one_of(code, STANDARDS))
