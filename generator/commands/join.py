"""`whosays join`: parts that were made elsewhere to one finished site."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.commands.engine import with_engine
from generator.commands.progress import progress
from generator.commands.shared import ROOT, project_of
from generator.commands.site import finish
from generator.publish.options import Options
from generator.publish.site import build_site


@click.command()
@click.argument(
    "parts",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="PARTS...",
)
@ROOT
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    help="Where the finished site goes; otherwise site/ in the project.",
)
def join(parts: tuple[Path, ...], root: Path | None, out: Path | None) -> None:
    """Parts of `build --shard` to a finished site, whole or not at all."""
    root = project_of(root)
    target = out or root / "site"
    with_engine(root)
    with progress("Joining the parts …") as say:
        outcome = build_site(root, target, Options(date.today(), parts=parts, say=say))
    finish(outcome, target)
