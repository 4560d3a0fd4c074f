"""WebAnno TSV 3.3, in the shapes that INCEpTION writes."""

from __future__ import annotations

import random

import pytest

from generator.exchange import webanno_tsv
from generator.exchange.document import Document, Span, in_order
from generator.exchange.results import Read
from generator.exchange.tsv_cells import escaped, split, stacked, unescaped
from tests.exchange_documents import WORDS, comparable, library

HEAD = "#FORMAT=WebAnno TSV 3.3\n"
SPAN = f"{HEAD}#T_SP=webanno.custom.Claim|value\n\n\n"


def read(text: str) -> Read:
    """A file's text, read."""
    return webanno_tsv.read({"sample.tsv": text.encode()}, None)


def marks(text: str) -> list[tuple[str, str]]:
    """Label and words of each span in a file that has nothing wrong."""
    found = read(text)
    assert not found.problems
    (document,) = found.documents
    return [(span.label, document.covered(span)) for span in document.spans]


@pytest.mark.parametrize("document", library(), ids=lambda d: d.id)
def test_the_marks_of_every_article_come_back(document: Document) -> None:
    """Text, marks, notes and relations; titles and voices' names are listed as left out."""
    written = webanno_tsv.write(document)
    (again,) = webanno_tsv.read(written.files, None).documents
    assert {loss.kind for loss in written.lost} <= {"metadata", "voice", "record", "note-style"}
    if "note-style" not in {loss.kind for loss in written.lost}:
        assert comparable(again).spans == comparable(document).spans
    assert comparable(again).relations == comparable(document).relations
    assert again.text == document.text


def test_offsets_count_utf_16_units() -> None:
    """A balloon is two units there, and one character here."""
    document = Document("d", "", "en", "🎈 up", (Span("s1", "unsourced", ((2, 4),)),))
    line = webanno_tsv.write(document).files["d.tsv"].decode().splitlines()[-1]
    assert line.startswith("1-2\t3-5\tup\ts1\tunsourced")
    assert marks(SPAN + "#Text=🎈 up\n1-1\t0-2\t🎈\tYes\t\n1-2\t3-5\tup\tNo\t\n") == [
        ("Claim:Yes", "🎈"),
        ("Claim:No", "up"),
    ]


def test_stacked_values_are_told_apart_by_their_numbers() -> None:
    """Two through both words, a third and a fourth on one; looks alone make no number."""
    text = (
        "#Text=Ada says\n1-1\t0-3\tAda\tA[1]|B[2]|C[3]\t\n1-2\t4-8\tsays\tA[1]|B[2]|D\\[4\\][5]\t\n"
    )
    assert sorted(marks(SPAN + text)) == [
        ("Claim:A", "Ada says"),
        ("Claim:B", "Ada says"),
        ("Claim:C", "Ada"),
        ("Claim:D[4]", "says"),
    ]


def test_a_span_may_begin_and_end_inside_a_word() -> None:
    """Rows for parts of words stand behind the word's own."""
    text = (
        "#Text=underway now\n1-1\t0-8\tunderway\t_\t\n1-1.1\t5-8\tway\tA[1]\t\n"
        "1-2\t9-12\tnow\t_\t\n1-2.1\t9-10\tn\tA[1]\t\n"
    )
    assert marks(SPAN + text) == [("Claim:A", "way n")]
    document = Document("d", "", "en", "underway now", (Span("~1", "cue", ((5, 10),)),))
    rows = webanno_tsv.write(document).files["d.tsv"].decode().splitlines()[-4:]
    assert [row.split("\t")[:3] for row in rows] == [
        ["1-1", "0-8", "underway"],
        ["1-1.1", "5-8", "way"],
        ["1-2", "9-12", "now"],
        ["1-2.1", "9-10", "n"],
    ]


def test_slots_become_relations() -> None:
    """A host with two fillers, whose roles they are."""
    text = (
        f"{HEAD}#T_SP=webanno.custom.Part|\n"
        "#T_SP=webanno.custom.Host|ROLE_webanno.custom.Host:links_webanno.custom.HostLink"
        "|uima.tcas.Annotation\n\n\n"
        "#Text=Bo lent it\n1-1\t0-2\tBo\t*\t_\t_\t\n1-2\t3-7\tlent\t_\twho;*\t1-1;1-3[4]\t\n"
        "1-3\t8-10\tit\t*[4]\t_\t_\t\n"
    )
    (document,) = read(text).documents
    words = {span.id: document.covered(span) for span in document.spans}
    assert [(r.type, words[r.start], words[r.end]) for r in document.relations] == [
        ("who", "lent", "Bo"),
        ("links", "lent", "it"),
    ]


