"""The sites of hostile content, and a browser to open them in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.conftest import made_once
from tests.hostile.articles import Draft
from tests.hostile.payloads import every, sample
from tests.hostile.sites import Built, build_checked, build_past_check, drafts_of

SIZE = 15
"""So many payloads stand in one article in every place."""
FEW = 45
"""So many do in `make test`; all others stand in texts and notes there. `make test-long` has them all."""
ALONE = 4
"""So many have an article of their own besides, for the places that an article has once."""


def drafts() -> dict[str, Draft]:
    """What `make test` builds its sites of."""
    return drafts_of(sample(FEW), SIZE, sample(ALONE), every())


class _Files(SimpleHTTPRequestHandler):
    """Serves a folder as a server for static files does, and pages in Markdown as the HTML in them."""

    extensions_map = {  # noqa: RUF012
        **SimpleHTTPRequestHandler.extensions_map,
        ".md": "text/html; charset=utf-8",
        ".xml": "application/xml",
        ".xmi": "application/xml",
        ".json": "application/json",
        ".jsonl": "application/json",
        **dict.fromkeys((".csv", ".tsv", ".ann", ".conf"), "text/plain"),  # else they are saved
        ".svg": "image/svg+xml",
    }

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: the tests say what was wrong."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder, while a server gives out what is in it."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Files, directory=str(folder)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def past_check(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A site of hostile content with check switched off."""
    return made_once(
        tmp_path_factory, "past", lambda folder: build_past_check(folder, drafts(), every())
    )


@pytest.fixture(scope="session")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A site of the hostile content that check lets through."""
    return made_once(tmp_path_factory, "checked", lambda folder: build_checked(folder, drafts()))
