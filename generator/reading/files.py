"""Reads the content folder: the one place where the pipeline takes from the disk."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.model import Article, Codebook, Place, Problem
from generator.reading.article import read_article
from generator.reading.codebook import read_codebook
from generator.reading.problem import error, ordered


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that contributors wrote."""

    articles: tuple[Article, ...]
    """By path; without those whose front matter could not be used."""
    codebook: Codebook | None
    """The definitions; None where they could not be used."""
    problems: tuple[Problem, ...]
    """What reading found wrong, in order of place."""


def article_paths(root: Path) -> tuple[Path, ...]:
    """The article files of the project at `root`, in order of name."""
    return tuple(sorted((root / "content" / "articles").glob("*.md")))


def read_content(root: Path, paths: Iterable[Path] | None = None) -> Content:
    """Read the codebook and the articles at `paths` (all, if None) of the project at `root`."""
    problems: list[Problem] = []
    articles: list[Article] = []
    for path in article_paths(root) if paths is None else paths:
        name = _name(root, path)
        text, unreadable = read_text(path, name)
        problems += unreadable
        if text is not None:
            reading = read_article(name, text)
            problems += reading.problems
            articles += [reading.article] if reading.article else []
    codebook_path = root / "content" / "codebook.yml"
    text, unreadable = read_text(codebook_path, _name(root, codebook_path))
    problems += unreadable
    codebook = None
    if text is not None:
        reading_of_codebook = read_codebook(_name(root, codebook_path), text)
        problems += reading_of_codebook.problems
        codebook = reading_of_codebook.codebook
    return Content(tuple(articles), codebook, ordered(problems))


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
                f"The file is not UTF-8 text: byte {raw[fault.start]:#04x} in line {line}.",
                "Save it again as UTF-8.",
            ),
        )


def _name(root: Path, path: Path) -> str:
    """The file as its contributor would name it, from the project's folder on."""
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return path.as_posix()
