"""Links of stamped pages are checked on the built site, as those of every other page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.publish.small import built, small_project

LINKS = {
    "../deep-well/#s99": "no-place",
    "../nobody/": "no-file",
    "../../about/#nowhere": "no-place",
    "../../../beyond/": "leaves-site",
}


@pytest.mark.parametrize(("address", "jobs"), [("", 1), ("https://example.org/who-says/", 2)])
def test_links_to_missing_places_stop_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str, jobs: int
) -> None:
    """On another article's page, on a page by hand, or nowhere; at the root and under a sub-path."""
    monkeypatch.setenv("SITE_URL", address)
    root = small_project(tmp_path / "project", "deep-well", "well")
    page = root / "templates/pages/article.md.j2"
    links = "".join(f'<p><a href="{link}">there</a></p>\n' for link in LINKS)
    page.write_text(f"{page.read_text()}\n{links}")
    outcome = built(root, jobs=jobs)
    assert not outcome.ok
    assert {problem.code for problem in outcome.problems} == set(LINKS.values())
    assert {problem.place.path for problem in outcome.problems} <= {
        f"articles/{name}/index.html" for name in ("deep-well", "well")
    }
    assert not (root / "site").exists()
