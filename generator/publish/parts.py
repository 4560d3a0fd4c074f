"""A library in parts, each made by another machine, and carried over into one site.

A part holds the finished files of every n-th article, with what the library keeps of each. What it was
made from has to be the same here, to the byte, or the article is made anew.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from generator.publish.cache import Spoiled, read_checked, write_checked
from generator.publish.digest import digest
from generator.publish.made import Made, Workshop

SITE, DETAILS = "site", "details"
"""The folders of a part: its finished files, and what other pages show of its articles."""

_LIST = "part.json"


@dataclass(frozen=True, slots=True)
class Portion:
    """An article of a part."""

    made: Made
    """What became of it."""
    digests: tuple[str, ...]
    """What is in its files, in their order."""


_PORTIONS = TypeAdapter(list[Portion])


def keep_part(part: Path, made: Iterable[Made]) -> None:
    """Write what a part holds, once its files are there."""
    portions = [
        Portion(one, tuple(_digest(part / SITE / name) for name in one.files)) for one in made
    ]
    write_checked(part / _LIST, _PORTIONS.dump_json(portions))


def carry_parts(
    parts: Sequence[Path], files: Sequence[Path], shop: Workshop
) -> tuple[dict[str, Made], tuple[str, ...]]:
    """Put what parts hold of these files into the new site; by slug, and a word on each spoiled part."""
    wanted = {file.stem: file for file in files} if parts else {}
    found: dict[str, Made] = {}
    words: list[str] = []
    for part in parts:
        try:
            portions = read_checked(part / _LIST, _PORTIONS)
        except (Spoiled, FileNotFoundError):
            words.append(f"{part.name} is no part of this build: its articles were made anew.")
            continue
        for portion in portions:
            made = portion.made
            file = wanted.get(made.slug)
            if file and _is_of(made, file, shop) and _is_whole(part, portion):
                _copy(part, made, shop)
                found[made.slug] = made
    return found, tuple(words)


def _is_of(made: Made, file: Path, shop: Workshop) -> bool:
    return not file.is_symlink() and made.key == shop.key(made.slug, digest(file.read_bytes()))


def _is_whole(part: Path, portion: Portion) -> bool:
    files = zip(portion.made.files, portion.digests, strict=True)
    try:
        return all(_digest(part / SITE / name) == known for name, known in files)
    except OSError:
        return False


def _copy(part: Path, made: Made, shop: Workshop) -> None:
    for name in made.files:
        target = shop.site / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(part / SITE / name, target)
    shop.details.mkdir(parents=True, exist_ok=True)
    for file in (part / DETAILS).glob(f"{made.key}.*"):
        shutil.copyfile(file, shop.details / file.name)


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
