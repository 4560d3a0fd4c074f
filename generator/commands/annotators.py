"""A folder with the annotations of several people, in brat's format or in doccano's.

Each annotator has a folder in it (`late-bus/bridge.ann`), or, in doccano's format, a file
(`late-bus.jsonl`). Or one folder holds all: `bridge.late-bus.ann` beside `bridge.txt`, or lines of
doccano that say whose they are, by `annotator` or `user`. Texts are told apart by their words.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.agreement.laying import Line, apart
from generator.agreement.values import Marked, Piece, Reader
from generator.commands.given import given_files
from generator.exchange import brat, doccano
from generator.exchange.document import Document, Layer, blocks_of
from generator.exchange.mapping import relabelled, unknown_labels
from generator.exchange.results import Read
from generator.model import Place, Problem, Span
from generator.reading import words
from generator.reading.problem import error, ordered

_NAMES = ("annotator", "user", "username")
"""How a line of doccano, or a span in it, says whose it is."""


def is_annotators(path: Path) -> bool:
    """Whether a path is such a folder."""
    return path.is_dir() and any(any(path.rglob(f"*{form.ENDING}")) for form in (brat, doccano))


def annotators(
    folder: Path, mapping: Mapping[str, str]
) -> tuple[tuple[Marked, ...], tuple[Problem, ...]]:
    """The texts in a folder with everybody's marks, and what is wrong with them."""
    documents: dict[tuple[str, ...], dict[str, Document]] = {}
    problems: list[Problem] = []
    for name, read in _by_annotator(folder):
        problems += read.problems
        for given in read.documents:
            document = relabelled(given, mapping)
            problems += unknown_labels(document, (folder / name).as_posix())
            text = tuple(document.text[a:b] for a, b in words.spans(document.text))
            documents.setdefault(text, {})[name] = document
    problems += _two_texts(folder, documents)
    texts = tuple(_marked(by_name) for by_name in documents.values())
    return texts, ordered(problems)


def _by_annotator(folder: Path) -> Iterator[tuple[str, Read]]:
    for inside in sorted(path for path in folder.iterdir() if path.is_dir()):
        for form in (brat, doccano):
            if any(inside.glob(f"*{form.ENDING}")):
                files, problems = given_files(inside, form)
                for text in sorted(folder.glob("*.txt")) if form is brat else ():
                    files.setdefault(text.name, text.read_bytes())
                read = form.read(files, None)
                yield inside.name, Read(read.documents, read.lost, (*problems, *read.problems))
    if any(folder.glob("*.ann")):
        files, problems = given_files(folder, brat)
        for name, own in _named_files(files).items():
            read = brat.read(own, None)
            yield name, Read(read.documents, read.lost, (*problems, *read.problems))
    if any(folder.glob("*.jsonl")):
        files, problems = given_files(folder, doccano)
        for name, lines in _lines_by_name(files).items():
            read = doccano.read({f"{name}.jsonl": lines}, None)
            yield name, Read(read.documents, read.lost, (*problems, *read.problems))


def _named_files(files: Mapping[str, bytes]) -> dict[str, dict[str, bytes]]:
    """`bridge.late-bus.ann` and `bridge.txt`, as the files of `late-bus`."""
    found: dict[str, dict[str, bytes]] = {}
    for path in files:
        text, _, name = path.removesuffix(".ann").rpartition(".")
        if path.endswith(".ann") and f"{text}.txt" in files:
            own = found.setdefault(name, {})
            own |= {f"{text}.ann": files[path], f"{text}.txt": files[f"{text}.txt"]}
    return found


def _lines_by_name(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Doccano's lines by whoever they are from: as they say, or else as their file is called."""
    found: dict[str, list[bytes]] = {}
    for path, data in files.items():
        for line in data.splitlines():
            for name, own in _divided(line, path.removesuffix(".jsonl")):
                found.setdefault(name, []).append(own)
    return {name: b"\n".join(own) for name, own in found.items()}


def _divided(line: bytes, file: str) -> Iterator[tuple[str, bytes]]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        row = None
    if not isinstance(row, dict):
        yield file, line
        return
    spans = row.get("annotations")
    if isinstance(spans, list) and any(_name(span) for span in spans):
        for name in dict.fromkeys(_name(span) or file for span in spans):
            own = [span for span in spans if (_name(span) or file) == name]
            yield name, json.dumps({**row, "annotations": own}).encode()
    else:
        yield _name(row) or file, line


def _name(given: object) -> str:
    """Whose a line or a span is, if it says so."""
    if not isinstance(given, dict):
        return ""
    return next((str(given[key]) for key in _NAMES if given.get(key) not in (None, "")), "")


def _two_texts(
    folder: Path, documents: Mapping[tuple[str, ...], Mapping[str, Document]]
) -> Iterator[Problem]:
    """Texts of one name that are not the same, where nobody has both."""
    seen: dict[str, str] = {}
    for by_name in documents.values():
        for name, document in by_name.items():
            other = seen.setdefault(document.id, next(iter(by_name)))
            if other not in by_name:
                yield error(
                    "text-differs",
                    Place((folder / name).as_posix(), 1, 1, 1, document.id),
                    f"The text `{document.id}` of {name} is not that of {other}.",
                    "Agreement is about marks of one text: give both the same file.",
                )


def _marked(by_name: Mapping[str, Document]) -> Marked:
    first = next(iter(by_name.values()))
    line = _line(first)
    return Marked(
        first.id,
        first.title or first.id,
        line.text,
        line.places,
        line.paragraphs,
        tuple(_reader(name, document) for name, document in by_name.items()),
        adjudicated=False,
    )


def _line(document: Document) -> Line:
    spans = words.spans(document.text)
    starts = tuple(a for a, _ in spans)
    blocks = blocks_of(document.text)
    first = (next((n for n, at in enumerate(starts) if a <= at < b), None) for a, b in blocks)
    paragraphs = tuple(n for n in first if n is not None)
    return Line(document.text, tuple(spans), paragraphs, ((0, starts, tuple(b for _, b in spans)),))


def _reader(name: str, document: Document) -> Reader:
    line = _line(document)
    statements = sorted(_pieces(document, line, "statement"), key=lambda p: (p.start, -p.end))
    framing = [p for p in _pieces(document, line, "framing") if p.words > 0]
    return Reader(name, name, tuple(apart(statements)), tuple(framing))


def _pieces(document: Document, line: Line, layer: Layer) -> Iterator[Piece]:
    for span in document.spans:
        if span.layer == layer:
            label = span.attribute("technique") if layer == "framing" else span.label
            note = " ".join(paragraph.text for paragraph in span.notes)
            for a, b in span.pieces:
                place = line.covered(Span(0, a, b))
                yield Piece(
                    *place, label, span.attribute("kind"), span.id, note, span.attribute("also")
                )
