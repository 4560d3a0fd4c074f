"""The full-text index of the built site, which the search page reads piece by piece.

Pagefind builds it from a page for each article that we write for it alone, and that is gone afterwards.
`docs/decisions/0009-full-text-search.md` says why, and what a reader's phone loads.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from generator.finish.index.document import document
from generator.finish.index.stable import settle

FOLDER = "search/index"
"""Where the index stands in the site."""

_USED = ("pagefind.js", "pagefind-entry.json", "wasm.en.pagefind", "*.pf_meta")
_KEY = "key.txt"
_PIECES = ("fragment", "index", "filter")
_LANGUAGE = "en"
"""One index for all articles, whatever their language: a reader searches in all at once."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """What became of the index."""

    articles: int = 0
    """How many articles it finds."""
    size: int = 0
    """Its bytes."""
    fault: str = ""
    """Why there is none; or empty."""


def write_index(
    site: Path, documents: Iterable[tuple[str, str]], old: Path | None = None
) -> Indexed:
    """Build the index of articles, each given as slug and document, into the site in this folder.

    Where the site in the folder `old` has the index of the same documents, it is linked into the new one.
    """
    if find_spec("pagefind") is None:
        return Indexed(
            fault="the package `pagefind`, which builds the index of words, is not installed; "
            "install `pagefind[bin]`, or build with --no-index"
        )
    target = site / FOLDER
    shutil.rmtree(target, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=f".{site.name}-words-", dir=site.parent) as workshop:
        texts, made = Path(workshop, "texts"), Path(workshop, "index")
        count, key = _write(texts, documents)
        if not count:
            return Indexed()
        if old and _key_of(old / FOLDER) == key:
            shutil.copytree(old / FOLDER, target, copy_function=_link)
            return Indexed(count, _size(target))
        if fault := _pagefind(texts, made):
            return Indexed(fault=f"Pagefind could not build the index of words: {fault}")
        try:
            settle(made)
        except (ValueError, KeyError, OSError) as error:
            return Indexed(fault=f"the index of words cannot be put in order: {error}")
        _move(made, target)
        (target / _KEY).write_text(key, encoding="ascii")
    return Indexed(count, _size(target))


def _write(texts: Path, documents: Iterable[tuple[str, str]]) -> tuple[int, str]:
    """Put each document where its page has its address; give their number, and a key of what they are."""
    key, count = hashlib.sha256(version("pagefind").encode()), 0
    for code in sorted(Path(__file__).parent.glob("*.py")):
        key.update(code.read_bytes())
    for slug, text in documents:
        folder = texts / "articles" / slug
        folder.mkdir(parents=True)
        data = text.encode("utf-8")
        (folder / "index.html").write_bytes(data)
        key.update(f"{slug} {len(data)} ".encode() + data)
        count += 1
    return count, key.hexdigest()


def _key_of(folder: Path) -> str:
    try:
        return (folder / _KEY).read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        return ""


def _pagefind(texts: Path, made: Path) -> str:
    """Run Pagefind, and give what it says where it fails; no settings but these reach it."""
    settings = ("--site", str(texts), "--output-path", str(made), "--force-language", _LANGUAGE)
    done = subprocess.run(
        (sys.executable, "-m", "pagefind", *settings, "--silent"),
        cwd=texts,
        env={name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    said = done.stdout.strip().splitlines()
    return (said[-1] if said else f"it ended with {done.returncode}") if done.returncode else ""


def _move(made: Path, target: Path) -> None:
    """Move into the site what the search page loads, and none of Pagefind's own interfaces."""
    target.mkdir(parents=True)
    for pattern in (*_USED, *_PIECES):
        for found in made.glob(pattern):
            shutil.move(found, target / found.name)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # a file system without hard links
        shutil.copy2(source, target)


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


__all__ = ["FOLDER", "Indexed", "document", "write_index"]
