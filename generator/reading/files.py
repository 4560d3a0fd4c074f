"""Reads the content folder: the one place where the pipeline takes from the disk."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from generator.model import Article, Codebook, Lesson, Pair, Place, Problem
from generator.reading.article import read_article
from generator.reading.codebook import read_codebook
from generator.reading.lesson import read_lesson
from generator.reading.pairs import read_pairs
from generator.reading.problem import error, ordered


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that contributors wrote."""

    articles: tuple[Article, ...]
    """By path; without those whose front matter could not be used."""
    codebook: Codebook | None
    """The definitions; None where they could not be used."""
    pairs: tuple[Pair, ...]
    """In the order of their file; without those that could not be used."""
    lessons: tuple[Lesson, ...]
    """By path; without those whose front matter could not be used."""
    problems: tuple[Problem, ...]
    """What reading found wrong, in order of place."""


def article_paths(root: Path) -> tuple[Path, ...]:
    """The article files of the project at `root`, in order of name."""
    return tuple(sorted((root / "content" / "articles").glob("*.md")))


def lesson_paths(root: Path) -> tuple[Path, ...]:
    """The lesson files of the project at `root`, in order of name; there may be none."""
    return tuple(sorted((root / "content" / "lessons").glob("*.md")))


def read_content(root: Path, paths: Iterable[Path] | None = None) -> Content:
    """Read the articles and lessons at `paths` of the project at `root`; all there is, if None."""
    reader = _Reader(root)
    lessons = {path.resolve() for path in lesson_paths(root)}
    chosen = (*article_paths(root), *lesson_paths(root)) if paths is None else paths
    for path in chosen:
        if path.resolve() in lessons:
            reader.lesson(path)
        else:
            reader.article(path)
    reader.codebook(root / "content" / "codebook.yml")
    pairs = root / "content" / "pairs.yml"
    if pairs.exists():
        reader.pairs(pairs)
    return reader.content()


@dataclass(slots=True)
class _Reader:
    """Collects what the files give, and what is wrong with them."""

    root: Path
    articles: list[Article] = field(default_factory=list)
    lessons: list[Lesson] = field(default_factory=list)
    definitions: Codebook | None = None
    found: tuple[Pair, ...] = ()
    problems: list[Problem] = field(default_factory=list)

    def article(self, path: Path) -> None:
        name, text = self.text(path)
        if text is not None:
            reading = read_article(name, text)
            self.problems += reading.problems
            self.articles += [reading.article] if reading.article else []

    def lesson(self, path: Path) -> None:
        name, text = self.text(path)
        if text is not None:
            reading = read_lesson(name, text)
            self.problems += reading.problems
            self.lessons += [reading.lesson] if reading.lesson else []

    def codebook(self, path: Path) -> None:
        name, text = self.text(path)
        if text is not None:
            reading = read_codebook(name, text)
            self.problems += reading.problems
            self.definitions = reading.codebook

    def pairs(self, path: Path) -> None:
        name, text = self.text(path)
        if text is not None:
            reading = read_pairs(name, text)
            self.problems += reading.problems
            self.found = reading.pairs

    def text(self, path: Path) -> tuple[str, str | None]:
        name = name_of(self.root, path)
        text, unreadable = read_text(path, name)
        self.problems += unreadable
        return name, text

    def content(self) -> Content:
        return Content(
            tuple(self.articles),
            self.definitions,
            self.found,
            tuple(self.lessons),
            ordered(self.problems),
        )


def read_text(path: Path, name: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of one file, or a problem; `name` is what the problem calls it."""
    top = Place(name, 1, 1, 1, "")
    try:
        raw = path.read_bytes()
    except OSError as fault:
        reason = fault.strerror or "unknown reason"
        return None, (
            error("unreadable", top, f"The file cannot be read: {reason}.", "Check its path."),
        )
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError as fault:
        line = raw[: fault.start].count(b"\n") + 1
        return None, (
            error(
                "not-utf-8",
                Place(name, line, 1, 1, ""),
                f"Line {line} has a letter that is not saved as UTF-8 (byte {raw[fault.start]:#04x}).",
                "Open the file in a text editor, and save it again with the encoding UTF-8.",
            ),
        )


def name_of(root: Path, path: Path) -> str:
    """The file as its contributor would name it, from the project's folder on."""
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return path.as_posix()
