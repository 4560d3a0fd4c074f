"""The page on security promises what a test holds, and names no test that is not there."""

from __future__ import annotations

import re

import pytest

from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
PROMISES = [
    line for line in PAGE.splitlines() if line.startswith("| ") and not line.startswith("| promise")
]
ROWS = [line for line in PROMISES if not line.startswith("| ---")]


@pytest.mark.parametrize("row", ROWS)
def test_each_promise_names_tests_that_are_there(row: str) -> None:
    """The last cell of its row lists files, and each exists."""
    named = re.findall(r"`([^`]+)`", row.split(" | ")[-1])
    assert named
    for name in named:
        assert name.startswith("tests/")
        assert (ROOT / name).is_file(), name


def test_the_page_says_who_is_trusted() -> None:
    """It has its parts, in order."""
    headings = re.findall(r"^## (.+?)(?: \{.*)?$", PAGE, re.MULTILINE)
    assert headings == [
        *("Who is trusted", "Content", "Files and text", "Paths", "The same again"),
        *("Bad days", "The supply"),
    ]
    assert len(ROWS) > 15
