"""How long a line and a file may be."""

from __future__ import annotations

from generator.model import Place, Problem
from generator.reading.place import Source
from generator.reading.problem import error

MAX_LINE = 50_000
"""Characters in a line: thirty pages without a line break."""
MAX_FILE = 1_000_000
"""Characters in a file: a thick book."""


def too_long(source: Source) -> tuple[Problem, ...]:
    """`too-long`, once; a file that has it is not read any further."""
    for number, line in enumerate(source.lines, start=1):
        if len(line) > MAX_LINE:
            return (
                error(
                    "too-long",
                    source.place(number, MAX_LINE + 1),
                    f"This line has {len(line):,} characters; {MAX_LINE:,} is the most.",
                    "Cut it into paragraphs, with an empty line between them.",
                ),
            )
    length = sum(len(line) + 1 for line in source.lines)
    if length <= MAX_FILE:
        return ()
    return (
        error(
            "too-long",
            Place(source.path, 1, 1, 1, source.lines[0]),
            f"The file has {length:,} characters; {MAX_FILE:,} is the most.",
            "Make two of it.",
        ),
    )
