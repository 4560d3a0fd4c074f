"""Reading one article: `python -m bench.reading FOLDER` gives the medians of five rounds, in seconds.

A process of its own, so that nothing else has warmed it or filled its memory.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from statistics import median

from bench.measure import run_for_output
from bench.plan import Plan, Task
from bench.results import Measured
from generator.checks import check_article
from generator.checks.context import Context
from generator.model import Codebook
from generator.reading.article import read_article
from generator.reading.codebook import read_codebook

MOST = 100
"""So many articles are enough for a median."""
ROUNDS = 5


def tasks(plan: Plan) -> Iterator[Task]:
    """The row of this module."""
    yield "reading", lambda: _row(plan)


def _row(plan: Plan) -> Measured:
    command = (*plan.python, "bench.reading", str(plan.project))
    said = run_for_output(command, plan.project)
    return Measured("reading", plan.articles, tuple(json.loads(said)))


def rounds(project: Path) -> list[float]:
    """The median of all articles in each round, in seconds an article."""
    codebook = read_codebook(
        "codebook.yml", (project / "content" / "codebook.yml").read_text(encoding="utf-8")
    ).codebook
    if codebook is None:
        raise ValueError("the codebook cannot be read")
    paths = sorted((project / "content" / "articles").glob("*.md"))[:MOST]
    return [median(_one(path, codebook) for path in paths) for _ in range(ROUNDS)]


def _one(path: Path, codebook: Codebook) -> float:
    began = time.process_time()
    reading = read_article(path.name, path.read_text(encoding="utf-8"))
    problems = list(reading.problems)
    if reading.article:
        problems += check_article(reading.article, Context(codebook, date.today()))
    taken = time.process_time() - began
    if problems:
        raise ValueError(f"{path.name}: {problems[0].message}")
    return taken


if __name__ == "__main__":
    print(json.dumps(rounds(Path(sys.argv[1]))))
