"""`whosays build`: content to docs pages."""

from __future__ import annotations

import re
import sys
from datetime import date
from pathlib import Path

import click

from generator.build import build as build_pages
from generator.commands.engine import with_engine
from generator.commands.progress import JOBS, progress
from generator.commands.shared import ROOT, count, project_of, show, shown
from generator.publish.options import Options
from generator.publish.shard import make_part


def _shard(
    _context: click.Context, _option: click.Parameter, given: str | None
) -> tuple[int, int] | None:
    """Which part of how many: `2/3`."""
    if given is None:
        return None
    found = re.fullmatch(r"([1-9]\d*)/([1-9]\d*)", given)
    if not found or int(found[1]) > int(found[2]):
        raise click.BadParameter("which part of how many, as in 1/3, 2/3 and 3/3")
    return int(found[1]), int(found[2])


@click.command()
@ROOT
@click.option(
    "--shard",
    callback=_shard,
    metavar="I/N",
    help="In place of docs pages the I-th of N parts of the finished site, for `whosays join`.",
)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="With --shard: the part's folder; otherwise part-I.",
)
@JOBS
def build(
    root: Path | None, shard: tuple[int, int] | None, out: Path | None, jobs: int | None
) -> None:
    """Content to docs pages only, for any engine; or a part of a large library's site."""
    root = project_of(root)
    if shard:
        _part(root, shard, out or root / f"part-{shard[0]}", jobs)
        return
    if out or jobs:
        raise click.UsageError("--out and --jobs go with --shard")
    with_engine(root)
    outcome = build_pages(root, today=date.today())
    show(outcome.problems)
    if outcome.written is None:
        click.echo("Nothing was written.", err=True)
        sys.exit(1)
    written = outcome.written
    click.echo(
        f"{len(written.written)} pages written, {len(written.removed)} removed, "
        f"{len(written.unchanged)} unchanged."
    )


def _part(root: Path, shard: tuple[int, int], folder: Path, jobs: int | None) -> None:
    with progress("Making the part …") as say:
        outcome = make_part(root, folder, *shard, Options(date.today(), jobs=jobs, say=say))
    show(outcome.content)
    if not outcome.ok:
        if outcome.fault:
            click.echo(f"{outcome.engine.rstrip()}\nNo part: {outcome.fault}.", err=True)
        sys.exit(1)
    click.echo(f"{count(outcome.made, 'article')} in {shown(folder)}, for whosays join.")
