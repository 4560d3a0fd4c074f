"""Content to a finished site, whole or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.build import Outcome, build
from generator.finish import finish_site
from generator.finish.packs import write_packs
from generator.model import Problem
from generator.render import environment

ENGINE = (sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir")
"""The command that turns docs/ into a site; the folder for the site comes after it."""

PAGES_ARE_BUILT = "WHOSAYS_PAGES_ARE_BUILT"
"""Set for the engine, so that its hook need not run the generator a second time."""


@dataclass(frozen=True, slots=True)
class SiteOutcome:
    """How the building of a site went."""

    pages: Outcome
    """What the generator made of the content."""
    engine: str
    """All that the engine said; empty where it did not run."""
    fault: str
    """Why there is no new site, other than the content's problems; or empty."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with the finished pages; paths are those of the site."""
    page_count: int = 0
    """How many pages the new site has."""

    @property
    def ok(self) -> bool:
        """Whether the new site is in its place."""
        return self.pages.ok and not self.fault


def build_site(
    root: Path, site: Path, *, today: date, engine: Sequence[str] = ENGINE, packs: bool = True
) -> SiteOutcome:
    """Build the project at `root` and put the result at `site`, where the old one stays until then."""
    pages = build(root, today=today, packs=packs)
    if not pages.ok:
        return SiteOutcome(pages, "", "")
    if fault := _not_a_place_for_a_site(root, site):
        return SiteOutcome(pages, "", fault)

    site = site.resolve()
    site.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{site.name}-", dir=site.parent) as workshop:
        new = Path(workshop, "new")
        done = _run([*engine, str(new)], root)
        if done.returncode != 0:
            return SiteOutcome(pages, done.stdout, f"the engine ended with {done.returncode}")
        of_packs = write_packs(new, environment(root / "templates")) if packs else ()
        finished = finish_site(new)
        if problems := (*of_packs, *finished.problems):
            fault = "the built pages have the problems listed above"
            return SiteOutcome(pages, done.stdout, fault, problems)
        try:
            _swap(new, site, old=Path(workshop, "old"))
        except OSError as error:
            return SiteOutcome(pages, done.stdout, f"{site} cannot be replaced: {error}")
    return SiteOutcome(pages, done.stdout, "", page_count=finished.pages)


def _not_a_place_for_a_site(root: Path, site: Path) -> str:
    """Why the folder must not be replaced, or an empty string: it is deleted with all its files."""
    site, root = site.resolve(), root.resolve()
    if root.is_relative_to(site):
        return f"{site} holds the project itself; choose a folder for the site alone"
    if site.exists() and not site.is_dir():
        return f"{site} is a file; choose a folder for the site"
    if site.is_dir() and any(site.iterdir()) and not (site / "index.html").is_file():
        return f"{site} holds something that is not a site; choose another folder, or empty it"
    return ""


def _run(command: Sequence[str], root: Path) -> subprocess.CompletedProcess[str]:
    """Run the engine at the project's root, with its output and its errors in one text."""
    return subprocess.run(
        command,
        cwd=root,
        env={**os.environ, PAGES_ARE_BUILT: "1", "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def _swap(new: Path, site: Path, *, old: Path) -> None:
    """Move the new site in; if that fails, the old one is back in its place."""
    if site.exists():
        site.rename(old)
    try:
        new.rename(site)
    except OSError:
        if old.exists():
            old.rename(site)
        raise
