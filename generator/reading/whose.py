"""Whose words a framing mark covers: a quotation's, a paraphrased voice's, or the writer's."""

from __future__ import annotations

from generator.model import Span, Statement, Wording
from generator.reading.quotes import nested, spoken


def whose(
    text: str, span: Span, statement: Statement | None, in_cue: bool, quotation: bool
) -> Wording:
    """Tell whose words `text[span]` are.

    In a `quotation` article double marks show the original's words, so there only ‘single’
    marks, or a statement given as a quote, show that somebody else is quoted. The words that
    attribute (a cue) are always the writer's.
    """
    if in_cue:
        return "writer"
    inside = any(
        start <= span.start and span.end <= end
        for start, end in (nested(text) if quotation else spoken(text))
    )
    if inside or (quotation and statement and statement.how == "quote"):
        return "quotation"
    if statement and statement.basis == "sourced":
        return "paraphrase"
    return "writer"
