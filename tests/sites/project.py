"""The test articles as a project of their own: the real templates, assets and engine, other content."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.write import read_manifest
from tests.conftest import ROOT
from tests.sites.long import long_article

ARTICLES = Path(__file__).parent / "articles"

LONG = "the-town-that-counted"
"""200 statements, 12 voices, chains of inferences."""
ARABIC = "the-lamp-of-the-square"
"""Right to left, with every basis, framing and notes in two languages."""
SHORT = "the-kite"
"""Three statements and one voice."""


def make_project(folder: Path) -> Path:
    """Put the project's machinery and the test articles in a new `folder`."""
    generated = read_manifest(ROOT / "docs")

    def skip(directory: str, names: list[str]) -> set[str]:
        inside = Path(directory).relative_to(ROOT / "docs")
        return {n for n in names if (inside / n).as_posix() in generated or n.endswith(".tmp")}

    shutil.copytree(ROOT / "docs", folder / "docs", ignore=skip)
    shutil.copytree(ROOT / "templates", folder / "templates")
    shutil.copytree(
        ROOT / "generator", folder / "generator", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(ROOT / "mkdocs.yml", folder)
    articles = folder / "content" / "articles"
    articles.mkdir(parents=True)
    shutil.copy(ROOT / "content" / "codebook.yml", folder / "content")
    for file in ARTICLES.glob("*.md"):
        shutil.copy(file, articles)
    (articles / f"{LONG}.md").write_text(long_article(), encoding="utf-8")
    return folder
