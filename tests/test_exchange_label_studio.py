"""Label Studio's JSON, as the tool exports it."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from generator.exchange import label_studio
from generator.exchange.document import Document
from generator.exchange.labels import one_word
from generator.exchange.results import Read
from generator.exchange.sources import Json
from tests.exchange_documents import comparable, everything, library

TEXT = "🎈 The pond is safe, says the mayor."


def region(name: str, start: int, end: int, label: str, **more: Json) -> dict[str, Any]:
    """A region as the tool writes it, with the words that stand there."""
    value = {"start": start, "end": end, "text": TEXT[start:end], "labels": [label]} | more
    return {"id": name, "from_name": "label", "to_name": "text", "type": "labels", "value": value}


def read(*results: dict[str, Any], **task: Json) -> Read:
    """A task with one annotation, read."""
    annotations = [{"id": 9, "completed_by": 1, "result": list(results)}]
    given = [{"id": 3, "data": {"text": TEXT}, "annotations": annotations} | task]
    data = json.dumps(given, indent=1).encode()
    return label_studio.read({"project.json": data}, None)


@pytest.mark.parametrize("document", library(), ids=lambda d: d.id)
def test_every_article_comes_back(document: Document) -> None:
    """All of it, but for the styles of notes."""
    written = label_studio.write(document)
    found = label_studio.read(written.files, None)
    assert not found.problems
    if not written.lost:
        assert tuple(map(comparable, found.documents)) == (comparable(document),)
    assert {loss.kind for loss in written.lost} <= {"note-style"}


def test_the_interface_has_every_label_and_field_of_the_task() -> None:
    """Label Studio refuses a task with a label or a field that its interface does not have."""
    files = label_studio.write(everything()).files
    interface = ET.fromstring(files["label-config.xml"])
    labels = {each.get("value") for each in interface.iter("Label")}
    assert {one_word(span) for span in everything().spans} <= labels
    assert {"inferred:motive", "framing:hedge", "framing:doubt"} <= labels
    fields = {each.get("name") for each in interface.iter("TextArea")} | {"label"}
    (task,) = json.loads(files["everything.json"])
    used = {r["from_name"] for r in task["annotations"][0]["result"] if r["type"] != "relation"}
    assert used - fields <= {"gender", "document-note"}


def test_a_task_of_the_tool_is_read() -> None:
    """Labels, a choice and a text for one region, and an arrow that points to the left."""
    place = {"start": 2, "end": 18}
    found = read(
        region("a1", 2, 18, "Claim"),
        region("b2", 20, 35, "Source"),
        {"id": "a1", "from_name": "sure", "type": "choices", "value": place | {"choices": ["no"]}},
        {"id": "a1", "from_name": "note", "type": "textarea", "value": place | {"text": ["Why?"]}},
        {
            "type": "relation",
            "from_id": "a1",
            "to_id": "b2",
            "direction": "left",
            "labels": ["says"],
        },
    )
    assert not found.problems
    (document,) = found.documents
    claim, source = document.spans
    assert [(s.label, document.covered(s)) for s in (claim, source)] == [
        ("Claim", "The pond is safe"),
        ("Source", "says the mayor."),
    ]
    assert claim.attributes == (("sure", "no"),)
    assert [note.text for note in claim.notes] == ["Why?"]
    assert [(r.type, r.start, r.end) for r in document.relations] == [("says", source.id, claim.id)]


def test_words_that_disagree_with_their_offsets_are_reported_and_the_offsets_kept() -> None:
    """With the line of the region; a region without words has nothing to disagree with."""
    found = read(region("a1", 2, 5, "Claim", text="pond"), region("b2", 6, 10, "Claim", text=None))
    (document,) = found.documents
    assert [document.covered(span) for span in document.spans] == ["The", "pond"]
    ((code, line, message),) = [(p.code, p.place.line, p.message) for p in found.problems]
    assert code == "text-disagrees"
    assert "“pond”" in message
    assert "“The”" in message
    assert line > 5


def test_each_annotator_gives_a_document() -> None:
    """A cancelled annotation and a model's prediction give none, and are listed."""
    found = read(
        annotations=[
            {"id": 1, "result": [region("a", 2, 5, "A")]},
            {"id": 2, "result": [region("b", 6, 10, "B")]},
            {"id": 3, "was_cancelled": True, "result": [region("c", 6, 10, "C")]},
        ],
        predictions=[{"result": []}],
    )
    assert [(d.id, d.spans[0].label) for d in found.documents] == [
        ("project-1", "A"),
        ("project-2", "B"),
    ]
    assert [loss.count for loss in found.lost] == [1, 1]


def test_an_id_that_the_tool_made_up_does_not_become_a_marks() -> None:
    """Ids that we exported come back; a random one would be ugly in an article."""
    (document,) = read(region("xQ3-9a_Pz", 2, 5, "sourced")).documents
    assert document.spans[0].id.startswith("~")


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b'[{"data": {"text": "a"},\n "annotations": [', "not-json", 2),
        (b"[]", "no-task", 1),
        (b'{"a": 1}', "no-text", 1),
        (b"\xff", "not-utf-8", 1),
        (b"[" * 100_000, "not-json", 1),
        (
            b'[{"data": {"text": "a"}, "annotations": [{"result": [\n{"id": "r", "type": "labels", '
            b'"value": {"start": 0, "end": 9, "labels": ["A"]}}]}]}]',
            "left-out",
            2,
        ),
        (
            b'[{"data": {"text": "a"}, "annotations": [{"result": [{"type": "relation", "from_id": "q"}]}]}]',
            "relation",
            1,
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_line(data: bytes, code: str, line: int) -> None:
    """Cut off, empty, another tool's, or with places outside the text."""
    found = label_studio.read({"x.json": data}, None)
    assert (code, line) in [(p.code, p.place.line) for p in found.problems]
