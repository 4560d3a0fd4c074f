"""Attributions of PolNeAR and PARC3 as sourced statements, cues and voices."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import unquote

from generator.checks.ids import slug
from generator.exchange.attributions import Piece, attributions
from generator.exchange.brat_files import Annotated, pieces_of
from generator.exchange.brat_lines import Linked, Said
from generator.exchange.brat_reader import named_voice
from generator.exchange.checked import sound
from generator.exchange.document import MADE_UP, About, Document, Relation, Span, blocks_of
from generator.exchange.reduced import as_note
from generator.exchange.results import Tally
from generator.model import Problem, Voice

_CLOSING = ".,;:!?…”’\"')"
_MARKS = '“"'
EVENTS = ("Attribution", "Attribution-no-source")
"""The types of the events that are attributions."""


def document_of(given: Annotated, tally: Tally) -> tuple[Document, tuple[Problem, ...]]:
    """The document that a file of attributions and its text are."""
    reader = _Reader(given)
    spans = [*reader.statements(), *reader.others()]
    document = Document(
        given.name,
        "",
        "",
        given.text,
        tuple(spans),
        tuple(reader.relations),
        about=About(voices=tuple(reader.voices.values())),
    )
    document, problems = sound(document, given.trouble.source.place(1, 1))
    reader.count(document, tally)
    return document, problems


def whole(text: str, blocks: Sequence[Piece], pieces: list[Piece]) -> tuple[Piece, ...]:
    """All words of an attribution and what stands between them, with the signs that close it.

    A statement ends with its paragraph: words in another one are a piece of their own.
    """
    found: list[Piece] = []
    first = max(bisect_right(blocks, (min(pieces)[0], len(text))) - 1, 0) if pieces else 0
    for start, end in blocks[first:]:
        if start >= max(b for _, b in pieces):
            break
        inside = [(a, b) for a, b in pieces if start <= a < end]
        if inside:
            last = max(b for _, b in inside)
            while last < end and text[last] in _CLOSING:
                last += 1
            found.append((min(a for a, _ in inside), last))
    return tuple(found)


class _Reader:
    """Keeps what the lines of one file say of each other."""

    def __init__(self, given: Annotated) -> None:
        self.given = given
        self.text = given.text
        self.blocks = blocks_of(given.text)
        self.pieces: dict[str, tuple[Piece, ...]] = {}
        for name, bound in given.standoff.bounds.items():
            if pieces := pieces_of(bound, given.text, given.trouble):
                self.pieces[name] = pieces
        self.voices: dict[str, Voice] = {}
        self.relations: list[Relation] = []
        self.contents: dict[str, set[Piece]] = {}
        self.used: set[str] = set()

    def statements(self) -> Iterator[Span]:
        notes = _by(self.given.standoff.notes)
        references = _by(self.given.standoff.references)
        cues: set[str] = set()
        for name, event in self.given.standoff.events.items():
            if event.type not in EVENTS:
                continue
            roles = self.roles(event)
            # A source that an earlier attribution has in it stands in that one's statement.
            own_roles = [each for each in roles if each[0] != "Source" or each[1] not in self.used]
            self.used |= {event.trigger, *(bound for _, bound in roles)}
            own = {each.type: each.text for each in notes.get(event.trigger, [])}
            identity = own.get("Id") or f"{MADE_UP}{name}"
            pieces = [piece for _, bound in own_roles for piece in self.pieces[bound]]
            if not pieces:
                what = "An attribution without words is left out."
                self.given.trouble.warn(
                    "dangling", event.line, what, "Look at its Cue and Content."
                )
                continue
            content = [p for role, b in roles if role == "Content" for p in self.pieces[b]]
            self.contents[identity] = set(content)
            said = [e.text for e in notes.get(event.trigger, []) if e.type == "AnnotatorNotes"]
            yield Span(
                identity,
                "sourced",
                whole(self.text, self.blocks, pieces),
                (("how", how_given(self.text, content)),) if content else (),
                as_note("\n\n".join(said)),
            )
            for _, bound in roles:
                if self.given.standoff.bounds[bound].type == "Cue" and bound not in cues:
                    cues.add(bound)
                    yield Span(f"{MADE_UP}{bound}", "cue", self.pieces[bound])
            for voice in self.voices_of(event, roles, references.get(event.trigger, [])):
                self.relations.append(Relation("", "by", identity, voice))

    def roles(self, event: Linked) -> list[tuple[str, str]]:
        roles: list[tuple[str, str]] = []
        for role, bound in event.ends:
            if bound in self.pieces:
                roles.append((role.rstrip("0123456789"), bound))
            else:
                what = f"This event speaks of `{bound}`, which is not there."
                self.given.trouble.warn("dangling", event.line, what, "It may have been deleted.")
        return roles

    def voices_of(
        self, event: Linked, roles: list[tuple[str, str]], references: list[Said]
    ) -> Iterator[str]:
        """The voices that references of ours name; or else one for each wording of a source."""
        known = [each.text.partition("\t") for each in references]
        ours = [
            (w.removeprefix("voice:"), shown) for w, _, shown in known if w.startswith("voice:")
        ]
        for name, shown in ours:
            self.voices.setdefault(unquote(name), named_voice(unquote(name), shown))
            yield unquote(name)
        if ours:
            return
        sources = [bound for role, bound in roles if role == "Source"]
        for bound in sources:
            words = " ".join(" ".join(self.text[a:b] for a, b in self.pieces[bound]).split())
            name = slug(words)
            self.voices.setdefault(name, named_voice(name, words))
            yield name
        if not sources and event.type in EVENTS:
            nobody = replace(named_voice("not-named", "Not named"), kind="unnamed")
            self.voices.setdefault(nobody.id, nobody)
            yield nobody.id

    def others(self) -> Iterator[Span]:
        """Words that are part of no attribution, such as PolNeAR's `Discuss`."""
        for name, pieces in self.pieces.items():
            if name not in self.used:
                yield Span(f"{MADE_UP}{name}", self.given.standoff.bounds[name].type, pieces)

    def count(self, document: Document, tally: Tally) -> None:
        """Count the contents that would be written with other edges."""
        for each in attributions(document):
            before = self.contents.get(each.statement.id)
            if before is not None and before != set(each.content):
                what = "Where a content begins and ends inside its statement is worked out anew."
                tally.add("edge", what, each.statement.id.removeprefix(MADE_UP))
        for line in self.given.standoff.relations:
            tally.add("relation", "What is no attribution is left out.", line.type)
        for event in self.given.standoff.events.values():
            if event.type not in EVENTS:
                tally.add("relation", "What is no attribution is left out.", event.type)
        for said in self.given.standoff.attributes:
            tally.add(
                "attribute",
                "What is said of attributions beside their voice is left out.",
                said.type,
            )


def _by(said: list[Said]) -> dict[str, list[Said]]:
    found: dict[str, list[Said]] = {}
    for each in said:
        found.setdefault(each.of, []).append(each)
    return found


def how_given(text: str, content: Sequence[Piece]) -> str:
    """`quote`, `paraphrase` or `mixed`, by the quotation marks in and around a content."""
    words = [text[a:b].strip(" .,;:") for a, b in content]
    if all(part[:1] in _MARKS and part[-1:] in '”"' for part in words if part):
        return "quote"
    return "mixed" if any(mark in part for part in words for mark in _MARKS) else "paraphrase"
