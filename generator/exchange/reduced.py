"""What many formats cannot carry: taken off a document before it is written, and counted."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from generator.exchange.document import MADE_UP, Document, Relation, Span, in_order
from generator.exchange.front import as_front
from generator.exchange.results import Tally
from generator.exchange.trouble import Trouble
from generator.model import RichText


def in_one_piece(document: Document, tally: Tally) -> Document:
    """The document with each span that has gaps as several spans, which say the same."""
    gapped = {span.id: span for span in document.spans if len(span.pieces) > 1}
    if not gapped:
        return document
    taken = {span.id for span in document.spans}
    names: dict[str, list[str]] = {}
    for span in gapped.values():
        tally.add(
            "discontinuous",
            "A mark with gaps becomes several marks, each with the same note.",
            span.id,
        )
        names[span.id] = [span.id, *_new_names(span, taken)]
    spans = [
        replace(span, id=name, pieces=(piece,))
        for span in document.spans
        for name, piece in zip(names.get(span.id, [span.id]), span.pieces, strict=True)
    ]
    relations = [
        Relation("", relation.type, start, relation.end)
        for relation in document.relations
        for start in names.get(relation.start, [relation.start])
    ]
    return in_order(replace(document, spans=tuple(spans), relations=tuple(relations)))


def _new_names(span: Span, taken: set[str]) -> Iterator[str]:
    number = 1
    for _ in span.pieces[1:]:
        number += 1
        while (name := f"{MADE_UP}{span.id.lstrip(MADE_UP)}.{number}") in taken:
            number += 1
        taken.add(name)
        yield name


def unstyled(span: Span, tally: Tally) -> tuple[str, ...]:
    """A span's notes as plain texts."""
    if any(note.styles for note in span.notes):
        tally.add("note-style", "Notes lose their emphasis and their links.", span.id)
    return tuple(note.text for note in span.notes)


def one_note(span: Span, tally: Tally) -> str:
    """A span's notes as one plain text."""
    if len(span.notes) > 1:
        tally.add("note", "Several notes on one mark become one.", span.id)
    return "\n\n".join(unstyled(span, tally))


def as_note(text: str) -> tuple[RichText, ...]:
    """A plain text as a span's notes."""
    return (RichText(text),) if text else ()


def without_notes_on_all(document: Document, tally: Tally) -> None:
    """Count the notes on the whole document."""
    for note in document.notes:
        tally.add("document-note", "Notes on the whole text are left out.", note.text[:40])


def without_metadata(document: Document, tally: Tally, keep: Collection[str] = ()) -> None:
    """Count what the front matter says, but for the keys in `keep`."""
    front = as_front(document)
    for kind, what, key in (
        ("voice", "Who the voices are is left out.", "voices"),
        ("record", "What the records are is left out.", "records"),
    ):
        each = front.get(key)
        if isinstance(each, dict) and key not in keep:
            for name in each:
                tally.add(kind, what, name)
    for key in front:
        if key not in ("voices", "records", *keep):
            tally.add("metadata", "What is said of the whole text is left out.", key)


def without_ids(document: Document, tally: Tally) -> None:
    """Count the ids that other marks and readers know."""
    for span in document.spans:
        if not span.id.startswith(MADE_UP):
            tally.add("id", "Marks lose their ids.", span.id)


def text_file(document: Document, tally: Tally) -> bytes:
    """The text as a file whose offsets are the document's: line feeds are its only line ends."""
    for _ in range(document.text.count("\r")):
        tally.add("character", "A carriage return becomes a space.", "U+000D")
    return document.text.replace("\r", " ").encode()


def another_text(trouble: Trouble, held: str, given: str | None) -> None:
    """Say where a text that was given is not the one that the file holds."""
    if given is not None and given.split() != held.split():
        trouble.warn(
            "another-text",
            1,
            "The text that was given is not the one in this file; the file’s own is used.",
            "Leave the text out: this format holds it.",
        )
