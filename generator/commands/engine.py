"""What the workbench runs on, fetched before the first build of a site."""

from __future__ import annotations

import os
from pathlib import Path

import click

from generator.runtime.engine import prepare


def with_engine(root: Path) -> None:
    """Fetch it for the project at `root` if it is not there; a line where that cannot be."""
    if fault := prepare(root, os.environ, click.echo):
        click.echo(f"The workbench will be without checks: {fault}.", err=True)
