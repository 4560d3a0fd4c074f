"""`whosays check`: all problems, and their mending."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from generator import report
from generator.build import check as check_content
from generator.commands.fix import offer
from generator.commands.shared import (
    PATHS,
    ROOT,
    against_option,
    articles_at,
    count,
    echo,
    project_of,
    to_summary,
)
from generator.mend import mends


@click.command()
@PATHS
@ROOT
@click.option("--format", "shape", type=click.Choice(list(report.FORMATS)), default="text")
@click.option("--fix", "mend", is_flag=True, help="Mend what is certain, after showing it.")
@click.option("--yes", is_flag=True, help="With --fix: write without asking.")
@against_option("a published mark that is another one now needs an entry in `changes`.")
def check(
    paths: tuple[Path, ...],
    root: Path | None,
    shape: str,
    mend: bool,
    yes: bool,
    against: Path | None,
) -> None:
    """All problems, with place, the line, the fault underlined, and the mend."""
    root = project_of(root)
    chosen = articles_at(root, paths)
    if yes and not mend:
        raise click.UsageError("--yes goes with --fix")
    if mend:
        offer(mends(root, today=date.today(), paths=chosen), yes=yes, aside=shape != "text")
    checked = check_content(root, today=date.today(), paths=chosen, against=against)
    if shape != "text":
        echo(report.FORMATS[shape](checked.problems))
        if shape == "github":
            to_summary(report.github_summary(checked.problems))
    elif checked.problems:
        echo(report.text(checked.problems) + "\n")
    if shape == "text":
        errors = sum(problem.severity == "error" for problem in checked.problems)
        others = len(checked.content.readings)
        readings = f" and {count(others, 'reading')}" if others else ""
        click.echo(
            f"{count(len(checked.content.articles), 'article')}{readings} read: "
            f"{count(errors, 'error')}, "
            f"{count(len(checked.problems) - errors, 'warning')}."
        )
    sys.exit(0 if checked.ok else 1)
