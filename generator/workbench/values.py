"""What the page and the generator hand to each other, as docs/assets/workbench/types.js has it.

Places in a text count UTF-16 units here, as JavaScript does; everywhere else they count characters.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from generator.model import Basis, BlockKind, Problem, Severity, StyleKind

Front = dict[str, JsonValue]
"""The front matter, as the file has it; dates are text."""


class _Shape(BaseModel):
    model_config = ConfigDict(frozen=True, populate_by_name=True)

    def as_json(self) -> dict[str, Any]:
        """The value as the page takes it."""
        return self.model_dump(by_alias=True)


class StyleShape(_Shape):
    """Emphasis, strong, code or a link."""

    kind: StyleKind
    start: int
    end: int
    href: str = ""


class BlockShape(_Shape):
    """A paragraph, heading, quotation or list item."""

    kind: BlockKind
    level: int = 0
    text: str
    styles: tuple[StyleShape, ...] = ()


class Stretch(_Shape):
    """Words of a block."""

    id: str
    block: int = Field(ge=0)
    start: int = Field(ge=0)
    end: int = Field(ge=0)

    @property
    def means(self) -> tuple[object, ...]:
        """What its braces say."""
        raise NotImplementedError


class StatementShape(Stretch):
    """A sentence or a part of one."""

    basis: Literal["", "sourced", "unsourced", "inferred"] = ""
    aside: bool = False
    by: tuple[str, ...] = ()
    how: str = ""
    kind: str = ""
    rests_on: tuple[str, ...] = Field((), alias="from")
    see: tuple[str, ...] = ()
    also: str = ""
    also_kind: str = ""
    short: str = ""
    note: str = ""
    draft: bool = False
    source: str = ""

    @property
    def written(self) -> Basis | None:
        """What it is in the file; None where it is plain text there."""
        return None if self.aside or not self.basis else self.basis

    @property
    def means(self) -> tuple[object, ...]:
        """What its braces say."""
        rest = (self.by, self.how, self.kind, self.rests_on, self.see)
        return (self.id, self.basis, *rest, self.also, self.also_kind, self.short, self.draft)


class FramingShape(Stretch):
    """Words that steer."""

    technique: str = ""
    plain: str = ""
    also: str = ""
    note: str = ""
    draft: bool = False

    @property
    def means(self) -> tuple[object, ...]:
        """What its braces say."""
        return self.id, "framing", self.technique, self.plain, self.also, self.draft


class CueShape(Stretch):
    """Words that attribute."""

    id: str = ""

    @property
    def means(self) -> tuple[object, ...]:
        """What its braces say."""
        return self.id, "cue"


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of a block."""

    statements: list[StatementShape]
    """Those that are written and those that are not yet."""
    framing: list[FramingShape]
    """Those that have a technique."""
    cues: list[CueShape]
    """All of them."""

    @property
    def said(self) -> list[tuple[object, ...]]:
        """What the file says of the block's words: its marks, with their places."""
        statements = (s for s in self.statements if s.written)
        marks = (*statements, *self.framing, *self.cues)
        return [(mark.start, mark.end, *mark.means) for mark in marks]


class Work(_Shape):
    """An article as it is being marked."""

    version: Literal[1] = 1
    slug: str
    base: str = ""
    front: Front
    blocks: tuple[BlockShape, ...]
    statements: tuple[StatementShape, ...] = ()
    framing: tuple[FramingShape, ...] = ()
    cues: tuple[CueShape, ...] = ()

    @property
    def path(self) -> str:
        """The file that it would be."""
        return f"content/articles/{self.slug}.md"

    @property
    def noted(self) -> tuple[StatementShape | FramingShape, ...]:
        """The marks that have a note in the file, in the order of reading."""
        marks: list[StatementShape | FramingShape] = [s for s in self.statements if s.written]
        marks += (f for f in self.framing if f.technique)
        return tuple(sorted(marks, key=lambda mark: (mark.block, mark.start, -mark.end)))

    @property
    def by_block(self) -> tuple[Marks, ...]:
        """The marks of each block."""
        found = tuple(Marks([], [], []) for _ in self.blocks)
        for statement in self.statements:
            if statement.block < len(found):
                found[statement.block].statements.append(statement)
        for framing in self.framing:
            if framing.block < len(found) and framing.technique:
                found[framing.block].framing.append(framing)
        for cue in self.cues:
            if cue.block < len(found):
                found[cue.block].cues.append(cue)
        return found


FIELDS = {
    "by": ("sourced-without-voice", "unknown-voice"),
    "kind": ("missing-inference-kind", "unknown-kind", "kind-without-inference"),
    "from": ("unknown-statement", "rests-on-itself", "circular-support"),
    "note": ("mark-without-note", "empty-note", "html"),
    "technique": ("missing-technique", "unknown-technique"),
    "see": ("unknown-record",),
    "also": ("same-again",),
    "reword": ("quotation-marks", "quotation-run", "quotation-share"),
}
"""Which of a mark's fields on the page a problem is about, by its code."""

_FIELDS = {code: field for field, codes in FIELDS.items() for code in codes}


class ProblemShape(_Shape):
    """What `whosays check` says, and what it is about."""

    severity: Severity
    code: str
    message: str
    hint: str
    line: int
    column: int
    at: str = ""
    field: str = ""


def shaped(problem: Problem, at: str) -> ProblemShape:
    """Give a problem that is about the mark or the key `at`."""
    place = problem.place
    return ProblemShape(
        severity=problem.severity,
        code=problem.code,
        message=problem.message,
        hint=problem.hint,
        line=place.line,
        column=place.column,
        at=at,
        field=_FIELDS.get(problem.code, ""),
    )


@dataclass(frozen=True, slots=True)
class Opened:
    """A file, opened."""

    work: Work | None
    """The article; None where the file cannot be read as one."""
    problems: tuple[ProblemShape, ...] = field(default=())
    """What is wrong in it."""

    def as_json(self) -> dict[str, Any]:
        """The value as the page takes it."""
        return {
            "work": self.work.as_json() if self.work else None,
            "problems": [problem.as_json() for problem in self.problems],
        }
