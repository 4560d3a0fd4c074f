"""The codebook's file to its definitions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import (
    Alike,
    Case,
    Codebook,
    Entry,
    NearMiss,
    Place,
    Problem,
    Rule,
    Section,
    Stage,
    Version,
)
from generator.reading.brackets import bracket_problems, read_example
from generator.reading.characters import with_characters
from generator.reading.codebook_schema import CodebookShape, EntryShape, GroupShape
from generator.reading.front_matter import validate
from generator.reading.limits import too_long
from generator.reading.place import source_of
from generator.reading.plain import value_problems
from generator.reading.problem import error, one_of, ordered
from generator.reading.values import Path, read_values


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
    if long := too_long(source):
        return CodebookReading(None, long)
    values = read_values(source, "\n".join(source.lines), 1)
    plain = value_problems(values.value, values.places)
    found = with_characters(source, (*values.problems, *plain))
    if values.value is None and values.problems:
        return CodebookReading(None, ordered(found))
    shape, problems = validate(
        CodebookShape, values.value or {}, values.places, source.place(1, 1, 3)
    )
    if shape is None:
        return CodebookReading(None, ordered((*found, *problems)))
    problems = (*_lost(shape, values.places), *_brackets(shape, values.places))
    return CodebookReading(_codebook(path, shape, values.places), ordered((*found, *problems)))


def _codebook(path: str, shape: CodebookShape, places: dict[Path, Place]) -> Codebook:
    return Codebook(
        path=path,
        version=shape.version,
        changes=tuple(Version(c.version, c.date, c.what) for c in shape.changes),
        bases=_entries("bases", shape.bases),
        kinds=_entries("kinds", shape.kinds),
        cues=_entries("cues", shape.cues),
        groups=tuple(_group(name, g) for name, g in shape.groups.items()),
        techniques=_entries("techniques", shape.techniques),
        frames=_entries("frames", shape.frames),
        stakes=_entries("stakes", shape.stakes),
        steps=tuple(Stage(name, s.name, s.definition) for name, s in shape.steps.items()),
        rules=tuple(
            Rule(r.id, number, r.step, r.name, r.ask, r.then, r.gives)
            for number, r in enumerate(shape.rules, 1)
        ),
        cases=tuple(Case(read_example(c.text), c.rule, c.answer, c.why) for c in shape.cases),
        keys=tuple((".".join(key), place) for key, place in places.items()),
    )


def _entries(section: Section, shapes: dict[str, EntryShape]) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            id=name,
            section=section,
            name=e.name,
            published=e.published,
            group=e.group,
            definition=e.definition,
            test=e.test,
            examples=tuple(map(read_example, e.examples)),
            near=NearMiss(read_example(e.near.text), e.near.why) if e.near else None,
            alike=tuple(Alike(a.id, a.tell) for a in e.alike),
            matters=e.matters,
            seen=tuple(e.seen),
        )
        for name, e in shapes.items()
    )


def _group(name: str, shape: GroupShape) -> Entry:
    return Entry(
        name, "groups", shape.name, shape.published, "", shape.definition, "", (), None, (), ""
    )


def _lost(shape: CodebookShape, places: dict[Path, Place]) -> Iterator[Problem]:
    """`unknown-group`."""
    for name, entry in shape.techniques.items():
        if entry.group not in shape.groups:
            place = places.get(("techniques", name, "group"), places["techniques", name])
            message = f"`{entry.group}` is not a group of techniques."
            yield error("unknown-group", place, message, one_of(entry.group, shape.groups))


def _brackets(shape: CodebookShape, places: dict[Path, Place]) -> Iterator[Problem]:
    sections = ("bases", "kinds", "cues", "stakes", "techniques", "frames")
    for section in sections:
        entries: dict[str, EntryShape] = getattr(shape, section)
        for name, entry in entries.items():
            for number, example in enumerate(entry.examples):
                at = (section, name, "examples", str(number))
                yield from bracket_problems(example, places[at])
            if entry.near:
                yield from bracket_problems(entry.near.text, places[section, name, "near", "text"])
    for number, case in enumerate(shape.cases):
        yield from bracket_problems(case.text, places["cases", str(number), "text"])
