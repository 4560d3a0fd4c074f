"""`whosays schema`: what editors help by."""

from __future__ import annotations

import click

from generator.commands.shared import echo
from generator.schemas import SCHEMAS
from generator.schemas import schema as schema_of


@click.command()
@click.argument("name", type=click.Choice(SCHEMAS), default=SCHEMAS[0])
def schema(name: str) -> None:
    """The JSON Schema of the front matter of articles or lessons, of the codebook or of pairs."""
    echo(schema_of(name))
