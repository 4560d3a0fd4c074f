"""doccano JSONL: a document a line, with spans as lists or as objects; both shapes are read.

Ours has the shape with relations, in which doccano gives a project back. What doccano does not
show stands under `whosays`, which it keeps as metadata: the front matter and, by place and label,
what each mark says. A mark that is added or moved in doccano simply has nothing there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.exchange.checked import sound
from generator.exchange.document import ATTRIBUTES, MADE_UP, About, Document, Relation, Span
from generator.exchange.front import as_front, from_front
from generator.exchange.labels import from_one_word, one_word, told_by
from generator.exchange.picked import mapping, sequence, string, whole
from generator.exchange.reduced import in_one_piece, unstyled, without_notes_on_all
from generator.exchange.results import Read, Tally, Written
from generator.exchange.sources import Json, decoded, parsed
from generator.exchange.trouble import Trouble
from generator.model import Problem, RichText

NAME = "doccano"
TITLE = "doccano (JSONL)"
ENDING = ".jsonl"
BESIDE: tuple[str, ...] = ()

_SPANS = ("entities", "label", "labels", "spans", "annotations")
"""Where spans stand, in one shape or the other."""
_READ = ("id", "text", "data", "relations", "whosays", "meta", *_SPANS)
_AGAIN = "Export it again as JSONL; it may have been cut off, or changed by hand."


def write(document: Document) -> Written:
    """The document as one line."""
    tally = Tally()
    without_notes_on_all(document, tally)
    whole_spans = in_one_piece(document, tally)
    line = json.dumps(_line(whole_spans, tally), ensure_ascii=False)
    return Written({f"{document.id}{ENDING}": f"{line}\n".encode()}, tally.losses())


def _line(document: Document, tally: Tally) -> dict[str, Json]:
    numbers = {span.id: number for number, span in enumerate(document.spans, start=1)}
    between = [r for r in document.relations if r.type not in ("by", "see")]
    ends: dict[str, dict[str, list[str]]] = {}
    for relation in document.relations:
        if relation.type in ("by", "see"):
            ends.setdefault(relation.start, {}).setdefault(relation.type, []).append(relation.end)
    marks: list[Json] = [_mark(span, ends.get(span.id, {}), tally) for span in document.spans]
    return {
        "id": 1,
        "text": document.text,
        "entities": [
            {
                "id": numbers[span.id],
                "label": one_word(span),
                "start_offset": span.start,
                "end_offset": span.end,
            }
            for span in document.spans
        ],
        "relations": [
            {
                "id": number,
                "from_id": numbers[relation.start],
                "to_id": numbers[relation.end],
                "type": relation.type,
            }
            for number, relation in enumerate(between, start=1)
        ],
        "Comments": [],
        "whosays": {"id": document.id, "front": dict(as_front(document)), "marks": marks},
    }


def _mark(span: Span, ends: dict[str, list[str]], tally: Tally) -> Json:
    """What a span says beyond its label."""
    said: dict[str, Json] = {
        "id": "" if span.id.startswith(MADE_UP) else span.id,
        "attributes": {n: v for n, v in span.attributes if n not in told_by(span)},
        "notes": list(unstyled(span, tally)),
        **{kind: list(names) for kind, names in ends.items()},
    }
    place: dict[str, Json] = {"start": span.start, "end": span.end, "label": one_word(span)}
    return place | {name: value for name, value in said.items() if value}


def read(files: dict[str, bytes], text: str | None) -> Read:
    """A document from each line; `text` is for a single line without one."""
    documents: list[Document] = []
    problems: list[Problem] = []
    tally = Tally()
    for name, data in files.items():
        source, unreadable = decoded(name, data)
        problems += unreadable
        if source is None:
            continue
        trouble = Trouble(source)
        filled = [number for number, line in enumerate(source.lines, start=1) if line.strip()]
        for number in filled:
            value, wrong = parsed(source, number)
            trouble.add(wrong)
            if wrong:
                continue
            stem = PurePosixPath(name).stem
            given = text if len(filled) == 1 else None
            known = f"{stem}-{number}" if len(filled) > 1 else stem
            document = _document(mapping(value), number, known, given, trouble)
            documents += [document] if document else []
            _count_left_out(mapping(value), known, tally)
        if not filled:
            trouble.refuse("no-text", 1, "This file has no line.", _AGAIN)
        problems += trouble.problems()
    return Read(tuple(documents), tally.losses(), tuple(problems))


def _count_left_out(row: dict[str, Json], name: str, tally: Tally) -> None:
    """Count what a line holds beside its text and its spans."""
    for _ in sequence(row.get("Comments")):
        tally.add("note", "Comments on the whole text are left out.", name)
    meta = mapping(row.get("meta"))
    for key in (
        *(k for k in row if k not in (*_READ, "Comments")),
        *(k for k in meta if k != "whosays"),
    ):
        tally.add("metadata", "The project’s own data on a text are left out.", key)


def _document(
    row: dict[str, Json], line: int, name: str, given: str | None, trouble: Trouble
) -> Document | None:
    text = string(row.get("text")) or string(row.get("data")) or given
    if not text:
        message = "This line has no `text`."
        trouble.refuse("no-text", line, message, "Give the text with --text.")
        return None
    ours = mapping(row.get("whosays")) or mapping(mapping(row.get("meta")).get("whosays"))
    title, language, about = "", "", About()
    if ours:
        place = trouble.source.place(line, 1)
        title, language, about, problems = from_front(ours.get("front"), place)
        trouble.add(problems)
    spans: dict[int, Span] = {}
    relations: list[Relation] = []
    marks = _marks(ours)
    names: set[str] = set()
    for count, (number, start, end, label) in enumerate(_entities(row, line, trouble), start=1):
        if not 0 <= start < end <= len(text):
            message = f"The span {start} to {end} (`{label}`) is not in the text, which has {len(text)} characters."
            trouble.warn("left-out", line, message, _AGAIN)
            continue
        known = marks.get((start, end, label), [])
        said = known.pop(0) if known else {}
        span = _span(said, f"{MADE_UP}{count}", label, (start, end), names)
        spans[number if number is not None else -count] = span
        relations += _ends(said, span)
    for relation in sequence(row.get("relations")):
        each = mapping(relation)
        one, other = (spans.get(whole(each.get(k)) or 0) for k in ("from_id", "to_id"))
        if one and other:
            relations.append(Relation("", string(each.get("type")) or "relation", one.id, other.id))
        else:
            message = "A relation leads from or to a span that is not there."
            trouble.warn("relation", line, message, _AGAIN)
    document = Document(
        string(ours.get("id")) or name,
        title,
        language,
        text,
        tuple(spans.values()),
        tuple(relations),
        about=about,
    )
    kept, problems = sound(document, trouble.source.place(line, 1))
    trouble.add(problems)
    return kept


def _entities(
    row: dict[str, Json], line: int, trouble: Trouble
) -> Iterator[tuple[int | None, int, int, str]]:
    """Number, start, end and label of each span, in whichever shape it has."""
    for key in _SPANS:
        for each in sequence(row.get(key)):
            number: Json = None
            if isinstance(each, list) and len(each) == 3:
                start, end, label = each
            else:
                said = mapping(each)
                number = said.get("id")
                start, end = said.get("start_offset"), said.get("end_offset")
                label = said.get("label")
            first, after = whole(start), whole(end)
            if first is None or after is None or not string(label):
                message = f"One of the `{key}` is no span: it has no start, end and label."
                trouble.warn("no-span", line, message, _AGAIN)
            else:
                yield whole(number), first, after, string(label)


def _marks(ours: dict[str, Json]) -> dict[tuple[int, int, str], list[dict[str, Json]]]:
    found: dict[tuple[int, int, str], list[dict[str, Json]]] = {}
    for each in sequence(ours.get("marks")):
        mark = mapping(each)
        start, end = whole(mark.get("start")), whole(mark.get("end"))
        if start is not None and end is not None:
            found.setdefault((start, end, string(mark.get("label"))), []).append(mark)
    return found


def _span(
    said: dict[str, Json], made_up: str, word: str, piece: tuple[int, int], names: set[str]
) -> Span:
    label, attributes = from_one_word(word)
    values = dict(attributes) | {n: string(v) for n, v in mapping(said.get("attributes")).items()}
    order = dict.fromkeys((*ATTRIBUTES.get(label, ()), *values))
    name = string(said.get("id"))
    name = name if name and name not in names else made_up
    names.add(name)
    return Span(
        name,
        label,
        (piece,),
        tuple((n, values[n]) for n in order if values.get(n)),
        tuple(RichText(string(note)) for note in sequence(said.get("notes")) if string(note)),
    )


def _ends(said: dict[str, Json], span: Span) -> Iterator[Relation]:
    for kind in ("by", "see"):
        for end in sequence(said.get(kind)):
            yield Relation("", kind, span.id, string(end))
