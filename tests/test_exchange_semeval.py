"""The technique files of SemEval-2020 task 11 and SemEval-2023 task 3."""

from __future__ import annotations

import pytest

from generator.exchange import semeval_2020, semeval_2023, techniques
from generator.exchange.document import About, Document, Span
from generator.exchange.format import Format
from generator.exchange.results import Read
from generator.reading.codebook import read_codebook
from tests.conftest import ROOT
from tests.exchange_documents import library

TEXT = "A scandal!\n\nThey say so, and nobody asks.\n\nEverybody knows it."


def framing(number: int, start: int, end: int, technique: str) -> Span:
    """A framing mark."""
    return Span(f"~{number}", "framing", ((start, end),), (("technique", technique),))


def document(*spans: Span, frames: tuple[str, ...] = ()) -> Document:
    """A document over the text."""
    return Document("7", "", "", TEXT, spans, about=About(frames=frames))


def read(rows: str, text: str = TEXT) -> Read:
    """Rows on one article, read."""
    files = {"article7.txt": text.encode(), "labels.txt": rows.encode()}
    return semeval_2023.read(files, None)


def marks(rows: str) -> list[tuple[str, str, str]]:
    """Label, technique and words of each span that rows give."""
    (found,) = read(rows).documents
    return [(s.label, s.attribute("technique"), found.covered(s)) for s in found.spans]


def test_the_names_are_those_of_the_codebook() -> None:
    """Each technique and frame with a published name, and each without."""
    path = "content/codebook.yml"
    codebook = read_codebook(path, (ROOT / path).read_text(encoding="utf-8")).codebook
    assert codebook
    published = {t.id: t.published for t in codebook.techniques if t.published}
    assert published == techniques.NAME_OF
    assert [t.id for t in codebook.techniques if not t.published] == list(techniques.OURS)
    assert {frame.id: frame.published for frame in codebook.frames} == techniques.FRAME_OF
    assert [kind.id for kind in codebook.kinds] == list(techniques.KINDS)
    known = {t.id for t in codebook.techniques}
    assert {i for ids in techniques.COARSE.values() for i in ids} <= known
    assert set(techniques.FINER.values()) <= known
    assert (len(techniques.COARSE), len(techniques.PUBLISHED)) == (14, 23)


def test_each_name_of_2023_goes_both_ways() -> None:
    """A mark for each, by span and by line; none is lost or renamed."""
    each = tuple(framing(n, n, n + 3, i) for n, i in enumerate(techniques.NAME_OF))
    written = semeval_2023.write(document(*each, frames=tuple(techniques.FRAME_OF)))
    assert written.lost == ()
    (again,) = semeval_2023.read(written.files, None).documents
    assert [(s.pieces, s.attributes) for s in again.spans] == [
        (s.pieces, s.attributes) for s in each
    ]
    assert again.about.frames == tuple(techniques.FRAME_OF)


def test_the_names_of_2020_go_both_ways_but_for_the_two_that_stand_for_several() -> None:
    """Those stay as they are, to be decided; names with commas are one name."""
    ids = [i for each in techniques.COARSE.values() for i in each]
    written = semeval_2020.write(document(*(framing(n, n, n + 2, i) for n, i in enumerate(ids))))
    rows = written.files["7.labels"].decode().splitlines()
    assert "7\tExaggeration,Minimisation\t7\t9" in rows
    assert [(loss.kind, loss.count) for loss in written.lost] == [("label", 5)]
    found = semeval_2020.read(written.files, None)
    (again,) = found.documents
    labels = {span.label for span in again.spans}
    assert labels == {
        "framing",
        "Bandwagon,Reductio_ad_hitlerum",
        "Whataboutism,Straw_Men,Red_Herring",
    }
    one_id = [i for ids in techniques.COARSE.values() if len(ids) == 1 for i in ids]
    assert [s.attribute("technique") for s in again.spans if s.label == "framing"] == one_id
    assert [(loss.kind, loss.count) for loss in found.lost] == [("label", 5)]


@pytest.mark.parametrize("format_", [semeval_2020, semeval_2023], ids=lambda f: f.NAME)
def test_what_has_no_published_name_is_listed(format_: Format) -> None:
    """Our six, and framing of which no technique is said."""
    spans = [framing(n, n, n + 2, i) for n, i in enumerate(techniques.OURS)]
    bare = Span("~9", "framing", ((20, 22),))
    written = format_.write(document(*spans, bare))
    assert [(loss.kind, loss.count) for loss in written.lost] == [("label", 7)]
    (again,) = format_.read(written.files, None).documents
    assert again.spans == ()


def test_paragraph_labels_cover_their_lines() -> None:
    """Lines are counted with the empty ones; two techniques are two marks."""
    assert marks("7\t1\t\n7\t3\tDoubt,Slogans\n") == [
        ("framing", "doubt", "They say so, and nobody asks."),
        ("framing", "slogans", "They say so, and nobody asks."),
    ]


def test_a_paragraph_label_that_a_span_explains_adds_nothing() -> None:
    """Where both files are there, the spans are the finer ones."""
    rows = "7\tDoubt\t12\t20\n7\t3\tDoubt\n7\t5\tDoubt\n"
    assert [words for _, _, words in marks(rows)] == ["They say", "Everybody knows it."]


def test_what_a_row_is_shows_in_its_columns() -> None:
    """A genre, frames, offsets without a technique; a name of a later year stays as it is."""
    (found,) = read(
        "7\tsatire\n7\tPolitical,Morality\n7\t0\t9\n7\tAppeal_to_Pity\t2\t9\n"
    ).documents
    assert (found.about.genre, found.about.frames) == ("satire", ("political", "morality"))
    assert [(s.label, s.attributes) for s in found.spans] == [
        ("framing", ()),
        ("Appeal_to_Pity", ()),
    ]


@pytest.mark.parametrize(
    ("rows", "code", "line"),
    [
        ("7\tDoubt\t0\t9\n7\tDoubt\t50\t99\n", "left-out", 2),
        ("7\tDoubt\t9\t9\n", "left-out", 1),
        ("7\t2\tDoubt\n", "left-out", 1),
        ("7\t99\tDoubt\n", "left-out", 1),
        ("7\tDoubt\t0\n", "row", 1),
        ("8\tDoubt\t0\t9\n", "no-text", 1),
        ("7\tDoubt\t-1\t9\n", "row", 1),
    ],
)
def test_what_is_wrong_is_said_with_its_line(rows: str, code: str, line: int) -> None:
    """An offset outside, an empty line, a missing text."""
    assert (code, line) in [(p.code, p.place.line) for p in read(rows).problems]


def test_the_text_may_be_given_apart() -> None:
    """For one article; its rows need no file beside them."""
    (found,) = semeval_2020.read({"a.labels": b"7\tDoubt\t0\t9\n"}, TEXT).documents
    assert found.covered(found.spans[0]) == "A scandal"


@pytest.mark.parametrize("given", library(), ids=lambda d: d.id)
def test_the_framing_of_every_article_comes_back(given: Document) -> None:
    """Every mark whose technique has a name, at its place."""
    written = semeval_2023.write(given)
    (again,) = semeval_2023.read(written.files, None).documents
    named = [
        (span.pieces, span.attribute("technique"))
        for span in given.spans
        if span.attribute("technique") in techniques.NAME_OF
    ]
    assert [(span.pieces, span.attribute("technique")) for span in again.spans] == named
    assert again.text == given.text
