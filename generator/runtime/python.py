"""Python for browsers as the site has it: what the workbench needs of the fetched package."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generator.gzipped import gzipped
from generator.runtime.packages import packed

LOADER, MODULE, WASM, LIBRARY = "pyodide.js", "pyodide.asm.js", "pyodide.wasm.packed", "library.zip"
"""Its four files, as we call them: some servers do not know `.mjs`, and unpack `.gz` on the way."""

_MEMBERS = {
    LOADER: "package/pyodide.mjs",
    MODULE: "package/pyodide.asm.mjs",
    WASM: "package/pyodide.asm.wasm",
    LIBRARY: "package/python_stdlib.zip",
}

_LEFT_OUT = (
    *("_pyrepl", "concurrent/interpreters", "ctypes", "curses", "dbm", "doctest.py", "ensurepip"),
    *("ftplib.py", "http", "imaplib.py", "mailbox.py", "multiprocessing", "optparse.py", "pdb.py"),
    *("poplib.py", "smtplib.py", "sqlite3", "tomllib", "turtle.py", "unittest", "venv", "wave.py"),
    *("wsgiref", "xml", "xmlrpc", "zipapp.py"),
)
"""Parts of the standard library that neither the core nor its packages import."""

_ENCODINGS = frozenset(
    {"__init__", "aliases", "ascii", "cp437", "idna", "latin_1", "punycode", "raw_unicode_escape"}
    | {"unicode_escape", "utf_16", "utf_16_be", "utf_16_le", "utf_32", "utf_8", "utf_8_sig"}
)
"""The encodings that are kept: all texts are UTF-8."""


def python_file(archive: Path, name: str) -> bytes:
    """Give one of the four files, from the fetched package."""
    with tarfile.open(archive) as package:
        found = package.extractfile(_MEMBERS[name])
        assert found, "the package is the pinned one"
        data = found.read()
    if name == WASM:
        return gzipped(data)
    return packed(dict(_library(data))) if name == LIBRARY else data


def _library(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The standard library, without what a worker in a browser has no use for."""
    with zipfile.ZipFile(io.BytesIO(data)) as library:
        for name in library.namelist():
            if not name.endswith("/") and _is_kept(PurePosixPath(name)):
                yield name, library.read(name)


def _is_kept(path: PurePosixPath) -> bool:
    if path.parts[0] == "encodings":
        return path.stem in _ENCODINGS
    return not any(path.is_relative_to(left_out) for left_out in _LEFT_OUT)
