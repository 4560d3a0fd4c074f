"""A Chromium to test with: found, or installed, or one clear line. `make test` runs this first."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
"""What the program is called on a PATH."""

MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
"""Where macOS keeps it."""

OFF = (
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup"),
    *("AimEnabled", "DestroyProfileOnBrowserClose", "HttpsFirstBalancedModeAutoEnable"),
    *("HttpsUpgrades", "LensOverlay", "MediaRouter", "NetworkTimeServiceQuerying"),
    *("OptimizationHints", "PaintHolding", "PreconnectToSearch", "ThirdPartyStoragePartitioning"),
)
"""Features that no page needs. The first make pages of their own for the address bar of each window, which
is half of what a window costs; the others are off in Playwright's own list, which this one takes the place of."""

SWITCHES = [
    f"--disable-features={','.join(OFF)}",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

NONE_TO_BE_HAD = (
    "error: no Chromium for the browser tests: none is on PATH, Playwright's download failed, and "
    "apt could not install one; install Chromium or Chrome, or name one in WHOSAYS_CHROMIUM"
)


class NoChromiumError(Exception):
    """There is none, and none could be installed."""


@contextmanager
def launched() -> Iterator[Browser]:
    """A Chromium that runs until it is no longer needed; a process can have one at a time."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_or_install(), args=SWITCHES)
        yield chromium
        chromium.close()


def find_or_install() -> str:
    """The path of a Chromium that runs."""
    if named := os.environ.get("WHOSAYS_CHROMIUM"):
        if not _runs(named):
            raise NoChromiumError(f"error: WHOSAYS_CHROMIUM names {named}, which does not run")
        return named
    sources: tuple[Callable[[], Iterator[str]], ...] = (
        _on_this_machine,
        _from_playwright,
        _from_debian,
    )
    for source in sources:
        for path in source():
            if _runs(path):
                return path
    raise NoChromiumError(NONE_TO_BE_HAD)


def _on_this_machine() -> Iterator[str]:
    yield from (path for name in NAMES if (path := shutil.which(name)))
    yield from (path for path in MAC if Path(path).exists())
    yield _playwrights_own()


def _from_playwright() -> Iterator[str]:
    _try([sys.executable, "-m", "playwright", "install", "chromium"])
    yield _playwrights_own()


def _from_debian() -> Iterator[str]:
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return
    apt = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    _try([*apt, "update"])
    _try([*apt, "install", "--yes", "--no-install-recommends", "chromium"])
    yield from (path for name in NAMES if (path := shutil.which(name)))


def _playwrights_own() -> str:
    """Where Playwright keeps its Chromium, be it there or not."""
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def _runs(path: str) -> bool:
    """Whether a program is there and starts: a downloaded one may lack the system's libraries."""
    return Path(path).exists() and _try([path, "--version"])


def _try(command: Sequence[str]) -> bool:
    """Whether a command ends well; what it says is of no interest."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=600,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def main() -> None:
    """Say which Chromium it is, or why there is none."""
    try:
        print(find_or_install())
    except NoChromiumError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
