"""What a build reads at once: all but the articles, and those articles that pairs, lessons and readings take apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.analysis import analyse
from generator.analysis.figures import Analysed
from generator.build import check
from generator.checks import check_article, check_codebook
from generator.checks.context import Context
from generator.model import Article, Codebook, Lesson, Pair, Problem, Reading
from generator.pages.lessons import by_level
from generator.reading.article import Reading as ReadArticle
from generator.reading.article import read_article
from generator.reading.files import article_paths, lesson_paths, name_of, read_text, reading_paths
from generator.reading.problem import ordered


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the articles."""

    today: date
    """The day of the checks."""
    files: tuple[Path, ...]
    """The files of all articles, in order of name."""
    codebook: Codebook | None
    """The definitions; None where they could not be used."""
    pairs: tuple[Pair, ...]
    """In the order of their file."""
    lessons: tuple[Lesson, ...]
    """In the order in which lists show them."""
    readings: tuple[Reading, ...]
    """What other readers marked, in the order of their files."""
    articles: dict[str, Article]
    """The articles of pairs, lessons and readings, by slug."""
    published: dict[str, Analysed]
    """Those of them that are published and have no errors."""
    problems: tuple[Problem, ...]
    """What is wrong in all this, but for the articles themselves."""


def read_beside(root: Path, today: date, files: tuple[Path, ...] | None = None) -> Beside:
    """Read the project at `root` but for most of its articles; for a look at these files alone, if not None.

    Such a look does not check what the definitions themselves say.
    """
    every = article_paths(root)
    paths = (*lesson_paths(root), *reading_paths(root))
    checked = check(root, today=today, paths=paths)
    content = checked.content
    wanted = {slug for pair in content.pairs for slug in pair.articles}
    wanted |= {slug for lesson in content.lessons for slug in lesson.articles}
    wanted |= {reading.slug for reading in content.readings}
    taken = tuple(path for path in every if path.stem in wanted)
    read = [reading for path in taken if (reading := _read(root, path))]
    articles = {reading.article.slug: reading.article for reading in read if reading.article}
    problems = [*checked.problems]
    if content.codebook and files is None:
        problems += check_codebook(content.codebook)
    return Beside(
        today,
        every if files is None else files,
        content.codebook,
        content.pairs,
        by_level(content.lessons),
        tuple(content.readings),
        articles,
        {one.slug: analyse(one) for one in _sound(read, content.codebook, today)},
        ordered(problems),
    )


def first_published(root: Path, beside: Beside) -> tuple[Analysed, ...]:
    """Give the first article that is published and has no errors; or none."""
    for file in beside.files:
        if reading := _read(root, file):
            for article in _sound([reading], beside.codebook, beside.today):
                return (analyse(article),)
    return ()


def _read(root: Path, file: Path) -> ReadArticle | None:
    name = name_of(root, file)
    text, _ = read_text(file, name)
    return None if text is None else read_article(name, text)


def _sound(
    readings: Iterable[ReadArticle], book: Codebook | None, today: date
) -> Iterator[Article]:
    """What is published of articles: those with errors cannot be taken apart, and stop the build later."""
    for reading in readings:
        article = reading.article
        if book and article and article.status == "published":
            problems = (*reading.problems, *check_article(article, Context(book, today)))
            if not any(problem.severity == "error" for problem in problems):
                yield article
