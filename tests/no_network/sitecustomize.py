"""Python without a network, for this process and its children: each try is written down and fails."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path
from typing import Any, NoReturn

_LOG = os.environ["WHOSAYS_TRIED"]
_LOCAL = {getattr(socket, "AF_UNIX", None)}
"""Between processes of one machine; nothing leaves it."""


def _tried(event: str, arguments: tuple[Any, ...]) -> None:
    if event in ("socket.connect", "socket.sendto", "socket.bind"):
        if arguments[0].family not in _LOCAL:
            _refuse(event, arguments[1:])
    elif event in ("socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"):
        _refuse(event, arguments)


def _refuse(event: str, arguments: tuple[Any, ...]) -> NoReturn:
    with Path(_LOG).open("a", encoding="utf-8") as log:
        log.write(f"{event} {arguments!r}\n")
    raise OSError(f"no network here: {event}")


sys.addaudithook(_tried)
