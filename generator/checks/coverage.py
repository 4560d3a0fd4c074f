"""Every sentence is a statement, and every cue stands in a sourced one."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import Context
from generator.model import Article, Framing, Problem, Statement
from generator.reading.problem import error
from generator.reading.words import WORD


def check_coverage(article: Article, _context: Context) -> Iterator[Problem]:
    """`uncovered-sentence`."""
    for block in article.blocks:
        for gap in block.gaps:
            yield error(
                "uncovered-sentence",
                gap.place,
                f"No statement covers “{_short(gap.text)}”.",
                "Mark it as [words]{.sourced by=…}[^id], {.unsourced}[^id] or "
                "{.inferred kind=…}[^id], or draw it into the statement beside it.",
            )


def check_words(article: Article, _context: Context) -> Iterator[Problem]:
    """`no-words`, for marks that cover signs only, such as the dots of a skeleton."""
    marks: tuple[Statement | Framing, ...] = (*article.statements, *article.framing)
    for mark in marks:
        if mark.text and not WORD.search(mark.text):
            yield error(
                "no-words",
                mark.place,
                f"“{mark.text}” has no words in it.",
                "Write the words between [ and ], or take the mark out.",
            )


def check_cues(article: Article, _context: Context) -> Iterator[Problem]:
    """`cue-outside-sourced`."""
    sourced = {statement.id for statement in article.statements if statement.basis == "sourced"}
    for cue in article.cues:
        if cue.statement not in sourced:
            yield error(
                "cue-outside-sourced",
                cue.place,
                f"The cue “{_short(cue.text)}” stands outside a sourced statement.",
                "Draw it into the statement that it attributes; if it names nobody, take the mark out.",
            )


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words[:6]) + (" …" if len(words) > 6 else "")
