"""What tests of several rooms share."""

from __future__ import annotations

import os
import pickle
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest

from generator.publish.lock import locked

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Made = TypeVar("Made")

ROOT = Path(__file__).resolve().parents[1]
"""The project that is tested."""

os.environ.setdefault("WHOSAYS_RUNTIME", str(ROOT / ".cache" / "whosays" / "runtime"))
# What the workbench runs on: fetched once, for every copy of the project that a test builds.

PARTS = ("content", "docs", "generator", "templates", "mkdocs.yml")
"""What a site is built from."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What is quick comes first, the browser last."""
    items.sort(key=lambda item: not {"browser", "hostile"}.isdisjoint(item.path.parts))


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Made]) -> Made:
    """What `make` gives for a new folder: made by the first process that wants it, for all of them."""
    shared = factory.getbasetemp()
    if (
        "PYTEST_XDIST_WORKER" in os.environ
    ):  # each process has a folder of its own in the common one
        shared = shared.parent
    kept = shared / f"{name}.pickle"
    with locked(shared / f"{name}.lock"):
        if not kept.exists():
            folder = shared / name
            shutil.rmtree(folder, ignore_errors=True)  # of a process that could not make it
            folder.mkdir()
            kept.write_bytes(pickle.dumps(make(folder)))
        made: Made = pickle.loads(kept.read_bytes())
    return made


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a process; each page has a window of its own."""
    from tests.browser.chromium import launched  # most tests need no browser

    with launched() as chromium:
        yield chromium


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project, to edit and to build in."""
    copy = tmp_path / "project"
    copy.mkdir()
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(
                ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__", "*.tmp")
            )
        else:
            shutil.copy(ROOT / part, copy / part)
    return copy
