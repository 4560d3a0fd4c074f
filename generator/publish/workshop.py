"""The folder that a new site is built in, beside the old one, and how it comes into its place."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from generator.publish.lock import locked
from generator.publish.swap import swap

_LOCK, _OLD = "lock", "old"


class Unfinished(Exception):
    """Why there is no new site, in words."""


class Place:
    """Where a new site is built."""

    def __init__(self, site: Path, folder: Path, lock: Path) -> None:
        self.site, self.lock = site, lock
        self.new = folder / "new"
        """The folder of the new site."""
        self.new.mkdir()
        self.old = folder / _OLD
        """Where the old site goes."""

    def clear(self) -> None:
        """Begin anew."""
        shutil.rmtree(self.new)
        self.new.mkdir()

    def put(self) -> None:
        """Put the new site in the old one's place; of several builds at once, one after the other."""
        with locked(self.lock):
            try:
                swap(self.new, self.site, old=self.old)
            except OSError as error:
                raise Unfinished(f"{self.site} cannot be replaced: {error}") from error


@contextmanager
def workshop(root: Path, site: Path, lock: Path) -> Iterator[Place]:
    """Give a place to build the site of the project at `root`; afterwards nothing of it is left.

    `lock` is the file whose lock a build holds while it puts its site in place.

    What builds that were killed have left behind goes too.
    """
    if fault := _not_a_place_for_a_site(root, site):
        raise Unfinished(fault)
    site = site.resolve()
    with ExitStack() as stack:
        try:
            site.parent.mkdir(parents=True, exist_ok=True)
            lock.parent.mkdir(parents=True, exist_ok=True)
            with locked(lock):  # or another build tidies this folder away before it has its lock
                _tidy(site)
                folder = Path(tempfile.mkdtemp(prefix=f".{site.name}-", dir=site.parent))
                stack.callback(shutil.rmtree, folder, ignore_errors=True)
                stack.enter_context(locked(folder / _LOCK))
                place = Place(site, folder, lock)
        except OSError as error:
            raise Unfinished(f"{site.parent} cannot be written to: {error.strerror}") from error
        yield place


def _tidy(site: Path) -> None:
    """Remove the folders of builds that are no longer running: nobody holds their lock."""
    for folder in site.parent.glob(f".{site.name}-*"):
        with suppress(OSError), locked(folder / _LOCK, wait=False):
            if not site.exists() and (folder / _OLD).is_dir():
                (folder / _OLD).rename(site)  # that build was killed between two renames
            shutil.rmtree(folder, ignore_errors=True)


def _not_a_place_for_a_site(root: Path, site: Path) -> str:
    """Why the folder must not be replaced, or an empty string: it is deleted with all its files."""
    site, root = site.resolve(), root.resolve()
    if root.is_relative_to(site):
        return f"{site} holds the project itself; choose a folder for the site alone"
    if site.exists() and not site.is_dir():
        return f"{site} is a file; choose a folder for the site"
    if site.is_dir() and any(site.iterdir()) and not (site / "index.html").is_file():
        return f"{site} holds something that is not a site; choose another folder, or empty it"
    return ""
