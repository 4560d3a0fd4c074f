"""Label Studio JSON: a task with its regions, their notes and attributes, and their relations.

A region's label is in one word (`inferred:motive`, `framing:loaded-language`); its other
attributes, its notes, voices and records are per-region texts. Beside the tasks stands the
labelling interface that shows them.
"""

from __future__ import annotations

import json

from generator.exchange.document import Document, Span
from generator.exchange.front import as_front
from generator.exchange.label_studio_config import config
from generator.exchange.label_studio_reading import OWN, read_label_studio
from generator.exchange.labels import one_word, told_by
from generator.exchange.reduced import in_one_piece, unstyled
from generator.exchange.results import Read, Tally, Written
from generator.exchange.sources import Json

NAME = "label-studio"
TITLE = "Label Studio (JSON)"
ENDING = ".json"
BESIDE: tuple[str, ...] = ()
CONFIG = "label-config.xml"
"""The name of the file with the labelling interface."""


def write(document: Document) -> Written:
    """The document as one task, with the labelling interface in another file."""
    tally = Tally()
    if any(note.styles for note in document.notes):
        what = "Notes on the whole text lose their emphasis and their links."
        tally.add("note-style", what, document.id)
    tasks = [_task(in_one_piece(document, tally), tally)]
    listed = json.dumps(tasks, ensure_ascii=False, indent=1)
    files = {
        f"{document.id}{ENDING}": f"{listed}\n".encode(),
        CONFIG: config(one_word(span) for span in document.spans).encode(),
    }
    return Written(files, tally.losses())


def read(files: dict[str, bytes], text: str | None) -> Read:
    """A document from each annotation of each task; `text` is for a single task without one."""
    return read_label_studio(files, text)


def _task(document: Document, tally: Tally) -> Json:
    ends: dict[str, dict[str, list[str]]] = {}
    for relation in document.relations:
        if relation.type in ("by", "see"):
            ends.setdefault(relation.start, {}).setdefault(relation.type, []).append(relation.end)
    results: list[Json] = []
    for span in document.spans:
        results += _region(span, document.text, ends.get(span.id, {}), tally)
    results += [
        {
            "type": "relation",
            "from_id": relation.start,
            "to_id": relation.end,
            "direction": "right",
            "labels": [relation.type],
        }
        for relation in document.relations
        if relation.type not in ("by", "see")
    ]
    results += [
        {
            "id": f"document-note-{number}",
            "from_name": "document-note",
            "to_name": "text",
            "type": "textarea",
            "origin": "manual",
            "value": {"text": [note.text]},
        }
        for number, note in enumerate(document.notes, start=1)
    ]
    ours: dict[str, Json] = {
        "id": document.id,
        "front": dict(as_front(document)),
        "marks": [span.id for span in document.spans],
    }
    annotation: dict[str, Json] = {"id": 1, "was_cancelled": False, "result": results}
    return {
        "id": 1,
        "data": {"text": document.text, "whosays": ours},
        "annotations": [annotation],
    }


def _region(span: Span, text: str, ends: dict[str, list[str]], tally: Tally) -> list[Json]:
    """The label of a span, and what else it says."""
    place: dict[str, Json] = {
        "start": span.start,
        "end": span.end,
        "text": text[span.start : span.end],
    }
    told = told_by(span)
    said: dict[str, list[str]] = {}
    for name, value in span.attributes:
        if name in OWN:
            what = "An attribute whose name means something else there is left out."
            tally.add("attribute", what, name)
        elif name not in told:
            said[name] = [value]
    said |= ends
    if span.notes:
        said["note"] = list(unstyled(span, tally))
    region: dict[str, Json] = {"id": span.id, "to_name": "text", "origin": "manual"}
    named: Json = {**place, "labels": [one_word(span)]}
    results: list[Json] = [{**region, "from_name": "label", "type": "labels", "value": named}]
    for name, texts in said.items():
        noted: Json = {**place, "text": list(texts)}
        results.append({**region, "from_name": name, "type": "textarea", "value": noted})
    return results
