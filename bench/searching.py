"""The full-text indexes: ours, and Material’s on the same pages where that is sensible.

`python -m bench.searching PROJECT SITE` makes ours alone, of a project that was built before, into the
site in that folder.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.measure import Run, run
from bench.ours import BUILT, build, engine, make_docs
from bench.plan import Plan, Task, measured, repeated
from bench.results import Measured
from generator.finish.index import write_index
from generator.publish.cache import Cache

MOST = 1000
"""At more articles Material’s index would be one file of a hundred megabytes, and take an hour."""


def tasks(plan: Plan) -> Iterator[Task]:
    """Ours, and Material’s at the sizes where it is sensible."""
    yield "index-pagefind", lambda: _ours(plan)
    if plan.articles <= MOST:
        yield "index-material", lambda: _material(plan)


def _ours(plan: Plan) -> Measured:
    """Pagefind’s index of the words that a build has kept of each article."""
    build(plan, index=False)
    site = plan.folder("index-site")
    words = (*plan.python, "bench.searching", str(plan.project), str(site))

    def once(_: int) -> Run:
        return run(words, plan.project, {"PYTHONPATH": str(plan.root)})

    return repeated(plan, "index-pagefind", site, once)


def _material(plan: Plan) -> Measured:
    """The time that its plugin adds to a plain build, and the bytes of its one file."""
    make_docs(plan)
    settings = plan.project / "mkdocs.yml"
    ours = settings.read_text(encoding="utf-8")
    plain = ours[: ours.index("\nhooks:")] + "\n"
    site = plan.folder("material-site")

    def once(text: str) -> Run:
        shutil.rmtree(site, ignore_errors=True)
        settings.write_text(text, encoding="utf-8")
        return run(engine(plan, site), plan.project, BUILT)

    try:
        added = []
        for _ in range(1 if plan.articles >= MOST else plan.runs):
            without = once(plain)
            with_it = once(plain.replace("plugins: []", "plugins: [search]"))
            work = with_it.work - without.work
            added.append(Run(with_it.seconds - without.seconds, with_it.memory, work))
    finally:
        settings.write_text(ours, encoding="utf-8")
    index = site / "search" / "search_index.json"
    return measured(plan, "index-material", added, index.stat().st_size)


def main(project: Path, site: Path) -> None:
    """Make the index of a project that was built before, its site in the usual place."""
    cache = Cache(project, project / "site")
    made = (kept.made for kept in cache.index().articles.values())
    documents = ((one.slug, cache.shown(one.key).document) for one in made if one.line)
    if fault := write_index(site, documents).fault:
        sys.exit(fault)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
