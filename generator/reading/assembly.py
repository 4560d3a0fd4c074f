"""Puts blocks, marks and notes together to the text of an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.model import Block, Cue, Framing, Note, Place, Problem, Span, Statement
from generator.reading.attributes import HOWS
from generator.reading.blocks import Body, RawBlock
from generator.reading.flat import FlatMark
from generator.reading.gaps import gaps
from generator.reading.inline import Stray
from generator.reading.marks import STATEMENTS, Mark, kind_of, read_mark, stray_problem
from generator.reading.place import Source
from generator.reading.problem import error, nearest
from generator.reading.refused import DEFINITION, refused
from generator.reading.whose import whose
from generator.reading.words import WORD, count

_CALL = re.compile(r"\[\^([^\]\n]+)\]")


@dataclass(frozen=True, slots=True)
class Text:
    """The text of an article with its marks."""

    blocks: tuple[Block, ...]
    """Block by block."""
    statements: tuple[Statement, ...]
    """In the order of reading."""
    framing: tuple[Framing, ...]
    """In the order of reading."""
    cues: tuple[Cue, ...]
    """In the order of reading."""
    problems: tuple[Problem, ...]
    """What is wrong in the text."""


@dataclass(slots=True)
class _Assembly:
    quotation: bool
    notes: dict[str, Note]
    broken: frozenset[str]
    """Labels of notes and of calls that have a problem of their own already."""
    uncalled: tuple[str, ...]
    """Labels of notes that no mark calls."""
    blocks: list[Block] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    framing: list[Framing] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)
    called: dict[str, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def block(self, raw: RawBlock) -> None:
        placed = raw.stretch
        self.problems += [stray_problem(stray, placed) for stray in _first(raw.flat.strays)]
        marks: list[Mark] = []
        for flat in raw.flat.marks:
            mark, problems = read_mark(flat, placed)
            self.problems += problems
            marks.append(mark)
        for number, flat in enumerate(raw.flat.marks):
            self.mark(raw, flat, marks, number)
        uncovered = tuple(gaps(raw, marks)) if raw.kind != "heading" else ()
        place = placed.place(0, len(placed.text))
        self.blocks.append(Block(raw.kind, raw.level, raw.flat.text, place, uncovered))

    def mark(self, raw: RawBlock, flat: FlatMark, marks: list[Mark], number: int) -> None:
        mark = marks[number]
        parents = [marks[parent] for parent in flat.parents]
        span = Span(len(self.blocks), flat.start, flat.end)
        text = raw.flat.text.text[flat.start : flat.end]
        holder = self.statements[-1] if any(p.kind in STATEMENTS for p in parents) else None
        if mark.kind in STATEMENTS:
            self.nested(mark, parents)
            self.statement(mark, span, text)
        elif mark.kind == "framing":
            self.note_called(mark)
            cued = any(p.kind == "cue" for p in parents) or any(
                m.kind == "cue" and number in raw.flat.marks[n].parents for n, m in enumerate(marks)
            )
            self.framing.append(
                Framing(
                    id=mark.id or f"f{len(self.framing) + 1}",
                    number=len(self.framing) + 1,
                    span=span,
                    text=text,
                    technique=mark.values.get("technique", ""),
                    plain=mark.values.get("plain", ""),
                    also=mark.values.get("also", ""),
                    statement=holder.id if holder else "",
                    wording=whose(raw.flat.text.text, span, holder, cued, self.quotation),
                    note=self.notes.get(mark.id),
                    place=mark.place,
                    at=mark.at,
                    draft=mark.values.get("draft") == "yes",
                )
            )
        elif mark.kind == "cue":
            self.cues.append(Cue(mark.id, span, text, holder.id if holder else "", mark.place))

    def nested(self, mark: Mark, parents: list[Mark]) -> None:
        if any(parent.kind in STATEMENTS for parent in parents):
            self.problems.append(
                error(
                    "nested-statement",
                    mark.place,
                    "A statement stands inside another statement.",
                    "End the first before the second begins: [one]{…}[^s1] [two]{…}[^s2].",
                )
            )
        elif parents:
            self.problems.append(
                error(
                    "statement-in-wording",
                    mark.place,
                    f"A statement stands inside a {parents[-1].kind} mark.",
                    "Turn them round: the statement outside, the words inside.",
                )
            )

    def statement(self, mark: Mark, span: Span, text: str) -> None:
        self.note_called(mark)
        how = mark.values.get("how", "")
        self.statements.append(
            Statement(
                id=mark.id or f"statement{len(self.statements) + 1}",
                number=len(self.statements) + 1,
                basis=mark.kind,  # type: ignore[arg-type]
                span=span,
                text=text,
                words=count(text),
                voices=mark.several("by"),
                how=how if how in HOWS else "",  # type: ignore[arg-type]
                kind=mark.values.get("kind", ""),
                rests_on=mark.several("from"),
                records=mark.several("see"),
                also=mark.values.get("also", ""),
                short=mark.values.get("short", ""),
                note=self.notes.get(mark.id),
                place=mark.place,
                at=mark.at,
                draft=mark.values.get("draft") == "yes",
            )
        )

    def note_called(self, mark: Mark) -> None:
        where = dict(mark.at)["id"]
        if not mark.id:
            self.problems.append(
                error(
                    "mark-without-note",
                    mark.place,
                    f"This {mark.kind} mark has no note.",
                    "Put [^id] directly after its }, and `[^id]: why` at the end of the file.",
                )
            )
        elif mark.id in self.called:
            self.problems.append(
                error(
                    "duplicate-id",
                    where,
                    f"`{mark.id}` is already the id of the mark in line {self.called[mark.id].line}.",
                    "Give this mark a note of its own, with a label of its own.",
                )
            )
        elif mark.id not in self.notes and mark.id not in self.broken:
            self.problems.append(
                error(
                    "mark-without-note",
                    where,
                    f"There is no note `{mark.id}`.",
                    _meant(mark.id, self.uncalled, "add")
                    + f" a line `[^{mark.id}]: why` at the end of the file.",
                )
            )
        self.called.setdefault(mark.id, where)


def _meant(label: str, others: Iterable[str], do: str) -> str:
    """The beginning of a hint to `do` something, or to take one of the `others`."""
    near = nearest(label, others)
    return f"Did you mean `{near}`? If not, {do}" if near else do.capitalize()


def assemble(body: Body, source: Source, first_line: int, quotation: bool) -> Text:
    """Put the blocks of `body` together; `quotation` says whose words quotation marks hold."""
    notes, problems = _notes(body)
    broken = body.unread | frozenset(_broken(body))
    called = {flat.found.note for raw in body.blocks for flat in raw.flat.marks}
    uncalled = tuple(label for label in notes if label not in called)
    assembly = _Assembly(quotation, notes, broken, uncalled)
    for raw in body.blocks:
        problems += refused(raw)
        if not raw.note:
            assembly.block(raw)
    lacking = [label for label in assembly.called if label and label not in notes]
    for label, place in dict(reversed(body.notes)).items():
        lost = label not in assembly.called and label not in broken
        if lost and not nearest(label, lacking):
            problems.append(
                error(
                    "note-without-mark",
                    place,
                    f"No mark has the note `{label}`.",
                    f"Put [^{label}] directly after the }} of its mark, or take the note out.",
                )
            )
    tried = body.problems or any(raw.flat.marks or raw.flat.strays for raw in body.blocks)
    if not assembly.statements and not tried:
        problems.append(
            error(
                "no-statement",
                source.place(first_line, 1),
                "The article has no statement.",
                "Mark its sentences: [words]{.sourced by=…}[^s1], {.unsourced} or {.inferred kind=…}.",
            )
        )
    return Text(
        tuple(assembly.blocks),
        tuple(assembly.statements),
        tuple(assembly.framing),
        tuple(assembly.cues),
        (*body.problems, *problems, *assembly.problems),
    )


def _first(strays: tuple[Stray, ...]) -> Iterator[Stray]:
    """The strays without those that follow from one before: the `{…}` and the note of a lost `[`."""
    follow: set[str] = set()
    for stray in strays:
        if stray.what in follow:
            follow.discard(stray.what)
            continue
        yield stray
        if stray.what in ("open", "round", "braces"):
            follow |= {"note", "braces"} if stray.what == "open" else {"note"}


def _broken(body: Body) -> Iterator[str]:
    """The labels in strays, in marks that stand for nothing, and in lines that are no notes."""
    for raw in body.blocks:
        for stray in raw.flat.strays:
            yield from _CALL.findall(raw.stretch.text[stray.start : stray.end])
        yield from DEFINITION.findall(raw.stretch.text)
        for flat in raw.flat.marks:
            if raw.note or kind_of(flat.found.attributes) in ("", "cue"):
                yield flat.found.note


def _notes(body: Body) -> tuple[dict[str, Note], list[Problem]]:
    problems: list[Problem] = []
    notes: dict[str, Note] = {}
    written: dict[str, list[RawBlock]] = {}
    for raw in body.blocks:
        written.setdefault(raw.note, []).append(raw)
    for label, place in body.notes:
        if label in notes:
            problems.append(
                error(
                    "duplicate-note",
                    place,
                    f"There are two notes `{label}`; the first stands in line {notes[label].place.line}.",
                    "Keep one, or give the second another label.",
                )
            )
            continue
        blocks = written.get(label, [])
        notes[label] = Note(label, tuple(raw.flat.text for raw in blocks), place)
        text = " ".join(raw.flat.text.text for raw in blocks)
        if not WORD.search(text):
            problems.append(
                error(
                    "empty-note",
                    place,
                    f"The note `{label}` still has three dots where its words belong."
                    if "…" in text
                    else f"The note `{label}` says nothing.",
                    "Say in a sentence why the mark is what it is.",
                )
            )
        for raw in blocks:
            strays = (s for s in raw.flat.strays if s.what not in ("open", "round"))
            problems += [stray_problem(stray, raw.stretch) for stray in strays]
            if raw.flat.marks:
                found = raw.flat.marks[0].found
                problems.append(
                    error(
                        "mark-in-note",
                        raw.stretch.place(found.start, found.end),
                        f"A mark stands in the note `{label}`.",
                        "Leave an empty line between a note and the text that follows it.",
                    )
                )
    return notes, problems
