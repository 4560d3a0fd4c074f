"""The workbench's modules in a browser, on an empty page of a server that has nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import ROOT

MODULES = ROOT / "docs" / "assets" / "workbench"
HERE = Path(__file__).parent

Run = Callable[..., Any]
"""Runs a function of JavaScript, given `tools` (what random_edits.js exports) and a value."""


def skeleton(part: str) -> str:
    """What the workbench's page has of one of its parts before a script runs."""
    page = (ROOT / "templates" / "pages" / "workbench.md.j2").read_text(encoding="utf-8")
    return page.partition(f'<section id="{part}"')[2].partition(">")[2].partition("\n</section>")[0]


class _Modules(SimpleHTTPRequestHandler):
    """Serves the modules, what the tests share, and an empty page."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".js": "text/javascript"}

    def translate_path(self, path: str) -> str:
        folder = HERE if path.startswith("/random_edits.js") else MODULES
        return str(folder / Path(path.partition("?")[0]).name)

    def do_GET(self) -> None:
        if self.path.partition("?")[0] != "/":
            return super().do_GET()
        page = b"<!doctype html><html lang=en><title>Empty</title><link rel=icon href=data:,>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)
        return None

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: the tests say what was wrong."""


@pytest.fixture(scope="session")
def modules_url() -> Iterator[str]:
    """The address of an empty page, beside which the modules are."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Modules)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


def runner(page: Page) -> Run:
    """Runs functions of (tools, given) on a page."""

    def run_one(function: str, given: object = None) -> object:
        call = f"async given => ({function})(await import('/random_edits.js'), given)"
        return page.evaluate(call, given)

    return run_one


@pytest.fixture(scope="module")
def run(browser: Browser, modules_url: str) -> Iterator[Run]:
    """Runs functions on one page; none may leave a fault behind."""
    context = browser.new_context()
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(modules_url)
    yield runner(page)
    context.close()
    assert not faults
