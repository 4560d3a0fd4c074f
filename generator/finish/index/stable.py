"""The same articles give the same index: Pagefind lists its filters in the order of chance, we sort them.

Of all that Pagefind 1.5 writes this list alone differs from run to run. It is in the file that is
loaded first, in CBOR: an array of version, pages, chunks, filters, sorts and fields.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path

from generator.gzipped import gzipped

_MAGIC = b"pagefind_dcd"
_FILTERS = 3
_LENGTHS = {24: 1, 25: 2, 26: 4, 27: 8}
_TEXTS, _ARRAY = (2, 3), 4


def settle(folder: Path) -> None:
    """Sort the filters of the index in this folder, and name its first file after what it holds."""
    entry = folder / "pagefind-entry.json"
    listed = json.loads(entry.read_text(encoding="utf-8"))
    for language, about in sorted(listed["languages"].items()):
        first = folder / f"pagefind.{about['hash']}.pf_meta"
        data = _sorted(gzip.decompress(first.read_bytes()))
        first.unlink()
        about["hash"] = f"{language}_{hashlib.sha256(data).hexdigest()[:10]}"
        packed = gzipped(data)
        (folder / f"pagefind.{about['hash']}.pf_meta").write_bytes(packed)
    text = json.dumps(listed, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    entry.write_text(text, encoding="utf-8", newline="\n")


def _sorted(data: bytes) -> bytes:
    if not data.startswith(_MAGIC):
        raise ValueError("the index is not as this version of Pagefind writes it")
    _, count, at = _head(data, len(_MAGIC))
    if count <= _FILTERS:
        raise ValueError("the index has no list of filters")
    for _ in range(_FILTERS):
        at = _end(data, at)
    _, count, start = _head(data, at)
    filters, at = [], start
    for _ in range(count):
        after = _end(data, at)
        filters.append(data[at:after])
        at = after
    return data[:start] + b"".join(sorted(filters)) + data[at:]


def _head(data: bytes, at: int) -> tuple[int, int, int]:
    """The sort of a value of CBOR, its number or length, and where what it holds begins."""
    sort, low = data[at] >> 5, data[at] & 31
    size = _LENGTHS.get(low, 0)
    return sort, int.from_bytes(data[at + 1 : at + 1 + size]) if size else low, at + 1 + size


def _end(data: bytes, at: int) -> int:
    """Where the value that begins here ends."""
    sort, number, after = _head(data, at)
    if sort in _TEXTS:
        return after + number
    for _ in range(number if sort == _ARRAY else 0):
        after = _end(data, after)
    return after
