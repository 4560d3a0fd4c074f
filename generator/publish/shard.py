"""One part of a library: every n-th article, for a machine of its own."""

from __future__ import annotations

import shutil
from itertools import chain
from pathlib import Path

from generator.publish.broken import BROKEN, why
from generator.publish.opening import Stopped, ground_of, opened, workshop_of
from generator.publish.options import Options, SiteOutcome
from generator.publish.parts import DETAILS, LIST, SITE, keep_part
from generator.publish.workers import make_all
from generator.reading.problem import ordered


def make_part(root: Path, folder: Path, number: int, count: int, options: Options) -> SiteOutcome:
    """Make the articles `number`, `number` + `count`, … (from 1) of the project at `root` into a folder."""
    try:
        return _part(root, folder, number, count, options)
    except Stopped as stopped:
        return stopped.outcome
    except BROKEN as error:
        return SiteOutcome((), fault=why(error))


def _part(root: Path, folder: Path, number: int, count: int, options: Options) -> SiteOutcome:
    project = opened(root, options)
    if folder.is_dir() and {path.name for path in folder.iterdir()} - {SITE, DETAILS, LIST}:
        fault = f"{folder} holds something that is not a part; choose another folder, or empty it"
        return SiteOutcome(project.beside.problems, fault=fault)
    shutil.rmtree(folder, ignore_errors=True)
    site = folder / SITE
    site.mkdir(parents=True)
    ground = ground_of(project, site, site, None)
    shop = workshop_of(project, ground, site, folder / DETAILS)
    files = project.beside.files[number - 1 :: count]
    made = []
    for one in make_all(shop, files, options.jobs):
        made.append(one)
        options.say("articles", len(made), len(files))
    for name in ground.files:
        (site / name).unlink()
    problems = ordered(chain(project.beside.problems, *(one.problems for one in made)))
    if any(problem.severity == "error" for problem in problems):
        return SiteOutcome(problems)
    keep_part(folder, made)
    return SiteOutcome(
        problems, pages=sum(len(one.wants) for one in made), made=len(made), words=project.words
    )
