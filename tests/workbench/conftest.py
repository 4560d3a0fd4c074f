"""The workbench's modules in a browser, on an empty page of a server that has nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Page

from generator.pages import Around, collect
from generator.pages.workbench import workbench_pages
from generator.render import environment, render
from tests import sample
from tests.conftest import ROOT

MODULES = ROOT / "docs" / "assets" / "workbench"
HERE = Path(__file__).parent

Run = Callable[..., Any]
"""Runs a function of JavaScript, given `tools` (what random_edits.js exports) and a value."""


def skeleton(part: str) -> str:
    """What the workbench's page has of one of its parts before a script runs."""
    return (
        rendered()
        .partition(f'<section id="{part}"')[2]
        .partition(">")[2]
        .partition("\n</section>")[0]
    )


def templates() -> str:
    """What its scripts copy, of whatever part."""
    return "".join(re.findall(r"<template id=\"(?!one-of).*?</template>", rendered(), re.DOTALL))


@cache
def rendered() -> str:
    """The workbench's page, as its template gives it."""
    page, _ = workbench_pages(collect([], Around(sample.codebook())))
    return render(page, environment(ROOT / "templates"))


EMPTY = b"<!doctype html><html lang=en><title>Empty</title><link rel=icon href=data:,>"


def taught() -> str:
    """The module that says the words, which main.js gives them on the page, with its words."""
    words = (MODULES / "words.json").read_text(encoding="utf-8")
    return (MODULES / "say.js").read_text(encoding="utf-8") + f"learn({words});\n"


class _Modules(SimpleHTTPRequestHandler):
    """Serves the modules, what the tests share, and an empty page."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".js": "text/javascript"}

    def translate_path(self, path: str) -> str:
        folder = HERE if path.startswith("/random_edits.js") else MODULES
        return str(folder / Path(path.partition("?")[0]).name)

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path == "/":
            return self._send(EMPTY, "text/html; charset=utf-8")
        if path == "/say.js":
            return self._send(taught().encode(), "text/javascript; charset=utf-8")
        return super().do_GET()

    def _send(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

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


@pytest.fixture(scope="session")
def lent(browser: Browser) -> Iterator[Page]:
    """One window for the tests that need no other: a new one takes longer than most of them."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def empty(lent: Page, modules_url: str) -> Iterator[Page]:
    """The empty page, anew, in a window that others had; none may leave a fault behind."""
    faults: list[str] = []

    def hear(error: Error) -> None:
        faults.append(str(error))

    lent.on("pageerror", hear)
    lent.goto(modules_url)
    yield lent
    lent.remove_listener("pageerror", hear)
    lent.unroute_all()
    lent.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
    assert not faults


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
