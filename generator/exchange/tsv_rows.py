"""A document as the rows of WebAnno TSV: sentences, tokens, and parts of tokens that a mark needs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.exchange.document import Document, Span
from generator.exchange.results import Tally

_TOKEN = re.compile(r"\w+|[^\w\s]")
_BETWEEN = re.compile(r"(?<=\S)\n\n(?=\S)")
"""What divides sentences; other white space stays inside one, where the format keeps it."""

Key = tuple[int, int, int]
"""A row: its token, and its first and last offset (a token's own, or those of a part)."""


@dataclass(frozen=True, slots=True)
class Row:
    """A token, or a part of one."""

    name: str
    """`1-3`, or `1-3.1` for a part."""
    start: int
    """First code point in the document's text."""
    end: int
    """One past the last."""
    spans: tuple[Span, ...]
    """What covers it and no smaller row of it, in the order of the document."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A block of the text with its rows."""

    start: int
    """First code point in the document's text."""
    end: int
    """One past the last."""
    rows: tuple[Row, ...]
    """In the order of the file."""


@dataclass(frozen=True, slots=True)
class Grid:
    """All rows of a document."""

    sentences: tuple[Sentence, ...]
    """In the order of the text."""
    first: dict[str, str]
    """The name of each span's first row, by its id; spans without a row are left out."""
    numbers: dict[str, int]
    """The number of each span that a row's values could not tell apart otherwise."""


def grid(document: Document, tally: Tally) -> Grid:
    """The rows of a document whose spans have no gaps."""
    stretches = tuple(_stretches(document.text, tally))
    tokens = [
        (number, token.start(), token.end())
        for number, (start, end) in enumerate(stretches, start=1)
        for token in _TOKEN.finditer(document.text, start, end)
    ]
    on: dict[Key, list[Span]] = {(n, start, end): [] for n, (_, start, end) in enumerate(tokens)}
    under: dict[str, list[Key]] = {}
    starts = [start for _, start, _ in tokens]
    for span in document.spans:
        keys = list(_keys(span, tokens, starts))
        if not keys:
            what = "A mark over nothing but white space is left out."
            tally.add("empty", what, span.id)
            continue
        if (keys[0][1], keys[-1][2]) != (span.start, span.end):
            tally.add("edge", "White space at the edges of a mark is left out.", span.id)
        under[span.id] = keys
        for key in keys:
            on.setdefault(key, []).append(span)
    names = _names(on, tokens)
    rows: dict[int, list[Row]] = {}
    for key in names:
        row = Row(names[key], key[1], key[2], tuple(on[key]))
        rows.setdefault(tokens[key[0]][0], []).append(row)
    stacked = {key for key, spans in on.items() if len(spans) > 1}
    many = [i for i, keys in under.items() if len(keys) > 1 or keys[0] in stacked]
    return Grid(
        tuple(
            Sentence(start, end, tuple(rows[number]))
            for number, (start, end) in enumerate(stretches, start=1)
        ),
        {span: names[keys[0]] for span, keys in under.items()},
        {span: number for number, span in enumerate(many, start=1)},
    )


def _stretches(text: str, tally: Tally) -> Iterator[tuple[int, int]]:
    """Each sentence's first code point, and one past its last."""
    first, after = len(text) - len(text.lstrip()), len(text.rstrip())
    if text[:first].strip(" ") or text[after:]:
        tally.add("text", "White space at the edges of the text is left out.", "white space")
    at = first
    for found in _BETWEEN.finditer(text):
        yield at, found.start()
        at = found.end()
    if at < after:
        yield at, after


def _keys(span: Span, tokens: list[tuple[int, int, int]], starts: list[int]) -> Iterator[Key]:
    at = max(bisect_right(starts, span.start) - 1, 0)
    while at < len(tokens) and tokens[at][1] < span.end:
        start, end = max(tokens[at][1], span.start), min(tokens[at][2], span.end)
        if start < end:
            yield at, start, end
        at += 1


def _names(on: dict[Key, list[Span]], tokens: list[tuple[int, int, int]]) -> dict[Key, str]:
    """The names of all rows, in the order of the file."""
    names: dict[Key, str] = {}
    count, parts = Counter[int](), 0
    for key in sorted(on, key=lambda key: (key[0], key[1:] != tokens[key[0]][1:], key[1], -key[2])):
        sentence, start, end = tokens[key[0]]
        if key[1:] == (start, end):
            count[sentence] += 1
            parts = 0
            names[key] = f"{sentence}-{count[sentence]}"
        else:
            parts += 1
            names[key] = f"{sentence}-{count[sentence]}.{parts}"
    return names
