"""Content to docs pages: read, parse, check, analyse, page, render, write."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment

from generator.addresses import read_addresses
from generator.analysis import analyse
from generator.analysis.figures import Analysed
from generator.checks import (
    check_against,
    check_article,
    check_codebook,
    check_lesson,
    check_library,
    check_reading,
)
from generator.checks.context import Context
from generator.gzipped import gzipped
from generator.model import Article, Codebook, Place, Problem
from generator.pages import Around, Library, around_of, collect, pages_of_article, pages_of_library
from generator.pages.lessons import by_level
from generator.reading.files import (
    Content,
    article_called,
    article_paths,
    read_content,
    read_text,
)
from generator.reading.problem import error, ordered
from generator.render import environment, render
from generator.write import Written, write_pages

if TYPE_CHECKING:
    from generator.dataset.piece import Piece

# The data set and the quiz files know every format there is. A command that makes neither, nor feeds and
# the workbench, such as `preview` or `check`, does not wait until they are loaded.


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a build went."""

    problems: tuple[Problem, ...]
    """All problems of all files, in order of place."""
    written: Written | None
    """What became of the pages; None where errors stopped the build before it wrote."""

    @property
    def ok(self) -> bool:
        """Whether the pages are written."""
        return self.written is not None


@dataclass(frozen=True, slots=True)
class Checked:
    """Content that was read and checked."""

    content: Content
    """What was read."""
    problems: tuple[Problem, ...]
    """All problems, in order of place."""

    @property
    def ok(self) -> bool:
        """Whether there is no error, warnings aside."""
        return not any(problem.severity == "error" for problem in self.problems)


def check(
    root: Path,
    *,
    today: date,
    paths: Iterable[Path] | None = None,
    against: Path | None = None,
) -> Checked:
    """Read and check what contributors wrote at `paths` of the project at `root`; everything, if None.

    `against` is another copy of the project, with what is published: no mark changes in silence.
    """
    content = read_content(root, paths)
    problems = list(content.problems)
    for lesson in content.lessons:
        problems += check_lesson(lesson)
    if content.codebook:
        context = Context(content.codebook, today)
        for article in content.articles:
            problems += check_article(article, context)
        problems += _of_readings(root, content, context)
        if against is not None:
            earlier = read_content(against, article_paths(against)).articles
            problems += check_against(content.articles, earlier, context)
        if paths is None:
            problems += check_codebook(content.codebook)
            problems += check_library(
                content.articles, content.codebook, content.pairs, content.lessons
            )
    return Checked(content, ordered(problems))


def _of_readings(root: Path, content: Content, context: Context) -> Iterator[Problem]:
    """The problems of readings, each beside its article, which need not be among those chosen."""
    known = [path.stem for path in article_paths(root)] if content.readings else []
    read = {article.slug: article for article in content.articles}
    for reading in content.readings:
        article = read.get(reading.slug) or article_called(root, reading.slug)
        yield from check_reading(reading, article, known, context)


def library_of(
    content: Content,
    codebook: Codebook,
    address: str = "",
    repository: str = "",
    packs: bool = False,
    workbench: bool = True,
) -> Library:
    """What is published of the content: drafts stay out, and pairs with a draft in them."""
    published = [analyse(article) for article in content.articles if article.status == "published"]
    around = around_of(
        codebook,
        address,
        content.pairs,
        by_level(content.lessons),
        repository,
        packs,
        published={analysed.article.slug: analysed for analysed in published},
        readings=tuple(content.readings),
        workbench=workbench,
    )
    return collect(published, around)


def build(root: Path, *, today: date, packs: bool = False) -> Outcome:
    """Make the docs pages of the project at `root`, all or none; `packs` says that they will be there."""
    checked = check(root, today=today)
    codebook = checked.content.codebook
    if not checked.ok or codebook is None:
        return Outcome(checked.problems, None)
    from generator.dataset.piece import piece
    from generator.runtime.engine import engine_files

    web = read_addresses(root, os.environ)
    library = library_of(checked.content, codebook, web.site, web.repository, packs, web.workbench)
    templates = environment(root / "templates")
    files: dict[str, str | bytes] = {}
    for analysed in library.whole.values():
        files |= files_of_article(analysed, library.around, templates)
        text, _ = read_text(root / analysed.article.path, analysed.article.path)
        files |= files_of_source(analysed.article, text or "", library.around)
    files |= files_of_library(library, templates)
    pieces = (piece(analysed.article) for analysed in library.whole.values())
    files |= files_of_data(pieces, library.around, templates)
    if web.workbench:
        files |= engine_files(root, os.environ)[0]
    written = write_pages(root / "docs", files)
    refused = tuple(page_refused(one.path, one.why) for one in written.refused)
    return Outcome((*checked.problems, *refused), None if refused else written)


def page_refused(path: str, why: str) -> Problem:
    """The problem of a page that cannot be written at its path under `docs/`."""
    hint = "Then build again; nothing was written."
    return error("page-refused", Place(f"docs/{path}", 1, 1, 1, ""), why, hint)


def files_of_article(
    analysed: Analysed, around: Around, templates: Environment
) -> dict[str, str | bytes]:
    """Give all files of one article, by their paths under `docs/`."""
    pages = {page.path: render(page, templates) for page in pages_of_article(analysed, around)}
    if not around.extras:
        return {**pages}
    from generator.quiz import quiz_files

    return {**pages, **quiz_files(analysed, around)}


def files_of_source(article: Article, text: str, around: Around) -> dict[str, str | bytes]:
    """Give the article's file itself, for the workbench to open; none where the site does without."""
    if not around.workbench:
        return {}
    return {f"articles/{article.slug}/source.gz": gzipped(text.encode("utf-8", "surrogatepass"))}


def files_of_library(library: Library, templates: Environment) -> dict[str, str | bytes]:
    """Give all files that are of no single article, by their paths under `docs/`."""
    from generator.feeds import feed_files

    pages = {page.path: render(page, templates) for page in pages_of_library(library)}
    return {**pages, **feed_files(library)}


def files_of_data(
    pieces: Iterable[Piece], around: Around, templates: Environment
) -> dict[str, str | bytes]:
    """Give the data set and the page that offers it, by their paths under `docs/`."""
    from generator.dataset.page import site_files

    files, page = site_files(pieces, around)
    return {**files, page.path: render(page, templates)}
