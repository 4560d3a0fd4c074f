"""One zip with this generator and the pure-Python packages that it needs, as they are installed here."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path, PurePosixPath

from generator.runtime.closure import needed

PACKAGES = (
    *("annotated-types", "jinja2", "markdown-it-py", "markupsafe", "mdit-py-plugins", "mdurl"),
    *("pydantic", "ruamel.yaml", "typing-extensions", "typing-inspection"),
)
"""The distributions that go with the generator; compiled parts stay behind, where there is a plain one."""

UNUSED = (
    *("jinja2/async_utils.py.orig", "markdown_it/cli/*", "markdown_it/presets/*.txt"),
    *("pydantic/mypy.py", "pydantic/v1/*", "pydantic/_hypothesis_plugin.py"),
)
"""Modules that nothing here imports, and that are large."""

_LEVEL = 9
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o100644 << 16
_UNIX = 3


class Lacking(Exception):
    """A package that is not installed here, in words."""


def packed(files: Mapping[str, bytes]) -> bytes:
    """Give a zip of these files: the same files, the same bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.create_system = _UNIX
            entry.external_attr = _PLAIN_FILE
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[name], compresslevel=_LEVEL)
    return made.getvalue()


def packages(root: Path) -> dict[str, bytes]:
    """Give all that the browser needs of this Python, and of the project at `root`, as a project has it."""
    files = {name: data for package in PACKAGES for name, data in _of_package(package)}
    generator = Path(__file__).parents[1]
    found = [(path, generator.parent) for path in needed(generator)]
    templates = root / "templates"
    theme = templates / "theme"
    found += [(p, root) for p in templates.rglob("*.j2") if not p.is_relative_to(theme)]
    found += [(root / "content" / "codebook.yml", root)]
    return files | {path.relative_to(home).as_posix(): path.read_bytes() for path, home in found}


def _of_package(name: str) -> Iterator[tuple[str, bytes]]:
    """Give the modules of an installed package, and its licence."""
    try:
        files = distribution(name).files or ()
    except PackageNotFoundError:
        raise Lacking(f"the package {name} is not installed") from None
    for file in files:
        path = PurePosixPath(file.as_posix())
        if _is_wanted(path):
            yield str(path), Path(str(file.locate())).read_bytes()


def _is_wanted(path: PurePosixPath) -> bool:
    if ".." in path.parts or any(path.match(unused) for unused in UNUSED):
        return False
    licence = "LICEN" in path.name.upper() and path.suffix != ".py"
    return licence or path.suffix == ".py"
