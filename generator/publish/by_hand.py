"""Files of docs/ that are written by hand."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from generator.write import read_manifest


def files_by_hand(docs: Path) -> tuple[str, ...]:
    """Give the files of `docs` that the generator did not write there, in order of name."""
    generated = read_manifest(docs)
    return tuple(sorted(path for path in _files(docs, "") if path not in generated))


def _files(folder: Path | os.DirEntry[str], above: str) -> Iterator[str]:
    with os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir():
                yield from _files(entry, f"{above}{entry.name}/")
            elif entry.is_file():
                yield f"{above}{entry.name}"
