"""Runs a command, and says how long it took and how much memory all its processes held at once."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

_STEP = 0.1
"""Seconds between two looks at the memory."""


class Failed(Exception):
    """Something could not be measured; the text says why, for the table."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a command."""

    seconds: float
    """From its start to its end."""
    memory: int = 0
    """The most bytes that it and its children held at once, or 0."""
    work: float = 0.0
    """The seconds that it and its children kept a processor busy, or 0."""


def run(command: Sequence[str | Path], folder: Path, more: Mapping[str, str] | None = None) -> Run:
    """Run it in `folder`, with `more` in its environment; `Failed` where it ends with an error."""
    with TemporaryFile() as said:
        started = time.perf_counter()
        process = subprocess.Popen(
            [str(part) for part in command],
            cwd=folder,
            env={**os.environ, **(more or {})},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        watch = _Watch(process.pid)
        watch.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        watch.done.set()
        watch.join()
        if process.returncode:
            said.seek(0)
            print(said.read().decode("utf-8", "replace")[-1000:], file=sys.stderr)
            raise Failed(f"ends with error {process.returncode}")
    # Linux counts in kB, macOS in bytes; a short run may end between two looks.
    largest = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return Run(seconds, max(watch.most, largest), usage.ru_utime + usage.ru_stime)


def run_for_output(command: Sequence[str | Path], folder: Path) -> str:
    """What a command prints; `Failed` where it ends with an error."""
    words = [str(part) for part in command]
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stderr[-1000:], file=sys.stderr)
        raise Failed(f"ends with error {done.returncode}")
    return done.stdout


class _Watch(threading.Thread):
    """Adds up the memory of a process and its children, again and again, and keeps the most."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self.process = process
        self.most = 0
        self.done = threading.Event()

    def run(self) -> None:
        """Look until `done` is set."""
        while not self.done.wait(_STEP):
            self.most = max(self.most, sum(_held(one) for one in _family(self.process)))


def _family(process: int) -> list[int]:
    """The process and all below it; the process alone where the system does not say."""
    found = [process]
    for one in found:
        try:
            tasks = list(Path(f"/proc/{one}/task").iterdir())
            found += [int(n) for task in tasks for n in (task / "children").read_text().split()]
        except OSError:  # it has ended since, or this is not Linux
            continue
    return found


def _held(process: int) -> int:
    """Its share of memory: a page that three processes share counts a third for each."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def folder_bytes(folder: Path) -> int:
    """The bytes of all files in it."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
