"""One file to one article and a list of problems: nothing raises, nothing prints."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.model import (
    Annotator,
    Article,
    Change,
    Decision,
    Missing,
    Original,
    Place,
    Problem,
    Question,
    Record,
    Voice,
)
from generator.reading.assembly import Text, assemble
from generator.reading.blocks import cut
from generator.reading.characters import with_characters
from generator.reading.front_matter import read_front_matter
from generator.reading.limits import too_long
from generator.reading.place import source_of
from generator.reading.problem import ordered
from generator.reading.schema import ArticleShape
from generator.reading.values import Path


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file gave."""

    article: Article | None
    """The article; None where its front matter could not be used."""
    problems: tuple[Problem, ...]
    """What is wrong in the file, in order of place."""


def read_article(path: str, text: str) -> Reading:
    """Read the article in `text`; `path` names it and gives its slug."""
    source = source_of(path, text)
    if long := too_long(source):
        return Reading(None, long)
    front = read_front_matter(source, ArticleShape)
    quotation = front.shape is not None and front.shape.rights == "quotation"
    body = assemble(cut(source, front.body_line), source, front.body_line, quotation)
    closed = all(problem.code != "front-matter-not-closed" for problem in front.problems)
    told = with_characters(source, front.problems)
    problems = (*told, *(body.problems if closed else ()))
    article = _article(path, front.shape, front.places, body) if front.shape else None
    return Reading(article, ordered(problems))


def _article(path: str, shape: ArticleShape, places: dict[Path, Place], body: Text) -> Article:
    original = shape.original
    return Article(
        path=path,
        slug=PurePosixPath(path).stem,
        title=shape.title,
        summary=shape.summary,
        original=Original(
            original.title,
            original.author,
            original.publisher,
            original.published,
            original.url or "",
            original.archived or "",
            original.accessed,
        ),
        rights=shape.rights,
        licence=shape.licence,
        language=shape.language,
        genre=shape.genre,
        invented=shape.invented,
        level=shape.level or "",
        topics=tuple(shape.topics),
        frames=tuple(shape.frames),
        voices=tuple(
            Voice(name, voice.name, voice.role, voice.kind, voice.stake, voice.note)
            for name, voice in shape.voices.items()
        ),
        records=tuple(
            Record(name, r.title, r.publisher, r.date, r.number, r.url or "", r.says)
            for name, r in shape.records.items()
        ),
        missing=tuple(Missing(m.what, m.why, m.at) for m in shape.missing),
        questions=tuple(Question(q.ask, q.standard, q.answer) for q in shape.questions),
        annotators=tuple(Annotator(a.name, a.date) for a in shape.annotators),
        event=shape.event or "",
        codebook=shape.codebook,
        changes=tuple(Change(c.date, c.what, c.by, c.at) for c in shape.changes),
        decisions=tuple(
            Decision(d.at, d.readings, d.decided, d.by, d.date, d.why) for d in shape.decisions
        ),
        status=shape.status,
        blocks=body.blocks,
        statements=body.statements,
        framing=body.framing,
        cues=body.cues,
        keys=tuple((".".join(key), place) for key, place in places.items()),
    )
