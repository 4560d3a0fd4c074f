"""What the commands share: the project they work on, and how they print."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import click

from generator import report
from generator.build import Checked, check
from generator.model import Article, Problem
from generator.reading.files import article_paths, lesson_paths, reading_paths

Command = TypeVar("Command", bound=Callable[..., object])

ROOT = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=None,
    help="The project's folder; otherwise the nearest one above that has content/.",
)
PATHS = click.argument(
    "paths", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[PATHS]..."
)
ARTICLE = click.argument(
    "article", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="ARTICLE"
)


def other_copy(
    _context: click.Context, _option: click.Parameter, given: Path | None
) -> Path | None:
    """Another copy of the project, such as that of the main branch, if one was named."""
    if given is not None and not (given / "content" / "articles").is_dir():
        raise click.UsageError(f"{shown(given)} has no content/articles/")
    return given


def against_option(what: str) -> Callable[[Command], Command]:
    """The option for another copy of the project; `what` says what it is for."""
    return click.option(
        "--against",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        callback=other_copy,
        help=f"Another copy of the project, such as that of the main branch: {what}",
    )


def project_of(given: Path | None) -> Path:
    """The project's folder: the one that was named, or the nearest above with content/."""
    if given:
        return given
    here = Path.cwd()
    found = next((p for p in (here, *here.parents) if (p / "content" / "articles").is_dir()), None)
    if found is None:
        raise click.UsageError("no content/articles/ here or above; name the project with --root")
    return found


def articles_at(root: Path, paths: tuple[Path, ...]) -> tuple[Path, ...] | None:
    """The articles, lessons and readings that `paths` name, folders opened; None for all there are."""
    if not paths:
        return None
    every = (*article_paths(root), *lesson_paths(root), *reading_paths(root))
    known = {path.resolve(): path for path in every}
    chosen: dict[Path, None] = {}
    for path in paths:
        inside = sorted(path.rglob("*.md")) if path.is_dir() else [path]
        if path.is_dir() and any(p.resolve() in known for p in inside):
            inside = [p for p in inside if p.resolve() in known]
        chosen |= dict.fromkeys(p for p in inside if p.suffix == ".md")
    return tuple(chosen)


def one_article(root: Path, path: Path) -> Article:
    """The article in the file at `path`; its errors end the command."""
    checked = check(root, today=date.today(), paths=(path,))
    stop_on_errors(checked)
    if not checked.content.articles:
        raise click.UsageError(f"{shown(path)} is not an article")
    return checked.content.articles[0]


def stop_on_errors(checked: Checked) -> None:
    """Show all problems and end with 1, if there is an error among them."""
    if not checked.ok:
        show(checked.problems)
        sys.exit(1)


def show(problems: tuple[Problem, ...]) -> None:
    """Problems for people, beside the command's own output."""
    if problems:
        click.echo(report.text(problems) + "\n", err=True)


def echo(text: str) -> None:
    """A text with one line break at its end; nothing for an empty one."""
    click.echo(text, nl=not text.endswith("\n") or not text)


def to_summary(text: str) -> None:
    """Add to the summary of a workflow's step, where one runs."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not text or not path:
        return
    try:
        with Path(path).open("a", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as fault:
        click.echo(f"No summary: {fault.strerror or 'it cannot be written'}.", err=True)


def shown(path: Path) -> str:
    """A path as short as it can be said from here."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except (ValueError, RuntimeError):  # elsewhere, or a circle of links
        return path.as_posix()


def count(number: int, what: str) -> str:
    """`1 error`, `2 errors`."""
    return f"{number} {what}{'' if number == 1 else 's'}"
