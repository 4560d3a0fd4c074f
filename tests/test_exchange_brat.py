"""brat's files as brat writes them: every kind of line, and what can be wrong with each."""

from __future__ import annotations

import pytest

from generator.exchange import brat
from generator.exchange.document import Document, Relation, Span
from generator.exchange.results import Read

TEXT = "The 😀 ferry sank slowly,\nsaid Ada Renn\nof the port. She paid.\n"

LINES = (
    "T1\tEvent 12 16\tsank",
    "T2\tShip 0 11\tThe 😀 ferry",
    "T3\tPerson 30 38;46 50\tAda Renn port",
    "T4\tQuote 17 24;25 29\tslowly, said",
    "T5\tPerson 52 55\tShe",
    "T6\tPay 56 60\tpaid",
    "E1\tEvent:T1 Theme:T2",
    "E2\tPay:T6 Agent:T5 Cause:E1",
    "R1\tSpeaks Arg1:T3 Arg2:T4",
    "*\tEquiv T3 T5",
    "A1\tNegated E2",
    "M1\tSure T2 High",
    "N1\tReference T3 Wiki:42\tAda Renn",
    "#1\tAnnotatorNotes T2\ta big one",
)


def read(lines: tuple[str, ...], text: str = TEXT) -> Read:
    """These lines, on a text."""
    files = {"a.ann": "\n".join(lines).encode(), "a.txt": text.encode()}
    return brat.read(files, None)


def document(lines: tuple[str, ...] = LINES) -> Document:
    """The one document in these lines."""
    (found,) = read(lines).documents
    return found


def span(name: str) -> Span:
    """The span of a `T` line."""
    return next(each for each in document().spans if each.id == f"~{name}")


def test_every_kind_of_line_is_read() -> None:
    """T with gaps, E over its words, R, Equiv, A, M, N and notes."""
    assert read(LINES).problems == ()
    assert document().covered(span("T3")) == "Ada Renn port"
    assert span("T2").attributes == (("Sure", "High"),)
    assert span("T6").attributes == (("Negated", "yes"),)
    assert span("T3").attributes == (("Reference", "Wiki:42 Ada Renn"),)
    assert [note.text for note in span("T2").notes] == ["a big one"]
    assert {(r.type, r.start, r.end) for r in document().relations} == {
        ("Theme", "~T1", "~T2"),
        ("Agent", "~T6", "~T5"),
        ("Cause", "~T6", "~T1"),
        ("Speaks", "~T3", "~T4"),
        ("Equiv", "~T3", "~T5"),
    }


def test_offsets_count_code_points() -> None:
    """A sign beyond the first plane is one character, as in Python."""
    assert document().covered(span("T2")) == "The 😀 ferry"


def test_pieces_that_a_line_break_divides_are_one_again() -> None:
    """brat has to divide them, and an article does not."""
    assert span("T4").pieces == ((17, 29),)


def test_a_span_over_a_line_break_is_divided_there() -> None:
    """On one line of the file, with a space between."""
    given = Document("a", "", "", TEXT, (Span("~1", "Quote", ((17, 29),)),))
    lines = brat.write(given).files["a.ann"].decode().splitlines()
    assert lines[0] == "T1\tQuote 17 24;25 29\tslowly, said"


def test_what_was_read_is_written_with_the_same_spans_and_relations() -> None:
    """Format to article's value to format: no line is lost but an event's own."""
    again = brat.read(brat.write(document()).files, None).documents[0]
    assert [(s.label, s.pieces) for s in again.spans] == [
        (s.label, s.pieces) for s in document().spans
    ]
    assert [(r.type) for r in again.relations] == [(r.type) for r in document().relations]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("T9\tShip 0 11\tThe ferry", "offsets-disagree"),
        ("T9\tShip 0 999\tThe ferry", "offsets"),
        ("T9\tShip 11 0\tThe ferry", "offsets"),
        ("T9\tShip 0 5;3 8\tThe", "offsets"),
        ("T9\tShip zero one\tThe", "brat-line"),
        ("T9", "brat-line"),
        ("T1\tShip 0 3\tThe", "brat-line"),
        ("E9\tSink:T77 Theme:T2", "dangling"),
        ("R9\tSpeaks Arg1:T3", "brat-line"),
        ("R9\tSpeaks Arg1:T3 Arg2:T88", "dangling"),
        ("A9\tNegated T88", "dangling"),
        ("#9\tAnnotatorNotes T88\twhy", "dangling"),
        ("what is this", "brat-line"),
    ],
)
def test_a_line_that_is_wrong_is_named_and_the_others_are_read(line: str, code: str) -> None:
    """With its number; nothing else is lost."""
    outcome = read((*LINES, line))
    problem = outcome.problems[0]
    assert (problem.code, problem.place.line) == (code, len(LINES) + 1)
    assert len(outcome.documents[0].spans) >= len(document().spans)


def test_offsets_are_trusted_where_the_words_disagree() -> None:
    """The span stays where its numbers say, and somebody is told."""
    outcome = read(("T1\tShip 0 3\tferry",))
    assert outcome.documents[0].covered(outcome.documents[0].spans[0]) == "The"
    assert "The offsets are trusted." in outcome.problems[0].hint


def test_a_missing_text_is_asked_for() -> None:
    """Or taken from `--text`."""
    files = {"a.ann": b"T1\tShip 0 3\tThe\n"}
    assert [p.code for p in brat.read(files, None).problems] == ["no-text"]
    assert brat.read(files, TEXT).documents[0].text == TEXT


def test_carriage_returns_count_as_brat_counts_them() -> None:
    """A text from Windows keeps its offsets."""
    files = {"a.ann": b"T1\tX 5 8\ttwo\n", "a.txt": b"one\r\ntwo"}
    outcome = brat.read(files, None)
    assert outcome.problems == ()
    assert outcome.documents[0].covered(outcome.documents[0].spans[0]) == "two"


def test_many_bad_lines_give_few_problems() -> None:
    """Fifty of a kind, and how many more there are."""
    outcome = read(("what is this",) * 100_000)
    assert len(outcome.problems) == 51
    assert outcome.problems[-1].message == "The same is wrong in 99950 more places."


def test_relations_of_ours_survive_names_that_look_like_brats() -> None:
    """`by` and `see` lead to voices and records through references."""
    given = Document(
        "a",
        "",
        "",
        "One.",
        (Span("s1", "sourced", ((0, 4),)),),
        (Relation("~1", "by", "s1", "T 1:x"),),
    )
    again = brat.read(brat.write(given).files, None).documents[0]
    assert [(r.type, r.start, r.end) for r in again.relations] == [("by", "s1", "T 1:x")]
