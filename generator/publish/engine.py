"""Runs the engine: on the pages written by hand, and on one specimen of each kind that is generated."""

from __future__ import annotations

import json
import os
import posixpath
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.publish.by_hand import files_by_hand
from generator.stamp import Shell, ShellKey, shell_of, specimen_path, specimen_text

ENGINE = (sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir")
"""The command that turns docs/ into a site; the folder for the site comes after it."""

PAGES_ARE_BUILT = "WHOSAYS_PAGES_ARE_BUILT"
"""Set for an engine that builds what `whosays build` wrote: its hook need not run the generator again."""

SPECIMENS = "WHOSAYS_SPECIMENS"
"""Names a file with pages that the engine builds in place of the generated ones: its hook reads it."""

_LINKED = re.compile(r"\]\(([^)\s#]+\.md)[)\s#]")


@dataclass(frozen=True, slots=True)
class EngineRun:
    """What the engine made."""

    output: str
    """All that it said."""
    fault: str
    """Why there is no site of its, or empty."""
    shells: Mapping[ShellKey, Shell]
    """The shell of each kind."""


def run_engine(
    root: Path, site: Path, keys: Iterable[ShellKey], engine: Sequence[str] = ENGINE
) -> EngineRun:
    """Build the hand-written pages of the project at `root` into `site`, and give the shells of `keys`."""
    paths = _paths(keys)
    specimens = {path: specimen_text(key) for key, path in paths.items()}
    stubs = {path: "" for path in _linked(root / "docs") if path not in specimens}
    with tempfile.TemporaryDirectory(prefix="whosays-") as folder:
        listed = Path(folder, "specimens.json")
        listed.write_text(json.dumps({**stubs, **specimens}), encoding="utf-8")
        with _lifeline() as line:
            done = subprocess.run(
                [*engine, str(site)],
                cwd=root,
                env={
                    **os.environ,
                    SPECIMENS: str(listed),
                    "PYTHONUTF8": "1",
                    "NO_MKDOCS_2_WARNING": "1",
                },
                stdin=line,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                errors="replace",
                check=False,
            )
    if done.returncode != 0:
        return EngineRun(done.stdout, f"the engine ended with {done.returncode}", {})
    shells = {key: shell_of(_taken(site, path)) for key, path in paths.items()}
    for path in stubs:
        _taken(site, path)
    return EngineRun(done.stdout, "", shells)


@contextmanager
def _lifeline() -> Iterator[int]:
    """Give what the engine's hook listens to: it ends when this process does, even when that is killed."""
    listen, hold = os.pipe()
    try:
        yield listen
    finally:
        os.close(listen)
        os.close(hold)


def _paths(keys: Iterable[ShellKey]) -> dict[ShellKey, str]:
    """A path for each specimen; two of one depth and folder need another name for their file."""
    paths: dict[ShellKey, str] = {}
    for key in keys:
        path = specimen_path(key)
        while path in paths.values():
            folder, name = posixpath.split(path)
            path = f"{folder}-again/{name}"
        paths[key] = path
    return paths


def _linked(docs: Path) -> set[str]:
    """What pages written by hand link to and nobody wrote by hand: pages that will be generated."""
    by_hand = [
        docs / name
        for name in files_by_hand(docs)
        if name.endswith(".md") and not name.startswith("decisions/")
    ]
    known = {path.relative_to(docs).as_posix() for path in by_hand}
    found: set[str] = set()
    for path in by_hand:
        folder = path.relative_to(docs).parent.as_posix()
        for link in _LINKED.findall(path.read_text(encoding="utf-8", errors="replace")):
            target = posixpath.normpath(posixpath.join(folder, link))
            if "://" not in link and not target.startswith("..") and target not in known:
                found.add(target)
    return found


def _taken(site: Path, path: str) -> str:
    """The engine's page of a specimen, which goes from the site."""
    page = site / f"{path.removesuffix('.md')}.html"
    if not page.is_file():  # a page that is no index stands in a folder of its own
        page = site / path.removesuffix(".md") / "index.html"
    text = page.read_text(encoding="utf-8")
    page.unlink()
    for folder in page.parents:
        if folder == site or any(folder.iterdir()):
            break
        folder.rmdir()
    return text
