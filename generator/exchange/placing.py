"""Where each span of a document can stand in an article: in one block, nested, whole or in parts.

In an article statements stand side by side, other marks nest in them, and none leaves its
paragraph. Other tools know no such bounds, so what crosses one is cut there, and it is said.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush
from itertools import pairwise

from generator.exchange.document import Span, trimmed
from generator.exchange.results import Tally
from generator.reading.words import WORD

DEEP = 5
"""Marks inside one another in one statement; an article is not read deeper."""
PARTS = 20
"""Parts that one span is cut into at most."""

_CUT = "Marks that cross are cut where the other begins or ends."
_NESTED = "A statement inside another one is no statement of an article; it stands there as `.x-…`."


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of one block that one mark can cover."""

    block: int
    """The block, counted from 0."""
    start: int
    """First code point in the document's text."""
    end: int
    """One past the last."""
    order: int
    """The place of its span in the document: of two over the same words the lower is outside."""
    span: Span
    """The span that it is part of."""
    nested: bool = False
    """Whether it is a statement that stands inside another."""


def place(
    spans: Iterable[Span], text: str, blocks: tuple[tuple[int, int], ...], tally: Tally
) -> tuple[Part, ...]:
    """Statements, cues, framing and other tools' spans as parts, outer before inner."""
    parts: list[Part] = []
    for order, span in enumerate(spans):
        found = list(_in_blocks(span, order, text, blocks))
        if not found:
            tally.add("empty", "A mark over nothing but white space is left out.", span.id)
        _say_parts(span, found, tally)
        parts += found[:PARTS]
        if found[PARTS:]:
            tally.add(
                "crossing", f"Of a mark in more than {PARTS} parts the rest is left out.", span.id
            )
    parts.sort(key=_outer_first)
    statements = list(_side_by_side(parts, text, tally))
    inside = [p for p in parts if p.span.layer != "statement"]
    cut = list(_cut_at_statements(inside, [s for s in statements if not s.nested], text, tally))
    return tuple(_nesting([*statements, *cut], text, tally))


def _outer_first(part: Part) -> tuple[int, int, int, int]:
    return part.start, -part.end, part.span.layer != "statement" or part.nested, part.order


def _in_blocks(
    span: Span, order: int, text: str, blocks: tuple[tuple[int, int], ...]
) -> Iterator[Part]:
    last: Part | None = None
    for start, end in span.pieces:
        number = bisect_right(blocks, (start, len(text) + 1)) - 1
        for block in range(max(number, 0), len(blocks)):
            first, after = blocks[block]
            if first >= end:
                break
            a, b = trimmed(text, max(start, first), min(end, after))
            if a >= b:
                continue
            if last and last.block == block and not text[last.end : a].strip():
                last = replace(last, end=b)
                continue
            if last:
                yield last
            last = Part(block, a, b, order, span)
    if last:
        yield last


def _say_parts(span: Span, found: list[Part], tally: Tally) -> None:
    in_blocks = len({part.block for part in found})
    if in_blocks > 1:
        what = "A mark that goes through several paragraphs is cut at their edges."
        tally.add("across-paragraphs", what, span.id)
    if len(found) > in_blocks:
        what = "A mark with gaps becomes several marks, each with the same note."
        tally.add("discontinuous", what, span.id)


def _side_by_side(parts: Iterable[Part], text: str, tally: Tally) -> Iterator[Part]:
    """Statements, each beginning where the one before has ended; one inside another is marked so."""
    at = 0
    for part in parts:
        if part.span.layer != "statement":
            continue
        if part.end <= at:
            tally.add("nested-statement", _NESTED, part.span.id)
            yield replace(part, nested=True)
            continue
        if part.start < at:
            tally.add("crossing", _CUT, part.span.id)
            start, _ = trimmed(text, at, part.end)
            part = replace(part, start=start)
        at = part.end
        yield part


def _cut_at_statements(
    parts: Iterable[Part], statements: list[Part], text: str, tally: Tally
) -> Iterator[Part]:
    edges = sorted({edge for s in statements for edge in (s.start, s.end)})
    for part in parts:
        inside = edges[bisect_right(edges, part.start) : bisect_left(edges, part.end)]
        if not inside:
            yield part
            continue
        tally.add("crossing", _CUT, part.span.id)
        points = [part.start, *inside[:PARTS], part.end]
        cuts = [trimmed(text, a, b) for a, b in pairwise(points)]
        worded = [cut for cut in cuts if WORD.search(text, *cut)]
        for a, b in worded or [cut for cut in cuts if cut[0] < cut[1]][:1]:
            yield replace(part, start=a, end=b)


def _nesting(parts: list[Part], text: str, tally: Tally) -> Iterator[Part]:
    """The parts, each inside the one before it or behind it."""
    queue = [(*_outer_first(part), number, part) for number, part in enumerate(parts)]
    heapify(queue)
    number = len(parts)
    cuts: dict[int, int] = {}
    around: list[Part] = []
    while queue:
        part = heappop(queue)[-1]
        while around and around[-1].end <= part.start:
            around.pop()
        if len(around) >= DEEP:
            tally.add("depth", "Marks too deep inside one another are left out.", part.span.id)
            continue
        if around and part.end > around[-1].end:
            cuts[part.order] = cuts.get(part.order, 0) + 1
            tally.add("crossing", _CUT, part.span.id)
            start, _ = trimmed(text, around[-1].end, part.end)
            rest = replace(part, start=start)
            if start < part.end and cuts[part.order] < PARTS:
                number += 1
                heappush(queue, (*_outer_first(rest), number, rest))
            _, end = trimmed(text, part.start, around[-1].end)
            part = replace(part, end=end)
        around.append(part)
        yield part
