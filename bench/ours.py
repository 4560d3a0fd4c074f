"""Our own rows: cold, after one edit, and the engine’s part alone."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench.measure import Run, folder_bytes, run
from bench.plan import Plan, Task, edit, measured, repeated
from bench.results import Kind, Measured
from bench.serving import serving
from generator.write import read_manifest

BUILT = {"WHOSAYS_PAGES_ARE_BUILT": "1", "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
"""What the site command tells the engine, so that it does not run the generator again."""

PACKS_UP_TO = 100
"""So many articles tell what a pack adds; each is like the next."""


@dataclass(frozen=True, slots=True)
class Offered:
    """What this version of the command can do."""

    jobs: bool
    """Whether it takes `--jobs`."""
    index: bool
    """Whether it makes a full-text index, and can leave it out."""
    preview: bool
    """Whether there is `whosays preview`."""


def offered(plan: Plan) -> Offered:
    """Ask the commands themselves."""
    site = _help(plan, "site")
    return Offered("--jobs" in site, "--no-index" in site, bool(_help(plan, "preview")))


def tasks(plan: Plan) -> Iterator[Task]:
    """All our rows of time, those that this version can run."""
    can = offered(plan)
    for jobs in (2, 1) if can.jobs else (1,):
        for index in (True, False) if can.index else (False,):
            row = f"cold-index-{jobs}" if index else f"cold-{jobs}"
            yield row, partial(_colds, plan, row, can, jobs, index)
    yield "engine-ours", lambda: _engine(plan)
    yield "edit-ours", lambda: _again(plan, can)
    if can.preview:
        yield "edit-preview", lambda: measured(plan, "edit-preview", _previews(plan))
    if plan.articles <= PACKS_UP_TO:
        yield "packs", lambda: _packs(plan, can)
    article = first_article(plan.project)
    yield "edit-serve", lambda: measured(plan, "edit-serve", serving(plan, article))


def build(plan: Plan, index: bool) -> Path:
    """Build the site as fast as it goes, with the full-text index where there is one, and give its folder."""
    can = offered(plan)
    _cold(plan, can, jobs=2, index=index and can.index)
    return plan.project / "site"


def kinds(plan: Plan) -> Iterator[Kind]:
    """What the finished site consists of: bytes by kind of file."""
    site = build(plan, index=True)
    slugs = {path.stem for path in (plan.project / "content" / "articles").glob("*.md")}
    found: dict[str, list[int]] = {}
    for file in site.rglob("*"):
        if file.is_file():
            kind = kind_of(file.relative_to(site).as_posix(), slugs)
            found.setdefault(kind, []).append(file.stat().st_size)
    for name, sizes in sorted(found.items()):
        yield Kind(plan.articles, name, len(sizes), sum(sizes), max(sizes))


def kind_of(path: str, slugs: set[str]) -> str:
    """The kind of file at that path of the site."""
    match path.split("/"):
        case ["articles", slug, "index.html"] if slug in slugs:
            return "explainer page"
        case ["articles", slug, "read", "index.html"] if slug in slugs:
            return "student page"
        case ["articles", slug, "quiz", *_] if slug in slugs:
            return "quiz files"
        case ["articles", slug, *_] if slug in slugs:
            return "other files of an article"
        case ["articles", *_]:
            return "library"
        case ["techniques" | "kinds" | "frames" as folder, *_]:
            return folder
        case ["assets", *_]:
            return "styles, scripts, fonts"
        case [folder, *_] if "pagefind" in path:
            return f"full-text index, in {folder}/"
    return "everything else"


def first_article(project: Path) -> Path:
    """The article that is edited."""
    return min((project / "content" / "articles").glob("*.md"))


def make_docs(plan: Plan) -> None:
    """The generator’s part alone, so that docs/ holds the finished bodies."""
    run((*plan.python, "generator", "build", "--root", str(plan.project)), plan.project)


def engine(plan: Plan, site: Path) -> tuple[str, ...]:
    """The command with which the engine alone makes a site of the finished bodies."""
    return (*plan.python, "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site))


def _engine(plan: Plan) -> Measured:
    build(plan, index=False)
    make_docs(plan)
    site = plan.folder("engine-site")

    def once(_: int) -> Run:
        shutil.rmtree(site, ignore_errors=True)
        words = (*plan.python, "bench.stamp", str(plan.project), str(site))
        return run(words, plan.root, BUILT)

    return repeated(plan, "engine-ours", site, once)


def _cold(plan: Plan, can: Offered, jobs: int, index: bool, _number: int = 0) -> Run:
    """Build from nothing but the sources."""
    shutil.rmtree(plan.project / "site", ignore_errors=True)
    for made in (plan.project / ".cache" / "whosays").glob("*"):
        if made.name != "runtime":  # what the workbench runs on is fetched once for a project
            shutil.rmtree(made, ignore_errors=True)
    docs = plan.project / "docs"
    for page in (*read_manifest(docs), ".generated"):
        (docs / page).unlink(missing_ok=True)
    return run(_site(plan, can, jobs, index), plan.project)


def _colds(plan: Plan, row: str, can: Offered, jobs: int, index: bool) -> Measured:
    once = partial(_cold, plan, can, jobs, index)
    return repeated(plan, row, plan.project / "site", once)


def _again(plan: Plan, can: Offered) -> Measured:
    """Build what is built already, after one edit."""
    _cold(plan, can, jobs=1, index=False)

    def once(number: int) -> Run:
        edit(first_article(plan.project), f"site {number}")
        return run(_site(plan, can, 1, index=False), plan.project)

    return repeated(plan, "edit-ours", plan.project / "site", once)


def _previews(plan: Plan) -> Iterator[Run]:
    article = first_article(plan.project)
    for number in range(plan.runs):
        edit(article, f"preview {number}")
        words = ("generator", "preview", "--root", str(plan.project), str(article))
        yield run((*plan.python, *words), plan.project)


def _packs(plan: Plan, can: Offered) -> Measured:
    """The time and the bytes that the packs add."""
    site = plan.project / "site"
    without = _cold(plan, can, jobs=1, index=False)
    size = folder_bytes(site)
    command = [word for word in _site(plan, can, 1, index=False) if word != "--no-packs"]
    with_them = run(command, plan.project)
    added = Run(max(0.0, with_them.seconds - without.seconds), with_them.memory)
    return measured(plan, "packs", [added], folder_bytes(site) - size)


def _site(plan: Plan, can: Offered, jobs: int, index: bool) -> tuple[str, ...]:
    words = ["generator", "site", "--root", str(plan.project), "--no-packs"]
    words += ["--jobs", str(jobs)] if can.jobs else []
    words += ["--no-index"] if can.index and not index else []
    return (*plan.python, *words)


def _help(plan: Plan, command: str) -> str:
    """What a command says of itself, or nothing where there is none."""
    words = (*plan.python, "generator", command, "--help")
    done = subprocess.run(words, cwd=plan.project, capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else ""
