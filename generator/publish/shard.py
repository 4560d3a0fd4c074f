"""One part of a library: every n-th article, for a machine of its own."""

from __future__ import annotations

import shutil
from dataclasses import replace
from itertools import chain
from pathlib import Path

from generator.publish.beside import read_beside
from generator.publish.broken import BROKEN, why
from generator.publish.compiled import templates_of
from generator.publish.options import Options, SiteOutcome
from generator.publish.parts import DETAILS, LIST, SITE, keep_part
from generator.publish.shells import lay_ground
from generator.publish.site import around_with, first_keys, workshop_of
from generator.publish.workers import make_all
from generator.reading.problem import ordered


def make_part(root: Path, folder: Path, number: int, count: int, options: Options) -> SiteOutcome:
    """Make the articles `number`, `number` + `count`, … (from 1) of the project at `root` into a folder."""
    try:
        return _part(root, folder, number, count, options)
    except BROKEN as error:
        return SiteOutcome((), fault=why(error))


def _part(root: Path, folder: Path, number: int, count: int, options: Options) -> SiteOutcome:
    beside = read_beside(root, options.today)
    if beside.codebook is None:
        return SiteOutcome(beside.problems)
    if folder.is_dir() and {path.name for path in folder.iterdir()} - {SITE, DETAILS, LIST}:
        fault = f"{folder} holds something that is not a part; choose another folder, or empty it"
        return SiteOutcome(beside.problems, fault=fault)
    shutil.rmtree(folder, ignore_errors=True)
    site = folder / SITE
    site.mkdir(parents=True)
    around, words = around_with(root, beside, options)
    templates = templates_of(root)
    ground = lay_ground(
        root, site, site, None, lambda: first_keys(root, around, beside, templates), options.engine
    )
    if ground.fault:
        return SiteOutcome(beside.problems, ground.output, ground.fault)
    shop = replace(workshop_of(root, site, around, ground, options.today), details=folder / DETAILS)
    files = beside.files[number - 1 :: count]
    made = []
    for one in make_all(shop, files, options.jobs):
        made.append(one)
        options.say("articles", len(made), len(files))
    for name in ground.files:
        (site / name).unlink()
    problems = ordered(chain(beside.problems, *(one.problems for one in made)))
    if any(problem.severity == "error" for problem in problems):
        return SiteOutcome(problems)
    keep_part(folder, made)
    return SiteOutcome(
        problems, pages=sum(len(one.wants) for one in made), made=len(made), words=words
    )
