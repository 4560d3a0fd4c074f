"""The finished site, served under a sub-path as GitHub Pages does, and a browser that watches itself."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Literal, Protocol
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Dialog,
    Error,
    Page,
    Request,
    Response,
)

from generator.publish.options import Options
from generator.publish.site import build_site
from tests.browser.articles import KINDS
from tests.conftest import ROOT, made_once
from tests.served import served
from tests.sites.project import make_project

SUB_PATH = "/who-says/"
"""The folder that the site stands in, so that a link which assumes the root is found out."""


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
        anew: bool = False,
    ) -> Page:
        """The page at a path below the site's home; `still` asks for no motion, `anew` for no cache."""


@pytest.fixture(scope="session")
def site_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The finished site: the one that WHOSAYS_SITE names, or one that is built now, strictly."""
    if built := os.environ.get("WHOSAYS_SITE"):
        return ROOT / built

    def make(folder: Path) -> Path:
        outcome = build_site(ROOT, folder / "site", Options(date.today()))
        assert outcome.ok, f"{outcome.content}\n{outcome.fault}\n{outcome.engine}"
        return folder / "site"

    return made_once(tmp_path_factory, "own", make)


@pytest.fixture(scope="session")
def trial_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the articles under tests/sites/, with an address, as a published one has."""

    def make(folder: Path) -> Path:
        project = make_project(folder / "project")
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SITE_URL", f"https://example.org{SUB_PATH}")
            patch.setenv("REPO_URL", "https://example.org/school/who-says")
            outcome = build_site(project, folder / "site", Options(date.today()))
        assert outcome.ok, f"{outcome.content}\n{outcome.fault}\n{outcome.engine}"
        assert not outcome.content
        return folder / "site"

    return made_once(tmp_path_factory, "trial", make)


@pytest.fixture(scope="session")
def site_url(site_dir: Path) -> Iterator[str]:
    """The address of the site's home, on this machine, while the tests run."""
    with served(site_dir, SUB_PATH) as url:
        yield url


@pytest.fixture(scope="session")
def trial_url(trial_dir: Path) -> Iterator[str]:
    """The address of the test articles' site."""
    with served(trial_dir, SUB_PATH) as url:
        yield url


@pytest.fixture(scope="session")
def window(browser: Browser) -> Iterator[Page]:
    """One window for all tests of modules marked `same_window`: a new one takes ten times a page's time."""
    context = browser.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def blank(browser: Browser) -> Iterator[Page]:
    """An empty page, for working on pictures."""
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture
def open_page(
    request: pytest.FixtureRequest, browser: Browser, site_url: str
) -> Iterator[OpenPage]:
    """Opens pages; afterwards none may have logged an error, missed a file or left the site."""
    with watched(browser, site_url, lent(request)) as open_one:
        yield open_one


@pytest.fixture
def open_trial(
    request: pytest.FixtureRequest, browser: Browser, trial_url: str
) -> Iterator[OpenPage]:
    """The same, of the test articles' site."""
    with watched(browser, trial_url, lent(request)) as open_one:
        yield open_one


@pytest.fixture(scope="session", params=tuple(KINDS.values()), ids=tuple(KINDS))
def opened(request: pytest.FixtureRequest, browser: Browser, site_url: str) -> Iterator[Page]:
    """A page of each kind, opened once; pytest puts the tests of one beside each other."""
    with watched(browser, site_url, []) as open_one:
        yield open_one(request.param)


@pytest.fixture
def kind(opened: Page) -> Page:
    """A page of each kind as it comes, for tests that only look at it."""
    opened.set_viewport_size({"width": 1280, "height": 800})
    opened.emulate_media(color_scheme="light")
    opened.evaluate("scrollTo(0, 0)")
    return opened


def lent(request: pytest.FixtureRequest) -> list[Page]:
    """The common window, for a test that may have it; its first page is opened there."""
    if not request.node.get_closest_marker("same_window"):
        return []
    common: Page = request.getfixturevalue("window")
    return [common]


Listeners = dict[Any, Callable[[Any], None]]
"""What hears of an event, by its name."""


def _give_back(page: Page, site_url: str, listeners: Listeners) -> None:
    """Leave the window as it was lent: nothing stored, allowed or pointed at, no page, nobody listening."""
    for event, hear in listeners.items():
        page.remove_listener(event, hear)
    for other in page.context.pages:
        if other != page:
            other.close()
    page.unroute_all()
    page.context.clear_permissions()
    page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
    page.mouse.move(0, 0)
    page.goto("about:blank")
    page.bring_to_front()
    page.context.clear_cookies()
    page.emulate_media(media="null", forced_colors="none", reduced_motion="reduce")
    devtools = page.context.new_cdp_session(page)
    origin = "{0.scheme}://{0.netloc}".format(urlsplit(site_url))
    devtools.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
    devtools.detach()


@contextmanager
def watched(browser: Browser, site_url: str, windows: list[Page]) -> Iterator[OpenPage]:
    """Opens pages of a site, the first of them in one of these windows, and hears what is wrong with any."""
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

    def on_error(error: Error) -> None:
        faults.append(f"script: {error}")

    def on_dialog(dialog: Dialog) -> None:
        if dialog.type == "beforeunload":
            dialog.accept()
        else:
            faults.append(f"asks: {dialog.message}")
            dialog.dismiss()

    listeners: Listeners = {
        "console": on_console,
        "dialog": on_dialog,
        "pageerror": on_error,
        "request": on_request,
        "response": on_response,
    }

    def open_one(
        path: str = "",
        *,
        width: int = 1280,
        height: int = 800,
        scheme: Literal["light", "dark"] = "light",
        javascript: bool = True,
        forced_colors: Literal["active", "none"] = "none",
        still: bool = True,
        anew: bool = False,
    ) -> Page:
        if windows and javascript:
            page = windows.pop()
            if anew:
                devtools = page.context.new_cdp_session(page)
                devtools.send("Network.enable")
                devtools.send("Network.setCacheDisabled", {"cacheDisabled": True})
                close.append(devtools.detach)
            page.set_viewport_size({"width": width, "height": height})
            page.emulate_media(
                color_scheme=scheme,
                forced_colors=forced_colors,
                reduced_motion="reduce" if still else "no-preference",
            )
            close.append(partial(_give_back, page, site_url, listeners))
        else:
            context = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme=scheme,
                java_script_enabled=javascript,
                forced_colors=forced_colors,
                reduced_motion="reduce" if still else "no-preference",
            )
            close.append(context.close)
            page = context.new_page()
        for event, hear in listeners.items():
            page.on(event, hear)
        page.goto(site_url + path, wait_until="load")
        return page

    yield open_one
    for each in close:
        each()
    assert not faults
