"""Counts the steps of a run, so that a test can hold its growth without a clock."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
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


def growth(counts: Sequence[int]) -> float:
    """The exponent by which steps grow where each input is twice the one before: 1 is linear."""
    return log(counts[-1] / counts[0], 2) / (len(counts) - 1)
