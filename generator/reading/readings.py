"""One file to one reading and a list of problems; and a reading as an article of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from generator.model import Annotator, Article, Place, Problem, Reading, Voice
from generator.reading.assembly import assemble
from generator.reading.blocks import RawBlock, cut
from generator.reading.characters import character_problems
from generator.reading.front_matter import read_front_matter
from generator.reading.limits import too_long
from generator.reading.place import source_of
from generator.reading.problem import ordered
from generator.reading.reading_schema import ReadingShape
from generator.reading.words import WORD, count

_NOT_TEXT = re.compile(r"\{[^{}]*\}|\[\^[^\]\n]+\]|\]\([^)\n]*\)")
"""What stands in a block and is not of its text: attributes, calls of notes, addresses."""


@dataclass(frozen=True, slots=True)
class ReadReading:
    """What a file gave."""

    reading: Reading | None
    """The reading; None where its front matter could not be used."""
    problems: tuple[Problem, ...]
    """What is wrong in the file, in order of place."""


def read_reading(path: str, text: str) -> ReadReading:
    """Read the reading in `text`; `path` names it, its article and its reader."""
    source = source_of(path, text)
    if long := too_long(source):
        return ReadReading(None, long)
    front = read_front_matter(source, ReadingShape)
    body = cut(source, front.body_line)
    marked = assemble(body, source, front.body_line, quotation=False)
    unseen = character_problems(source)
    problems = ordered((*unseen, *front.problems, *marked.problems))
    shape, file = front.shape, PurePosixPath(path)
    if shape is None:
        return ReadReading(None, problems)
    reading = Reading(
        path=path,
        slug=file.parent.name,
        name=file.stem,
        reader=shape.reader,
        date=shape.date,
        codebook=shape.codebook,
        voices=tuple(
            Voice(name, v.name, v.role, v.kind, v.stake, v.note) for name, v in shape.voices.items()
        ),
        blocks=marked.blocks,
        statements=marked.statements,
        framing=marked.framing,
        cues=marked.cues,
        words=tuple(places_of_words(raw) for raw in body.blocks if not raw.note),
        keys=tuple((".".join(key), place) for key, place in front.places.items()),
    )
    return ReadReading(reading, problems)


def places_of_words(raw: RawBlock) -> tuple[Place, ...]:
    """Where each word of a block stands; nothing where signs of Markdown hide that."""
    seen = _NOT_TEXT.sub(lambda found: " " * len(found[0]), raw.stretch.text)
    places = tuple(raw.stretch.place(*found.span()) for found in WORD.finditer(seen))
    return places if len(places) == count(raw.flat.text.text) else ()


def as_read(article: Article, reading: Reading) -> Article:
    """The article as this reader marks it, with the reader's voices before those of its own.

    Of the article's voices and records only those stay that the reader uses.
    """
    own = {voice.id for voice in reading.voices}
    by = {voice for statement in reading.statements for voice in statement.voices} - own
    see = {record for statement in reading.statements for record in statement.records}
    return replace(
        article,
        path=reading.path,
        voices=(*reading.voices, *_named(article.voices, by)),
        records=tuple(record for record in article.records if record.id in see),
        missing=(),
        questions=(),
        frames=(),
        changes=(),
        decisions=(),
        annotators=(Annotator(reading.reader, reading.date),),
        codebook=reading.codebook,
        status="published",
        blocks=reading.blocks,
        statements=reading.statements,
        framing=reading.framing,
        cues=reading.cues,
        keys=reading.keys,
    )


def _named(voices: Iterable[Voice], ids: set[str]) -> tuple[Voice, ...]:
    return tuple(voice for voice in voices if voice.id in ids)
