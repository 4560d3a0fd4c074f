"""W3C Web Annotation: a collection with one page, and an annotation for each span."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from urllib.parse import quote

from generator.exchange.anchors import Quoted, quoted
from generator.exchange.document import Document, Relation, Span
from generator.exchange.front import as_front
from generator.exchange.labels import one_word
from generator.exchange.originals import on_original
from generator.exchange.results import Read, Written
from generator.exchange.sources import Json
from generator.exchange.web_reader import OURS, base_of, read_annotations
from generator.model import RichText

NAME = "web-annotation"
TITLE = "W3C Web Annotation"
ENDING = ".jsonld"
BESIDE: tuple[str, ...] = ()

_CONTEXT: list[Json] = ["http://www.w3.org/ns/anno.jsonld", {"whosays": OURS}]
_MOTIVES = {"statement": "classifying", "framing": "classifying", "cue": "identifying"}


def write(document: Document) -> Written:
    """The whole document; the marks lie on its own text, and on the original where that has an address."""
    base = base_of(document.id)
    original = on_original(document)
    leading: dict[str, list[Relation]] = {}
    for relation in document.relations:
        leading.setdefault(relation.start, []).append(relation)
    items: list[Json] = [
        _annotation(document, span, leading.get(span.id, []), base, original)
        for span in document.spans
    ]
    items += [_on_all(note, number, base) for number, note in enumerate(document.notes, start=1)]
    collection: dict[str, Json] = {
        "@context": _CONTEXT,
        "id": f"{base}:annotations",
        "type": "AnnotationCollection",
        "label": document.title or document.id,
        "creator": [{"type": "Person", "name": a.name} for a in document.about.annotators],
        "total": len(items),
        "whosays:name": document.id,
        "whosays:text": document.text,
        "whosays:front": as_front(document),
        "first": {
            "id": f"{base}:annotations:1",
            "type": "AnnotationPage",
            "partOf": f"{base}:annotations",
            "startIndex": 0,
            "items": items,
        },
    }
    text = json.dumps(collection, ensure_ascii=False, indent=1) + "\n"
    return Written({f"{document.id}{ENDING}": text.encode("utf-8", errors="replace")}, ())


def read(files: dict[str, bytes], text: str | None) -> Read:
    """A collection, a page, a list or a single annotation; ours hold the text, others need it."""
    return read_annotations(files, text)


def _annotation(
    document: Document,
    span: Span,
    relations: list[Relation],
    base: str,
    original: Callable[[Span], list[Quoted]],
) -> Json:
    own = [_target(base, quoted(document.text, *piece)) for piece in span.pieces]
    there = [_target(document.about.original.url, words) for words in original(span)]
    targets: list[Json] = [*own, *there]
    return {
        "id": f"{base}:mark:{quote(span.id, safe='~')}",
        "type": "Annotation",
        "motivation": _MOTIVES.get(span.layer, "tagging"),
        "body": list(_bodies(document, span, relations, base)),
        "target": targets[0] if len(targets) == 1 else targets,
    }


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
    return {"type": "SpecificResource", "source": source, "selector": selectors}


def _bodies(document: Document, span: Span, relations: list[Relation], base: str) -> Iterator[Json]:
    yield {"type": "TextualBody", "purpose": "tagging", "value": one_word(span)}
    for name, value in span.attributes:
        yield {
            "type": "TextualBody",
            "purpose": "describing",
            "value": value,
            "whosays:attribute": name,
        }
    for relation in relations:
        kind = {"by": "voice", "see": "record"}.get(relation.type, "mark")
        yield {
            "type": "SpecificResource",
            "purpose": "linking",
            "source": f"{base}:{kind}:{quote(relation.end, safe='~')}",
            "whosays:relation": relation.type,
        }
    for note in span.notes:
        yield _note(note, document.language)


def _note(note: RichText, language: str) -> Json:
    body: dict[str, Json] = {
        "type": "TextualBody",
        "purpose": "commenting",
        "format": "text/plain",
        "value": note.text,
    }
    if language:
        body["language"] = language
    if note.styles:
        body["whosays:styles"] = [[s.kind, s.start, s.end, s.href] for s in note.styles]
    return body


def _on_all(note: RichText, number: int, base: str) -> Json:
    return {
        "id": f"{base}:note:{number}",
        "type": "Annotation",
        "motivation": "commenting",
        "body": _note(note, ""),
        "target": base,
    }
