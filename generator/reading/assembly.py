"""Puts blocks, marks and notes together to the text of an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.model import Block, Cue, Framing, Note, Place, Problem, Span, Statement
from generator.reading.attributes import HOWS
from generator.reading.blocks import Body, RawBlock
from generator.reading.flat import FlatMark
from generator.reading.gaps import gaps
from generator.reading.inline import Stray
from generator.reading.marks import STATEMENTS, Mark, read_mark, stray_problem
from generator.reading.notes import broken_labels, read_notes
from generator.reading.place import Source
from generator.reading.problem import error, nearest
from generator.reading.refused import refused
from generator.reading.whose import in_or_round_cues, quotations, whose
from generator.reading.words import count


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
    quoted: tuple[tuple[int, int], ...] = ()
    """Where the block that is read has words of somebody else."""
    cued: frozenset[int] = frozenset()
    """Its marks that stand in a cue or round one, as numbers."""

    def block(self, raw: RawBlock) -> None:
        placed = raw.stretch
        self.problems += [stray_problem(stray, placed) for stray in _first(raw.flat.strays)]
        marks: list[Mark] = []
        for flat in raw.flat.marks:
            mark, problems = read_mark(flat, placed)
            self.problems += problems
            marks.append(mark)
        text, kinds = raw.flat.text.text, [mark.kind for mark in marks]
        self.quoted = quotations(text, self.quotation) if "framing" in kinds else ()
        self.cued = in_or_round_cues(raw.flat.marks, kinds) if "cue" in kinds else frozenset()
        for number, flat in enumerate(raw.flat.marks):
            self.mark(flat, text[flat.start : flat.end], marks, number)
        uncovered = tuple(gaps(raw, marks)) if raw.kind != "heading" else ()
        place = placed.place(0, len(placed.text))
        self.blocks.append(Block(raw.kind, raw.level, raw.flat.text, place, uncovered))

    def mark(self, flat: FlatMark, text: str, marks: list[Mark], number: int) -> None:
        mark = marks[number]
        parents = [marks[parent] for parent in flat.parents]
        span = Span(len(self.blocks), flat.start, flat.end)
        within = parents and any(parent.kind in STATEMENTS for parent in parents)
        holder = self.statements[-1] if within else None
        if mark.kind in STATEMENTS:
            self.nested(mark, parents)
            self.statement(mark, span, text)
        elif mark.kind == "framing":
            self.note_called(mark)
            cued = number in self.cued
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
                    wording=whose(self.quoted, span, holder, cued, self.quotation),
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
                also_kind=mark.values.get("also-kind", ""),
                short=mark.values.get("short", ""),
                note=self.notes.get(mark.id),
                place=mark.place,
                at=mark.at,
                draft=mark.values.get("draft") == "yes",
            )
        )

    def note_called(self, mark: Mark) -> None:
        where = mark.called
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
    notes, problems = read_notes(body)
    broken = body.unread | frozenset(broken_labels(body))
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
