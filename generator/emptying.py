"""A site of one's own: what came with the project goes, and the machinery stays."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

OWN = "content/articles/own-site.txt"
"""The file that stands in place of the articles. While it is there, a pull request's check leaves out
the generator's own tests, which read the articles that came with it."""

_SAYS = """\
This site is its own: the articles that came with Who Says? were taken out by `whosays init --empty`.
The file keeps the folder in git. While it is here, the check of a pull request leaves out the tests
of the generator, which read those articles. Nothing else looks at it.
"""
_NEEDED = ("content/articles", "content/codebook.yml", "mkdocs.yml", "generator", "templates")


@dataclass(frozen=True, slots=True)
class Emptying:
    """What is to go."""

    root: Path
    """The project's folder."""
    files: tuple[Path, ...]
    """Every file that goes, by path."""


def lacking(root: Path) -> str:
    """What this folder would need to be a project, or an empty string where it is one."""
    if (root / "content").is_symlink():
        return "content/ of its own, but a symbolic link"
    return next((part for part in _NEEDED if not (root / part).exists()), "")


def emptying(root: Path) -> Emptying:
    """Give all articles, readings, pairs and lessons of the project at `root`; the codebook stays."""
    content = root / "content"
    folders = (content / "articles", content / "lessons", content / "readings")
    found = [file for folder in folders for file in _inside(folder) if _is_file(file)]
    pairs = content / "pairs.yml"
    found += [pairs] if _is_file(pairs) else []
    return Emptying(root, tuple(sorted(file for file in found if file != root / OWN)))


def empty(found: Emptying) -> None:
    """Take the files away, with the folders that they leave empty, and say in their place why."""
    for file in found.files:
        file.unlink()
    for name in ("lessons", "readings"):
        folder = found.root / "content" / name
        for inner in (*sorted(_inside(folder), reverse=True), folder):
            if inner.is_dir() and not inner.is_symlink() and not any(inner.iterdir()):
                inner.rmdir()
    own = found.root / OWN
    if own.is_symlink():
        own.unlink()
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text(_SAYS, encoding="utf-8", newline="\n")


def _inside(folder: Path) -> list[Path]:
    """All that stands in a folder; of a link to a folder the link alone."""
    return [folder] if folder.is_symlink() else list(folder.rglob("*"))


def _is_file(path: Path) -> bool:
    """Whether it is a file or a link; what a link leads to is never touched."""
    return path.is_symlink() or path.is_file()
