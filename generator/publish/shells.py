"""The ground of a new site: what the engine makes, or what it made last time if nothing changed."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from generator.finish.linked import Unlinked, link_modules
from generator.publish.by_hand import files_by_hand
from generator.publish.cache import generator_key
from generator.publish.carry import carried, on_disk
from generator.publish.digest import digest, digest_of_files
from generator.publish.engine import run_engine
from generator.publish.kept import KeptEngine, KeptPage
from generator.publish.sitemap import SITEMAP
from generator.stamp import Shell, ShellKey


@dataclass(frozen=True, slots=True)
class Ground:
    """What stands in the new site before any page of ours does."""

    key: str
    """What decided it."""
    shells: Mapping[ShellKey, Shell]
    """The shells of kinds of page."""
    files: tuple[str, ...]
    """The files of the site that are there now."""
    by_hand: tuple[str, ...] = ()
    """The files of docs/ that are written by hand."""
    kept: KeptEngine | None = None
    """What it was carried over from: then its pages are finished."""
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
    by_hand = files_by_hand(root / "docs")
    key = _key(root, by_hand, engine)
    if kept and kept.key == key and carried(kept.files, str(old), str(new)):
        return Ground(key, dict(kept.shells), tuple(path for path, *_ in kept.files), by_hand, kept)
    _empty(new)
    run = run_engine(root, new, keys(), engine)
    try:
        link_modules(new)
    except Unlinked as error:
        return Ground(key, run.shells, (), by_hand, output=run.output, fault=str(error))
    for path in new.glob(f"{SITEMAP}*"):
        path.unlink()  # it lists the specimens
    files = sorted(p.relative_to(new).as_posix() for p in new.rglob("*") if p.is_file())
    return Ground(key, run.shells, tuple(files), by_hand, output=run.output, fault=run.fault)


def more_shells(
    root: Path, keys: Iterable[ShellKey], engine: Sequence[str]
) -> Mapping[ShellKey, Shell]:
    """Give the shells of all these kinds of page, for the engine builds none alone; none where it fails."""
    with tempfile.TemporaryDirectory(prefix="whosays-") as folder:
        return run_engine(root, Path(folder, "site"), keys, engine).shells


def kept_engine(
    ground: Ground,
    shells: Mapping[ShellKey, Shell],
    site: Path,
    finished: Iterable[KeptPage] = (),
) -> KeptEngine:
    """Give what the next build may use of the ground; `finished` has its pages where they are."""
    if ground.kept:
        return replace(ground.kept, shells=tuple(shells.items()))
    files = on_disk(site, ground.files)
    return KeptEngine(ground.key, tuple(shells.items()), files, tuple(finished))


def _key(root: Path, by_hand: Iterable[str], engine: Sequence[str]) -> str:
    docs = root / "docs"
    theme = [path for path in (root / "templates" / "theme").rglob("*") if path.is_file()]
    return digest(
        generator_key(),
        *engine,
        *(f"{name} {_version(name)}" for name in ("mkdocs", "mkdocs-material", "markdown")),
        *(os.environ.get(name, "") for name in ("SITE_URL", "REPO_URL")),
        (root / "mkdocs.yml").read_bytes(),
        digest_of_files(docs, (docs / path for path in by_hand)),
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
