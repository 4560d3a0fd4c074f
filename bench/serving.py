"""A server that rebuilds what is saved: from the saved file to the page that a browser would get."""

from __future__ import annotations

import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from bench.measure import Failed, Run
from bench.plan import Plan, edit

PATIENCE = 900.0
"""Seconds to wait for something before it counts as stuck."""
_STEP = 0.01


def serving(plan: Plan, article: Path) -> Iterator[Run]:
    """Start what `make serve` starts, and save the article again and again."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    page = f"http://{address}/articles/{article.stem}/"
    command = (*plan.python, "mkdocs", "serve", "--dev-addr", address)
    server = subprocess.Popen(
        command,
        cwd=plan.project,
        env={**os.environ, "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(lambda: bool(_got(page)), server)
        time.sleep(1)  # its watch begins after its first page is there
        for number in range(plan.runs):
            mark = f"served {number}"
            edit(article, mark)
            began = time.perf_counter()
            wait_for(partial(_shows, page, f"again, {mark}."), server)
            yield Run(time.perf_counter() - began)
            time.sleep(1)
    finally:
        server.terminate()
        server.wait()


def wait_for(there: Callable[[], bool], server: subprocess.Popen[bytes]) -> None:
    """Look until it is there; `Failed` if the server ends, or nothing comes."""
    began = time.perf_counter()
    while not there():
        if server.poll() is not None:
            raise Failed(f"the server ended with {server.returncode}")
        if time.perf_counter() - began > PATIENCE:
            raise Failed("the edit never arrived")
        time.sleep(_STEP)


def _shows(page: str, words: str) -> bool:
    return words in _got(page)


def _got(page: str) -> str:
    """What a browser would get, or nothing yet."""
    try:
        with urllib.request.urlopen(page, timeout=PATIENCE) as answer:
            return str(answer.read().decode("utf-8"))
    except (urllib.error.URLError, OSError):
        return ""
