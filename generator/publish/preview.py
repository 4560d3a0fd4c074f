"""One article's own pages, at once, in a folder of their own."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.model import Problem
from generator.publish.article import Maker
from generator.publish.beside import read_beside
from generator.publish.broken import BROKEN, why
from generator.publish.cache import FOLDER, Cache, Index
from generator.publish.compiled import templates_of
from generator.publish.engine import ENGINE
from generator.publish.options import Options
from generator.publish.shells import kept_engine, lay_ground
from generator.publish.site import around_with, first_keys, workshop_of


@dataclass(frozen=True, slots=True)
class Preview:
    """How a preview went."""

    problems: tuple[Problem, ...]
    """What is wrong with the article, or with what its pages need."""
    page: Path | None
    """Its page; None where there is none."""
    engine: str = ""
    """All that the engine said where it failed, or what else broke."""


def preview(root: Path, file: Path, today: date, engine: Sequence[str] = ENGINE) -> Preview:
    """Make the pages of one article of the project at `root`; links to other pages lead nowhere."""
    try:
        return _preview(root, file, today, engine)
    except BROKEN as error:
        return Preview((), None, why(error))


def _preview(root: Path, file: Path, today: date, engine: Sequence[str]) -> Preview:
    folder = root / FOLDER / "preview"
    beside = read_beside(root, today, (file,))
    if beside.codebook is None:
        return Preview(beside.problems, None)
    around, _ = around_with(root, beside, Options(today, packs=False))
    cache = Cache(root, folder)
    ground = lay_ground(
        root,
        folder,
        folder,
        cache.index_or_none().engine,
        lambda: first_keys(root, around, beside, templates_of(root)),
        engine,
    )
    if ground.fault:
        return Preview(beside.problems, None, ground.output)
    cache.keep(Index(kept_engine(ground, ground.shells, folder)))
    shutil.rmtree(folder / "articles", ignore_errors=True)
    shop = workshop_of(root, folder, around, ground, today)
    made = Maker(shop).make(file)
    page = folder / "articles" / made.slug / "index.html"
    return Preview((*made.problems, *made.faults), page if page.is_file() else None)
