"""The finished site, served under a sub-path as GitHub Pages does, and a browser that watches itself."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Literal, Protocol
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Page,
    Request,
    Response,
    sync_playwright,
)

from generator.publish.options import Options
from generator.publish.site import build_site
from tests.browser.chromium import find_or_install
from tests.conftest import ROOT
from tests.sites.project import make_project

SUB_PATH = "/who-says/"
"""The folder that the site stands in, so that a link which assumes the root is found out."""

SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class OpenPage(Protocol):
    """Opens a page of the site in a window of its own."""

    def __call__(
        self,
        path: str = "",
        *,
        width: int = 1280,
        height: int = 800,
        scheme: Literal["light", "dark"] = "light",
        javascript: bool = True,
        forced_colors: Literal["active", "none"] = "none",
        still: bool = True,
    ) -> Page:
        """The page at a path below the site's home; `still` asks for no motion."""


@pytest.fixture(scope="session")
def site_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The finished site: the one that WHOSAYS_SITE names, or one that is built now, strictly."""
    if built := os.environ.get("WHOSAYS_SITE"):
        return ROOT / built
    site = tmp_path_factory.mktemp("browser") / "site"
    outcome = build_site(ROOT, site, Options(date.today()))
    assert outcome.ok, f"{outcome.content}\n{outcome.fault}\n{outcome.engine}"
    return site


class _Files(SimpleHTTPRequestHandler):
    """Serves the site's files below the sub-path, and nothing anywhere else."""

    def translate_path(self, path: str) -> str:
        inside = urlsplit(path).path.startswith(SUB_PATH)
        return super().translate_path(path[len(SUB_PATH) - 1 :] if inside else "/nowhere")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: the tests say what was wrong."""


@pytest.fixture(scope="session")
def trial_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the articles under tests/sites/, with an address, as a published one has."""
    folder = tmp_path_factory.mktemp("trial")
    project = make_project(folder / "project")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", f"https://example.org{SUB_PATH}")
        patch.setenv("REPO_URL", "https://example.org/school/who-says")
        outcome = build_site(project, folder / "site", Options(date.today()))
    assert outcome.ok, f"{outcome.content}\n{outcome.fault}\n{outcome.engine}"
    assert not outcome.content
    return folder / "site"


@pytest.fixture(scope="session")
def site_url(site_dir: Path) -> Iterator[str]:
    """The address of the site's home, on this machine, while the tests run."""
    with _served(site_dir) as url:
        yield url


@pytest.fixture(scope="session")
def trial_url(trial_dir: Path) -> Iterator[str]:
    """The address of the test articles' site."""
    with _served(trial_dir) as url:
        yield url


@contextmanager
def _served(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Files, directory=str(site)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}{SUB_PATH}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests; each page has a window of its own."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_or_install(), args=SWITCHES)
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Browser, site_url: str) -> Iterator[OpenPage]:
    """Opens pages; afterwards none may have logged an error, missed a file or left the site."""
    with _watched(browser, site_url) as open_one:
        yield open_one


@pytest.fixture
def open_trial(browser: Browser, trial_url: str) -> Iterator[OpenPage]:
    """The same, of the test articles' site."""
    with _watched(browser, trial_url) as open_one:
        yield open_one


@contextmanager
def _watched(browser: Browser, site_url: str) -> Iterator[OpenPage]:
    faults: list[str] = []
    close: list[Callable[[], None]] = []

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            faults.append(f"console: {message.text}")

    def on_request(request: Request) -> None:
        if not request.url.startswith((site_url, "data:", "blob:")):
            faults.append(f"leaves the site: {request.url}")

    def on_response(response: Response) -> None:
        if response.status >= 400:
            faults.append(f"{response.status}: {response.url}")

    def open_one(
        path: str = "",
        *,
        width: int = 1280,
        height: int = 800,
        scheme: Literal["light", "dark"] = "light",
        javascript: bool = True,
        forced_colors: Literal["active", "none"] = "none",
        still: bool = True,
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            java_script_enabled=javascript,
            forced_colors=forced_colors,
            reduced_motion="reduce" if still else "no-preference",
        )
        close.append(context.close)
        page = context.new_page()
        page.on("console", on_console)
        page.on("pageerror", lambda error: faults.append(f"script: {error}"))
        page.on("request", on_request)
        page.on("response", on_response)
        page.goto(site_url + path, wait_until="load")
        return page

    yield open_one
    for each in close:
        each()
    assert not faults
