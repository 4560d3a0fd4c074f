"""`whosays new`: a skeleton to fill in."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import click

from generator.commands.shared import ROOT, project_of, shown
from generator.reading.paths import link_on_the_way
from generator.skeleton import skeleton


@click.command()
@click.argument("slug")
@ROOT
def new(slug: str, root: Path | None) -> None:
    """A commented skeleton that passes `check` once it is filled in."""
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", slug) or len(slug) > 80:
        raise click.BadParameter(
            "at most 80 small letters, digits and hyphens, beginning with a letter: changing-sides",
            param_hint="SLUG",
        )
    root = project_of(root)
    path = root / "content" / "articles" / f"{slug}.md"
    if link := link_on_the_way(root, path):
        raise click.UsageError(f"{shown(link.parent)}/{link.name} is a symbolic link")
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(skeleton(date.today()))
    except FileExistsError:
        raise click.BadParameter(f"{shown(path)} exists already", param_hint="SLUG") from None
    click.echo(f"Fill in {shown(path)}, then run: whosays check {shown(path)}")
