"""Pages written by hand that stand where the generator writes: they are refused, not written over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from generator.model import Place, Problem
from generator.reading.problem import error
from generator.write import IN_ITS_PLACE, read_manifest


def in_the_way(docs: Path, files: Iterable[str]) -> Iterator[Problem]:
    """`page-refused` for each hand-written file of `docs` that would become one of these of the site.

    A generated page may be called by its path under `docs` or by that in the site.
    """
    generated = read_manifest(docs)
    made = {_in_site(path) for path in files}
    for file in sorted(docs.rglob("*")):
        path = file.relative_to(docs).as_posix()
        if path not in generated and _in_site(path) in made and file.is_file():
            hint = "Then build again; nothing was written."
            yield error("page-refused", Place(f"docs/{path}", 1, 1, 1, ""), IN_ITS_PLACE, hint)


def _in_site(path: str) -> str:
    """Where the engine puts a file of `docs`: a page that is no index has a folder of its own."""
    page = PurePosixPath(path)
    if page.suffix != ".md":
        return path
    folder = page.parent if page.stem in ("index", "README") else page.with_suffix("")
    return (folder / "index.html").as_posix()
