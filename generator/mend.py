"""Mends files: reads each, fixes what is certain, and shows what would change."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import BaseModel

from generator.checks import check_article, check_lesson, check_reading
from generator.checks.context import Context
from generator.fixes import Look, fix
from generator.model import Problem
from generator.reading.article import read_article
from generator.reading.codebook import read_codebook
from generator.reading.files import (
    article_called,
    article_paths,
    lesson_paths,
    name_of,
    read_content,
    read_text,
    reading_paths,
)
from generator.reading.lesson import read_lesson
from generator.reading.pairs import read_pairs
from generator.reading.reading_schema import ReadingShape
from generator.reading.readings import read_reading
from generator.reading.schema import ArticleShape
from generator.reading.teaching_schema import LessonShape
from generator.write import replace_files


@dataclass(frozen=True, slots=True)
class Mend:
    """One file with its mends."""

    path: Path
    """The file itself, links followed."""
    name: str
    """The file, as its contributor would name it."""
    before: str
    """Its text as it stands on the disk."""
    after: str
    """Its text with the mends."""
    changes: int
    """How many mends there are."""


def mends(root: Path, *, today: date, paths: Iterable[Path] | None = None) -> tuple[Mend, ...]:
    """What can be mended in the files at `paths` of the project at `root`; in all of them, if None."""
    codebook = read_content(root, ()).codebook
    context = Context(codebook, today) if codebook else None
    lessons = {path.resolve() for path in lesson_paths(root)}
    extra = [root / "content" / name for name in ("codebook.yml", "pairs.yml")]
    every = (*article_paths(root), *lesson_paths(root), *reading_paths(root), *extra)
    chosen = every if paths is None else tuple(paths)
    readings = {path.resolve() for path in reading_paths(root)}
    found: list[Mend] = []
    for path in dict.fromkeys(path.resolve() for path in chosen):
        name = name_of(root, path)
        text, _ = read_text(path, name)
        if text is None:
            continue
        look, shape = (
            _way_of_reading(root, path, name, context)
            if path in readings
            else _way(path, name, lessons, context)
        )
        fixed = fix(text, look, shape)
        if fixed.text != text:
            found.append(Mend(path, name, text, fixed.text, fixed.changes))
    return tuple(found)


def _way(
    path: Path, name: str, lessons: set[Path], context: Context | None
) -> tuple[Look, type[BaseModel] | None]:
    """How a file is read and checked, and which keys its front matter has."""

    def article(text: str) -> tuple[Problem, ...]:
        reading = read_article(name, text)
        checked = reading.article and context and check_article(reading.article, context)
        return (*reading.problems, *(checked or ()))

    def lesson(text: str) -> tuple[Problem, ...]:
        reading = read_lesson(name, text)
        return (*reading.problems, *(check_lesson(reading.lesson) if reading.lesson else ()))

    if path.name == "codebook.yml":
        return lambda text: read_codebook(name, text).problems, None
    if path.name == "pairs.yml":
        return lambda text: read_pairs(name, text).problems, None
    return (lesson, LessonShape) if path in lessons else (article, ArticleShape)


def _way_of_reading(
    root: Path, path: Path, name: str, context: Context | None
) -> tuple[Look, type[BaseModel]]:
    """The same for a reading, which is checked beside its article."""
    beside = article_called(root, path.parent.name)

    def reading(text: str) -> tuple[Problem, ...]:
        given = read_reading(name, text)
        if given.reading is None or beside is None or context is None:
            return given.problems
        return (*given.problems, *check_reading(given.reading, beside, [beside.slug], context))

    return reading, ReadingShape


def diff(mend: Mend) -> str:
    """What would change in a file, line by line, as other tools show it."""
    before, after = map(_lines, (mend.before, mend.after))
    return "\n".join(difflib.unified_diff(before, after, mend.name, mend.name, lineterm=""))


def _lines(text: str) -> list[str]:
    lines = re.split(r"\r\n|\r|\n", text)
    return lines if lines[-1] else lines[:-1]


def write_mends(found: Iterable[Mend]) -> tuple[str, ...]:
    """Write the mends, all or none; names the files that changed meanwhile, and then writes none."""
    ready = tuple(found)
    changed = tuple(m.name for m in ready if m.path.read_bytes() != m.before.encode("utf-8"))
    if not changed:
        replace_files({mend.path: mend.after.encode("utf-8") for mend in ready})
    return changed
