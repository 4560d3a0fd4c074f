"""Reads what the API of Hypothesis lists: ours and others' annotations."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

from generator.exchange.checked import sound
from generator.exchange.document import (
    ATTRIBUTES,
    MADE_UP,
    RELATIONS,
    UNKNOWN,
    About,
    Document,
    Relation,
    Span,
)
from generator.exchange.labels import KNOWN, from_one_word
from generator.exchange.results import Read, Tally
from generator.exchange.selectors import Finder, as_list, as_text
from generator.exchange.sources import Json, parsed_files
from generator.exchange.trouble import Trouble
from generator.model import Annotator, Problem, RichText

MARK = "whosays."
"""How the ids of our own rows begin."""
RELATION = "relation:"
"""How the tag of a relation begins that an article does not know."""
Row = dict[str, Json]


def read_rows(files: dict[str, bytes], text: str | None) -> Read:
    """The rows of each file as a document on `text`."""
    documents: list[Document] = []
    problems: list[Problem] = []
    tally = Tally()
    for source, value in parsed_files(files, problems):
        trouble = Trouble(source)
        rows = _rows(value)
        if rows is None:
            what = "There is no annotation here."
            trouble.refuse("no-annotation", 1, what, "Is it the right file?")
        elif text is None:
            hint = "Name the text that is annotated with --text."
            trouble.refuse("no-text", 1, "The annotated text is not in this file.", hint)
        else:
            documents.append(_document(PurePosixPath(source.path).stem, rows, text, trouble, tally))
        problems += trouble.problems()
    return Read(tuple(documents), tally.losses(), tuple(problems))


def _rows(value: Json) -> list[Row] | None:
    """The annotations of a listing, of a list, or one alone; None where it is none of them."""
    if isinstance(value, dict) and "rows" not in value:
        value = [value]
    listed = as_list(value["rows"] if isinstance(value, dict) else value)
    rows = [row for row in listed if isinstance(row, dict) and "target" in row]
    return rows if rows or not listed else None


def _document(name: str, rows: list[Row], text: str, trouble: Trouble, tally: Tally) -> Document:
    reader = _Reader(text, trouble, tally)
    replies: dict[str, list[RichText]] = {}
    for row in rows:
        references = as_list(row.get("references"))
        said = as_text(row.get("text"))
        if references and said:
            replies.setdefault(as_text(references[0]), []).append(RichText(said))
    for number, row in enumerate(rows, start=1):
        if not as_list(row.get("references")):
            reader.row(row, number, replies.pop(as_text(row.get("id")), []))
    notes = [*reader.notes, *(note for left in replies.values() for note in left)]
    titles = [
        as_text(title)
        for row in rows
        if isinstance(about := row.get("document"), dict)
        for title in as_list(about.get("title"))
    ]
    uri = next((u for row in rows if (u := as_text(row.get("uri"))).startswith("http")), "")
    own = next((w for row in rows if (w := as_text(row.get("id"))).startswith(MARK)), "")
    document = Document(
        own.split(".")[1] if own.count(".") > 1 else name,
        next(iter(titles), ""),
        "",
        text,
        tuple(reader.spans),
        tuple(reader.relations),
        tuple(notes),
        About(
            original=replace(UNKNOWN, url=uri),
            annotators=tuple(Annotator(user, None) for user in _users(rows)),
        ),
    )
    document, problems = sound(document, trouble.source.place(1, 1))
    trouble.add(problems)
    return document


def _users(rows: list[Row]) -> dict[str, None]:
    users = (as_text(row.get("user")).removeprefix("acct:").partition("@")[0] for row in rows)
    return dict.fromkeys(user for user in users if user)


class _Reader:
    """Makes spans of rows."""

    def __init__(self, text: str, trouble: Trouble, tally: Tally) -> None:
        self.finder = Finder(text, trouble, tally)
        self.spans: list[Span] = []
        self.relations: list[Relation] = []
        self.notes: list[RichText] = []

    def row(self, row: Row, number: int, replies: list[RichText]) -> None:
        said = as_text(row.get("text"))
        notes = (*([RichText(said)] if said else []), *replies)
        name = as_text(row.get("id"))
        targets = [each for each in as_list(row.get("target")) if isinstance(each, dict)]
        own = [each for each in targets if as_text(each.get("source")).startswith("urn:whosays:")]
        chosen = [each for each in own or targets if each.get("selector")]
        if not chosen:
            self.notes += notes
            return
        pieces = self.finder.pieces((each.get("selector") for each in chosen), name)
        if not pieces:
            return
        mine = name.startswith(MARK) and name.count(".") > 1
        identity = name.split(".", 2)[2] if mine else f"{MADE_UP}r{number}"
        tags = [as_text(tag) for tag in as_list(row.get("tags"))]
        label, attributes, relations = _told(tags, mine)
        self.spans.append(Span(identity, label, pieces, attributes, notes))
        self.relations += [Relation("", kind, identity, end) for kind, end in relations]


def _told(
    tags: list[str], mine: bool
) -> tuple[str, tuple[tuple[str, str], ...], list[tuple[str, str]]]:
    """The label, the attributes and the relations that tags stand for; in a row of ours in order."""
    words = tags[:1] if mine else [tag for tag in tags if "=" not in tag]
    labels = [from_one_word(word) for word in words]
    known = [each for each in labels if each[0] in KNOWN]
    label, first = next(iter(known or labels), ("annotation", ()))
    attributes = dict(first)
    relations: list[tuple[str, str]] = []
    for tag in tags[1:] if mine else tags:
        name, equals, value = tag.partition("=")
        if equals and (name in RELATIONS or name.startswith(RELATION)):
            relations.append((name.removeprefix(RELATION), value))
        elif equals:
            attributes[name] = value
    more = [w for w, each in zip(words, labels, strict=True) if each != (label, first)]
    if more:
        attributes["tag"] = ", ".join(more)
    order = [name for name in ATTRIBUTES.get(label, ()) if name in attributes]
    order += [name for name in attributes if name not in order]
    return label, tuple((name, attributes[name]) for name in order), relations
