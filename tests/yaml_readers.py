"""Reads YAML from standard input with each reader, each text in a process of its own with limits.

`python -m tests.yaml_readers` takes JSON, `[[name, yaml], …]`, and gives a line of JSON for each text
and reader: name, reader, how it ended, seconds of work, and megabytes more than before.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from generator.model import Problem
from generator.reading.article import read_article
from generator.reading.codebook import read_codebook
from generator.reading.lesson import read_lesson
from generator.reading.pairs import read_pairs
from generator.reading.problem import as_text
from tests.case_files import FRONT

SECONDS = 10
"""After so many the process is ended; what is promised is less."""
MEGABYTES = 600
"""No process gets more; what is promised is less."""
BODY = "[The bridge is safe.]{.unsourced}[^s1]\n\n[^s1]: No source.\n"


def _article(text: str) -> tuple[bool, tuple[Problem, ...]]:
    read = read_article("a.md", f"---\n{text}\n---\n{BODY}")
    return read.article is not None, read.problems


def _lesson(text: str) -> tuple[bool, tuple[Problem, ...]]:
    read = read_lesson("a.md", f"---\n{text}\n---\nWords.\n")
    return read.lesson is not None, read.problems


def _codebook(text: str) -> tuple[bool, tuple[Problem, ...]]:
    read = read_codebook("a.yml", text)
    return read.codebook is not None, read.problems


def _pairs(text: str) -> tuple[bool, tuple[Problem, ...]]:
    read = read_pairs("a.yml", text)
    return True, read.problems


READERS: dict[str, Callable[[str], tuple[bool, tuple[Problem, ...]]]] = {
    "article": _article,
    "lesson": _lesson,
    "codebook": _codebook,
    "pairs": _pairs,
}


def _read(text: str, reader: str) -> str:
    """`a model`, `problems`, or what went wrong."""
    try:
        model, problems = READERS[reader](text)
        for problem in problems:
            as_text(problem)
    except MemoryError:
        return "memory"
    except BaseException:
        return traceback.format_exc()
    return "problems" if problems else "a model" if model else "nothing"


def alone(name: str, text: str, readers: Sequence[str]) -> list[dict[str, object]]:
    """One text with each reader, in a process of its own."""
    to_read, to_write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(to_read)
        resource.setrlimit(resource.RLIMIT_AS, (_size() + MEGABYTES * 2**20,) * 2)
        signal.alarm(SECONDS * 3)
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        before, rows = _most(), []
        for reader in readers:
            began = time.process_time()
            ended = _read(text, reader)
            seconds = time.process_time() - began
            rows.append({"ended": ended, "seconds": seconds, "megabytes": _most() - before})
        os.write(to_write, json.dumps(rows).encode())
        os._exit(0)
    os.close(to_write)
    with os.fdopen(to_read, "rb") as pipe:
        said = pipe.read()
    _, status = os.waitpid(child, 0)
    lost = {"ended": f"killed by {os.WTERMSIG(status)}", "seconds": 99.0, "megabytes": 999.0}
    told = json.loads(said) if said else [lost] * len(readers)
    return [{"name": name, "reader": r, **row} for r, row in zip(readers, told, strict=True)]


def _most() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _size() -> int:
    with Path("/proc/self/statm").open(encoding="ascii") as file:
        return int(file.read().split()[0]) * resource.getpagesize()


def main() -> None:
    """Read them all."""
    for reader in READERS:
        _read(FRONT.strip("-\n"), reader)  # what is loaded once is no text's fault
    for name, text in json.load(sys.stdin):
        for row in alone(name, text, tuple(READERS)):
            sys.stdout.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
