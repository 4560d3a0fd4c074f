"""Counts the steps of a run, so that a test can hold its growth without a clock."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from math import log
from types import FrameType


def steps(run: Callable[[], object]) -> int:
    """How many lines of Python and calls into C `run` takes; the same each time, however busy the machine."""
    count = 0

    def line(_frame: FrameType, _event: str, _argument: object) -> object:
        nonlocal count
        count += 1
        return line

    def call(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "c_call"

    tracing, profiling = sys.gettrace(), sys.getprofile()
    sys.settrace(line)  # type: ignore[arg-type]
    sys.setprofile(call)
    try:
        run()
    finally:
        sys.settrace(tracing)
        sys.setprofile(profiling)
    return count


def growth(counts: Mapping[int, int]) -> float:
    """The exponent by which steps grow with the size of what is given: 1 is linear."""
    (few, least), (many, most) = counts.items()
    return log(most / least) / log(many / few)
