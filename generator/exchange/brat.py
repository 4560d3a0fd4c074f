"""brat: `.ann` beside `.txt`, with the configuration that shows the labels in colour."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from generator.exchange.brat_conf import configuration, type_of
from generator.exchange.brat_files import read_each
from generator.exchange.brat_reader import KINDS, document_of, named_record, named_voice
from generator.exchange.document import MADE_UP, Document, Span
from generator.exchange.reduced import one_note, without_metadata, without_notes_on_all
from generator.exchange.results import Read, Tally, Written

NAME = "brat"
TITLE = "brat"
ENDING = ".ann"
BESIDE: tuple[str, ...] = (".txt",)

_VALUE = re.compile(r"[\w.+-]+")
_BREAK = re.compile(r"\s*\n\s*")


def write(document: Document) -> Written:
    """The text, its annotations, and the two files that brat needs to show them."""
    tally = Tally()
    lines = list(_lines(document, tally))
    without_notes_on_all(document, tally)
    without_metadata(document, tally, keep=("voices", "records"))
    _count_entries(document, tally)
    annotation, visual = configuration(document)
    files = {
        f"{document.id}.ann": "".join(f"{line}\n" for line in lines),
        f"{document.id}.txt": document.text,
        "annotation.conf": annotation,
        "visual.conf": visual,
    }
    return Written(
        {name: text.encode("utf-8", errors="replace") for name, text in files.items()},
        tally.losses(),
    )


def read(files: dict[str, bytes], text: str | None) -> Read:
    """Each `.ann` file with its text."""
    return read_each(files, text, document_of)


def fragments(document: Document, span: Span) -> tuple[list[tuple[int, int]], str]:
    """A span's offsets, divided at line breaks, and its words on one line."""
    pieces: list[tuple[int, int]] = []
    for start, end in span.pieces:
        at = start
        for gap in _BREAK.finditer(document.text, start, end):
            pieces += [(at, gap.start())] if gap.start() > at else []
            at = gap.end()
        pieces += [(at, end)] if at < end else []
    words = " ".join(document.text[a:b] for a, b in pieces)
    return pieces or [span.pieces[0]], " ".join(words.splitlines())


def line(text: str) -> str:
    """A text on one line, as the last column of a line."""
    return " ".join(text.split())


def _lines(document: Document, tally: Tally) -> Iterator[str]:
    numbers = {span.id: f"T{n}" for n, span in enumerate(document.spans, start=1)}
    said: list[str] = []
    for span in document.spans:
        bound = numbers[span.id]
        pieces, words = fragments(document, span)
        where = ";".join(f"{start} {end}" for start, end in pieces)
        yield f"{bound}\t{type_of(span.label)} {where}\t{words}"
        said += _said(span, bound, tally)
    names = {
        **{("by", voice.id): voice.name for voice in document.about.voices},
        **{("see", record.id): record.title for record in document.about.records},
    }
    for relation in document.relations:
        start = numbers[relation.start]
        if relation.type in KINDS:
            end = f"{KINDS[relation.type]}:{quote(relation.end, safe='')}"
            name = line(names.get((relation.type, relation.end), ""))
            said.append(f"N\tReference {start} {end}\t{name}")
            continue
        kind = type_of(relation.type)
        if kind != relation.type:
            tally.add("label", "A relation’s name loses what brat cannot hold.", relation.type)
        said.append(f"R\t{kind} Arg1:{start} Arg2:{numbers[relation.end]}")
    counted: dict[str, int] = {}
    for text in sorted(said, key=lambda text: "ARN#".index(text[0])):
        counted[text[0]] = counted.get(text[0], 0) + 1
        yield f"{text[0]}{counted[text[0]]}{text[1:]}"


def _said(span: Span, bound: str, tally: Tally) -> Iterator[str]:
    for name, value in span.attributes:
        if type_of(name) == name and _VALUE.fullmatch(value):
            yield f"A\t{name} {bound} {value}"
        else:
            yield f"#\tAttribute {bound}\t{line(name)}={line(value)}"
    if not span.id.startswith(MADE_UP):
        yield f"#\tId {bound}\t{span.id}"
    if type_of(span.label) != span.label:
        yield f"#\tLabel {bound}\t{line(span.label)}"
    for paragraph in filter(None, map(line, one_note(span, tally).split("\n\n"))):
        yield f"#\tAnnotatorNotes {bound}\t{paragraph}"


def _count_entries(document: Document, tally: Tally) -> None:
    used = {(relation.type, relation.end) for relation in document.relations}
    for voice in document.about.voices:
        if ("by", voice.id) not in used or voice != named_voice(voice.id, voice.name):
            tally.add(
                "voice", "Of a voice only the name is kept, where a statement is from it.", voice.id
            )
    for record in document.about.records:
        if ("see", record.id) not in used or record != named_record(record.id, record.title):
            what = "Of a record only the title is kept, where a statement was checked against it."
            tally.add("record", what, record.id)
