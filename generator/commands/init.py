"""`whosays init --empty`: a site of one's own."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.commands.shared import ROOT, count, project_of, shown
from generator.emptying import empty, emptying, lacking


@click.command()
@click.option("--empty", "wanted", is_flag=True, help="Take all that came with it out.")
@click.option("--yes", is_flag=True, help="Without asking.")
@ROOT
def init(wanted: bool, yes: bool, root: Path | None) -> None:
    """A site of one's own: articles, pairs, lessons and readings go, the codebook stays."""
    if not wanted:
        raise click.UsageError("say what to begin with: whosays init --empty")
    root = project_of(root)
    if missing := lacking(root):
        raise click.UsageError(f"{shown(root)} is not a project: it has no {missing}")
    found = emptying(root)
    for file in found.files:
        click.echo(f"  {shown(file)}")
    if found.files and not yes and not _agreed(f"Remove {count(len(found.files), 'file')}?"):
        click.echo("Nothing was removed.")
        sys.exit(1)
    empty(found)
    gone = f"{count(len(found.files), 'file')} removed. " if found.files else ""
    click.echo(f"{gone}Write your first article: whosays new my-article")


def _agreed(question: str) -> bool:
    """Ask; where nobody is there to answer, the answer is no."""
    try:
        return click.confirm(question)
    except click.Abort:
        click.echo("\nNobody is there to ask. Add --yes.", err=True)
        return False
