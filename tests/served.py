"""A folder, given out on this machine as a server for static files does."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit


class _Files(SimpleHTTPRequestHandler):
    """Serves the files of a folder below a path, and nothing anywhere else."""

    def __init__(self, *given: Any, below: str, types: Mapping[str, str], **others: Any) -> None:  # noqa: ANN401
        self.below = below
        self.extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **types}
        super().__init__(*given, **others)

    def translate_path(self, path: str) -> str:
        inside = urlsplit(path).path.startswith(self.below)
        return super().translate_path(path[len(self.below) - 1 :] if inside else "/nowhere")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: the tests say what was wrong."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that goes before it has all: its window was closed."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def served(folder: Path, below: str = "/", types: Mapping[str, str] | None = None) -> Iterator[str]:
    """The address of a folder, while a server gives out what is in it.

    `types` are the media types of some endings, where these are not the usual ones.
    """
    files = partial(_Files, directory=str(folder), below=below, types=types or {})
    server = _Server(("127.0.0.1", 0), files)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}{below}"
    server.shutdown()
    server.server_close()
    thread.join()
