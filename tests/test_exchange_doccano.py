"""doccano's JSONL, in both shapes."""

from __future__ import annotations

import json

import pytest

from generator.exchange import doccano
from generator.exchange.document import Document
from generator.model import RichText
from tests.exchange_documents import comparable, everything, library

LISTS = '{"id": 4, "text": "Ada says 🎈 no", "label": [[0, 3, "Source"], [11, 13, "inferred:motive"]]}\n'
OBJECTS = (
    '{"id": 5, "text": "Ada says no", "entities": [{"id": 71, "label": "Source", '
    '"start_offset": 0, "end_offset": 3}, {"id": 72, "label": "Cue", "start_offset": 4, '
    '"end_offset": 8}], "relations": [{"id": 1, "from_id": 72, "to_id": 71, "type": "of"}]}\n'
)


@pytest.mark.parametrize("document", library(), ids=lambda d: d.id)
def test_every_article_comes_back(document: Document) -> None:
    """All of it, but for the styles of notes."""
    written = doccano.write(document)
    found = doccano.read(written.files, None)
    assert not found.problems
    if not written.lost:
        assert tuple(map(comparable, found.documents)) == (comparable(document),)
    assert {loss.kind for loss in written.lost} <= {"note-style"}


@pytest.mark.parametrize("key", ["label", "labels"])
def test_lists_are_read(key: str) -> None:
    """One a span; a label of ours is known."""
    (document,) = doccano.read({"p.jsonl": LISTS.replace("label", key).encode()}, None).documents
    assert [(s.label, s.attribute("kind"), document.covered(s)) for s in document.spans] == [
        ("Source", "", "Ada"),
        ("inferred", "motive", "no"),
    ]


def test_objects_and_their_relations_are_read() -> None:
    """By their numbers, whatever those are."""
    (document,) = doccano.read({"p.jsonl": OBJECTS.encode()}, None).documents
    words = {span.id: document.covered(span) for span in document.spans}
    assert [(r.type, words[r.start], words[r.end]) for r in document.relations] == [
        ("of", "says", "Ada")
    ]


def test_lines_of_both_shapes_may_follow_one_another() -> None:
    """Each is a document, named by its line; empty lines count."""
    found = doccano.read({"p.jsonl": f"{LISTS}\n{OBJECTS}".encode()}, None)
    assert [document.id for document in found.documents] == ["p-1", "p-3"]


def test_what_a_mark_says_stays_with_it_and_not_with_one_that_was_moved() -> None:
    """doccano shows no notes: they come back where the span and its label are still the same."""
    ours = doccano.write(everything()).files["everything.jsonl"].decode()
    line = json.loads(ours)
    first = next(e for e in line["entities"] if e["label"] == "unsourced")
    first["start_offset"] += 1
    changed = (json.dumps(line) + "\n").encode()
    (document,) = doccano.read({"e.jsonl": changed}, None).documents
    by_label = {span.label: span for span in document.spans}
    assert by_label["unsourced"].notes == ()
    assert by_label["inferred"].notes == (RichText("Why.\n\nAnd why else."),)


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (f"{LISTS}{LISTS[:-9]}".encode(), "not-json", 2),
        (LISTS.replace("[11, 13", "[11, 14").encode(), "left-out", 1),
        (LISTS.replace("[11, 13", "[13, 11").encode(), "left-out", 1),
        (LISTS.replace("[11, 13", '["x", 13').encode(), "no-span", 1),
        (OBJECTS.replace('"to_id": 71', '"to_id": 9').encode(), "relation", 1),
        (b'{"label": []}', "no-text", 1),
        (b'{"text": "a"}\n\xff', "not-utf-8", 2),
        (b"[]", "no-text", 1),
    ],
)
def test_what_is_wrong_is_said_with_its_line(data: bytes, code: str, line: int) -> None:
    """And the other lines are read."""
    found = doccano.read({"x.jsonl": data}, None)
    assert (code, line) in [(p.code, p.place.line) for p in found.problems]


def test_half_a_character_does_not_stop_anything() -> None:
    """JSON can name one half of a pair, which no file can hold."""
    data = b'{"text": "a \\ud83d b", "label": [[0, 1, "x\\udc00"]]}\n'
    (document,) = doccano.read({"x.jsonl": data}, None).documents
    assert doccano.write(document).files
