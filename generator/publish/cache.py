"""What the last build left behind, so that the next one makes only what changed.

The old site's own files are the cache of pages: an article whose text, codebook, templates, addresses
and generator are the same has the same pages, and they are linked into the new site. Beside them stand
an index and, an article a file, what lists show. All of it is safe to delete; what is damaged or of
another version is not used.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
from contextlib import suppress
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pydantic import TypeAdapter, ValidationError

from generator.pages.card import Card
from generator.publish.digest import digest, digest_of_files
from generator.publish.kept import Index, KeptEngine
from generator.publish.made import Shown
from generator.write import replace_files

if TYPE_CHECKING:
    from generator.dataset.piece import Piece

FOLDER = ".cache/whosays"
"""Where it stands in a project; git ignores it."""

_LIBRARIES = ("jinja2", "markdown-it-py", "mdit-py-plugins", "pydantic", "ruamel.yaml", "segno")
"""The packages whose versions decide what a page looks like, besides our own code."""

_PIECE = ".piece"
_INDEX, _ENGINE, _DETAILS = "index.json", "engine.json", "details"

_A_WHILE = 24 * 60 * 60
"""In seconds: another build at this moment may still use it."""

Value = TypeVar("Value")


class Spoiled(Exception):
    """A file of the cache is not what was put there."""


class Cache:
    """The cache of one project for one place of its site."""

    def __init__(self, root: Path, site: Path) -> None:
        name = digest(site.resolve())[:12]
        self.folder = root / FOLDER / name
        self.lock = self.folder / "lock"
        self.details = self.folder / _DETAILS

    def index(self) -> Index:
        """Give the index of the last build, or an empty one where there was none; it may be `Spoiled`."""
        try:
            index = read_checked(self.folder / _INDEX, _index())
            return replace(index, engine=self._engine())
        except FileNotFoundError:
            return Index()

    def engine(self) -> KeptEngine | None:
        """Give what the engine made in the last build; None where that is missing or spoiled."""
        try:
            return self._engine()
        except (FileNotFoundError, Spoiled):
            return None

    def _engine(self) -> KeptEngine:
        return read_checked(self.folder / _ENGINE, _engine())

    def keep_engine(self, engine: KeptEngine) -> None:
        """Write what the engine made: apart, for a preview needs nothing else."""
        self.folder.mkdir(parents=True, exist_ok=True)
        write_checked(self.folder / _ENGINE, _engine().dump_json(engine))

    def keep(self, index: Index) -> None:
        """Write the index of this build, and drop details that it has not used, after a while."""
        if index.engine:
            self.keep_engine(index.engine)
        listed = replace(index, engine=None)
        write_checked(self.folder / _INDEX, _index().dump_json(listed))
        used = {kept.made.key for kept in index.articles.values()}
        with suppress(FileNotFoundError), os.scandir(self.details) as found:
            for file in found:
                with suppress(FileNotFoundError):  # another build may tidy up as well
                    if (
                        file.name.partition(".")[0] not in used
                        and time.time() - file.stat().st_mtime > _A_WHILE
                    ):
                        os.unlink(file)  # noqa: PTH108

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


def keep_shown(folder: Path, key: str, shown: Shown) -> str:
    """Write what other pages show of an article, and give a key of its card.

    The same key of an article always holds the same.
    """
    folder.mkdir(parents=True, exist_ok=True)
    write_checked(folder / f"{key}.json", _shown().dump_json(shown))
    return digest(_card().dump_json(shown.details.card))


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
def _engine() -> TypeAdapter[KeptEngine]:
    return TypeAdapter(KeptEngine)


@cache
def _shown() -> TypeAdapter[Shown]:
    return TypeAdapter(Shown)


@cache
def _card() -> TypeAdapter[Card]:
    return TypeAdapter(Card)


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
