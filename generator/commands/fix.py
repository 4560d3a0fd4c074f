"""What `whosays check --fix` says and asks before it writes."""

from __future__ import annotations

import sys
from functools import partial

import click

from generator.commands.shared import count
from generator.mend import Mend, diff, write_mends


def offer(found: tuple[Mend, ...], *, yes: bool, aside: bool) -> None:
    """Show the mends, ask, and write them; `aside` keeps all of it out of the command's output."""
    say = partial(click.echo, err=aside)
    if not found:
        say("There is nothing to mend that is certain.\n")
        return
    for mend in found:
        say(diff(mend) + "\n")
    what = f"{count(sum(m.changes for m in found), 'change')} in {count(len(found), 'file')}"
    if not yes and not _is_someone_there():
        say(f"{what}, not written: nobody is there to ask. Add --yes to write.\n")
    elif not yes and not click.confirm(f"Write {what}?", default=True, err=aside):
        say("Nothing was written.\n")
    elif changed := write_mends(found):
        say(f"Nothing was written: {', '.join(changed)} changed meanwhile. Run it again.\n")
    else:
        say(f"{what}, written.\n")


def _is_someone_there() -> bool:
    return sys.stdin.isatty()
