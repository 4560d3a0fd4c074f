"""Gzip files that are the same wherever they are made: no name, no time, no system in their head."""

from __future__ import annotations

import zlib

_HEAD = b"\x1f\x8b\x08\0\0\0\0\0\x02\xff"
"""`gzip.compress` writes the system into the last byte, or does not, as the version of Python has it."""


def gzipped(data: bytes, level: int = 9) -> bytes:
    """Give data as a gzip file."""
    squeeze = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    body = squeeze.compress(data) + squeeze.flush()
    end = zlib.crc32(data).to_bytes(4, "little") + (len(data) % 2**32).to_bytes(4, "little")
    return _HEAD + body + end
