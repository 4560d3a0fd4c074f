"""Tables of statements, framing and voices."""

from __future__ import annotations

import csv
import random
from dataclasses import replace
from io import StringIO

import pytest

from generator.exchange import tables
from generator.exchange.document import Document
from generator.exchange.results import Tally
from generator.exchange.tables_columns import COLUMNS, SIGNS, harmless, meant
from tests.exchange_documents import WORDS, everything, library

DANGEROUS = ('=HYPERLINK("http://x.y")', "+1", "-2+3", "@SUM(A1)", "\tx", "＝1", "'quoted'", "''")


def rows(data: bytes) -> list[dict[str, str]]:
    """A table as a spreadsheet has it."""
    return list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("document", library(), ids=lambda d: d.id)
def test_statements_framing_cues_and_voices_of_every_article_come_back(document: Document) -> None:
    """With notes and relations; what the tables have no room for is listed."""
    written = tables.write(document)
    found = tables.read(written.files, None)
    assert not found.problems
    (again,) = found.documents
    kept = [s for s in document.spans if s.layer in ("statement", "framing")]
    lost = {loss.kind for loss in written.lost}
    if "note-style" not in lost:
        assert [s for s in again.spans if s.layer != "cue"] == kept
    if "cue" not in lost:
        assert [s.pieces for s in again.spans if s.layer == "cue"] == [
            s.pieces for s in document.spans if s.layer == "cue"
        ]
    assert again.about.voices == document.about.voices
    assert [(r.type, r.start, r.end) for r in again.relations] == [
        (r.type, r.start, r.end) for r in document.relations
    ]


def test_each_table_has_the_columns_that_are_described() -> None:
    """In their order, and nothing that is not described."""
    files = tables.write(everything()).files
    for table, columns in COLUMNS.items():
        first = files[f"everything-{table}.csv"].decode("utf-8-sig").splitlines()[0]
        assert first.split(",") == list(columns)
    made = tables.rows_of(everything(), Tally())
    for table, columns in COLUMNS.items():
        assert made[table]
        assert all(set(row) == set(columns) for row in made[table])


@pytest.mark.parametrize("cell", DANGEROUS)
def test_no_cell_is_a_formula_and_every_cell_can_be_had_back(cell: str) -> None:
    """An apostrophe stands before what a spreadsheet could compute, and before an apostrophe."""
    assert harmless(cell) == f"'{cell}"
    assert meant(harmless(cell)) == cell


def test_whatever_an_article_says_no_cell_begins_with_a_sign() -> None:
    """Names, notes, words and labels alike, and they come back as they were."""
    chance = random.Random(9)
    document = everything()
    voice = document.about.voices[0]
    for _ in range(100):
        name, role, note = (
            chance.choice((*DANGEROUS, *WORDS)) + chance.choice(("", "\n=1", ",", '"'))
            for _ in "123"
        )
        voices = (replace(voice, name=name, role=role, note=note),)
        given = replace(document, about=replace(document.about, voices=voices))
        files = tables.write(given).files
        for table in COLUMNS:
            for row in rows(files[f"everything-{table}.csv"]):
                for cell in row.values():
                    assert not cell.startswith(SIGNS) or cell.startswith("'")
        (again,) = tables.read(files, None).documents
        assert again.about.voices == voices


def test_a_table_that_a_spreadsheet_saved_again_is_read() -> None:
    """With semicolons, without a byte order mark, with another order of columns."""
    files = dict(tables.write(everything()).files)
    before = tables.read(files, None).documents
    for table in COLUMNS:
        name = f"everything-{table}.csv"
        out = StringIO(newline="")
        writer = csv.DictWriter(out, list(reversed(COLUMNS[table])), delimiter=";")
        writer.writeheader()
        writer.writerows(rows(files[name]))
        files[name] = out.getvalue().encode()
    again = tables.read(files, None)
    assert not again.problems
    assert again.documents == before


def test_tables_of_several_articles_give_a_document_each() -> None:
    """As in the data set; each has its own text beside it."""
    one, other = library()[:2]
    made = [tables.rows_of(document, Tally()) for document in (one, other)]
    files = {
        f"{table}.csv": tables.as_csv(table, [row for each in made for row in each[table]])
        for table in COLUMNS
    }
    texts = {f"{document.id}.txt": document.text.encode() for document in (one, other)}
    found = tables.read(files | texts, None)
    assert [(d.id, d.text) for d in found.documents] == [(one.id, one.text), (other.id, other.text)]


def test_without_a_text_the_words_of_the_marks_stand_where_they_stood() -> None:
    """And what lay between them is listed as lost."""
    document = library()[0]
    files = {n: d for n, d in tables.write(document).files.items() if n.endswith(".csv")}
    found = tables.read(files, None)
    assert [loss.kind for loss in found.lost] == ["text"]
    (again,) = found.documents
    for span in again.spans:
        assert again.covered(span) == document.covered(span)


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"a,b\n1,2\n", "no-table", 1),
        (b"", "no-table", 1),
        (b"article,basis,start,end\nx,sourced,0,99\n", "left-out", 2),
        (b"article,basis,start,end\nx,sourced,one,2\n", "left-out", 2),
        (
            b"article,basis,start,end,text\nx,sourced,0,3,The\nx,sourced,4,8,pool\n",
            "text-disagrees",
            3,
        ),
        (b"article,basis,start,end\nx,sourced\n", "row", 2),
        (b"article,id,stake\nx,v,rich\n", "voice", 2),
        (b"article,basis,note\nx,sourced,\xff\n", "not-utf-8", 2),
        (b"article,basis,note\nx,sourced," + b"a" * 200_000 + b"\n", "no-table", 2),
    ],
)
def test_what_is_wrong_is_said_with_its_line(data: bytes, code: str, line: int) -> None:
    """And never ends in a fault of ours."""
    found = tables.read({"t.csv": data}, "The pond.")
    assert (code, line) in [(p.code, p.place.line) for p in found.problems]
