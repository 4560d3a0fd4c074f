"""The full-text indexes: ours, and Material’s on the same pages where that is sensible."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

from bench.measure import Run, run
from bench.ours import BUILT, engine, make_docs
from bench.plan import Plan, Task, measured
from bench.results import Measured

MOST = 1000
"""At more articles Material’s index would be one file of a hundred megabytes, and take an hour."""


def tasks(plan: Plan) -> Iterator[Task]:
    """Material’s index, at the sizes where it is sensible."""
    if plan.articles <= MOST:
        yield "index-material", lambda: _material(plan)


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
