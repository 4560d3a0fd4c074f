"""What the last build left behind, so that the next one makes only what changed.

The old site's own files are the cache of pages: an article whose text, codebook, templates, addresses
and generator are the same has the same pages, and they are linked into the new site. Beside them stand
an index and, an article a file, what lists show. All of it is safe to delete; what is damaged or of
another version is not used.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pydantic import TypeAdapter, ValidationError

from generator.publish.digest import digest, digest_of_files
from generator.publish.made import Made, Shown
from generator.stamp import Shell, ShellKey
from generator.write import replace_files

if TYPE_CHECKING:
    from generator.dataset.piece import Piece

FOLDER = ".cache/whosays"
"""Where it stands in a project; git ignores it."""

DETAILS = "details"
"""The folder in it for what other pages show of articles."""

_LIBRARIES = ("jinja2", "markdown-it-py", "mdit-py-plugins", "pydantic", "ruamel.yaml", "segno")
"""The packages whose versions decide what a page looks like, besides our own code."""

_PIECE = ".piece"

_A_WHILE = 24 * 60 * 60
"""In seconds: another place of the site, or another build at this moment, may still use it."""

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Stamped:
    """A file as it was written."""

    path: str
    """Its path in the site."""
    size: int
    """Its size, in bytes."""
    changed: int
    """When it was last changed, in nanoseconds: a file that anyone touched since is made anew."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An article of the last build."""

    made: Made
    """What became of it."""
    files: tuple[Stamped, ...]
    """Its files."""


@dataclass(frozen=True, slots=True)
class KeptEngine:
    """What the engine made in the last build."""

    key: str
    """What decided it."""
    shells: tuple[tuple[ShellKey, Shell], ...]
    """The shells of all kinds of page."""
    files: tuple[Stamped, ...]
    """Its own files in the site: pages written by hand, styles, scripts, fonts."""


@dataclass(frozen=True, slots=True)
class Index:
    """The last build."""

    engine: KeptEngine | None = None
    """What the engine made."""
    articles: dict[str, Kept] = field(default_factory=dict)
    """The articles, by slug."""


class Spoiled(Exception):
    """A file of the cache is not what was put there."""


class Cache:
    """The cache of one project for one place of its site."""

    def __init__(self, root: Path, site: Path) -> None:
        name = digest(site.resolve())[:12]
        self.folder = root / FOLDER / name
        self.lock = self.folder / "lock"
        self.details = root / FOLDER / DETAILS

    def index(self) -> Index:
        """Give the index of the last build, or an empty one where there was none; it may be `Spoiled`."""
        try:
            return read_checked(self.folder / "index.json", _index())
        except FileNotFoundError:
            return Index()

    def index_or_none(self) -> Index:
        """Give the index of the last build, or an empty one where it is missing or spoiled."""
        try:
            return self.index()
        except Spoiled:
            return Index()

    def keep(self, index: Index) -> None:
        """Write the index of this build, and drop details that no build has used for a while."""
        self.folder.mkdir(parents=True, exist_ok=True)
        write_checked(self.folder / "index.json", _index().dump_json(index))
        used = {kept.made.key for kept in index.articles.values()}
        for file in self.details.glob("*.*"):
            with suppress(FileNotFoundError):  # another build may tidy up as well
                if (
                    file.name.partition(".")[0] not in used
                    and time.time() - file.stat().st_mtime > _A_WHILE
                ):
                    file.unlink()

    def shown(self, key: str) -> Shown:
        """Read what other pages show of the article that was made by this key; it may be `Spoiled`."""
        try:
            return read_checked(self.details / f"{key}.json", _shown())
        except FileNotFoundError:
            raise Spoiled from None

    def piece(self, key: str) -> Piece:
        """Read what the article that was made by this key gives to the data set; it may be `Spoiled`."""
        try:
            return read_checked(self.details / f"{key}{_PIECE}", _piece())
        except FileNotFoundError:
            raise Spoiled from None


def keep_piece(folder: Path, key: str, piece: Piece) -> None:
    """Write what an article gives to the data set; the same key always holds the same."""
    folder.mkdir(parents=True, exist_ok=True)
    write_checked(folder / f"{key}{_PIECE}", _piece().dump_json(piece))


def keep_shown(folder: Path, key: str, shown: Shown) -> None:
    """Write what other pages show of an article; the same key always holds the same."""
    folder.mkdir(parents=True, exist_ok=True)
    write_checked(folder / f"{key}.json", _shown().dump_json(shown))


def stamped(site: Path, paths: Iterable[str]) -> tuple[Stamped, ...]:
    """Give files of the site as they are now."""
    found = ((path, (site / path).stat()) for path in paths)
    return tuple(Stamped(path, now.st_size, now.st_mtime_ns) for path, now in found)


def carried(files: Iterable[Stamped], old: Path, new: Path) -> bool:
    """Link files of the old site into the new one; False, with nothing promised, if one is another now.

    Where both are one folder, nothing is linked.
    """
    folders: set[str] = set()
    linked: list[str] = []
    for file in files:
        target = f"{new}/{file.path}"
        try:
            if old != new:
                folder = target.rpartition("/")[0]
                if folder not in folders:
                    os.makedirs(folder, exist_ok=True)  # noqa: PTH103
                    folders.add(folder)
                _link(f"{old}/{file.path}", target)
                linked.append(target)
            # What was linked, for in that moment another build may have put its site there.
            now = os.stat(target)  # noqa: PTH116 - forty thousand times: paths as text are faster
        except FileNotFoundError:
            now = None
        if now is None or now.st_size != file.size or now.st_mtime_ns != file.changed:
            for path in linked:
                os.unlink(path)  # noqa: PTH108
            return False
    return True


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except FileExistsError:
        Path(target).unlink()
        os.link(source, target)
    except FileNotFoundError:
        raise
    except OSError:  # a file system without hard links
        shutil.copy2(source, target)


@cache
def generator_key() -> str:
    """Give a key of this generator: its code, its data, Python and the packages that it stands on."""
    here = Path(__file__).parents[1]
    code = [path for path in here.rglob("*") if path.suffix in (".py", ".yml")]
    versions = [f"{name} {version(name)}" for name in _LIBRARIES]
    return digest(digest_of_files(here, code), sys.version, *versions)


@cache
def _index() -> TypeAdapter[Index]:
    return TypeAdapter(Index)


@cache
def _shown() -> TypeAdapter[Shown]:
    return TypeAdapter(Shown)


@cache
def _piece() -> TypeAdapter[Piece]:
    from generator.dataset.piece import Piece

    return TypeAdapter(Piece)


def write_checked(file: Path, data: bytes) -> None:
    """Write a file with the key of this generator and a checksum at its head."""
    head = f"{generator_key()} {hashlib.sha256(data).hexdigest()}\n".encode()
    replace_files({file: head + data})


def read_checked(file: Path, adapter: TypeAdapter[Value]) -> Value:
    """Read such a file; it is `Spoiled` where it is damaged or another generator wrote it."""
    try:
        return adapter.validate_json(bytes_checked(file))
    except ValidationError:
        raise Spoiled from None


def bytes_checked(file: Path) -> bytes:
    """Read what `write_checked` wrote; it is `Spoiled` where it is damaged or another generator's."""
    try:
        head, _, data = file.read_bytes().partition(b"\n")
    except FileNotFoundError:
        raise
    except OSError:
        raise Spoiled from None
    if head.decode("ascii", "replace") != f"{generator_key()} {hashlib.sha256(data).hexdigest()}":
        raise Spoiled
    return data
