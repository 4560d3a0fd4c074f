"""Keys of what decides something: the same parts, in the same order, give the same key."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path


def digest(*parts: object) -> str:
    """Give the key of parts."""
    made = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else str(part).encode("utf-8", "surrogatepass")
        made.update(len(data).to_bytes(8, "big"))
        made.update(data)
    return made.hexdigest()


def digest_of_files(folder: Path, paths: Iterable[Path]) -> str:
    """Give the key of files: their names under a folder, and what is in them."""
    parts = ((path.relative_to(folder).as_posix(), path.read_bytes()) for path in sorted(paths))
    return digest(*(part for pair in parts for part in pair))
