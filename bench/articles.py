"""Projects for measuring with: any number of articles, always the same ones."""

from __future__ import annotations

import shutil
from pathlib import Path

from bench.prose import Writer
from generator.write import read_manifest


def article(number: int, seed: int = 0) -> tuple[str, str]:
    """The file name without `.md`, and the text, of the article of that number.

    The same number and seed give the same text. It has 32 statements, 60 framing marks and a note
    for each, in about 18 kB, and `whosays check` finds nothing wrong with it.
    """
    return Writer(number, seed).article()


def write_articles(folder: Path, count: int, seed: int = 0) -> None:
    """Write the first `count` articles into `folder`, which need not exist yet."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        slug, text = article(number, seed)
        (folder / f"{slug}.md").write_text(text, encoding="utf-8", newline="\n")


def write_project(folder: Path, count: int, root: Path, seed: int = 0) -> None:
    """Make a project of `count` articles at `folder`, with the machinery of the project at `root`.

    The generator is copied too, so that an edit beside a long measurement does not change it.
    """
    made = {root / "docs" / path for path in read_manifest(root / "docs")}

    def unwanted(inside: str, names: list[str]) -> set[str]:
        return {
            name
            for name in names
            if name in ("__pycache__", ".generated") or Path(inside, name) in made
        }

    for part in ("generator", "templates", "docs"):
        shutil.copytree(root / part, folder / part, ignore=unwanted)
    write_articles(folder / "content" / "articles", count, seed)
    shutil.copy(root / "content" / "codebook.yml", folder / "content")
    shutil.copy(root / "mkdocs.yml", folder)