def test_relations_lead_from_the_row_they_name_to_the_row_they_stand_in() -> None:
    """By number where marks are stacked; one between bare words is listed."""
    text = (
        f"{HEAD}#T_SP=webanno.custom.S|value\n#T_RL=webanno.custom.R|label|BT_webanno.custom.S\n"
        "\n\n#Text=a b c\n1-1\t0-1\ta\tX\tso|*\t1-2[2_0]|1-3\t\n1-2\t2-3\tb\tY[1]|Z[2]\t_\t_\t\n"
        "1-3\t4-5\tc\t_\t_\t_\t\n"
    )
    found = read(text)
    (document,) = found.documents
    labels = {span.id: span.label for span in document.spans}
    assert [(r.type, labels[r.start], labels[r.end]) for r in document.relations] == [
        ("so", "S:Z", "S:X")
    ]
    assert [(loss.kind, loss.count) for loss in found.lost] == [("relation", 1)]


def test_the_links_of_a_chain_become_relations() -> None:
    """Each link leads to the next."""
    text = (
        f"{HEAD}#T_CH=webanno.custom.CorefLink|referenceType|referenceRelation\n\n\n"
        "#Text=She and Ada\n1-1\t0-3\tShe\tpron\tana->1-1\t\n1-2\t4-7\tand\t_\t_\t\n"
        "1-3\t8-11\tAda\tname\t*->1-2\t\n"
    )
    (document,) = read(text).documents
    assert [document.covered(span) for span in document.spans] == ["She", "Ada"]
    assert [relation.type for relation in document.relations] == ["ana"]


def test_a_sentence_may_have_tabs_and_line_ends() -> None:
    """Its text stands on several lines, and a tab has a name."""
    (document,) = read(
        SPAN + "#Text=a\\tb\n#Text=c\n1-1\t0-1\ta\t_\t\n1-2\t2-3\tb\t_\t\n"
    ).documents
    assert document.text == "a\tb\nc"


def test_our_own_labels_are_known_in_any_layer() -> None:
    """Whoever annotates with our words in a layer of their own need not map them."""
    text = "#Text=Ada\n1-1\t0-3\tAda\tinferred:motive\t\n"
    ((span,),) = [document.spans for document in read(SPAN + text).documents]
    assert (span.label, span.attribute("kind")) == ("inferred", "motive")


@pytest.mark.parametrize("seed", range(20))
def test_any_value_comes_back_from_its_cell(seed: int) -> None:
    """Escapes are undone, and no sign in a value divides a cell."""
    chance = random.Random(seed)
    signs = ("\\", "[", "]", "[1]", "|", "_", "->", ";", "\t", "\n", "\r", "*", "n", "t", " ", "😀")
    for _ in range(200):
        values = [
            "".join(chance.choices((*signs, *WORDS), k=chance.randint(1, 8))) for _ in range(3)
        ]
        assert [unescaped(v.text) for v in stacked("|".join(map(escaped, values)))] == values
        numbered = stacked("|".join(f"{escaped(v)}[{n}]" for n, v in enumerate(values)))
        assert [(unescaped(v.text), v.number) for v in numbered] == [
            (value, str(number)) for number, value in enumerate(values)
        ]
        assert [unescaped(v) for v in split(";".join(map(escaped, values)), ";")] == values


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "not-webanno-tsv", 1),
        ("#FORMAT=WebAnno TSV 2.0\n", "not-webanno-tsv", 1),
        (SPAN + "#Text=Ada\n1-1\t0-3\tAda\n", "row", 6),
        (SPAN + "#Text=Ada\nnonsense\n", "row", 6),
        (SPAN + "#Text=Ada\n1-1\t0-4\tAdas\tX\t\n", "text-disagrees", 6),
        (SPAN + "#Text=Ada\n1-1\t0-3\tAda\tX\t\n1-1.1\t2-2\t\tY\t\n", "left-out", 7),
        (SPAN + "#Text=Ada\n1-1\t0-3\tAda\t_\t\n1-1.1\t1-99\tda\tY\t\n", "left-out", 7),
        (SPAN + "#Text=🎈\n1-1\t0-2\t🎈\t_\t\n1-1.1\t0-1\t?\tY\t\n", "left-out", 7),
        (SPAN + "#Text=a\n1-1\t0-1\ta\t_\t\n\n#Text=b\n2-1\t0-1\tb\t_\t\n", "text-disagrees", 9),
        (SPAN + "#Text=a\n1-1\t999999999999-999999999999\ta\t_\t\n", "text-disagrees", 6),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, code: str, line: int) -> None:
    """Cut off, edited by hand, or of another version."""
    assert (code, line) in [(p.code, p.place.line) for p in read(text).problems]


def test_bytes_that_are_no_text_are_refused() -> None:
    """With the line that they stand in."""
    found = webanno_tsv.read({"x.tsv": HEAD.encode() + b"\xff\xfe"}, None)
    assert [(p.code, p.place.line) for p in found.problems] == [("not-utf-8", 2)]
    assert not found.documents


def test_white_space_at_the_edge_of_a_mark_is_listed() -> None:
    """The format has rows for words only."""
    document = in_order(
        Document("d", "", "", "a b", (Span("s1", "cue", ((0, 2),)), Span("s2", "cue", ((1, 2),))))
    )
    assert {loss.kind for loss in webanno_tsv.write(document).lost} == {"edge", "empty"}
