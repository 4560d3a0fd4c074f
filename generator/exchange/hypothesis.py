"""Hypothesis: what its API lists and takes, an annotation for each span, on the original's address."""

from __future__ import annotations

import json
from collections.abc import Mapping

from generator.exchange.anchors import Quoted, quoted
from generator.exchange.document import RELATIONS, Document, Relation, Span
from generator.exchange.hypothesis_reader import MARK, RELATION, read_rows
from generator.exchange.labels import one_word, told_by
from generator.exchange.originals import on_original
from generator.exchange.reduced import one_note, without_metadata
from generator.exchange.results import Read, Tally, Written
from generator.exchange.sources import Json
from generator.exchange.web_reader import base_of

NAME = "hypothesis"
TITLE = "Hypothesis"
ENDING = ".json"
BESIDE: tuple[str, ...] = ()

_EVERYBODY = "group:__world__"


def write(document: Document) -> Written:
    """A row for each span; the text itself and what is said of it as a whole stay behind."""
    tally = Tally()
    base = base_of(document.id)
    uri = document.about.original.url or base
    original = on_original(document)
    leading: dict[str, list[Relation]] = {}
    for relation in document.relations:
        leading.setdefault(relation.start, []).append(relation)
    shared = _shared(document, uri)
    rows: list[Json] = []
    for span in document.spans:
        # Hypothesis looks at the first target only: on the original, where it can be found there.
        own = [_target(base, quoted(document.text, *piece)) for piece in span.pieces]
        there = [_target(uri, words) for words in original(span)]
        rows.append(
            {
                "id": f"{MARK}{document.id}.{span.id}",
                **shared,
                "text": one_note(span, tally),
                "tags": _tags(span, leading.get(span.id, [])),
                "target": [*there, *own],
                "references": [],
            }
        )
    for number, note in enumerate(document.notes, start=1):
        row = {"id": f"{MARK}{document.id}.note.{number}", **shared, "text": note.text}
        rows.append({**row, "tags": [], "target": [{"source": uri}], "references": []})
        if note.styles:
            tally.add("note-style", "Notes lose their emphasis and their links.", note.text[:40])
    without_metadata(document, tally)
    tally.add("text", "The text itself is not in the file; reading it back needs it.", document.id)
    text = json.dumps({"total": len(rows), "rows": rows}, ensure_ascii=False, indent=1) + "\n"
    data = text.encode("utf-8", errors="replace")
    return Written({f"{document.id}{ENDING}": data}, tally.losses())


def read(files: dict[str, bytes], text: str | None) -> Read:
    """The rows of each file, on `text`; a reply is a note on what it replies to."""
    return read_rows(files, text)


def _shared(document: Document, uri: str) -> Mapping[str, Json]:
    annotators = document.about.annotators
    user = "-".join(annotators[0].name.split()) if annotators else "whosays"
    days = [annotator.date for annotator in annotators if annotator.date]
    stamp: dict[str, Json] = {}
    if days:
        day = f"{days[0].isoformat()}T00:00:00.000000+00:00"
        stamp = {"created": day, "updated": day}
    return {
        **stamp,
        "user": f"acct:{user}@whosays",
        "uri": uri,
        "group": "__world__",
        "permissions": {"read": [_EVERYBODY]},
        "document": {"title": [document.title or document.id]},
    }


def _tags(span: Span, relations: list[Relation]) -> list[Json]:
    tags: list[Json] = [one_word(span)]
    told = told_by(span)
    tags += [f"{name}={value}" for name, value in span.attributes if name not in told]
    for relation in relations:
        known = relation.type in RELATIONS
        tags.append(f"{'' if known else RELATION}{relation.type}={relation.end}")
    return tags


def _target(source: str, words: Quoted) -> Json:
    selectors: list[Json] = [
        {
            "type": "TextQuoteSelector",
            "exact": words.exact,
            "prefix": words.prefix,
            "suffix": words.suffix,
        }
    ]
    if words.position:
        start, end = words.position
        selectors.append({"type": "TextPositionSelector", "start": start, "end": end})
    return {"source": source, "selector": selectors}
