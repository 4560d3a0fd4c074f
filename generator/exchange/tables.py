"""Tables for a spreadsheet or pandas: a row a statement, a framing mark, a voice; and the text.

UTF-8 with a byte order mark, commas, and double quotation marks round cells that need them.
"""

from __future__ import annotations

import csv
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from io import StringIO

from generator.exchange.document import MADE_UP, Document, Span
from generator.exchange.reduced import (
    in_one_piece,
    one_note,
    text_file,
    without_metadata,
    without_notes_on_all,
)
from generator.exchange.results import Read, Tally, Written
from generator.exchange.tables_columns import COLUMNS, harmless
from generator.exchange.tables_reading import read_tables

NAME = "tables"
TITLE = "Tables (CSV)"
ENDING = "-statements.csv"
BESIDE: tuple[str, ...] = (".csv", ".txt")

Row = dict[str, str]
"""What stands in the columns of one row."""


def write(document: Document) -> Written:
    """The text, and three tables."""
    tally = Tally()
    rows = rows_of(document, tally)
    files = {f"{document.id}.txt": text_file(document, tally)}
    files |= {f"{document.id}-{name}.csv": as_csv(name, rows[name]) for name in COLUMNS}
    return Written(files, tally.losses())


def read(files: dict[str, bytes], text: str | None) -> Read:
    """A document from each article that the tables name."""
    return read_tables(files, text)


def as_csv(table: str, rows: Iterable[Row]) -> bytes:
    """Rows as the file of one of the tables."""
    return (heads(table) + lines(table, rows)).encode("utf-8-sig")


def heads(table: str) -> str:
    """The line that names the columns of a table."""
    return ",".join(COLUMNS[table]) + "\r\n"


def lines(table: str, rows: Iterable[Row]) -> str:
    """Rows as the lines below it."""
    file = StringIO(newline="")
    csv.writer(file).writerows(
        [harmless(row.get(name, "")) for name in COLUMNS[table]] for row in rows
    )
    return file.getvalue()


def rows_of(document: Document, tally: Tally) -> dict[str, list[Row]]:
    """The rows of each table, with what they leave out counted."""
    without_metadata(document, tally, keep=("voices",))
    without_notes_on_all(document, tally)
    document = in_one_piece(document, tally)
    statements = [span for span in document.spans if span.layer == "statement"]
    framing = [span for span in document.spans if span.layer == "framing"]
    starts = [span.start for span in statements]
    cues: dict[str, list[str]] = {}
    for span in document.spans:
        if span.layer == "cue" and (around := _around(span, statements, starts)):
            cues.setdefault(around.id, []).append(f"{span.start}-{span.end}")
            if not span.id.startswith(MADE_UP):
                tally.add("id", "Cues lose their ids.", span.id)
        elif span.layer not in ("statement", "framing"):
            kind = span.layer if span.layer in ("block", "style", "cue") else "span"
            what = "Marks other than statements, the cues in them and framing are left out."
            tally.add(kind, what, span.label)
    ends = _ends(document, {span.id for span in statements}, tally)
    return {
        "statements": [
            {
                **_row(document, span, number, "statements", tally),
                **{name: " ".join(ends.get((span.id, name), ())) for name in ("by", "from", "see")},
                "basis": span.label,
                "cues": " ".join(cues.get(span.id, ())),
            }
            for number, span in enumerate(statements, start=1)
        ],
        "framing": [
            {
                **_row(document, span, number, "framing", tally),
                "statement": around.id if (around := _around(span, statements, starts)) else "",
            }
            for number, span in enumerate(framing, start=1)
        ],
        "voices": list(_voices(document, statements)),
    }


def _row(document: Document, span: Span, number: int, table: str, tally: Tally) -> Row:
    own = ("kind", "how", "also", "also_kind", "short", "draft", "technique", "plain")
    columns = [name for name in own if name in COLUMNS[table]]
    for name, _ in span.attributes:
        if name not in columns:
            tally.add("attribute", "An attribute that no article has is left out.", name)
    return {
        **{name: span.attribute(name) for name in columns},
        "article": document.id,
        "id": span.id,
        "number": str(number),
        "start": str(span.start),
        "end": str(span.end),
        "text": document.text[span.start : span.end],
        "note": one_note(span, tally),
    }


def _around(span: Span, statements: list[Span], starts: list[int]) -> Span | None:
    """The statement that a mark stands in, if it stands in one."""
    at = bisect_right(starts, span.start) - 1
    return statements[at] if at >= 0 and span.end <= statements[at].end else None


def _ends(
    document: Document, statements: set[str], tally: Tally
) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for relation in document.relations:
        if relation.type in ("by", "from", "see") and relation.start in statements:
            found.setdefault((relation.start, relation.type), []).append(relation.end)
        else:
            tally.add("relation", "Relations that no article has are left out.", relation.type)
    return found


def _voices(document: Document, statements: list[Span]) -> Iterator[Row]:
    ids = {span.id for span in statements}
    count = Counter(r.end for r in document.relations if r.type == "by" and r.start in ids)
    for voice in document.about.voices:
        yield {
            "article": document.id,
            "id": voice.id,
            "name": voice.name,
            "role": voice.role,
            "kind": voice.kind,
            "stake": voice.stake,
            "statements": str(count[voice.id]),
            "note": voice.note,
        }
