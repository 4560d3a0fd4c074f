"""The head in a browser: the colour of the browser's own bar is the page's, whichever is chosen."""

from __future__ import annotations

import re
from typing import Literal

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage

pytestmark = pytest.mark.same_window


def colours(page: Page) -> tuple[list[str], str]:
    """What the head says that holds now, and what the page has."""
    bars = page.evaluate(
        "Array.from(document.querySelectorAll('meta[name=theme-color]'))"
        ".filter(meta => matchMedia(meta.media).matches).map(meta => meta.content)"
    )
    body = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return bars, "#" + "".join(f"{int(part):02x}" for part in re.findall(r"\d+", body)[:3])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_browsers_bar_has_the_colour_of_the_page(
    open_page: OpenPage, scheme: Literal["light", "dark"]
) -> None:
    """As the system prefers, after a click on the button, and on the next page."""
    page = open_page("", scheme=scheme)
    seen = set()
    for _ in range(2):
        bars, body = colours(page)
        assert bars == [body]
        seen.add(body)
        page.get_by_role("button", name="Dark colours").click()
        page.wait_for_function("document.documentElement.dataset.scheme")
        bars, body = colours(page)
        assert bars == [body]
        seen.add(body)
        page.reload()
        assert colours(page) == (bars, body)
    assert len(seen) == 2
