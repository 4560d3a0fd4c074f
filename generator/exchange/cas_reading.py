"""Reads UIMA CAS XMI: spans of any layer, relations with a governor, slots; whatever tool wrote it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from xml.parsers import expat

from generator.exchange.cas_parser import EntitiesError, parse, parser_of
from generator.exchange.cas_references import References
from generator.exchange.cas_types import ARTICLE
from generator.exchange.checked import sound
from generator.exchange.document import About, Document, Relation, Span
from generator.exchange.front import from_front
from generator.exchange.layers import ends_of, span_of
from generator.exchange.reduced import another_text
from generator.exchange.results import Read, Tally
from generator.exchange.sources import Json, decoded
from generator.exchange.trouble import Trouble
from generator.exchange.utf16 import Units
from generator.model import Problem
from generator.reading.place import Source

_XMI = "http://www.omg.org/XMI"
_PLACE = ("sofa", "begin", "end")
_ENDS = ("Governor", "Dependent")
_KINDS = ("label", "type", "value", "DependencyType")
_DKPRO = "de.tudarmstadt.ukp.dkpro.core.api."
_NO_MARKS = (
    "uima.tcas.DocumentAnnotation",
    f"{_DKPRO}metadata.type.DocumentMetaData",
    f"{_DKPRO}metadata.type.TagsetDescription",
    f"{_DKPRO}segmentation.type.Sentence",
    f"{_DKPRO}segmentation.type.Token",
    ARTICLE,
)
_MOST_FOLLOWED = 500_000
"""Characters of shared lists of marks that are followed in one file."""
_AGAIN = "Export it again as UIMA CAS XMI; it may have been cut off, or changed by hand."


@dataclass(frozen=True, slots=True)
class _Element:
    """A feature structure, or the text."""

    name: str
    line: int
    values: dict[str, str]


@dataclass(slots=True)
class _Cas:
    source: Source
    trouble: Trouble
    references: References
    """Which features name other elements."""
    elements: dict[str, _Element] = field(default_factory=dict)
    refused: bool = False
    followed: int = 0
    """The length of all lists of marks that were followed."""


def read_xmi(files: dict[str, bytes], text: str | None) -> Read:
    """A document from each file that holds a CAS."""
    documents: list[Document] = []
    problems: list[Problem] = []
    tally = Tally()
    references, sources = References(), list[Source]()
    for name, data in files.items():
        source, unreadable = decoded(name, data)
        problems += unreadable
        if source and "<typeSystemDescription" in "\n".join(source.lines[:30]):
            trouble = Trouble(source)
            references.read(source, trouble)
            problems += trouble.problems()
        elif source:
            sources.append(source)
    for source in sources:
        cas = _parsed(source, references)
        document = None if cas.refused else _document(cas, tally)
        if document:
            documents.append(document)
            another_text(cas.trouble, document.text, text)
        elif not cas.refused:
            message = "This is no UIMA CAS: it has no text (`sofaString`)."
            cas.trouble.refuse("not-xmi", 1, message, _AGAIN)
        problems += cas.trouble.problems()
    return Read(tuple(documents), tally.losses(), tuple(problems))


def _parsed(source: Source, references: References) -> _Cas:
    cas = _Cas(source, Trouble(source), references)
    depth = 0
    values: dict[str, str] = {}
    listed: dict[str, list[str]] = {}
    words: list[str] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth, values
        depth += 1
        words.clear()
        if depth == 2:
            values = attributes
            space, _, local = tag.rpartition(" ")
            package = space.removeprefix("http:///").removesuffix(".ecore").replace("/", ".")
            number = attributes.pop(f"{_XMI} id", "") or f"{package}.{local}"
            element = _Element(f"{package}.{local}", parser.CurrentLineNumber, attributes)
            cas.elements.setdefault(number, element)

    def end(tag: str) -> None:
        nonlocal depth
        if depth == 3:  # A text of a feature that holds a list of them.
            listed.setdefault(tag, []).append("".join(words))
        elif depth == 2:
            values.update((name, "; ".join(texts)) for name, texts in listed.items())
            listed.clear()
        depth -= 1

    parser = parser_of(start, end, words.append)
    try:
        parse(parser, source)
    except expat.ExpatError as fault:
        cas.refused = True
        message = f"This is not XML: {expat.ErrorString(fault.code)}."
        cas.trouble.refuse("not-xml", fault.lineno, message, _AGAIN)
    except EntitiesError:
        cas.refused = True
        message = "This XML declares entities, which a CAS does not."
        cas.trouble.refuse("not-xmi", parser.CurrentLineNumber, message, _AGAIN)
    return cas


def _document(cas: _Cas, tally: Tally) -> Document | None:
    sofas = {number: e for number, e in cas.elements.items() if e.name == "uima.cas.Sofa"}
    number = next((n for n, e in sofas.items() if e.values.get("sofaString")), "")
    if not number:
        return None
    for other in sofas.keys() - {number}:
        tally.add("view", "Of several texts in one file only the first is read.", other)
    text = sofas[number].values["sofaString"]
    spans = dict(_spans(cas, number, Units(text)))
    title, language, about = _about(cas)
    document = Document(
        PurePosixPath(cas.source.path).stem,
        title,
        language,
        text,
        tuple(spans.values()),
        tuple(_relations(cas, spans, tally)),
        about=about,
    )
    for element in cas.elements.values():
        if element.name in _NO_MARKS[2:5]:
            what = "The tool’s own words, sentences and tag sets are left out."
            tally.add("token", what, element.name.rpartition(".")[2])
    kept, problems = sound(document, cas.source.place(1, 1))
    cas.trouble.add(problems)
    return kept


def _about(cas: _Cas) -> tuple[str, str, About]:
    title, language, about = "", "", About()
    for element in cas.elements.values():
        if element.name == ARTICLE:
            place = cas.source.place(element.line, 1)
            title, said, about, problems = from_front(_json(element.values), place)
            cas.trouble.add(problems)
            language = said or language
        elif element.name in _NO_MARKS[:2]:
            title = title or element.values.get("documentTitle", "")
            given = element.values.get("language", "")
            language = language or (given if given != "x-unspecified" else "")
    return title, language, about


def _json(values: dict[str, str]) -> Json:
    try:
        said: Json = json.loads(values.get("front", "null"))
        return said
    except (ValueError, RecursionError):
        return None


def _spans(cas: _Cas, sofa: str, units: Units) -> Iterator[tuple[str, Span]]:
    taken: set[str] = set()
    for number, element in cas.elements.items():
        values = element.values
        if any(name not in values for name in _PLACE) or element.name in _NO_MARKS:
            continue
        if values["sofa"] != sofa or any(name in values for name in _ENDS):
            continue
        start, end = (_point(units, values[name]) for name in ("begin", "end"))
        if start is None or end is None or start >= end:
            what = "of no length" if start == end and start is not None else "outside the text"
            message = f"A mark {what} is left out: {element.name.rpartition('.')[2]}."
            cas.trouble.warn("left-out", element.line, message, _AGAIN)
            continue
        features = {
            name: value
            for name, value in values.items()
            if name not in _PLACE
            and not cas.references.has(element.name, name)
            and not _links(cas, value)
        }
        span = span_of(element.name, features, (start, end), f"~{number}")
        if span.id in taken:
            span = Span(f"~{number}", span.label, span.pieces, span.attributes, span.notes)
        taken.add(span.id)
        yield number, span


def _point(units: Units, offset: str) -> int | None:
    return units.point(int(offset)) if offset.isdecimal() and len(offset) < 13 else None


def _links(cas: _Cas, value: str) -> list[_Element]:
    """The slots that a feature's value names, or none if it names anything else."""
    parts = value.split() if value[:1].isdecimal() else []
    found = [e for part in parts if (e := cas.elements.get(part)) and "target" in e.values]
    return found if len(found) == len(parts) else []


