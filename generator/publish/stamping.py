"""Writes generated pages into the site: in their shells, with their policy, their links walked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.finish import finish_page
from generator.finish.addresses import Target
from generator.model import Problem
from generator.stamp import Shell, ShellKey, key_of, source_of


@dataclass(frozen=True, slots=True)
class Stamped:
    """Generated files in the site."""

    files: tuple[str, ...]
    """Their paths in the site."""
    problems: tuple[Problem, ...]
    """What is wrong with each page by itself."""
    wants: dict[str, tuple[Target, ...]]
    """What each page links to in other files."""
    anchors: dict[str, tuple[str, ...]]
    """The ids on each page."""


def keys_of(files: Mapping[str, str | bytes]) -> set[ShellKey]:
    """Give the keys of the shells that generated files need."""
    found: set[ShellKey] = set()
    for path, text in files.items():
        if path.endswith(".md"):
            source = source_of(str(text))
            found.add(key_of(path, source.front, bool(source.headings)))
    return found


def stamp_files(
    files: Mapping[str, str | bytes], shells: Mapping[ShellKey, Shell], site: Path, home: str
) -> Stamped:
    """Write generated files, by their paths under `docs/`, into the site at this path of its server."""
    made: list[str] = []
    problems: list[Problem] = []
    wants: dict[str, tuple[Target, ...]] = {}
    anchors: dict[str, tuple[str, ...]] = {}
    for path, text in files.items():
        if path.endswith(".md"):
            source = source_of(str(text))
            shell = shells[key_of(path, source.front, bool(source.headings))]
            path = f"{path.removesuffix('.md')}.html"
            text, walk = finish_page(path, shell.fill(path, source), home)
            problems += walk.problems
            wants[path], anchors[path] = walk.wants, walk.anchors
        _write(site / path, text.encode("utf-8") if isinstance(text, str) else text)
        made.append(path)
    return Stamped(tuple(made), tuple(problems), wants, anchors)


def _write(place: Path, data: bytes) -> None:
    """Write a file that is not there; one that is may be a link to a file of the site that stands."""
    try:
        file = place.open("xb")
    except FileNotFoundError:
        place.parent.mkdir(parents=True, exist_ok=True)
        file = place.open("xb")
    except FileExistsError:
        place.unlink()
        file = place.open("xb")
    with file:
        file.write(data)
