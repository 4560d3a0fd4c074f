"""Content to docs pages: read, parse, check, analyse, page, render, write."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.analysis import analyse
from generator.checks import check_article
from generator.checks.context import Context
from generator.model import Place, Problem
from generator.pages import Library, pages
from generator.reading.files import Content, read_content
from generator.reading.problem import error, ordered
from generator.render import environment, render
from generator.write import Written, write_pages


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


def check(root: Path, *, today: date, paths: Iterable[Path] | None = None) -> Checked:
    """Read and check the articles at `paths` (all, if None) of the project at `root`."""
    content = read_content(root, paths)
    problems = list(content.problems)
    if content.codebook:
        context = Context(content.codebook, today)
        for article in content.articles:
            problems += check_article(article, context)
    return Checked(content, ordered(problems))


def build(root: Path, *, today: date) -> Outcome:
    """Make the docs pages of the project at `root`, all or none."""
    checked = check(root, today=today)
    codebook = checked.content.codebook
    if not checked.ok or codebook is None:
        return Outcome(checked.problems, None)
    published = [a for a in checked.content.articles if a.status == "published"]
    library = Library(tuple(analyse(article) for article in published), codebook)
    templates = environment(root / "templates")
    texts = {page.path: render(page, templates) for page in pages(library)}
    written = write_pages(root / "docs", texts)
    refused = tuple(
        error(
            "page-refused",
            Place(f"docs/{r.path}", 1, 1, 1, ""),
            r.why,
            "Then build again; nothing was written.",
        )
        for r in written.refused
    )
    return Outcome((*checked.problems, *refused), None if refused else written)
