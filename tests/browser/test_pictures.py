"""The looks that were reached are kept: small pictures of key states, within a stated tolerance.

`make pictures` takes them anew, and those of the README; look at them before they are committed.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage
from tests.browser.paint import add_style
from tests.browser.pictures import (
    KEPT,
    README,
    SHOTS,
    SHOWN,
    WORKBENCH,
    light,
    small,
    take,
    unlike,
)

pytestmark = pytest.mark.same_window

AVERAGE = 4.0
"""How far two pictures may be apart on average, of 255; half a pixel up or down gives 2.4."""
CLEARLY = 0.02
"""The share of pixels that may be clearly other."""

RENEW = os.environ.get("WHOSAYS_PICTURES") == "renew"


@pytest.mark.parametrize("name", SHOTS)
def test_a_state_looks_as_it_did(open_page: OpenPage, blank: Page, name: str) -> None:
    """Made small and grey, the page differs by less than the tolerance from the picture kept."""
    shot = SHOTS[name]
    page = open_page(shot.path, width=shot.width, height=shot.height, scheme=shot.scheme)
    now = small(blank, take(page, shot))
    file = KEPT / f"{name}.png"
    if RENEW:
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(now.png)
    kept = small(blank, file.read_bytes())
    average, clearly = unlike(now, kept)
    assert average <= AVERAGE, f"{average:.2f} of 255 on average: see `make pictures`"
    assert clearly <= CLEARLY, f"{clearly:.1%} of the pixels are other: see `make pictures`"


def test_the_comparison_can_fail(open_page: OpenPage, blank: Page) -> None:
    """A page whose text is set larger, and one with a patch on it, are found out."""
    shot = SHOTS["opening"]
    page = open_page(shot.path)
    kept = small(blank, take(page, shot))
    add_style(page, ".headline { background: #888 }")
    assert unlike(small(blank, take(page, shot)), kept)[1] > CLEARLY
    add_style(
        page, ".headline { background: none } body { font-size: 1.3rem } h1 { font-size: 5rem }"
    )
    assert unlike(small(blank, take(page, shot)), kept)[0] > AVERAGE


def test_the_pictures_kept_are_small() -> None:
    """All together under 400 kB, and none is left over."""
    files = sorted(KEPT.glob("*.png"))
    assert sorted(file.stem for file in files) == sorted(SHOTS)
    assert sum(file.stat().st_size for file in files) < 400_000


@pytest.mark.parametrize("name", README)
def test_the_readme_shows_its_pictures(open_page: OpenPage, name: str) -> None:
    """Each stands where the README looks for it; `make pictures` takes it anew."""
    file: Path = SHOWN / f"{name}.png"
    shot = README[name]
    if RENEW:
        page = open_page(shot.path, width=shot.width, height=shot.height)
        file.write_bytes(take(page, shot))
    assert file.stat().st_size < 300_000
    root = SHOWN.parents[2]
    text = (root / "README.md").read_text(encoding="utf-8")
    assert file.relative_to(root).as_posix() in text


def test_contributors_see_the_workbench_first(open_page: OpenPage, blank: Page) -> None:
    """Its picture stands on the page for contributors and in the guide; `make pictures` takes it anew."""
    file = SHOWN / "workbench.webp"
    if RENEW:
        page = open_page(WORKBENCH.path, width=WORKBENCH.width, height=WORKBENCH.height)
        page.locator("#see").get_by_text("Take Greta Holm away").wait_for(timeout=120_000)
        file.write_bytes(light(blank, take(page, WORKBENCH)))
    assert file.stat().st_size < 96_000
    guide = (SHOWN.parents[2] / "CONTRIBUTING.md").read_text(encoding="utf-8")
    first = guide.partition("\n## ")[2].partition("\n## ")[0]
    assert "workbench" in first.splitlines()[0]
    assert f"docs/assets/pictures/{file.name}" in first
    page = open_page("contribute/")
    assert page.locator("h2").first.inner_text() == "Mark it in your browser"
    shown = page.locator("h2 + div img").first
    assert (
        shown.evaluate("image => image.decode().then(() => image.naturalWidth)") == WORKBENCH.width
    )
