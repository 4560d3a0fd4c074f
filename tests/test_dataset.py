"""The library as one data set."""

from __future__ import annotations

import csv
import gzip
import json
from collections import Counter
from functools import cache
from hashlib import sha256
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from bench.articles import article as made_article
from generator.cli import main
from generator.commands.dataset import library_of
from generator.dataset import LINES, NAMES, Shelf, dataset, shelve
from generator.dataset.figures import together
from generator.dataset.own_words import own_words
from generator.dataset.piece import Piece, piece
from generator.exchange.to_document import to_document
from generator.reading.codebook import read_codebook
from generator.reading.quotes import verbatim
from generator.reading.words import WORD
from tests import sample
from tests.conftest import ROOT
from tests.exchange_documents import article_of
from tests.sample import BRIDGE

QUOTING = BRIDGE.replace("rights: own", "rights: quotation")
assert QUOTING != BRIDGE


@cache
def files() -> dict[str, bytes]:
    """The files of the library's own data set."""
    return library_of(ROOT).files


def lines() -> list[dict[str, Any]]:
    """Each article."""
    return [json.loads(line) for line in files()["dataset.jsonl"].decode().splitlines()]


def table(name: str) -> list[dict[str, str]]:
    """The rows of one of the tables."""
    text = files()[f"{name}.csv"].decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline="")))


def test_every_mark_covers_its_words() -> None:
    """Offsets are those of the text in the same line."""
    assert len(lines()) > 10
    for line in lines():
        for kind in ("statements", "framing", "cues", "headings"):
            for mark in line[kind]:
                assert line["text"][mark["start"] : mark["end"]] == mark["text"]
                assert mark["text"]


def test_tables_and_lines_say_the_same() -> None:
    """As many statements, framing marks and voices of each article in both."""
    for name in ("statements", "framing", "voices"):
        counted = Counter(row["article"] for row in table(name))
        assert counted == Counter({line["slug"]: len(line[name]) for line in lines()})


def test_each_text_has_a_licence() -> None:
    """And so have its marks."""
    for line in lines():
        assert line["licences"]["marks"] == "CC-BY-4.0"
        assert line["licences"]["text"] != "unknown"


def test_words_that_are_only_quoted_stay_here() -> None:
    """In the text, the notes and all that is said of it, a sign stands for them; marks are all there."""
    quoting = [line for line in lines() if line["rights"] == "quotation"]
    assert quoting
    for line in quoting:
        path = ROOT / "content" / "articles" / f"{line['slug']}.md"
        whole = to_document(article_of(path.read_text(encoding="utf-8"), line["slug"]))
        runs = {whole.text[start:end] for start, end in verbatim(whole.text)}
        held = {run for run in runs if len(WORD.findall(run)) > 2}
        assert held
        everywhere = files()["dataset.jsonl"].decode() + files()["statements.csv"].decode(
            "utf-8-sig"
        )
        everywhere += files()["framing.csv"].decode("utf-8-sig")
        assert not [run for run in held if f"“{run}”" in everywhere]
        assert not verbatim(line["text"].replace("“…”", ""))
        marks = sum(span.layer in ("statement", "framing") for span in whole.spans)
        assert len(line["statements"]) + len(line["framing"]) == marks


def test_a_mark_keeps_its_place_when_quoted_words_become_a_sign() -> None:
    """Before, around, inside and behind them."""
    text = (
        "---\ntitle: T\noriginal: {publisher: P}\nrights: quotation\nlanguage: en\nannotators: [{name: a}]\n---\n\n"
        "[We say “a [grim]{.framing technique=doubt}[^g] day” here.]{.unsourced}[^s1] [And more.]{.unsourced}[^s2]\n\n"
        "[^s1]: The words “grim day” and “a grim” and “other”.\n[^s2]: Why.\n[^g]: “Grim” it is.\n"
    )
    ours = own_words(to_document(article_of(text)))
    assert ours.text == "We say “…” here. And more."
    words = {span.id: ours.covered(span) for span in ours.spans}
    assert words == {"s1": "We say “…” here.", "g": "…", "s2": "And more."}
    notes = {span.id: span.notes[0].text for span in ours.spans}
    assert notes["s1"] == "The words “…” and “…” and “other”."
    assert notes["g"] == "“…” it is."


def test_other_rights_leave_the_text_whole() -> None:
    """A quotation in a text of our own is ours."""
    document = to_document(article_of(BRIDGE))
    assert own_words(document) is document


def test_the_datasheet_counts_what_is_there() -> None:
    """Its first figures, and the figure that its lines of pandas print."""
    sheet = files()["DATASHEET.md"].decode()
    statements = table("statements")
    assert f"{len(lines())} articles with" in sheet
    assert f"{len(statements)} statements, {len(table('framing'))} framing marks" in sheet
    basis = Counter(row["basis"] for row in statements).most_common()
    added = ", ".join(f"{name} {number}" for name, number in basis)
    assert f"Its columns add up to: {added}." in sheet


