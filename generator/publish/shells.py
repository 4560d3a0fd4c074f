"""The ground of a new site: what the engine makes, or what it made last time if nothing changed."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from generator.finish.linked import Unlinked, link_modules
from generator.publish.cache import KeptEngine, carried, generator_key, stamped
from generator.publish.digest import digest, digest_of_files
from generator.publish.engine import run_engine
from generator.publish.sitemap import SITEMAP
from generator.stamp import Shell, ShellKey
from generator.write import read_manifest


@dataclass(frozen=True, slots=True)
class Ground:
    """What stands in the new site before any page of ours does."""

    key: str
    """What decided it."""
    shells: Mapping[ShellKey, Shell]
    """The shells of kinds of page."""
    files: tuple[str, ...]
    """The files of the site that are there now."""
    output: str = ""
    """All that the engine said; empty where it did not have to run."""
    fault: str = ""
    """Why there is no ground, or empty."""


def lay_ground(
    root: Path,
    new: Path,
    old: Path,
    kept: KeptEngine | None,
    keys: Callable[[], Iterable[ShellKey]],
    engine: Sequence[str],
) -> Ground:
    """Put into `new` what the engine makes of the project at `root`, from `old` where it is the same."""
    key = _key(root, engine)
    if kept and kept.key == key and carried(kept.files, old, new):
        return Ground(key, dict(kept.shells), tuple(file.path for file in kept.files))
    _empty(new)
    run = run_engine(root, new, keys(), engine)
    try:
        link_modules(new)
    except Unlinked as error:
        return Ground(key, run.shells, (), run.output, str(error))
    for path in new.glob(f"{SITEMAP}*"):
        path.unlink()  # it lists the specimens
    files = sorted(p.relative_to(new).as_posix() for p in new.rglob("*") if p.is_file())
    return Ground(key, run.shells, tuple(files), run.output, run.fault)


def more_shells(
    root: Path, keys: Iterable[ShellKey], engine: Sequence[str]
) -> Mapping[ShellKey, Shell]:
    """Give the shells of all these kinds of page, for the engine builds none alone; none where it fails."""
    with tempfile.TemporaryDirectory(prefix="whosays-") as folder:
        return run_engine(root, Path(folder, "site"), keys, engine).shells


def kept_engine(ground: Ground, shells: Mapping[ShellKey, Shell], site: Path) -> KeptEngine:
    """Give what the next build may use of the ground."""
    return KeptEngine(ground.key, tuple(shells.items()), stamped(site, ground.files))


def _key(root: Path, engine: Sequence[str]) -> str:
    docs = root / "docs"
    generated = read_manifest(docs)
    by_hand = [
        path
        for path in docs.rglob("*")
        if path.is_file() and path.relative_to(docs).as_posix() not in generated
    ]
    theme = [path for path in (root / "templates" / "theme").rglob("*") if path.is_file()]
    return digest(
        generator_key(),
        *engine,
        *(f"{name} {_version(name)}" for name in ("mkdocs", "mkdocs-material", "markdown")),
        *(os.environ.get(name, "") for name in ("SITE_URL", "REPO_URL")),
        (root / "mkdocs.yml").read_bytes(),
        digest_of_files(docs, by_hand),
        digest_of_files(root, theme),
    )


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _empty(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            path.rmdir()
        else:
            path.unlink()
