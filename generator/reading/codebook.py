"""The codebook's file to its definitions."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field

from generator.model import Codebook, Entry, Problem
from generator.reading.front_matter import validate
from generator.reading.place import source_of
from generator.reading.problem import error, one_of, ordered
from generator.reading.schema import ChangeShape, Id, Text
from generator.reading.values import read_values


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class EntryShape(_Shape):
    """One definition."""

    name: Text = Field(description="The name in plain words.")
    published: str = Field("", description="The name in the published scheme.")
    group: str = Field("", description="The group it belongs to.")
    definition: Text = Field(description="What it is.")
    test: str = Field("", description="The question that decides it.")
    example: str = Field("", description="A sentence in which it occurs.")


class VersionShape(ChangeShape):
    """A version of the codebook."""

    version: Text = Field(description="Its number.")


class CodebookShape(_Shape):
    """The codebook."""

    version: Text
    changes: list[VersionShape] = Field(default_factory=list)
    bases: dict[Id, EntryShape]
    kinds: dict[Id, EntryShape]
    stakes: dict[Id, EntryShape]
    groups: dict[Id, EntryShape]
    techniques: dict[Id, EntryShape]
    frames: dict[Id, EntryShape]


@dataclass(frozen=True, slots=True)
class CodebookReading:
    """What the codebook's file gave."""

    codebook: Codebook | None
    """The definitions; None where they could not be used."""
    problems: tuple[Problem, ...]
    """What is wrong in the file."""


def read_codebook(path: str, text: str) -> CodebookReading:
    """Read the codebook in `text`; `path` names it."""
    source = source_of(path, text)
    values = read_values(source, "\n".join(source.lines), 1)
    if values.value is None and values.problems:
        return CodebookReading(None, values.problems)
    shape, problems = validate(
        CodebookShape, values.value or {}, values.places, source.place(1, 1, 3)
    )
    if shape is None:
        return CodebookReading(None, ordered((*values.problems, *problems)))
    lost = tuple(
        error(
            "unknown-group",
            values.places.get(("techniques", name, "group"), values.places["techniques", name]),
            f"`{entry.group}` is not a group of techniques.",
            one_of(entry.group, shape.groups),
        )
        for name, entry in shape.techniques.items()
        if entry.group not in shape.groups
    )
    codebook = Codebook(
        version=shape.version,
        bases=_entries(shape.bases),
        kinds=_entries(shape.kinds),
        groups=_entries(shape.groups),
        techniques=_entries(shape.techniques),
        frames=_entries(shape.frames),
        stakes=_entries(shape.stakes),
    )
    return CodebookReading(codebook, ordered((*values.problems, *lost)))


def _entries(shapes: dict[str, EntryShape]) -> tuple[Entry, ...]:
    return tuple(
        Entry(name, e.name, e.published, e.group, e.definition, e.test, e.example)
        for name, e in shapes.items()
    )
