"""One file to one lesson and a list of problems."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.model import Annotator, Block, Lesson, Place, Problem, Question, Standard, Step
from generator.reading.blocks import Body, cut
from generator.reading.characters import with_characters
from generator.reading.front_matter import read_front_matter
from generator.reading.limits import too_long
from generator.reading.place import source_of
from generator.reading.problem import error, ordered
from generator.reading.refused import refused
from generator.reading.teaching_schema import LessonShape
from generator.reading.values import Path


@dataclass(frozen=True, slots=True)
class LessonReading:
    """What a file gave."""

    lesson: Lesson | None
    """The lesson; None where its front matter could not be used."""
    problems: tuple[Problem, ...]
    """What is wrong in the file, in order of place."""


def read_lesson(path: str, text: str) -> LessonReading:
    """Read the lesson in `text`; `path` names it and gives its slug."""
    source = source_of(path, text)
    if long := too_long(source):
        return LessonReading(None, long)
    front = read_front_matter(source, LessonShape)
    body = cut(source, front.body_line)
    problems = (*with_characters(source, front.problems), *body.problems, *_plain(body))
    lesson = _lesson(path, front.shape, front.places, body) if front.shape else None
    return LessonReading(lesson, ordered(problems))


def _plain(body: Body) -> Iterator[Problem]:
    """`mark-in-lesson`, and what no text may hold."""
    for raw in body.blocks:
        yield from refused(raw)
        starts = [m.found.start for m in raw.flat.marks] + [s.start for s in raw.flat.strays]
        for start in starts[:1]:
            yield _marked(raw.stretch.place(start, start + 1))
    for _, place in body.notes[:1]:
        yield _marked(place)


def _marked(place: Place) -> Problem:
    return error(
        "mark-in-lesson",
        place,
        "A lesson has no marks and no notes.",
        "To show how a mark is written, put it between `backticks`.",
    )


def _lesson(path: str, shape: LessonShape, places: dict[Path, Place], body: Body) -> Lesson:
    return Lesson(
        path=path,
        slug=PurePosixPath(path).stem,
        title=shape.title,
        summary=shape.summary,
        minutes=shape.minutes,
        level=shape.level or "",
        aims=tuple(shape.aims),
        articles=tuple(shape.articles),
        pair=shape.pair or "",
        to_print=tuple(shape.print),
        steps=tuple(Step(s.minutes, s.what, s.how) for s in shape.steps),
        questions=tuple(Question(q.ask, q.standard, q.answer) for q in shape.questions),
        younger=shape.younger,
        stronger=shape.stronger,
        standards=tuple(Standard(s.code, s.says) for s in shape.standards),
        authors=tuple(Annotator(a.name, a.date) for a in shape.authors),
        blocks=tuple(
            Block(
                raw.kind, raw.level, raw.flat.text, raw.stretch.place(0, len(raw.stretch.text)), ()
            )
            for raw in body.blocks
        ),
        keys=tuple((".".join(key), place) for key, place in places.items()),
    )
