"""Which modules of the generator a browser needs: what one of them imports, and what these import."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

DOOR = "generator/workbench/door.py"
"""What the workbench calls."""


def needed(package: Path, first: str = DOOR) -> tuple[Path, ...]:
    """Give the files of the modules behind `first`, with the data that stands beside them.

    `package` is the folder of the generator; paths are counted from the folder that holds it.
    """
    home = package.parent
    found: set[Path] = set()
    waiting = [home / first]
    while waiting:
        file = waiting.pop()
        if file in found or not file.is_file():
            continue
        found.add(file)
        waiting += [f / "__init__.py" for f in file.parents if f.is_relative_to(package)]
        waiting += [path for name in _imported(file) for path in _files(home, name)]
    rooms = {file.parent for file in found}
    data = [path for path in package.rglob("*.yml") if _room(path) in rooms]
    return tuple(sorted({*found, *data}))


def _imported(file: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in it the import stands."""
    for node in ast.walk(ast.parse(file.read_bytes(), str(file))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _files(home: Path, module: str) -> Iterator[Path]:
    """Where a module of ours can be: a file, or a folder."""
    if module.split(".")[0] == "generator":
        path = home.joinpath(*module.split("."))
        yield path.with_suffix(".py")
        yield path / "__init__.py"


def _room(path: Path) -> Path:
    """The folder of the modules that a file of data belongs to."""
    return next(folder for folder in path.parents if (folder / "__init__.py").is_file())
