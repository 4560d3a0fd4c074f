"""What was written, and what could not be carried, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click

from generator import report
from generator.commands.shared import echo, shown
from generator.exchange.results import Loss
from generator.model import Problem

STRICT = click.option(
    "--strict", is_flag=True, help="Write nothing and end with 1 if anything would be lost."
)
FORMAT_OF_LIST = click.option(
    "--format",
    "shape",
    type=click.Choice(["text", "json"]),
    default="text",
    help="How to list what was written and what could not be carried.",
)


def show_carried(
    shape: str, paths: Sequence[Path], lost: Sequence[Loss], problems: Sequence[Problem] = ()
) -> None:
    """The files that were written, then the list of losses."""
    if shape == "json":
        value = {
            "written": [shown(path) for path in paths],
            "lost": [asdict(loss) for loss in lost],
            "problems": json.loads(report.as_json(problems)),
        }
        echo(json.dumps(value, ensure_ascii=False, indent=2))
        return
    lines = [f"Written: {shown(path)}" for path in paths] or ["Nothing was written."]
    if lost or paths:
        lines += ["", "Not carried:" if lost else "Everything was carried."]
    lines += (
        f"- {loss.kind}, {loss.count}: {loss.what} ({', '.join(map(_short, loss.examples))}"
        f"{', …' if loss.count > len(loss.examples) else ''})"
        for loss in lost
    )
    echo("\n".join(lines))


def _short(example: str) -> str:
    line = " ".join(example.split())
    return line if len(line) < 50 else f"{line[:48]}…"
