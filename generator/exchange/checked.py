"""The last look at what a format read: only sound documents are handed on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.exchange.document import Document, Relation, Span, in_order
from generator.model import Place, Problem
from generator.reading.problem import warning


def sound(document: Document, place: Place) -> tuple[Document, tuple[Problem, ...]]:
    """The document in order, without spans that lie outside its text and relations that lead nowhere.

    `place` is where the document stands in its file. A format says what is wrong at the very line;
    what it did not see is said here.
    """
    problems: list[Problem] = []
    spans: dict[str, Span] = {}
    for span in document.spans:
        if span.id in spans:
            problems.append(_left_out(place, f"a second span with the id `{span.id}`"))
        elif not _inside(span, len(document.text)):
            problems.append(_left_out(place, f"the span `{span.id}`, which lies outside the text"))
        else:
            spans[span.id] = span
    relations = []
    for relation in document.relations:
        lost = list(_ends(relation, spans))
        if lost:
            problems.append(_left_out(place, f"a relation to `{lost[0]}`, which is not there"))
        else:
            relations.append(relation)
    kept = replace(document, spans=tuple(spans.values()), relations=tuple(relations))
    return in_order(kept), tuple(problems)


def _inside(span: Span, length: int) -> bool:
    at = 0
    for start, end in span.pieces:
        if not at <= start < end <= length:
            return False
        at = end
    return bool(span.pieces)


def _ends(relation: Relation, spans: dict[str, Span]) -> Iterator[str]:
    if relation.start not in spans:
        yield relation.start
    if relation.type not in ("by", "see") and relation.end not in spans:
        yield relation.end


def _left_out(place: Place, what: str) -> Problem:
    return warning("left-out", place, f"Left out: {what}.", "Look at it in the tool again.")
