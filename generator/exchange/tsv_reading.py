"""Reads WebAnno TSV 3: layers of spans with slots, relations, chains; whatever tool wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import PurePosixPath

from generator.exchange.checked import sound
from generator.exchange.document import Document, Relation, Span
from generator.exchange.layers import ends_of, span_of
from generator.exchange.reduced import another_text
from generator.exchange.results import Read, Tally
from generator.exchange.sources import decoded
from generator.exchange.trouble import Trouble
from generator.exchange.tsv_cells import (
    NONE,
    NULL,
    Value,
    chain_link,
    numbered,
    split,
    stacked,
    unescaped,
)
from generator.exchange.tsv_text import Text, Token
from generator.exchange.utf16 import Units
from generator.model import Problem
from generator.reading.place import Source
from generator.reading.problem import error

_ROW = re.compile(r"(\d{1,9}-\d{1,9}(?:\.\d{1,9})?)\t(\d{1,12})-(\d{1,12})\t")
_HEAD = re.compile(r"#FORMAT=WebAnno TSV 3\.\d+\s*")
_KINDS = {"#T_SP": "span", "#T_RL": "relation", "#T_CH": "chain"}
_AGAIN = "Export it again as WebAnno TSV 3.3; it may have been cut off, or changed by hand."

_Key = tuple[str, str, int]
"""An annotation: its layer, with its number and 0, or with its row and its place in the stack."""


@dataclass(frozen=True, slots=True)
class _Column:
    kind: str
    layer: str
    name: str
    """A feature; `BT_…` and `ROLE_…` as they stand; empty for a layer without features."""


@dataclass(slots=True)
class _Found:
    """An annotation, its edges in UTF-16 units."""

    line: int
    start: int
    end: int
    features: dict[str, str] = field(default_factory=dict)
    roles: list[str] = field(default_factory=list)

    def again(self) -> _Found:
        """One more in the same row."""
        return _Found(self.line, self.start, self.end)


@dataclass(frozen=True, slots=True)
class _Link:
    """A relation whose ends are still to be found; an end is a row and a number, or a key."""

    line: int
    type: str
    start: _Key | tuple[str, str]
    end: _Key | tuple[str, str]
    layer: str
    """The layer of what it leads to or from, where the file says it."""


def read_tsv(files: dict[str, bytes], text: str | None) -> Read:
    """A document from each file; a `text` that is another one than theirs is reported."""
    documents: list[Document] = []
    problems: list[Problem] = []
    tally = Tally()
    for name, data in files.items():
        source, unreadable = decoded(name, data)
        problems += unreadable
        if source is None:
            continue
        if not _HEAD.fullmatch(source.lines[0]):
            message = "The first line does not say `#FORMAT=WebAnno TSV 3.3`."
            problems.append(error("not-webanno-tsv", source.place(1, 1, 40), message, _AGAIN))
            continue
        reader = _Reader(source, tally)
        documents.append(reader.document())
        another_text(reader.trouble, documents[-1].text, text)
        problems += reader.trouble.problems()
    return Read(tuple(documents), tally.losses(), tuple(problems))


class _Reader:
    def __init__(self, source: Source, tally: Tally) -> None:
        self.source = source
        self.tally = tally
        self.trouble = Trouble(source)
        self.columns: list[_Column] = []
        self.found: dict[_Key, _Found] = {}
        self.at_row: dict[str, dict[_Key, None]] = {}
        self.by_number: dict[str, list[_Key]] = {}
        self.links: list[_Link] = []
        self.chains: dict[tuple[str, int], dict[int, tuple[_Key, str]]] = {}

    def document(self) -> Document:
        name = PurePosixPath(self.source.path).name
        spans_at = Text()
        lines: list[str] = []
        tokens: list[Token] = []
        for number, line in enumerate([*self.source.lines, ""], start=1):
            if line.startswith("#"):
                if line.startswith("#Text=") and not tokens:
                    lines.append(line.removeprefix("#Text="))
                elif (kind := _KINDS.get(line[:5])) and not lines:
                    self._columns(kind, line[6:])
            elif line.strip("\r"):
                self._row(number, line, tokens)
            elif tokens:
                if wrong := spans_at.add(lines, tokens):
                    self.trouble.warn("text-disagrees", number - len(tokens), wrong, _AGAIN)
                lines, tokens = [], []
        text = spans_at.text()
        spans = dict(self._spans(Units(text)))
        self._chained()
        document = Document(
            PurePosixPath(name).stem,
            "",
            "",
            text,
            tuple(spans.values()),
            tuple(self._relations(spans)),
        )
        kept, problems = sound(document, self.source.place(1, 1))
        self.trouble.add(problems)
        return kept

    def _columns(self, kind: str, declared: str) -> None:
        layer, *names = declared.split("|")
        self.columns += [_Column(kind, layer, name) for name in names or [""]]

    def _row(self, number: int, line: str, tokens: list[Token]) -> None:
        found = _ROW.match(line)
        if not found:
            message = "This row has no number with offsets behind it (`1-2⇥4-8⇥word`)."
            self.trouble.warn("row", number, message, _AGAIN)
            return
        row, start, end = found[1], int(found[2]), int(found[3])
        word, *cells = line[found.end() :].split("\t")
        if "." not in row:
            tokens.append((start, end, word))
        if len(cells) < len(self.columns):
            message = f"This row has {len(cells)} of {len(self.columns)} columns."
            self.trouble.warn("row", number, message, _AGAIN)
        for column, cell in zip(self.columns, cells, strict=False):
            if cell != NONE:
                self._cell(column, cell, row, _Found(number, start, end))

    def _cell(self, column: _Column, cell: str, row: str, here: _Found) -> None:
        for place, value in enumerate(stacked(cell)):
            if column.kind == "relation":
                self._relation(column, value, row, place, here)
            elif column.kind == "chain":
                self._chain(column, value, row, place, here)
            else:
                self._feature(column, value, row, place, here)

    def _feature(self, column: _Column, value: Value, row: str, place: int, here: _Found) -> None:
        name = column.name
        if "." in name and not name.startswith("ROLE_"):
            key = self._stacked_key(column.layer, row, place)
            for role, target in zip(
                self.found[key].roles if key in self.found else [],
                split(value.text + (f"[{value.number}]" if value.number else ""), ";"),
                strict=False,
            ):
                ref = numbered(target)
                if ref.text not in (NONE, NULL):
                    link = _Link(here.line, role, key, (ref.text, ref.number), name)
                    self.links.append(link)
            return
        key = self._annotation(column.layer, value.number, row, place, here)
        if name.startswith("ROLE_"):
            feature = name.partition(":")[2].partition("_")[0]
            roles = split(value.text, ";")
            known = self.found[key].roles
            if not known and value.text != NONE:
                known += [feature if r == NULL else unescaped(r) for r in roles]
        elif name and value.text != NULL:
            self.found[key].features.setdefault(name, unescaped(value.text))

    def _annotation(self, layer: str, number: str, row: str, place: int, here: _Found) -> _Key:
        key = (layer, number, 0) if number else self._stacked_key(layer, row, place)
        if key not in self.found:
            self.found[key] = here.again()
            if number:
                self.by_number.setdefault(number, []).append(key)
        known = self.found[key]
        known.start, known.end = min(known.start, here.start), max(known.end, here.end)
        self.at_row.setdefault(row, {})[key] = None
        return key

    def _stacked_key(self, layer: str, row: str, place: int) -> _Key:
        there = [key for key in self.at_row.get(row, ()) if key[0] == layer]
        return there[place] if place < len(there) else (layer, row, place)

    def _relation(self, column: _Column, value: Value, row: str, place: int, here: _Found) -> None:
        key = (column.layer, row, place)
        if not column.name.startswith("BT_"):
            features = self.found.setdefault(key, here.again()).features
            if column.name and value.text != NULL:
                features[column.name] = unescaped(value.text)
            return
        said = self.found.pop(key, here).features
        type_ = (
            said.get("label")
            or said.get("type")
            or next(iter(said.values()), column.layer.rpartition(".")[2])
        )
        if len(said) > 1:
            what = "Of a relation’s features only the first is kept."
            self.tally.add("attribute", what, type_)
        one, _, other = value.number.partition("_")
        start, end = (value.text, one.strip("0") and one), (row, other.strip("0") and other)
        self.links.append(_Link(here.line, type_, start, end, column.name.removeprefix("BT_")))

    def _chain(self, column: _Column, value: Value, row: str, place: int, here: _Found) -> None:
        said, link = chain_link(value.text)
        if link:
            key = (column.layer, f"{link[0]}>{link[1]}", 0)
            known = self.found.setdefault(key, here.again())
            known.end = max(known.end, here.end)
            self.at_row.setdefault(row, {})[key] = None
            chain = self.chains.setdefault((column.layer, link[0]), {})
            relation = "" if said == NULL else unescaped(said)
            chain.setdefault(link[1], (key, relation or column.name))
        else:
            key = self._stacked_key(column.layer, row, place)
            if value.text != NULL and key in self.found:
                self.found[key].features.setdefault("value", unescaped(value.text))

    def _chained(self) -> None:
        for chain in self.chains.values():
            for one, other in pairwise(sorted(chain)):
                (start, kind), (end, _) = chain[one], chain[other]
                self.links.append(_Link(self.found[start].line, kind, start, end, start[0]))

    def _spans(self, units: Units) -> Iterator[tuple[_Key, Span]]:
        taken: set[str] = set()
        for number, (key, found) in enumerate(self.found.items(), start=1):
            start, end = units.point(found.start), units.point(found.end)
            if start is None or end is None or start >= end:
                what = (
                    "of no length"
                    if found.start == found.end
                    else "whose offsets are not in the text"
                )
                message = f"A mark {what} is left out: {key[0].rpartition('.')[2]}."
                self.trouble.warn("left-out", found.line, message, _AGAIN)
                continue
            span = span_of(key[0], found.features, (start, end), f"~{number}")
            if span.id in taken:
                what = "Of several marks with one id the later ones lose it."
                self.tally.add("id", what, span.id)
                span = Span(f"~{number}", span.label, span.pieces, span.attributes, span.notes)
            taken.add(span.id)
            yield key, span

    def _relations(self, spans: dict[_Key, Span]) -> Iterator[Relation]:
        for key, span in spans.items():
            yield from ends_of(key[0], self.found[key].features, span.id)
        for link in self.links:
            start, end = (spans.get(self._end(e, link.layer)) for e in (link.start, link.end))
            if start and end:
                yield Relation("", link.type, start.id, end.id)
            else:
                what = "A relation from or to words that carry no mark is left out."
                self.tally.add("relation", what, link.type)

    def _end(self, end: _Key | tuple[str, str], layer: str) -> _Key:
        if len(end) == 3:
            return end
        row, number = end
        keys = self.by_number.get(number, []) if number else list(self.at_row.get(row, ()))
        return next((key for key in keys if key[0] == layer), keys[0] if keys else ("", "", 0))
