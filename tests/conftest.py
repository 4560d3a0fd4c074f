"""What tests of several rooms share."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
"""The project that is tested."""

PARTS = ("content", "docs", "generator", "templates", "mkdocs.yml")
"""What a site is built from."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What is quick comes first, the browser last."""
    items.sort(key=lambda item: "browser" in item.path.parts)


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
