"""What stands in the site for the workbench to run on: made from the fetched files and this generator.

A file's name has what is in it, so that a browser may keep it for ever. `engine.json` lists the files;
it is always there, and says why where the engine is not.
"""

from __future__ import annotations

import hashlib
import json
import time
import zlib
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path, PurePosixPath

from generator.addresses import read_addresses
from generator.runtime.fetch import fetch, fetched, runtime_folder
from generator.runtime.packages import PACKAGES, Lacking, packages, packed
from generator.runtime.pins import ABI, CORE, PINS, PYTHON
from generator.runtime.python import LIBRARY, LOADER, MODULE, WASM, python_file
from generator.write import replace_files

FOLDER = "contribute/workbench/engine"
"""Where it stands, in the site and under `docs/`."""

LIST = "engine.json"
"""What lists its files."""

NOT_FETCHED = "what it runs on could not be fetched when this site was built"

_ROLES = {"loader": LOADER, "module": MODULE, "wasm": WASM, "library": LIBRARY}
_MADE = "made"
_A_WHILE = 24 * 60 * 60  # in seconds: another build may still use it


FETCHING = "Fetching what the workbench runs on: 8 MB, once for this project."


def prepare(root: Path, environ: Mapping[str, str], say: Callable[[str], None]) -> str:
    """Fetch what is not there, before a build; give why that could not be, or an empty string."""
    folder = runtime_folder(root, environ)
    if not read_addresses(root, environ).workbench or _other_core() or fetched(folder):
        return ""
    say(FETCHING)
    return fetch(folder)


def engine_files(root: Path, environ: Mapping[str, str]) -> tuple[dict[str, str | bytes], str]:
    """Give the engine's files by their paths in the site, and why there is none, or an empty string.

    Only what was fetched before is used: nothing here asks the network.
    """
    folder = runtime_folder(root, environ)
    why = _other_core() or ("" if fetched(folder) else NOT_FETCHED)
    try:
        made = {} if why else _made(root, folder)
    except Lacking as lacking:
        made, why = {}, str(lacking)
    named = {role: (_named(name, data), data) for role, (name, data) in made.items()}
    listed = {
        "abi": ABI,
        "files": {role: {"name": name, "size": len(data)} for role, (name, data) in named.items()},
        "why": why,
    }
    files: dict[str, str | bytes] = {f"{FOLDER}/{name}": data for name, data in named.values()}
    files[f"{FOLDER}/{LIST}"] = json.dumps(listed, indent=1, sort_keys=True) + "\n"
    return files, why


def engine_key(root: Path, environ: Mapping[str, str]) -> str:
    """Give a key of what decides the engine's files and why there are none, without reading them."""
    folder = runtime_folder(root, environ)
    found = ((folder / pin.file, pin) for pin in PINS)
    seen = [
        f"{pin} {file.stat().st_size} {file.stat().st_mtime_ns}"
        if file.is_file()
        else f"{pin} none"
        for file, pin in found
    ]
    return f"{_key(root)} {_other_core()} {' '.join(seen)}"


def _other_core() -> str:
    """Why the pinned core does not go with the installed pydantic, or an empty string."""
    try:
        here = version(CORE.name)
    except PackageNotFoundError:
        here = "none"
    if here == CORE.version:
        return ""
    return f"the installed pydantic wants {CORE.name} {here}, and {CORE.version} is pinned"


def _made(root: Path, folder: Path) -> dict[str, tuple[str, bytes]]:
    """The name and the content of each file, by what the worker does with it."""
    archive = folder / PYTHON.file
    key = _digest(Path(__file__).parent.glob("*.py"), PYTHON.sha256, zlib.ZLIB_RUNTIME_VERSION)
    made = {
        role: (
            name,
            _kept(folder / _MADE / f"{key[:16]}-{name}", partial(python_file, archive, name)),
        )
        for role, name in _ROLES.items()
    }
    place = folder / _MADE / f"{_key(root)[:16]}-packages.zip"
    made["core"] = ("core.zip", (folder / CORE.file).read_bytes())
    made["packages"] = ("packages.zip", _kept(place, lambda: packed(packages(root))))
    return made


def _key(root: Path) -> str:
    """A key of what decides the packages: they are put together anew only when it is another."""
    here = Path(__file__).parents[1]
    files = [path for path in here.rglob("*") if path.suffix in (".py", ".yml")]
    files += [*(root / "templates").rglob("*.j2"), root / "content" / "codebook.yml"]
    return _digest(
        files, zlib.ZLIB_RUNTIME_VERSION, *(f"{name} {version(name)}" for name in PACKAGES)
    )


def _digest(files: Iterable[Path], *words: str) -> str:
    """A key of files, by their whole names, and of what is in them."""
    told = [f"{path} {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in sorted(files)]
    return hashlib.sha256("\n".join((*told, *words)).encode()).hexdigest()


def _kept(file: Path, make: Callable[[], bytes]) -> bytes:
    """What was made for this file before, or is now; a damaged one is made anew."""
    with suppress(OSError):
        head, _, data = file.read_bytes().partition(b"\n")
        if head == hashlib.sha256(data).hexdigest().encode():
            return data
    data = make()
    with suppress(OSError):  # a folder that cannot be written to only makes the next build slower
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_files({file: hashlib.sha256(data).hexdigest().encode() + b"\n" + data})
        _tidy(file)
    return data


def _tidy(made: Path) -> None:
    """Remove the same file of earlier builds, once it has been lying there for a while."""
    for file in made.parent.glob(f"*-{made.name.partition('-')[2]}"):
        if file != made and time.time() - file.stat().st_mtime > _A_WHILE:
            file.unlink()


def _named(name: str, data: bytes) -> str:
    """The name with what is in it: `packages.0123456789abcdef.zip`."""
    path = PurePosixPath(name)
    stem, _, ending = path.name.partition(".")
    return f"{stem}.{hashlib.sha256(data).hexdigest()[:16]}.{ending}"
