"""Pages to disk: each whole, only where something changed, and none left over."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from secrets import token_hex

MANIFEST = ".generated"
"""The git-ignored list, in the folder itself, of the pages that the generator wrote there."""

IN_ITS_PLACE = "a file that the generator did not write is in its place; rename it"
"""Why a generated page is refused where somebody has written one."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a page cannot be written."""

    path: str
    """The page, relative to the folder."""
    why: str
    """The reason, with what to do about it."""


@dataclass(frozen=True, slots=True)
class Written:
    """What became of the pages."""

    written: tuple[str, ...]
    """New or changed on disk."""
    removed: tuple[str, ...]
    """Written by an earlier run, no longer wanted, and gone."""
    unchanged: tuple[str, ...]
    """On disk already, byte for byte."""
    refused: tuple[Refusal, ...] = ()
    """Where this is not empty, nothing was written or removed at all."""


def write_pages(docs: Path, pages: Mapping[str, str | bytes]) -> Written:
    """Make `docs` hold these pages, by relative path, and no page of an earlier run besides.

    A page is a text, or the bytes of a file for downloading.
    A file that someone else put there is never overwritten and never removed.
    """
    ours = read_manifest(docs)
    wanted = {path: _bytes(page) for path, page in sorted(pages.items())}
    refused = tuple(r for path in wanted if (r := _refusal(docs, path, wanted[path], ours)))
    if refused:
        return Written((), (), (), refused)

    unchanged = tuple(path for path in wanted if _holds(docs / path, wanted[path]))
    changed = {path: data for path, data in wanted.items() if path not in unchanged}
    stale = sorted(path for path in ours - wanted.keys() if _stays_inside(docs, path))
    theirs = {path for path in unchanged if path not in ours}
    listed = wanted.keys() - theirs

    # Listed before they are there: after a crash the next run still knows its own pages.
    _write_manifest(docs, listed | ours)
    _replace_all(docs, changed)
    removed = tuple(path for path in stale if _remove(docs, path))
    _write_manifest(docs, listed)
    return Written(tuple(changed), removed, unchanged)


def read_manifest(docs: Path) -> frozenset[str]:
    """The pages in `docs` that the generator wrote."""
    try:
        text = (docs / MANIFEST).read_text(encoding="utf-8")
    except FileNotFoundError:
        return frozenset()
    return frozenset(text.splitlines())


def _bytes(page: str | bytes) -> bytes:
    return page.encode("utf-8") if isinstance(page, str) else page


def _write_manifest(docs: Path, pages: Iterable[str]) -> None:
    data = "".join(f"{path}\n" for path in sorted(pages)).encode("utf-8")
    if data and not _holds(docs / MANIFEST, data):
        _replace_all(docs, {MANIFEST: data})
    elif not data:
        (docs / MANIFEST).unlink(missing_ok=True)


def _refusal(docs: Path, path: str, data: bytes, ours: frozenset[str]) -> Refusal | None:
    if path == MANIFEST or not _stays_inside(docs, path):
        return Refusal(path, f"a page is a relative path with forward slashes, inside {docs.name}/")
    blocked = next((p for p in _parents(docs, path) if p.exists() and not p.is_dir()), None)
    if blocked:
        return Refusal(path, f"{blocked.name} is a file where a folder is needed; move it away")
    target = docs / path
    if target.is_dir():
        return Refusal(path, "a folder of that name is in its place; move it away")
    if target.exists() and path not in ours and not _holds(target, data):
        return Refusal(path, IN_ITS_PLACE)
    return None


def _stays_inside(docs: Path, path: str) -> bool:
    """Whether a path is a plain relative one, and no link leads out of the folder."""
    pure = PurePosixPath(path)
    plain = str(pure) == path and path != "." and not pure.is_absolute()
    if not plain or ".." in pure.parts or any(c in path for c in '\\:\n\r\0"'):
        return False
    return (docs / path).parent.resolve().is_relative_to(docs.resolve())


def _parents(docs: Path, path: str) -> list[Path]:
    """The folders between `docs` and the page, innermost first."""
    return [docs / parent for parent in PurePosixPath(path).parents if parent.parts]


def _holds(file: Path, data: bytes) -> bool:
    try:
        return file.stat().st_size == len(data) and file.read_bytes() == data
    except OSError:
        return False


def _replace_all(docs: Path, files: Mapping[str, bytes]) -> None:
    replace_files({docs / path: data for path, data in files.items()})


def replace_files(files: Mapping[Path, bytes]) -> None:
    """Write all files beside their places first, so that a full disk changes none of them."""
    ready: list[tuple[Path, Path]] = []
    try:
        for target, data in files.items():
            target.parent.mkdir(parents=True, exist_ok=True)
            # Threads share a process number, and so may two containers over one folder.
            temporary = target.with_name(f".{target.name}.{token_hex(8)}.tmp")
            ready.append((temporary, target))
            temporary.write_bytes(data)
            if target.exists():
                shutil.copymode(target, temporary)
        for temporary, target in ready:
            temporary.replace(target)
    finally:
        for temporary, _ in ready:
            temporary.unlink(missing_ok=True)


def _remove(docs: Path, path: str) -> bool:
    """Remove a page and the folders that it leaves empty; whether it was still there."""
    target = docs / path
    there = target.exists()
    if there:
        target.unlink()
    for folder in _parents(docs, path):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
    return there
