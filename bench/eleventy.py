"""Eleventy on the same articles: cold, and after one edit."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from bench.measure import Failed, Run, run
from bench.plan import NODE_MODULES, RIVALS, Plan, Task, edit, measured, repeated
from bench.results import Measured
from bench.serving import wait_for

COMMAND = ("node", "node_modules/@11ty/eleventy/cmd.cjs")


def tasks(plan: Plan) -> Iterator[Task]:
    """Its rows."""
    yield "cold-eleventy", lambda: _colds(plan)
    yield "edit-eleventy", lambda: measured(plan, "edit-eleventy", _watching(plan))
    yield "edit-eleventy-fresh", lambda: measured(plan, "edit-eleventy-fresh", _fresh(plan))


def _project(plan: Plan) -> Path:
    """A project of its own, with the same articles and assets."""
    if not shutil.which("node") or not (NODE_MODULES / "@11ty" / "eleventy").is_dir():
        raise Failed("not installed here")
    folder = plan.folder("eleventy")
    shutil.copytree(RIVALS / "eleventy", folder, dirs_exist_ok=True)
    shutil.copytree(plan.project / "content" / "articles", folder / "articles")
    shutil.copytree(plan.project / "docs" / "assets", folder / "assets")
    (folder / "articles.11tydata.mjs").rename(folder / "articles" / "articles.11tydata.mjs")
    (folder / "node_modules").symlink_to(NODE_MODULES)
    return folder


def _colds(plan: Plan) -> Measured:
    folder = _project(plan)
    return repeated(plan, "cold-eleventy", folder / "site", lambda _: _cold(folder))


def _cold(folder: Path) -> Run:
    shutil.rmtree(folder / "site", ignore_errors=True)
    return run((*COMMAND, "--quiet"), folder)


def _fresh(plan: Plan) -> Iterator[Run]:
    """A process for each edit, after one whole build."""
    folder = _project(plan)
    _cold(folder)
    article = min((folder / "articles").glob("*.md"))
    name = f"--incremental=./{article.relative_to(folder).as_posix()}"
    for number in range(plan.runs):
        edit(article, f"fresh {number}")
        yield run((*COMMAND, "--quiet", name), folder)


def _watching(plan: Plan) -> Iterator[Run]:
    """One process, and the article saved again and again."""
    folder = _project(plan)
    article = min((folder / "articles").glob("*.md"))
    page = folder / "site" / "articles" / article.stem / "index.html"
    log = folder / "watch.log"
    with log.open("wb") as said:
        watcher = subprocess.Popen(
            (*COMMAND, "--watch", "--incremental"), cwd=folder, stdout=said, stderr=said
        )
    try:
        wait_for(lambda: "Watching" in log.read_text(encoding="utf-8"), watcher)
        for number in range(plan.runs):
            time.sleep(1)
            mark = f"watched {number}"
            edit(article, mark)
            began = time.perf_counter()
            wait_for(partial(_holds, page, f"again, {mark}."), watcher)
            yield Run(time.perf_counter() - began)
    finally:
        watcher.terminate()
        watcher.wait()


def _holds(page: Path, words: str) -> bool:
    return page.exists() and words in page.read_text(encoding="utf-8")
