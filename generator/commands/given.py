"""The files that somebody names for an import: one with those beside it, a folder, or a zip."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile

from generator.exchange.format import Format
from generator.model import Place, Problem
from generator.reading.problem import error

MOST = 500_000_000
"""So many bytes a zip may hold, unpacked."""
_HINT = "Name a file, a folder or a zip that can be opened."


def given_files(path: Path, form: Format) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """The files of a format at `path`, by name, and what cannot be opened."""
    try:
        if path.is_dir():
            found = {
                each.name: each.read_bytes()
                for each in sorted(path.iterdir())
                if each.is_file() and _wanted(each.name, form)
            }
        elif path.suffix == ".zip":
            found = _unzipped(path, form)
        else:
            beside = [path, *(path.with_name(path.stem + e) for e in form.BESIDE if e[0] == ".")]
            beside += [path.with_name(name) for name in form.BESIDE if name[0] != "."]
            found = {each.name: each.read_bytes() for each in beside if each.is_file()}
    except (OSError, BadZipFile, RuntimeError, NotImplementedError, EOFError) as fault:
        said = fault.strerror if isinstance(fault, OSError) else fault
        return {}, (_problem(path, f"It cannot be opened: {said}."),)
    if not found:
        return {}, (_problem(path, f"No file in it ends in {form.ENDING}."),)
    return found, ()


def _unzipped(path: Path, form: Format) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    with ZipFile(path) as archive:
        entries = [each for each in archive.infolist() if not each.is_dir()]
        if sum(each.file_size for each in entries) > MOST:
            raise BadZipFile("it holds more than an import takes")
        for each in entries:
            name = PurePosixPath(each.filename).name
            if _wanted(name, form):
                found[name] = archive.read(each)
    return found


def _wanted(name: str, form: Format) -> bool:
    return name.endswith((form.ENDING, *form.BESIDE))


def _problem(path: Path, message: str) -> Problem:
    return error("not-opened", Place(path.as_posix(), 1, 1, 1, ""), message, _HINT)
