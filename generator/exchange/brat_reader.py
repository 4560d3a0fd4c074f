"""One file of brat as a document: its lines become spans, relations, attributes and notes."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from generator.exchange.brat_files import Annotated, pieces_of
from generator.exchange.brat_lines import Said
from generator.exchange.checked import sound
from generator.exchange.document import ATTRIBUTES, MADE_UP, About, Document, Relation, Span
from generator.exchange.reduced import as_note
from generator.exchange.results import Tally
from generator.model import Problem, Record, Voice

KINDS = {"by": "voice", "see": "record"}
"""What the references of our own `N` lines lead to, by relation."""
_RELATIONS = {kind: relation for relation, kind in KINDS.items()}
_HINT = "Look at this line in the file; what it speaks of may have been deleted."


def named_voice(name: str, shown: str) -> Voice:
    """A voice of which nothing but the name is known."""
    return Voice(name, shown or name, "", "person", "unknown", "")


def named_record(name: str, shown: str) -> Record:
    """A record of which nothing but the title is known."""
    return Record(name, shown or name, "", None, "", "", "…")


def document_of(given: Annotated, tally: Tally) -> tuple[Document, tuple[Problem, ...]]:
    """The document that a file and its text are."""
    reader = _Reader(given, tally)
    spans = tuple(reader.spans())
    relations = tuple(reader.relations())
    about = About(voices=tuple(reader.voices.values()), records=tuple(reader.records.values()))
    document = Document(given.name, "", "", given.text, spans, relations, about=about)
    return sound(document, given.trouble.source.place(1, 1))


class _Reader:
    """Keeps what the lines of one file say of each other."""

    def __init__(self, given: Annotated, tally: Tally) -> None:
        self.given = given
        self.tally = tally
        self.ids: dict[str, str] = {}
        self.voices: dict[str, Voice] = {}
        self.records: dict[str, Record] = {}
        self.references: list[Relation] = []
        self.triggers = {name: event.trigger for name, event in given.standoff.events.items()}

    def spans(self) -> Iterator[Span]:
        standoff = self.given.standoff
        attributes = self.by_bound(standoff.attributes)
        references = self.by_bound(standoff.references)
        notes = self.by_bound(standoff.notes)
        for name, bound in standoff.bounds.items():
            pieces = pieces_of(bound, self.given.text, self.given.trouble)
            said = notes.get(name, [])
            own = {each.type: each.text for each in said}
            if not pieces:
                continue
            self.ids[name] = own.get("Id") or f"{MADE_UP}{name}"
            label = own.get("Label") or bound.type
            values = {each.type: each.text or "yes" for each in attributes.get(name, [])}
            for each in said:
                key, equals, value = each.text.partition("=")
                if each.type == "Attribute" and equals:
                    values[key] = value
            for each in references.get(name, []):
                values |= self.reference(name, each)
            yield Span(
                self.ids[name],
                label,
                pieces,
                tuple((key, values[key]) for key in _ordered(label, values)),
                as_note("\n\n".join(_notes(said))),
            )

    def by_bound(self, said: list[Said]) -> dict[str, list[Said]]:
        """The lines by the `T` that they speak of: of an event its trigger."""
        found: dict[str, list[Said]] = {}
        for each in said:
            of = self.triggers.get(each.of, each.of)
            if of in self.given.standoff.bounds:
                found.setdefault(of, []).append(each)
            elif each.of.startswith("R"):
                what = "What is said of a relation is left out."
                self.tally.add("attribute", what, f"{each.of}: {each.type}")
            else:
                self.nowhere(each.line, each.of)
        return found

    def reference(self, name: str, said: Said) -> dict[str, str]:
        """Note a reference to a voice or a record of ours; another one is an attribute."""
        where, _, shown = said.text.partition("\t")
        kind, _, end = where.partition(":")
        end = unquote(end)
        if kind == "voice":
            self.voices.setdefault(end, named_voice(end, shown))
        elif kind == "record":
            self.records.setdefault(end, named_record(end, shown))
        else:
            return {said.type: f"{where} {shown}".strip()}
        self.references.append(Relation("", _RELATIONS[kind], self.ids[name], end))
        return {}

    def relations(self) -> Iterator[Relation]:
        yield from self.references
        standoff = self.given.standoff
        shared: set[str] = set()
        for name, event in standoff.events.items():
            if event.trigger in shared:
                what = "Events that share their words are told apart no more."
                self.tally.add("relation", what, name)
            shared.add(event.trigger)
        for event in standoff.events.values():
            for role, end in event.ends:
                yield from self.relation(role, event.trigger, end, event.line)
        for each in standoff.relations:
            for _, end in each.ends:
                yield from self.relation(each.type, each.trigger, end, each.line)

    def relation(self, kind: str, start: str, end: str, line: int) -> Iterator[Relation]:
        ends = [self.ids.get(self.triggers.get(name, name), "") for name in (start, end)]
        if all(ends):
            yield Relation("", kind, *ends)
        else:
            self.nowhere(line, end if ends[0] else start)

    def nowhere(self, line: int, name: str) -> None:
        what = f"This line speaks of `{name}`, which is not there; it is left out."
        self.given.trouble.warn("dangling", line, what, _HINT)


def _ordered(label: str, values: dict[str, str]) -> list[str]:
    known = [key for key in ATTRIBUTES.get(label, ()) if key in values]
    return [*known, *(key for key in values if key not in known)]


def _notes(said: list[Said]) -> Iterator[str]:
    for each in said:
        if each.type == "AnnotatorNotes":
            yield each.text
        elif each.type not in ("Id", "Label", "Attribute"):
            yield f"{each.type}: {each.text}"
