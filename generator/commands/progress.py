"""How far a long command is: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from generator.publish.options import Say

JOBS = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=None,
    help="How many processes make articles; otherwise as many as the machine has cores.",
)

_SECONDS = 2.0
"""What takes no longer than this needs no bar."""
_BETWEEN = 10.0
"""So far apart, in seconds, are the lines where there is no terminal."""


@contextmanager
def progress(title: str) -> Iterator[Say]:
    """Give what to tell how far a command is; it shows only once that takes over two seconds."""
    console = Console(stderr=True)
    columns = (TextColumn(title), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    bar = Progress(*columns, console=console, transient=True)
    begun = said = time.monotonic()
    task = bar.add_task(title, total=None, visible=False)

    def say(what: str, done: int, total: int) -> None:
        nonlocal said
        now = time.monotonic()
        if now - begun < _SECONDS:
            return
        if console.is_terminal:
            bar.update(task, completed=done, total=total, visible=True)
        elif now - said >= _BETWEEN:
            said = now
            console.print(f"{title} {done} of {total} {what}")

    if not console.is_terminal:
        yield say
        return
    with bar:
        yield say
