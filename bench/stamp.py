"""The engine’s part of our site alone: finished bodies in docs/ to pages in their shells."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from generator.publish.engine import run_engine
from generator.publish.stamping import keys_of, stamp_files
from generator.stamp import Shell, ShellKey
from generator.write import read_manifest


def _stamp(docs: Path, site: Path, shells: dict[ShellKey, Shell], paths: list[str]) -> int:
    for path in paths:
        if path.endswith(".md"):
            text = (docs / path).read_text(encoding="utf-8")
            stamp_files({path: text}, shells, site, "/")
        else:
            target = site / path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(docs / path, target)
    return len(paths)


def main(root: Path, site: Path) -> None:
    """Stamp every generated page of the project at `root` into a new site."""
    docs = root / "docs"
    paths = sorted(path for path in read_manifest(docs) if _in_site(root, path))
    pages = [path for path in paths if path.endswith(".md")]
    keys = keys_of({path: (docs / path).read_text(encoding="utf-8") for path in _kinds(pages)})
    run = run_engine(root, site, keys)
    if run.fault:
        sys.exit(f"{run.fault}\n{run.output}")
    stamp = partial(_stamp, docs, site, dict(run.shells))
    chunks = [paths[start : start + 64] for start in range(0, len(paths), 64)]
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(os.cpu_count(), context) as pool:
        sum(pool.map(stamp, chunks))


def _in_site(root: Path, path: str) -> bool:
    """Whether the site that stands has it: without packs, no quiz files, as Hugo is given none."""
    page = f"{path.removesuffix('.md')}.html" if path.endswith(".md") else path
    return (root / "site" / page).is_file()


def _kinds(paths: list[str]) -> list[str]:
    """A few pages of each folder and depth: the pages of one kind need one shell."""
    seen: dict[tuple[str, int, bool, str], int] = {}
    few = []
    for path in paths:
        parts = path.split("/")
        further = parts[1:2] != [] and parts[1].isdigit()
        kind = (parts[0], len(parts), further, "/".join(parts[2:]))
        seen[kind] = seen.get(kind, 0) + 1
        if seen[kind] <= (400 if further else 2):
            few.append(path)
    return few


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
