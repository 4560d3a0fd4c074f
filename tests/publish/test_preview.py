"""`whosays preview`: one article's page, at once, and where it cannot be, why."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from generator.publish.preview import Preview, preview
from tests.publish.small import ENGINE, TODAY, files, small_project

COUNTS = ENGINE + "\nopen('runs', 'a').write('x')\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project that was never built."""
    return small_project(tmp_path / "project", "deep-well", "well")


def seen(root: Path, name: str = "well") -> Preview:
    """The preview of an article."""
    file = root / f"content/articles/{name}.md"
    return preview(root, file, TODAY, (sys.executable, "-S", "-c", COUNTS))


def runs(root: Path) -> int:
    """How often the engine ran."""
    return len((root / "runs").read_text())


def test_a_preview_is_the_articles_page_and_the_engine_runs_once(root: Path) -> None:
    """A second one, of the same article or another, only stamps."""
    first = seen(root)
    assert first.page
    assert "The well is dry" in first.page.read_text()
    assert runs(root) == 1
    article = root / "content/articles/well.md"
    article.write_text(article.read_text().replace("is dry", "is full"))
    second = seen(root)
    assert second.page
    assert "The well is full" in second.page.read_text()
    other = seen(root, "deep-well")
    assert other.page
    assert "The deep well" in other.page.read_text()
    assert runs(root) == 1


def test_a_preview_of_a_broken_article_says_what_is_wrong(root: Path) -> None:
    """With its place, and without a page, not even the one from before."""
    assert seen(root).page
    article = root / "content/articles/well.md"
    article.write_text(article.read_text().replace("by=mayor", "by=clerk"))
    found = seen(root)
    assert found.page is None
    assert [(p.place.path, p.place.line) for p in found.problems if p.severity == "error"] == [
        ("content/articles/well.md", 11)
    ]


def test_a_preview_with_a_broken_template_names_it(root: Path) -> None:
    """Without a traceback."""
    page = root / "templates/pages/read.md.j2"
    page.write_text(page.read_text() + "{{ view.nobody }}")
    found = seen(root)
    assert found.page is None
    assert "templates/pages/read.md.j2, line" in found.engine


def test_a_preview_does_not_touch_the_site(root: Path) -> None:
    """Nor docs/: it has a folder of its own among what git ignores."""
    docs = files(root / "docs")
    page = seen(root).page
    assert page
    assert page.is_relative_to(root / ".cache")
    assert not (root / "site").exists()
    assert files(root / "docs") == docs
