"""`whosays verify`: the annotation beside the original."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.commands.shared import ARTICLE, ROOT, one_article, project_of, show
from generator.reading.files import read_text
from generator.verify import verify as verify_article


@click.command()
@ARTICLE
@click.option(
    "--original",
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The text that was annotated, as plain text. It is read and stored nowhere.",
)
@ROOT
def verify(article: Path, original: Path, root: Path | None) -> None:
    """Confirm that each verbatim phrase stands in the original, and that nothing is left out."""
    read = one_article(project_of(root), article)
    text, unreadable = read_text(original, original.as_posix())
    if text is None:
        show(unreadable)
        sys.exit(1)
    outcome = verify_article(read, original.as_posix(), text)
    show(outcome.problems)
    what = "verbatim phrases" if read.rights == "quotation" else "statements"
    click.echo(
        f"{outcome.found} of {outcome.phrases} {what} stand in the original, in order.\n"
        f"{outcome.covered} of {outcome.sentences} sentences of the original are covered."
    )
    sys.exit(1 if outcome.problems else 0)
