"""The sites of hostile content, and a browser to open them in."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.conftest import made_once
from tests.hostile.articles import Draft
from tests.hostile.payloads import every, sample
from tests.hostile.sites import Built, build_checked, build_past_check, drafts_of
from tests.served import served as files_served

SIZE = 15
"""So many payloads stand in one article in every place."""
FEW = 45
"""So many do in `make test`; all others stand in texts and notes there. `make test-long` has them all."""
ALONE = 4
"""So many have an article of their own besides, for the places that an article has once."""


def drafts() -> dict[str, Draft]:
    """What `make test` builds its sites of."""
    return drafts_of(sample(FEW), SIZE, sample(ALONE), every())


TYPES = {
    **dict.fromkeys((".xml", ".xmi"), "application/xml"),
    **dict.fromkeys((".json", ".jsonl"), "application/json"),
    **dict.fromkeys((".csv", ".tsv", ".ann", ".conf"), "text/plain"),  # else they are saved
    ".md": "text/html; charset=utf-8",
    ".svg": "image/svg+xml",
}
"""A browser shows these, and pages in Markdown as the HTML in them."""


def served(folder: Path) -> AbstractContextManager[str]:
    """The address of a folder, while a server gives out what is in it."""
    return files_served(folder, types=TYPES)


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
