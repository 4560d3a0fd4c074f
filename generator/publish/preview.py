"""One article's own pages, at once, in a folder of their own."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.model import Problem
from generator.publish.article import Maker
from generator.publish.broken import BROKEN, why
from generator.publish.cache import FOLDER, Cache
from generator.publish.engine import ENGINE
from generator.publish.opening import Stopped, ground_of, opened, workshop_of
from generator.publish.options import Options
from generator.publish.shells import kept_engine


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
    except Stopped as stopped:
        outcome = stopped.outcome
        return Preview(outcome.content, None, f"{outcome.engine}\n{outcome.fault}".strip())
    except BROKEN as error:
        return Preview((), None, why(error))


def _preview(root: Path, file: Path, today: date, engine: Sequence[str]) -> Preview:
    folder = root / FOLDER / "preview"
    project = opened(root, Options(today, engine, packs=False), (file,))
    cache = Cache(root, folder)
    ground = ground_of(project, folder, folder, cache.engine())
    if ground.kept is None:
        cache.keep_engine(kept_engine(ground, ground.shells, folder))
    for left in (folder / "articles", cache.details):
        shutil.rmtree(left, ignore_errors=True)
    made = Maker(workshop_of(project, ground, folder, cache.details)).make(file)
    page = folder / "articles" / made.slug / "index.html"
    return Preview((*made.problems, *made.faults), page if page.is_file() else None)
