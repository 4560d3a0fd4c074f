"""Whose words a framing mark covers: a quotation's, a paraphrased voice's, or the writer's."""

from __future__ import annotations

from generator.model import Span, Statement, Wording
from generator.reading.flat import FlatMark
from generator.reading.quotes import nested, spoken


def quotations(text: str, quotation: bool) -> tuple[tuple[int, int], ...]:
    """Start and end of the words in `text` that somebody else is quoted with.

    In a `quotation` article double marks show the original's words, so there only ‘single’
    marks show it.
    """
    return nested(text) if quotation else spoken(text)


def whose(
    quoted: tuple[tuple[int, int], ...],
    span: Span,
    statement: Statement | None,
    in_cue: bool,
    quotation: bool,
) -> Wording:
    """Tell whose words those of `span` are; `quoted` has the quotations in its text.

    In a `quotation` article a statement given as a quote shows that somebody else is quoted,
    too. The words that attribute (a cue) are always the writer's.
    """
    if in_cue:
        return "writer"
    inside = any(start <= span.start and span.end <= end for start, end in quoted)
    if inside or (quotation and statement and statement.how == "quote"):
        return "quotation"
    if statement and statement.basis == "sourced":
        return "paraphrase"
    return "writer"


def in_or_round_cues(marks: tuple[FlatMark, ...], kinds: list[str]) -> frozenset[int]:
    """The marks that stand in a cue or round one, as numbers."""
    within = {
        number
        for number, flat in enumerate(marks)
        if any(kinds[parent] == "cue" for parent in flat.parents)
    }
    around = {
        parent
        for flat, kind in zip(marks, kinds, strict=True)
        if kind == "cue"
        for parent in flat.parents
    }
    return frozenset(within | around)
