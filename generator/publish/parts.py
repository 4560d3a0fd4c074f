"""A library in parts, each made by another machine, and carried over into one site.

A part holds the finished files of every n-th article, with what the library keeps of each. What it was
made from has to be the same here, to the byte, or the article is made anew.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import TypeAdapter

from generator.publish.cache import Spoiled, read_checked, write_checked
from generator.publish.digest import digest
from generator.publish.made import Made, Workshop

SITE, DETAILS = "site", "details"
"""The folders of a part: its finished files, and what other pages show of its articles."""

LIST = "part.json"
"""The list of its articles: written last, so a part without it is none."""


@dataclass(frozen=True, slots=True)
class Portion:
    """An article of a part."""

    made: Made
    """What became of it."""
    digests: tuple[str, ...]
    """What is in its files, in their order."""
    details: tuple[tuple[str, str], ...]
    """The names of what other pages show of it, and what is in them."""


_PORTIONS = TypeAdapter(list[Portion])


def keep_part(part: Path, made: Iterable[Made]) -> None:
    """Write what a part holds, once its files are there."""
    write_checked(part / LIST, _PORTIONS.dump_json([_portion(part, one) for one in made]))


def _portion(part: Path, made: Made) -> Portion:
    shown = sorted((part / DETAILS).glob(f"{made.key}.*")) if made.key else []
    return Portion(
        made,
        tuple(_digest(part / SITE / name) for name in made.files),
        tuple((file.name, _digest(file)) for file in shown),
    )


def carry_parts(
    parts: Sequence[Path], files: Sequence[Path], shop: Workshop
) -> tuple[dict[str, Made], tuple[str, ...]]:
    """Put what parts hold of these files into the new site; by slug, and a word on each spoiled part."""
    wanted = {file.stem: file for file in files} if parts else {}
    found: dict[str, Made] = {}
    words: list[str] = []
    for part in parts:
        try:
            portions = read_checked(part / LIST, _PORTIONS)
        except (Spoiled, FileNotFoundError):
            words.append(f"{part.name} is no part of this build: its articles were made anew.")
            continue
        spoiled = 0
        for portion in portions:
            made = portion.made
            file = wanted.get(made.slug)
            if file and _is_of(made, file, shop) and _is_whole(part, portion):
                _copy(part, portion, shop)
                found[made.slug] = replace(made, source=())  # a file of another machine
            else:
                spoiled += 1
        if spoiled:
            words.append(
                f"{part.name}: {spoiled} of its articles were damaged or another version, and made anew."
            )
    return found, tuple(words)


def _is_of(made: Made, file: Path, shop: Workshop) -> bool:
    return not file.is_symlink() and made.key == shop.key(made.slug, digest(file.read_bytes()))


def _is_whole(part: Path, portion: Portion) -> bool:
    files = [(part / SITE / name, known) for name, known in _digests(portion)]
    files += [(part / DETAILS / name, known) for name, known in portion.details]
    try:
        return all(_digest(file) == known for file, known in files)
    except OSError:
        return False


def _digests(portion: Portion) -> Iterable[tuple[str, str]]:
    return zip(portion.made.files, portion.digests, strict=True)


def _copy(part: Path, portion: Portion, shop: Workshop) -> None:
    for name in portion.made.files:
        target = shop.site / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(part / SITE / name, target)
    shop.details.mkdir(parents=True, exist_ok=True)
    for name, _ in portion.details:
        shutil.copyfile(part / DETAILS / name, shop.details / name)


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
