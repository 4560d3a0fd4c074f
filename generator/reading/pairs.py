"""The pairs' file to its pairs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model import Fact, Pair, Place, Problem, Question, SameThing
from generator.reading.characters import with_characters
from generator.reading.front_matter import validate
from generator.reading.limits import too_long
from generator.reading.place import source_of
from generator.reading.plain import value_problems
from generator.reading.problem import error, ordered
from generator.reading.teaching_schema import PairShape
from generator.reading.values import Path, read_values

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class PairsReading:
    """What the pairs' file gave."""

    pairs: tuple[Pair, ...]
    """In the order of the file; without those that could not be used."""
    problems: tuple[Problem, ...]
    """What is wrong in the file."""


def read_pairs(path: str, text: str) -> PairsReading:
    """Read the pairs in `text`; `path` names it."""
    source = source_of(path, text)
    if long := too_long(source):
        return PairsReading((), long)
    values = read_values(source, "\n".join(source.lines), 1)
    problems = [*with_characters(source, values.problems)]
    problems += value_problems(values.value, values.places)
    if values.value is not None and not isinstance(values.value, dict):
        problems.append(
            error(
                "wrong-value",
                source.place(1, 1, 1000),
                "This needs pairs under their ids, not one text or a list.",
                "Write `the-ramp-vote:` and the pair indented below it.",
            )
        )
    places: dict[str, dict[Path, Place]] = {}
    for at, place in values.places.items():
        places.setdefault(at[0], {})[at[1:]] = place
    pairs: list[Pair] = []
    for name, value in values.value.items() if isinstance(values.value, dict) else ():
        top = values.places[(name,)]
        if not _ID.fullmatch(name):
            problems.append(
                error(
                    "unstable-id",
                    top,
                    f"`{name}` would not make a stable address.",
                    "Use small letters, digits and hyphens, beginning with a letter.",
                )
            )
        shape, found = validate(PairShape, value or {}, places[name], top)
        problems += found
        if shape:
            pairs.append(_pair(path, name, shape, places[name]))
    return PairsReading(tuple(pairs), ordered(problems))


def _pair(path: str, name: str, shape: PairShape, places: dict[Path, Place]) -> Pair:
    return Pair(
        path=path,
        id=name,
        title=shape.title,
        event=shape.event,
        articles=tuple(shape.articles),
        facts=tuple(
            Fact(f.what, tuple((slug, tuple(ids.split())) for slug, ids in f.reported.items()))
            for f in shape.facts
        ),
        words=tuple(SameThing(w.thing, tuple(w.wordings.items())) for w in shape.words),
        questions=tuple(Question(q.ask, q.standard, q.answer) for q in shape.questions),
        keys=tuple((".".join(key), place) for key, place in places.items()),
    )
