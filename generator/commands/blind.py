"""`whosays blind`: the bare text of an article, to be marked by somebody else."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from generator.blind import blind as blind_text
from generator.build import check
from generator.commands.new_files import write_new
from generator.commands.shared import ROOT, echo, project_of, shown, stop_on_errors
from generator.reading.files import article_paths


@click.command()
@click.argument("slug")
@ROOT
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A new file; otherwise the text is printed.",
)
def blind(slug: str, root: Path | None, output: Path | None) -> None:
    """The bare text of the article SLUG, to be marked by somebody who has not seen its marks."""
    root = project_of(root)
    checked = check(root, today=date.today(), paths=(path_of(root, slug),))
    stop_on_errors(checked)
    codebook = checked.content.codebook
    assert codebook is not None  # without one there is an error
    text = blind_text(checked.content.articles[0], codebook.version)
    if output is None:
        echo(text)
        sys.exit()
    (path,) = write_new(output, {output.name: text.encode("utf-8")})
    click.echo(f"Mark {shown(path)}, then run: whosays check")


def path_of(root: Path, slug: str) -> Path:
    """The file of the article with this name; a whole path is one too."""
    for path in article_paths(root):
        if slug in (path.stem, path.name) or Path(slug).resolve() == path.resolve():
            return path
    raise click.BadParameter(f"there is no article {slug}", param_hint="SLUG")
