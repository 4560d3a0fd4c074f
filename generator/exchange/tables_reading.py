"""Reads the tables back: rows of several articles, from a spreadsheet that may have resaved them."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import StringIO
from pathlib import PurePosixPath
from typing import get_args

from generator.exchange.checked import sound
from generator.exchange.document import About, Document, Relation, Span
from generator.exchange.picked import whole
from generator.exchange.reduced import as_note
from generator.exchange.results import Read, Tally
from generator.exchange.sources import decoded
from generator.exchange.tables_columns import COLUMNS, meant
from generator.exchange.trouble import Trouble
from generator.model import Problem, Stake, Voice, VoiceKind

_TELLS = {"basis": "statements", "technique": "framing", "stake": "voices"}
_CUE = re.compile(r"(\d{1,12})-(\d{1,12})")
_AGAIN = "The columns are described with the format."


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of a table."""

    cells: dict[str, str]
    at: Trouble
    line: int


@dataclass(slots=True)
class _Article:
    """The rows of one article, by table."""

    rows: dict[str, list[_Row]] = field(default_factory=lambda: {name: [] for name in COLUMNS})


def read_tables(files: dict[str, bytes], text: str | None) -> Read:
    """A document from each article that the tables name."""
    problems: list[Problem] = []
    tally = Tally()
    texts: dict[str, str] = {}
    articles: dict[str, _Article] = {}
    troubles: list[Trouble] = []
    for name, data in files.items():
        source, unreadable = decoded(name, data)
        problems += unreadable
        if source is None:
            continue
        if not name.endswith(".csv"):
            texts[PurePosixPath(name).stem] = "\n".join(source.lines)
            continue
        troubles.append(Trouble(source))
        for table, row in _rows(troubles[-1]):
            article = articles.setdefault(row.cells.get("article", ""), _Article())
            article.rows[table].append(row)
    if len(articles) == 1 and (text is not None or len(texts) == 1):
        texts = {next(iter(articles)): next(iter(texts.values())) if text is None else text}
    documents = [
        _document(name, article, texts.get(name), tally) for name, article in articles.items()
    ]
    for trouble in troubles:
        problems += trouble.problems()
    return Read(tuple(documents), tally.losses(), tuple(problems))


def _rows(trouble: Trouble) -> Iterator[tuple[str, _Row]]:
    first = trouble.source.lines[0]
    sign = max((",", ";", "\t"), key=first.count)
    reader = csv.reader(StringIO("\n".join(trouble.source.lines), newline=""), delimiter=sign)
    header: list[str] = []
    table = ""
    try:
        for cells in reader:
            if not header:
                header = [cell.strip() for cell in cells]
                table = next((t for column, t in _TELLS.items() if column in header), "")
                if not table:
                    message = "The first line names none of the tables’ columns."
                    trouble.refuse("no-table", 1, message, _AGAIN)
                    return
            elif any(cells):
                if len(cells) != len(header):
                    message = f"This row has {len(cells)} cells, and the first has {len(header)}."
                    trouble.warn("row", reader.line_num, message, _AGAIN)
                row = dict(zip(header, map(meant, cells), strict=False))
                yield table, _Row(row, trouble, reader.line_num)
        if not header:
            trouble.refuse("no-table", 1, "This file is empty.", _AGAIN)
    except csv.Error as fault:
        message = f"This is no table: {fault}."
        trouble.refuse("no-table", reader.line_num, message, _AGAIN)


def _document(name: str, article: _Article, text: str | None, tally: Tally) -> Document:
    marks = [*article.rows["statements"], *article.rows["framing"]]
    if text is None:
        text = _rebuilt(marks)
        what = "Words that carry no mark are not in the tables, and become spaces."
        tally.add("text", what, name)
    spans: list[Span] = []
    relations: list[Relation] = []
    for table in ("statements", "framing"):
        for row in article.rows[table]:
            span = _span(row, table, len(spans), text)
            if span is None:
                continue
            spans.append(span)
            for kind in ("by", "from", "see"):
                ends = row.cells.get(kind, "").split() if table == "statements" else ()
                relations += [Relation("", kind, span.id, end) for end in ends]
            for found in _CUE.finditer(row.cells.get("cues", "")):
                piece = (int(found[1]), int(found[2]))
                spans.append(Span(f"~cue{len(spans)}", "cue", (piece,)))
    voices = tuple(_voices(article.rows["voices"]))
    about = About(voices=voices)
    document = Document(name, "", "", text, tuple(spans), tuple(relations), about=about)
    first = next(row for rows in article.rows.values() for row in rows)
    kept, problems = sound(document, first.at.source.place(first.line, 1))
    first.at.add(problems)
    return kept


def _rebuilt(rows: list[_Row]) -> str:
    """The words of all marks, each where it stands."""
    pieces: list[str] = []
    length = 0
    placed = [(whole(row.cells.get("start")), row.cells.get("text", "")) for row in rows]
    for start, words in sorted((start, words) for start, words in placed if start is not None):
        if start <= length + _FAR:
            new = words[max(length - start, 0) :]
            pieces += (" " * (start - length), new)
            length += max(start - length, 0) + len(new)
    return "".join(pieces)


_FAR = 100_000
"""Characters between two marks; a number that was typed wrong does not fill the memory."""


def _span(row: _Row, table: str, before: int, text: str) -> Span | None:
    cells = row.cells
    start, end = whole(cells.get("start")), whole(cells.get("end"))
    label = "framing" if table == "framing" else cells.get("basis", "")
    if start is None or end is None or not 0 <= start < end <= len(text) or not label:
        message = (
            f"This row’s mark ({cells.get('start')} to {cells.get('end')}) is not in the text, "
            f"which has {len(text)} characters, or it has no basis."
        )
        row.at.warn("left-out", row.line, message, _AGAIN)
        return None
    said = cells.get("text", "")
    if said and said.split() != text[start:end].split():
        message = (
            f"The row says “{said[:40]}”, and at its offsets stands “{text[start:end][:40]}”. "
            "The offsets are used."
        )
        row.at.warn("text-disagrees", row.line, message, "Look at this mark again.")
    own = ("technique", "plain") if table == "framing" else ("how", "kind")
    order = (*own, "also", *(() if table == "framing" else ("also_kind", "short")), "draft")
    return Span(
        cells.get("id") or f"~{before + 1}",
        label,
        ((start, end),),
        tuple((name, cells[name]) for name in order if cells.get(name)),
        as_note(cells.get("note", "")),
    )


def _voices(rows: list[_Row]) -> Iterator[Voice]:
    kinds: dict[str, VoiceKind] = {kind: kind for kind in get_args(VoiceKind)}
    stakes: dict[str, Stake] = {stake: stake for stake in get_args(Stake)}
    for row in rows:
        name, cells = row.cells.get("id", ""), row.cells
        kind, stake = kinds.get(cells.get("kind", "")), stakes.get(cells.get("stake", ""))
        if not name or kind is None or stake is None:
            message = "This voice has no id, or a kind or stake that is none."
            row.at.warn("voice", row.line, message, _AGAIN)
        if name:
            yield Voice(
                name,
                cells.get("name", ""),
                cells.get("role", ""),
                kind or "person",
                stake or "unknown",
                cells.get("note", ""),
            )
