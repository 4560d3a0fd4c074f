"""Makes many articles, in this process or in several: the same result either way."""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import signal
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

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
        with _seldom_swept():
            for chunk in _chunks(tasks):
                for path in chunk:
                    yield maker.make(path)
                _sweep()
        return
    # A process of its own, and no copy of this one: threads, such as a progress bar's, do not mix.
    context = multiprocessing.get_context("spawn")
    with _packed(workshop) as file, ProcessPoolExecutor(count, context, _begin, (file,)) as pool:
        try:
            with _deaf_children():
                coming = pool.map(_make, _chunks(tasks))
            for made in coming:
                yield from made
        except BaseException:
            pool.shutdown(wait=True, cancel_futures=True)
            raise


@contextmanager
def _seldom_swept() -> Iterator[None]:
    """Leave sweeping the memory to `_sweep`: left to itself, Python spends a seventh of the time on it."""
    gc.disable()
    try:
        _sweep()
        yield
    finally:
        gc.unfreeze()
        gc.enable()


def _sweep() -> None:
    """Free what making pages left behind, and do not look again at what is still in use."""
    gc.collect()
    gc.freeze()


def _chunks(tasks: Sequence[Path]) -> Iterator[Sequence[Path]]:
    return (tasks[n : n + _CHUNK] for n in range(0, len(tasks), _CHUNK))


@contextmanager
def _deaf_children() -> Iterator[None]:
    """Start processes that an interrupt from the keyboard does not reach: it is for this one to end them."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _packed(workshop: Workshop) -> Iterator[Path]:
    """Give a file with the workshop: handed over in a pipe, it would block us if a process dies early."""
    with tempfile.TemporaryDirectory(prefix="whosays-") as folder:
        file = Path(folder, "workshop")
        file.write_bytes(pickle.dumps(workshop))
        yield file


def _begin(file: Path) -> None:
    global _maker
    Thread(target=_end_with_parent, daemon=True).start()
    _maker = Maker(pickle.loads(file.read_bytes()))
    gc.disable()
    _sweep()


def _end_with_parent() -> None:
    """End at once where the process that this one works for was killed: nobody else would end it."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def _make(tasks: Sequence[Path]) -> list[Made]:
    assert _maker
    made = [_maker.make(path) for path in tasks]
    _sweep()
    return made
