"""`whosays site`: content to a finished site."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from generator.commands.engine import with_engine
from generator.commands.progress import JOBS, progress
from generator.commands.shared import ROOT, count, project_of, show, shown
from generator.publish.options import MOST_WITH_PACKS, Options, SiteOutcome
from generator.publish.site import build_site


@click.command()
@ROOT
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    help="Where the finished site goes; otherwise site/ in the project.",
)
@click.option(
    "--packs/--no-packs",
    default=None,
    help="Beside each article quiz files, and a zip for a room without a network; otherwise as long "
    f"as there are at most {MOST_WITH_PACKS} articles.",
)
@click.option(
    "--index/--no-index",
    default=True,
    help="The index of all words, which the search page needs, or not.",
)
@JOBS
@click.option("--cache/--no-cache", default=True, help="Carry over what has not changed, or not.")
def site(
    root: Path | None,
    out: Path | None,
    packs: bool | None,
    index: bool,
    jobs: int | None,
    cache: bool,
) -> None:
    """Content to a finished site, whole or not at all."""
    root = project_of(root)
    target = out or root / "site"
    with_engine(root)
    with progress("Building the site …") as say:
        options = Options(date.today(), packs=packs, index=index, jobs=jobs, cached=cache, say=say)
        outcome = build_site(root, target, options)
    finish(outcome, target)


def finish(outcome: SiteOutcome, target: Path) -> None:
    """Say how the building of a site went, and end with 1 where there is none."""
    show(outcome.content)
    if not outcome.ok:
        if outcome.problems:
            show(outcome.problems)
        elif outcome.fault:
            click.echo(outcome.engine.rstrip(), err=True)
        if outcome.fault:
            click.echo(f"No new site: {outcome.fault}.", err=True)
        sys.exit(1)
    for word in outcome.words:
        click.echo(word)
    click.echo(
        f"The site is ready: {count(outcome.pages, 'page')}. Open {shown(target / 'index.html')}"
    )
