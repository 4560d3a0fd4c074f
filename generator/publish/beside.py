"""What a build reads at once: all but the articles, and those articles that pairs and lessons take apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.analysis import analyse
from generator.analysis.figures import Analysed
from generator.build import check
from generator.checks import check_codebook
from generator.model import Article, Codebook, Lesson, Pair, Problem
from generator.pages.lessons import by_level
from generator.reading.files import article_paths, lesson_paths, read_content, reading_paths
from generator.reading.problem import ordered


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the articles."""

    files: tuple[Path, ...]
    """The files of all articles, in order of name."""
    codebook: Codebook | None
    """The definitions; None where they could not be used."""
    pairs: tuple[Pair, ...]
    """In the order of their file."""
    lessons: tuple[Lesson, ...]
    """In the order in which lists show them."""
    articles: dict[str, Article]
    """The articles of pairs and lessons, by slug."""
    published: dict[str, Analysed]
    """Those of them that are published."""
    problems: tuple[Problem, ...]
    """What is wrong in all this, but for the articles themselves."""


def read_beside(root: Path, today: date, files: tuple[Path, ...] | None = None) -> Beside:
    """Read the project at `root` but for most of its articles: of these files, if not of all."""
    every = article_paths(root)
    files = every if files is None else files
    paths = (*lesson_paths(root), *reading_paths(root))
    checked = check(root, today=today, paths=paths)
    content = checked.content
    wanted = {slug for pair in content.pairs for slug in pair.articles}
    wanted |= {slug for lesson in content.lessons for slug in lesson.articles}
    taken = tuple(path for path in every if path.stem in wanted)
    articles = {one.slug: one for one in read_content(root, taken).articles}
    problems = [*checked.problems]
    if content.codebook:
        problems += check_codebook(content.codebook)
    return Beside(
        files,
        content.codebook,
        content.pairs,
        by_level(content.lessons),
        articles,
        {slug: analyse(one) for slug, one in articles.items() if one.status == "published"},
        ordered(problems),
    )


def first_published(root: Path, files: Iterable[Path]) -> tuple[Analysed, ...]:
    """Give the first article of these files that is published and can be read; or none."""
    for file in files:
        found = read_content(root, (file,))
        if found.articles and found.articles[0].status == "published" and not found.problems:
            return (analyse(found.articles[0]),)
    return ()
