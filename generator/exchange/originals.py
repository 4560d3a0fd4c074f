"""Where marks lie on the original itself, at its own address."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from operator import itemgetter

from generator.exchange.anchors import AROUND, Quoted
from generator.exchange.document import Document, Span, blocks_of
from generator.reading.quotes import verbatim
from generator.reading.words import WORD


def on_original(document: Document) -> Callable[[Span], list[Quoted]]:
    """Which words of the original a span covers; none where its address is not known.

    A `quotation` article has the original's words in “double quotation marks” and nowhere else:
    only those, and only what stands beside them in the same marks, can be found in the original.
    """
    text, blocks = document.text, blocks_of(document.text)
    runs = list(blocks)
    if document.about.rights == "quotation":
        runs = [(a + s, a + e) for a, b in blocks for s, e in verbatim(text[a:b])]

    def words_of(span: Span) -> list[Quoted]:
        if not document.about.original.url or span.layer in ("block", "style"):
            return []
        found: list[Quoted] = []
        for start, end in span.pieces:
            for a, b in runs[_first(runs, start) :]:
                if a >= end:
                    break
                s, e = max(start, a), min(end, b)
                if s < e and WORD.search(text, s, e):
                    before, behind = text[max(a, s - AROUND) : s], text[e : min(b, e + AROUND)]
                    found.append(Quoted(text[s:e], before, behind, None))
        return found

    return words_of


def _first(runs: list[tuple[int, int]], start: int) -> int:
    """The first run that may hold a character at or behind `start`."""
    return max(bisect_right(runs, start, key=itemgetter(0)) - 1, 0)
