"""How fast this is, beside its rivals: `python -m bench`, or `make bench`.

Everything is built from generated articles, in a scratch folder. The figures go to
`bench/results.json`, and from there to `docs/performance.md`. A rival that is not installed has no
figures: `npm ci` in `bench/` brings Eleventy, the package manager of your system Hugo.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import eleventy, hugo, ours, reading, searching
from bench.machine import machine, versions
from bench.measure import Failed
from bench.plan import Plan, Task
from bench.report import write_report
from bench.results import FILE, Kind, Measured, Results, load, save
from bench.rows import ROWS

ROOT = Path(__file__).resolve().parents[1]
SIZES = (100, 1000, 10_000)
RUNS = 5
"""How often each thing is run, so that a median means something."""
RUNS_OF_LARGE = 3
"""The same above 1,000 articles, where a run takes minutes."""

_OF_OUR_SITE = {"cold-1", "cold-2", "cold-index-1", "cold-index-2"}
"""The rows beside which it is said what our site consists of."""

_CONTESTANTS: tuple[Callable[[Plan], Iterator[Task]], ...] = (
    ours.tasks,
    eleventy.tasks,
    hugo.tasks,
    searching.tasks,
    reading.tasks,
)


def measure(plan: Plan, rows: Collection[str]) -> Iterator[Measured]:
    """Measure those rows that can be measured here; one that fails says why, and has no figures."""
    for contestant in _CONTESTANTS:
        for row, task in contestant(plan):
            if row not in rows:
                continue
            try:
                done = task()
            except Failed as fault:
                done = Measured(row, plan.articles, why=str(fault))
            print(f"  {_line(done)}", flush=True)
            yield done


def _kinds(plan: Plan) -> tuple[Kind, ...]:
    """What our site consists of; nothing where it cannot be built, which its rows say."""
    try:
        return tuple(ours.kinds(plan))
    except Failed:
        return ()


def _line(done: Measured) -> str:
    if done.why:
        return f"{done.row:20} {done.why}"
    return (
        f"{done.row:20} {done.time:9.3f} s, {done.busy:9.3f} s of work, {len(done.seconds)} runs, "
        f"{done.memory / 1e6:7.0f} MB of memory, {done.size / 1e6:8.1f} MB out"
    )


def main(words: Sequence[str]) -> None:
    """Measure, write the data, write the page."""
    parser = argparse.ArgumentParser(
        prog="python -m bench", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="numbers of articles")
    parser.add_argument("--rows", default="", help="only these, by id, with commas between")
    parser.add_argument("--runs", type=int, default=0, help="how often each thing is run")
    parser.add_argument(
        "--add", action="store_true", help="keep the figures of other rows and sizes"
    )
    parser.add_argument("--root", type=Path, default=ROOT, help="the project to measure")
    parser.add_argument("--data", type=Path, default=FILE, help="where the figures go")
    parser.add_argument("--scratch", type=Path, default=None, help="where everything is built")
    chosen = parser.parse_args(words)
    rows = frozenset(filter(None, chosen.rows.split(","))) or {row.id for row in ROWS}
    if unknown := rows - {row.id for row in ROWS}:
        parser.error(f"no such row: {', '.join(sorted(unknown))}")

    found = Results(date.today().isoformat(), machine(), versions())
    for size in map(int, chosen.sizes.split(",")):
        print(f"{size:,} articles; the machine’s load before: {os.getloadavg()[0]:.1f}", flush=True)
        runs = chosen.runs or (RUNS if size <= 1000 else RUNS_OF_LARGE)
        with TemporaryDirectory(prefix="whosays-bench-", dir=chosen.scratch) as scratch:
            plan = Plan(chosen.root.resolve(), Path(scratch), size, runs)
            measured = tuple(measure(plan, rows))
            kinds = _kinds(plan) if rows & _OF_OUR_SITE else ()
        found = found.joined(replace(found, measured=measured, kinds=kinds))
    save(load(chosen.data).joined(found) if chosen.add else found, chosen.data)
    if chosen.data == FILE:
        write_report(load(chosen.data), ROOT / "docs" / "performance.md")


if __name__ == "__main__":
    main(sys.argv[1:])
