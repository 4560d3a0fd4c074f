"""How a command ends that somebody stops: it tidies up, says so in a line, and gives the usual code."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import click

_BY_KEYBOARD, _BY_SYSTEM = 130, 143
"""128 and the signal's number, as shells have it."""


class _Ended(BaseException):
    """The system asks the command to end."""


@contextmanager
def stoppable() -> Iterator[None]:
    """Let an interrupt or a request to end unwind what is going on, and end the command."""

    def end(_number: int, _frame: FrameType | None) -> None:
        raise _Ended

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    except (KeyboardInterrupt, _Ended) as error:
        click.echo("Stopped. Nothing half done is left.", err=True)
        sys.exit(_BY_SYSTEM if isinstance(error, _Ended) else _BY_KEYBOARD)
    finally:
        signal.signal(signal.SIGTERM, before)
