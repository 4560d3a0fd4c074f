"""What Python compiled while it ran, for a later start: a browser keeps it, and starts sooner."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

_OF_ANY_AGE = b"\1\0\0\0"
"""The flags of compiled code that is not held against its source (PEP 552): a browser's sources are new at each start."""


def compiled(folder: Path) -> bytes:
    """Give a zip archive of all compiled code in a folder, by its paths there."""
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        for file in sorted(folder.rglob("*.pyc")):
            code = file.read_bytes()
            archive.writestr(file.relative_to(folder).as_posix(), code[:4] + _OF_ANY_AGE + code[8:])
    return made.getvalue()
