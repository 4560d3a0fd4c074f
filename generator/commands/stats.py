"""`whosays stats`: the figures, or what changed in them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click
from rich.console import Console

from generator import summary, tables
from generator.analysis import analyse
from generator.analysis.figures import Analysed
from generator.build import Checked, check
from generator.commands.shared import (
    PATHS,
    ROOT,
    against_option,
    articles_at,
    echo,
    project_of,
    stop_on_errors,
)
from generator.compare import Compared, compare


@click.command()
@PATHS
@ROOT
@click.option(
    "--format", "shape", type=click.Choice(["table", "json", "markdown"]), default="table"
)
@against_option("only the articles that differ from it, with what their figures were.")
def stats(paths: tuple[Path, ...], root: Path | None, shape: str, against: Path | None) -> None:
    """The figures of articles: bases, voices, load, framing."""
    root = project_of(root)
    checked = check(root, today=date.today(), paths=articles_at(root, paths))
    stop_on_errors(checked)
    library = [analyse(article) for article in checked.content.articles]
    if against is not None:
        before = check(against, today=date.today())
        _show_changes(compare(library, _earlier(before, library if paths else None)), shape)
        read = (checked.content.articles, checked.content.readings, before.content.readings)
        if shape == "markdown" and (told := summary.readings_as_markdown(*read)):
            echo(f"\n{told}")
    elif shape == "table":
        Console().print(tables.as_tables(library))
    else:
        echo(tables.as_json(library) if shape == "json" else summary.as_markdown(library))


def _earlier(checked: Checked, library: list[Analysed] | None) -> list[Analysed]:
    """The articles of another copy that have no errors; of `library` alone, if it is given."""
    wrong = {p.place.path for p in checked.problems if p.severity == "error"}
    asked = {analysed.article.slug for analysed in library} if library is not None else None
    return [
        analyse(article)
        for article in checked.content.articles
        if article.path not in wrong and (asked is None or article.slug in asked)
    ]


def _show_changes(changes: tuple[Compared, ...], shape: str) -> None:
    if shape == "table":
        Console().print(tables.changes_as_tables(changes))
    elif shape == "json":
        echo(tables.changes_as_json(changes))
    else:
        echo(summary.changes_as_markdown(changes))
