"""`whosays preview`: one article's page, at once."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from generator.commands.shared import ARTICLE, ROOT, project_of, show, shown
from generator.publish.preview import preview as preview_of


@click.command()
@ARTICLE
@ROOT
@click.option("--open", "opened", is_flag=True, help="Open it in the browser.")
def preview(article: Path, root: Path | None, opened: bool) -> None:
    """One article's page, at once."""
    found = preview_of(project_of(root), article, date.today())
    show(found.problems)
    if found.page is None:
        if found.engine:
            click.echo(found.engine.rstrip(), err=True)
        click.echo("There is no page to show.", err=True)
        sys.exit(1)
    click.echo(f"Open {shown(found.page)}")
    if opened:
        click.launch(found.page.resolve().as_uri())
