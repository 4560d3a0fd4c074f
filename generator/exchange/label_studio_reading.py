"""Reads Label Studio JSON: each annotation of each task, whatever interface made it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from generator.exchange.checked import sound
from generator.exchange.document import ATTRIBUTES, About, Document, Relation, Span
from generator.exchange.front import from_front
from generator.exchange.label_studio_min import annotations_of, left_out
from generator.exchange.labels import from_one_word
from generator.exchange.picked import mapping, sequence, shown, string, whole
from generator.exchange.results import Read, Tally
from generator.exchange.sources import Json, parsed_files
from generator.exchange.trouble import Trouble
from generator.model import Problem, RichText

OWN = ("label", "note", "by", "see", "document-note")
"""Names of fields that are no attribute."""

_LABELS = ("labels", "hypertextlabels", "paragraphlabels")
_VALUES = ("text", "choices", "rating", "number", "taxonomy", "datetime")
_ID = re.compile(r'"id"\s*:\s*"([^"]*)"')
_AGAIN = "Export it again as JSON; it may have been cut off, or changed by hand."


@dataclass(slots=True)
class _Region:
    """What the results with one id say together."""

    start: int | None = None
    end: int | None = None
    text: str | None = None
    labels: list[str] = field(default_factory=list)
    fields: dict[str, list[str]] = field(default_factory=dict)


@dataclass(slots=True)
class _Reader:
    """What reading one file needs to know throughout."""

    trouble: Trouble
    tally: Tally
    lines: dict[str, int] = field(default_factory=dict)
    """The line of each region."""


def read_label_studio(files: dict[str, bytes], text: str | None) -> Read:
    """A document from each annotation of each task."""
    documents: list[Document] = []
    problems: list[Problem] = []
    tally = Tally()
    tasks_only = {name: data for name, data in files.items() if not name.endswith(".xml")}
    for source, value in parsed_files(tasks_only, problems):
        tasks = [value] if isinstance(value, dict) else sequence(value)
        reader = _Reader(Trouble(source), tally)
        for number, line in enumerate(source.lines, start=1):
            for found in _ID.finditer(line):
                reader.lines.setdefault(found[1], number)
        stem = PurePosixPath(source.path).stem
        for task in tasks:
            given = text if len(tasks) == 1 else None
            documents += _documents(mapping(task), stem, len(tasks), given, reader)
        if not tasks:
            reader.trouble.refuse("no-task", 1, "This file has no task.", _AGAIN)
        problems += reader.trouble.problems()
    return Read(tuple(documents), tally.losses(), tuple(problems))


def _documents(
    task: dict[str, Json], stem: str, tasks: int, given: str | None, reader: _Reader
) -> Iterator[Document]:
    data = mapping(task.get("data")) or task
    ours = mapping(data.get("whosays"))
    name = stem if tasks == 1 else f"{stem}-{shown(task.get('id')) or 'task'}"
    texts = [string(v) for key, v in data.items() if isinstance(v, str)]
    text = string(data.get("text")) or given or max(texts, key=len, default="")
    if not text:
        message = f"The task `{name}` has no text."
        reader.trouble.refuse("no-text", 1, message, "Give the text with --text.")
        return
    made = annotations_of(task)
    done = [each for each in made if each.get("was_cancelled") is not True]
    for each in made:
        if each not in done:
            what = "Annotations that were cancelled are left out."
            reader.tally.add("annotation", what, shown(each.get("id")))
    if task.get("predictions"):
        reader.tally.add("annotation", "Predictions of a model are left out.", name)
    for key in left_out(task, text):
        what = "The project’s own data on a text are left out."
        reader.tally.add("metadata", what, key)
    name = string(ours.get("id")) or name
    for annotation in done or [{}]:
        number = shown(annotation.get("id")) if len(done) > 1 else ""
        document = _document(annotation, text, ours, reader)
        kept, problems = sound(
            Document(
                f"{name}-{number}" if number else name,
                document.title,
                document.language,
                text,
                document.spans,
                document.relations,
                document.notes,
                document.about,
            ),
            reader.trouble.source.place(1, 1),
        )
        reader.trouble.add(problems)
        yield kept


def _document(
    annotation: dict[str, Json], text: str, ours: dict[str, Json], reader: _Reader
) -> Document:
    title, language, about = "", "", About()
    if ours:
        place = reader.trouble.source.place(1, 1)
        title, language, about, problems = from_front(ours.get("front"), place)
        reader.trouble.add(problems)
    results = [mapping(each) for each in sequence(annotation.get("result"))]
    regions, notes = _regions(results, reader)
    exported = {string(mark) for mark in sequence(ours.get("marks"))}
    spans: dict[str, list[Span]] = {}
    count = 0
    for name, region in regions.items():
        for label in _labels(name, region, text, reader):
            count += 1
            known = name in exported and name not in spans
            span = _span(name if known else f"~x{count}", label, region)
            spans.setdefault(name, []).append(span)
    listed = [span for each in spans.values() for span in each]
    relations = [*_ends(regions, spans), *_relations(results, spans, reader)]
    return Document("", title, language, text, tuple(listed), tuple(relations), tuple(notes), about)


def _regions(
    results: list[dict[str, Json]], reader: _Reader
) -> tuple[dict[str, _Region], list[RichText]]:
    regions: dict[str, _Region] = {}
    notes: list[RichText] = []
    for result in results:
        if result.get("type") == "relation":
            continue
        name, value = string(result.get("id")), mapping(result.get("value"))
        where = mapping(value.get("globalOffsets")) or value
        start, end = whole(where.get("start")), whole(where.get("end"))
        field_name = string(result.get("from_name"))
        if start is None and name not in regions:
            if field_name == "document-note":
                notes += [RichText(text) for text in _texts(value)]
            else:
                what = "What is said of the whole text is left out."
                reader.tally.add("metadata", what, field_name)
            continue
        region = regions.setdefault(name, _Region())
        if region.start is None:
            region.start, region.end = start, end
        kind = string(result.get("type"))
        if kind in _LABELS:
            region.labels += [string(label) for label in sequence(value.get(kind))]
            region.text = string(value.get("text")) if isinstance(value.get("text"), str) else None
        else:
            region.fields.setdefault(field_name or kind, []).extend(_texts(value))
    return regions, notes


def _texts(value: dict[str, Json]) -> list[str]:
    held = next((value[key] for key in _VALUES if key in value), None)
    listed = held if isinstance(held, list) else [held]
    flat = [
        " > ".join(map(shown, each)) if isinstance(each, list) else shown(each) for each in listed
    ]
    return [text for text in flat if text]


def _labels(name: str, region: _Region, text: str, reader: _Reader) -> list[str]:
    """The labels of a region, or none where it has no place in the text."""
    line = reader.lines.get(name, 1)
    start, end = region.start, region.end
    if start is None or end is None or not 0 <= start < end <= len(text):
        message = f"The region `{name}` ({start} to {end}) is not in the text, which has {len(text)} characters."
        reader.trouble.warn("left-out", line, message, _AGAIN)
        return []
    if region.text is not None and region.text.split() != text[start:end].split():
        message = (
            f"The region `{name}` says “{region.text[:40]}”, and at its offsets stands "
            f"“{text[start:end][:40]}”. The offsets are used."
        )
        reader.trouble.warn("text-disagrees", line, message, "Look at this mark again.")
    return [label for label in region.labels if label] or ["region"]


def _span(name: str, word: str, region: _Region) -> Span:
    assert region.start is not None
    assert region.end is not None
    label, attributes = from_one_word(word)
    values = dict(attributes)
    for key, texts in region.fields.items():
        if key not in OWN and texts:
            values[key] = "; ".join(texts)
    order = dict.fromkeys((*ATTRIBUTES.get(label, ()), *values))
    notes = tuple(RichText(text) for text in region.fields.get("note", ()))
    given = tuple((key, values[key]) for key in order if values.get(key))
    return Span(name, label, ((region.start, region.end),), given, notes)


def _ends(regions: dict[str, _Region], spans: dict[str, list[Span]]) -> Iterator[Relation]:
    for name, each in spans.items():
        for kind in ("by", "see"):
            for end in regions[name].fields.get(kind, ()):
                yield from (Relation("", kind, span.id, end) for span in each)


def _relations(
    results: list[dict[str, Json]], spans: dict[str, list[Span]], reader: _Reader
) -> Iterator[Relation]:
    for result in results:
        if result.get("type") != "relation":
            continue
        one, other = (spans.get(string(result.get(key)), []) for key in ("from_id", "to_id"))
        kinds = [string(label) for label in sequence(result.get("labels"))] or ["relation"]
        if not one or not other:
            message = "A relation leads from or to a region that is not there."
            reader.trouble.warn("relation", 1, message, _AGAIN)
            continue
        for kind in kinds:
            if result.get("direction") != "left":
                yield Relation("", kind, one[0].id, other[0].id)
            if result.get("direction") in ("left", "bi"):
                yield Relation("", kind, other[0].id, one[0].id)
