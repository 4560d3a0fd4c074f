"""The command line: the door that prints."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

import click

from generator.commands.stopped import stoppable

COMMANDS = {
    "site": "site:site",
    "build": "build:build",
    "join": "join:join",
    "preview": "preview:preview",
    "check": "check:check",
    "new": "new:new",
    "draft": "draft:draft",
    "verify": "verify:verify",
    "stats": "stats:stats",
    "agree": "agree:agree",
    "blind": "blind:blind",
    "adjudicate": "adjudicate:adjudicate",
    "export": "exchange:export_",
    "import": "exchange:import_",
    "schema": "schema:schema",
    "init": "init:init",
}
"""Each command's module under `generator.commands`, and its name there."""


@contextmanager
def _unswept() -> Iterator[None]:
    """Load modules without looking for garbage among them, then or later: they stay."""
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        gc.enable()


class Commands(click.Group):
    """The commands, each loaded only when it is called: `preview` need not wait for the drafting."""

    def list_commands(self, _context: click.Context) -> list[str]:
        """All of them, in the order of a contributor's work."""
        return list(COMMANDS)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        """The command of that name, or None."""
        if name not in COMMANDS:
            return None
        module, _, called = COMMANDS[name].partition(":")
        with _unswept():
            found = getattr(import_module(f"generator.commands.{module}"), called)
        assert isinstance(found, click.Command)
        return found

    def invoke(self, context: click.Context) -> object:
        """Run what was called."""
        with stoppable():
            return super().invoke(context)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="who-says", prog_name="whosays")
def main() -> None:
    """Explain news articles: what each statement rests on, and where framing comes in."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that lacks a character shows a sign for it, and the command goes on.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
