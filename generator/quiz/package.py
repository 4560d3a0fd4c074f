"""A zip that is the same, byte for byte, whenever and wherever it is made from the same files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_WHEN = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can hold."""
_UNIX, _READABLE = 3, 0o100644 << 16


def package(files: Mapping[str, bytes]) -> bytes:
    """Pack files, by their paths, in the order given."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path, data in files.items():
            entry = zipfile.ZipInfo(path, _WHEN)
            entry.create_system = _UNIX
            entry.external_attr = _READABLE
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
