"""One file to one article and a list of problems: nothing raises, nothing prints."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.model import (
    Annotator,
    Article,
    Change,
    Decision,
    Missing,
    Original,
    Problem,
    Question,
    Record,
    Voice,
)
from generator.reading.assembly import Text, assemble
from generator.reading.blocks import Body, cut
from generator.reading.characters import with_characters
from generator.reading.front_matter import FrontMatter, read_front_matter
from generator.reading.limits import too_long
from generator.reading.place import Source, source_of
from generator.reading.problem import ordered
from generator.reading.schema import ArticleShape


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file gave."""

    article: Article | None
    """The article; None where its front matter could not be used."""
    problems: tuple[Problem, ...]
    """What is wrong in the file, in order of place."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A file taken apart."""

    source: Source
    """Its lines."""
    front: FrontMatter[ArticleShape]
    """What stands before the text."""
    body: Body
    """The text's blocks and notes, as they are written."""
    text: Text
    """The same put together, with the marks."""
    problems: tuple[Problem, ...]
    """What is wrong in the file, in order of place."""


FrontOf = Callable[[Source], FrontMatter[ArticleShape]]
"""Reads the front matter of an article."""


def read_article(path: str, text: str) -> Reading:
    """Read the article in `text`; `path` names it and gives its slug."""
    source = source_of(path, text)
    if long := too_long(source):
        return Reading(None, long)
    parts = read_parts(source, article_front)
    shape = parts.front.shape
    return Reading(article_of(parts, shape) if shape else None, parts.problems)


def article_front(source: Source) -> FrontMatter[ArticleShape]:
    """Read the front matter of an article."""
    return read_front_matter(source, ArticleShape)


def read_parts(source: Source, front_of: FrontOf) -> Parts:
    """Take a file apart that is not too long; `front_of` reads, or remembers, its front matter."""
    front = front_of(source)
    quotation = front.shape is not None and front.shape.rights == "quotation"
    body = cut(source, front.body_line)
    text = assemble(body, source, front.body_line, quotation)
    closed = all(problem.code != "front-matter-not-closed" for problem in front.problems)
    told = with_characters(source, front.problems)
    problems = ordered((*told, *(text.problems if closed else ())))
    return Parts(source, front, body, text, problems)


def article_of(parts: Parts, shape: ArticleShape) -> Article:
    """Put an article together, with what its front matter says."""
    path, body, original = parts.source.path, parts.text, shape.original
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
        keys=tuple((".".join(key), place) for key, place in parts.front.places.items()),
    )
