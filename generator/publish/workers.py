"""Makes many articles, in this process or in several: the same result either way."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from generator.publish.article import Maker
from generator.publish.made import Made, Workshop

TOO_FEW = 60
"""With fewer articles than this, starting processes takes longer than they would save."""

_CHUNK = 16

_maker: Maker | None = None


def make_all(workshop: Workshop, tasks: Sequence[Path], jobs: int | None) -> Iterator[Made]:
    """Make the articles of files in so many processes (None: as the machine has cores), in the order given."""
    count = jobs if jobs is not None else (os.cpu_count() or 1)
    if count < 2 or (jobs is None and len(tasks) < TOO_FEW):
        maker = Maker(workshop)
        for path in tasks:
            yield maker.make(path)
        return
    # A process of its own, and no copy of this one: threads, such as a progress bar's, do not mix.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(count, context, _begin, (workshop,)) as pool:
        try:
            for made in pool.map(_make, _chunks(tasks)):
                yield from made
        except BaseException:
            pool.shutdown(wait=True, cancel_futures=True)
            raise


def _chunks(tasks: Sequence[Path]) -> Iterator[Sequence[Path]]:
    return (tasks[n : n + _CHUNK] for n in range(0, len(tasks), _CHUNK))


def _begin(workshop: Workshop) -> None:
    global _maker
    _maker = Maker(workshop)


def _make(tasks: Sequence[Path]) -> list[Made]:
    assert _maker
    return [_maker.make(path) for path in tasks]