def _ends_named(cas: _Cas, type_name: str, name: str, value: str) -> Iterator[tuple[str, str]]:
    """What a feature leads to, with the name of the relation: through slots, or by itself."""
    links = _links(cas, value)
    if not links and cas.references.has(type_name, name):
        parts: list[str] = []
        for part in value.split():
            element = cas.elements.get(part)
            is_list = element is not None and element.name == "uima.cas.FSArray"
            parts += _listed(cas, element) if element and is_list else [part]
        links = _links(cas, " ".join(parts))
        if not links:
            yield from ((name, part) for part in parts)
    for link in links:
        yield link.values.get("role") or name, link.values["target"]


def _listed(cas: _Cas, array: _Element) -> list[str]:
    """The elements of a list, which many marks may share; so a small file cannot make a big one."""
    elements = array.values.get("elements", "")
    cas.followed += len(elements)
    if cas.followed > _MOST_FOLLOWED:
        message = "The lists of marks in this file are too long together; the rest is left out."
        cas.trouble.warn("relation", array.line, message, _AGAIN)
        return []
    return elements.split()


def _relations(cas: _Cas, spans: dict[str, Span], tally: Tally) -> Iterator[Relation]:
    for number, element in cas.elements.items():
        values = element.values
        if number in spans:
            yield from ends_of(element.name, values, spans[number].id)
        if any(name in values for name in _ENDS) and "begin" in values:
            short = element.name.rpartition(".")[2]
            kind = next((values[k] for k in _KINDS if values.get(k)), short)
            yield from _relation(
                kind, values.get("Governor"), values.get("Dependent"), spans, tally
            )
        for name, value in values.items():
            for kind, end in _ends_named(cas, element.name, name, value) if number in spans else ():
                yield from _relation(kind, number, end, spans, tally)


def _relation(
    kind: str, start: str | None, end: str | None, spans: dict[str, Span], tally: Tally
) -> Iterator[Relation]:
    if start in spans and end in spans:
        yield Relation("", kind, spans[start].id, spans[end].id)
    else:
        what = "A relation from or to words that carry no mark is left out."
        tally.add("relation", what, kind)
