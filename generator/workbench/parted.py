"""A file taken apart, with its front matter remembered: while somebody marks, it seldom changes."""

from __future__ import annotations

from functools import lru_cache

from generator.model import Problem
from generator.reading.article import Parts, article_front, read_parts
from generator.reading.front_matter import FrontMatter
from generator.reading.limits import too_long
from generator.reading.place import Source, source_of
from generator.reading.schema import ArticleShape


@lru_cache(maxsize=4)
def parted(path: str, text: str) -> Parts | tuple[Problem, ...]:
    """Take the article in `text` apart, or say why it is too long for that."""
    source = source_of(path, text)
    return too_long(source) or read_parts(source, _remembered)


def _remembered(source: Source) -> FrontMatter[ArticleShape]:
    end = next((n for n, line in enumerate(source.lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        return article_front(source)
    return _front(source.path, source.lines[: end + 1])


@lru_cache(maxsize=8)
def _front(path: str, lines: tuple[str, ...]) -> FrontMatter[ArticleShape]:
    return article_front(Source(path, lines))