def test_croissant_names_each_file_and_each_column() -> None:
    """With the checksum of the very bytes, and fields that the tables have."""
    found = json.loads(files()["croissant.json"])
    assert {f["@id"]: f["sha256"] for f in found["distribution"]} == {
        name: sha256(data).hexdigest()
        for name, data in files().items()
        if name not in ("croissant.json", "DATASHEET.md")
    }
    for records in found["recordSet"][1:]:
        fields = [field["source"]["extract"]["column"] for field in records["field"]]
        assert fields == list(table(records["name"])[0])
    articles = [field["source"]["extract"]["column"] for field in found["recordSet"][0]["field"]]
    assert set(articles) <= lines()[0].keys()


def test_the_data_set_is_the_same_each_time() -> None:
    """No clock and no chance: checksums stay good."""
    assert library_of(ROOT).files == files()
    assert in_parts().files == in_parts().files


@cache
def pieces() -> tuple[Piece, ...]:
    """What 40 made articles give."""
    return tuple(piece(article_of(*made_article(n)[::-1])) for n in range(40))


def in_parts(most: int = 200_000) -> Shelf:
    """The data set of these, in files of so many bytes at most."""
    return shelve(pieces(), sample.codebook(), "", most=most)


def test_a_file_that_would_be_too_large_comes_in_parts() -> None:
    """Each is compressed, begins with the names of the columns, and ends where an article ends."""
    whole, shelf = shelve(pieces(), sample.codebook(), ""), in_parts()
    assert set(shelf.files) & set(NAMES) == {"voices.csv"}
    for name in NAMES[:3]:
        parts = [shelf.files[part] for part in shelf.parts[name]]
        assert len(parts) > 1
        texts = [gzip.decompress(part).decode("utf-8-sig") for part in parts]
        assert max(len(text.encode()) for text in texts) <= 200_000
        head = "" if name == LINES else texts[0][: texts[0].index("\r\n") + 2]
        assert "".join([head, *(text.removeprefix(head) for text in texts)]) == whole.files[
            name
        ].decode("utf-8-sig")
    found = json.loads(shelf.files["croissant.json"])
    ids = {one["@id"]: one for one in found["distribution"]}
    assert ids["statements.csv"]["containedIn"] == [
        {"@id": part} for part in shelf.parts["statements.csv"]
    ]
    for name, one in ids.items():
        if "sha256" in one:
            assert one["sha256"] == sha256(shelf.files[name]).hexdigest()
    sources = [field["source"] for table in found["recordSet"] for field in table["field"]]
    assert {next(iter(source.values()))["@id"] for source in sources} == set(NAMES)


def test_an_article_too_large_for_a_part_has_one_for_itself() -> None:
    """Nothing is cut inside an article."""
    assert len(in_parts(most=1_000).parts["statements.csv"]) == len(pieces())


def test_figures_of_pieces_add_up() -> None:
    """So that an article's part can be kept, and used again beside others."""
    found = together(each.figures for each in pieces())
    assert found.articles == len(pieces())
    assert found.statements == sum(each.figures.statements for each in pieces()) > 1000
    assert dict(dict(found.tables)["basis"])["sourced"] == 13 * len(pieces())


def test_a_draft_is_left_out_and_said() -> None:
    """It is not published here either."""
    draft = article_of(BRIDGE.replace("rights: own", "rights: own\nstatus: draft"), "draft")
    path = "content/codebook.yml"
    codebook = read_codebook(path, (ROOT / path).read_text(encoding="utf-8")).codebook
    assert codebook
    written = dataset([draft], codebook, "")
    assert written.files["dataset.jsonl"] == b""
    assert [(loss.kind, loss.examples) for loss in written.lost] == [("document", ("draft",))]


@pytest.mark.parametrize("extra", [["--strict"], []])
def test_the_command_writes_a_folder_and_lists_what_stayed(
    tmp_path: Path, extra: list[str]
) -> None:
    """With --strict it writes nothing, for quoted words do stay."""
    out = tmp_path / "data"
    ran = CliRunner().invoke(
        main, ["export", "dataset", "-o", str(out), "--root", str(ROOT), *extra]
    )
    assert ran.exit_code == bool(extra)
    assert "changing-sides" in ran.output
    assert sorted(p.name for p in out.glob("*")) == ([] if extra else sorted(files()))


@pytest.mark.parametrize(
    "arguments", [["dataset", "content/articles/the-pink-pond.md"], ["doccano"]]
)
def test_the_library_needs_no_article_and_a_format_needs_one(arguments: list[str]) -> None:
    """Wrong usage, said in a line."""
    given = [str(ROOT / a) if "/" in a else a for a in arguments]
    ran = CliRunner().invoke(main, ["export", *given, "-o", "out"])
    assert ran.exit_code == 2
    assert "name an ARTICLE" in ran.output
