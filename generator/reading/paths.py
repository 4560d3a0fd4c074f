"""Where content may stand: in files and folders of its own, each with an address of its own."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.model import Place, Problem
from generator.reading.problem import error


def link_on_the_way(root: Path, path: Path) -> Path | None:
    """The first symbolic link on the way from the project at `root` to `path`; None without one.

    What stands outside the project was named by whoever runs the command, and may be a link.
    """
    base, whole = (Path(os.path.normpath(p.absolute())) for p in (root, path))
    if not whole.is_relative_to(base):
        return None
    way = [base.joinpath(*whole.relative_to(base).parts[:n]) for n in range(1, len(whole.parts))]
    return next((step for step in way if step.is_symlink()), None)


def link_problem(root: Path, link: Path) -> Problem:
    """`symbolic-link`: it could show any file of the machine that builds the site."""
    name = Path(os.path.normpath(link.absolute())).relative_to(os.path.normpath(root.absolute()))
    return error(
        "symbolic-link",
        Place(name.as_posix(), 1, 1, 1, ""),
        "This is a symbolic link, and content is read from files and folders of its own only.",
        "Put the file itself in its place.",
    )


def links(root: Path) -> Iterator[Problem]:
    """`symbolic-link` for each link in content/, whatever it leads to."""
    content = root / "content"
    within = () if content.is_symlink() else sorted(content.rglob("*"))
    yield from (link_problem(root, path) for path in (content, *within) if path.is_symlink())


def same_addresses(root: Path, paths: Iterable[Path]) -> Iterator[Problem]:
    """`same-address`, for names in one folder that differ in capitals or in how letters are coded."""
    first: dict[tuple[Path, str], Path] = {}
    for path in paths:
        name = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", path.stem).casefold())
        other = first.setdefault((path.parent, name), path)
        if other != path:
            yield error(
                "same-address",
                Place(path.relative_to(root).as_posix(), 1, 1, 1, ""),
                f"This and `{other.name}` would have one address, and on some machines are one file.",
                "Give one of them another name.",
            )
