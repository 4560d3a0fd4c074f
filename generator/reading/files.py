"""Reads the content folder: the one place where the pipeline takes from the disk."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from generator.model import Article, Codebook, Lesson, Pair, Place, Problem, Reading
from generator.reading.article import read_article
from generator.reading.codebook import read_codebook
from generator.reading.lesson import read_lesson
from generator.reading.pairs import read_pairs
from generator.reading.paths import link_on_the_way, link_problem, links, same_addresses
from generator.reading.problem import error, ordered
from generator.reading.readings import read_reading


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
    readings: tuple[Reading, ...]
    """By path; without those whose front matter could not be used."""
    problems: tuple[Problem, ...]
    """What reading found wrong, in order of place."""


def article_paths(root: Path) -> tuple[Path, ...]:
    """The article files of the project at `root`, in order of name."""
    return _files(root / "content" / "articles")


def lesson_paths(root: Path) -> tuple[Path, ...]:
    """The lesson files of the project at `root`, in order of name; there may be none."""
    return _files(root / "content" / "lessons")


def reading_paths(root: Path) -> tuple[Path, ...]:
    """The readings by others in the project at `root`, in order of name; there may be none."""
    folders = sorted(one for one in (root / "content" / "readings").glob("*") if one.is_dir())
    return tuple(path for folder in folders for path in _files(folder))


def _files(folder: Path) -> tuple[Path, ...]:
    """Those that are no links: a link is a problem of its own, and leads nowhere."""
    try:
        with os.scandir(folder) as found:  # ten thousand: a glob asks the disk for each
            names = [one.name for one in found if one.name.endswith(".md") and not one.is_symlink()]
    except FileNotFoundError:
        return ()
    return tuple(folder / name for name in sorted(names))


def article_called(root: Path, slug: str) -> Article | None:
    """The article with this name in the project at `root`, whatever is wrong in it; None without one."""
    path = root / "content" / "articles" / f"{slug}.md"
    if path not in article_paths(root):
        return None
    name = name_of(root, path)
    text, _ = read_text(path, name)
    return read_article(name, text).article if text is not None else None


def read_content(root: Path, paths: Iterable[Path] | None = None) -> Content:
    """Read the articles, lessons and readings at `paths` of the project at `root`; all, if None."""
    reader = _Reader(root)
    lessons = {path.resolve() for path in lesson_paths(root)}
    readings = {path.resolve() for path in reading_paths(root)}
    every = (
        ()
        if paths is not None
        else (*article_paths(root), *lesson_paths(root), *reading_paths(root))
    )
    for path in every if paths is None else paths:
        if path.resolve() in lessons:
            reader.lesson(path)
        elif path.resolve() in readings:
            reader.reading(path)
        else:
            reader.article(path)
    if paths is None:
        reader.problems += (*links(root), *same_addresses(root, every))
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
    readings: list[Reading] = field(default_factory=list)
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

    def reading(self, path: Path) -> None:
        name, text = self.text(path)
        if text is not None:
            given = read_reading(name, text)
            self.problems += given.problems
            self.readings += [given.reading] if given.reading else []

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
        if link := link_on_the_way(self.root, path):
            self.problems.append(link_problem(self.root, link))
            return path.as_posix(), None
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
            tuple(self.readings),
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
    except (ValueError, RuntimeError):  # outside the project, or a circle of links
        return path.as_posix()
