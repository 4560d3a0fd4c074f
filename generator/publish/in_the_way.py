"""Pages written by hand that stand where the generator writes: they are refused, not written over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from generator.build import page_refused
from generator.model import Problem
from generator.write import IN_ITS_PLACE


def in_the_way(by_hand: Iterable[str], files: Iterable[str]) -> Iterator[Problem]:
    """`page-refused` for each file by hand that would become one of these files of the site.

    A generated page may be called by its path under `docs` or by that in the site.
    """
    made = {_in_site(path) for path in files}
    for path in by_hand:
        if _in_site(path) in made:
            yield page_refused(path, IN_ITS_PLACE)


def _in_site(path: str) -> str:
    """Where the engine puts a file of `docs`: a page that is no index has a folder of its own."""
    if not path.endswith(".md"):
        return path
    page = PurePosixPath(path)
    folder = page.parent if page.stem in ("index", "README") else page.with_suffix("")
    return (folder / "index.html").as_posix()
