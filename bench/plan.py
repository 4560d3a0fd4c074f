"""What one round of measuring is given, and what its measurements share."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bench.articles import write_project
from bench.measure import Run, folder_bytes
from bench.results import Measured

NODE_MODULES = Path(__file__).with_name("node_modules")
"""The rivals that npm installed, if it has."""
RIVALS = Path(__file__).with_name("rivals")
"""Their templates and settings."""

Task = tuple[str, Callable[[], Measured]]
"""A row, by its id, and how to measure it."""


@dataclass(frozen=True)
class Plan:
    """One size: its project, and how often each thing is run."""

    root: Path
    """The project whose machinery is measured."""
    scratch: Path
    """A folder for everything that is made."""
    articles: int
    """How many articles."""
    runs: int
    """How many runs, for what takes seconds."""

    @cached_property
    def project(self) -> Path:
        """A project of that many articles, made when it is first asked for."""
        folder = self.scratch / f"{self.articles}" / "project"
        write_project(folder, self.articles, self.root)
        return folder

    @property
    def python(self) -> tuple[str, ...]:
        """The Python that runs this."""
        return (sys.executable, "-m")

    def folder(self, name: str) -> Path:
        """A fresh, empty folder beside the project."""
        folder = self.project.parent / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return folder


def repeated(
    plan: Plan, row: str, site: Path, once: Callable[[int], Run], runs: int = 0
) -> Measured:
    """Run it as often as the plan says, and give the row with what it left at `site`."""
    done = [once(number) for number in range(runs or plan.runs)]
    return measured(plan, row, done, folder_bytes(site))


def measured(plan: Plan, row: str, runs: Iterable[Run], size: int = 0) -> Measured:
    """The row of these runs."""
    each = tuple(runs)
    seconds = tuple(round(run.seconds, 4) for run in each)
    work = tuple(round(run.work, 4) for run in each if run.work)
    return Measured(row, plan.articles, seconds, work, max(run.memory for run in each), size)


def edit(article: Path, mark: str) -> None:
    """Change the note of the article’s first statement, so that `mark` stands on its page."""
    text = article.read_text(encoding="utf-8")
    changed = re.sub(r"(?m)^\[\^s1\]: .*$", f"[^s1]: Looked at again, {mark}.", text, count=1)
    article.write_text(changed, encoding="utf-8", newline="\n")
