"""What no statement covers: every sentence of an article is one."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Gap
from generator.reading.blocks import RawBlock
from generator.reading.marks import STATEMENTS, Mark
from generator.reading.refused import DEFINITION
from generator.reading.words import WORD


def gaps(raw: RawBlock, marks: list[Mark]) -> Iterator[Gap]:
    """The words of a block that no statement covers, and that no stray explains."""
    text, source = raw.flat.text.text, raw.stretch.text
    covered = [
        (flat, mark)
        for flat, mark in zip(raw.flat.marks, marks, strict=True)
        if mark.kind in STATEMENTS or not mark.kind
    ]
    faults = [stray.start for stray in raw.flat.strays]
    faults += [f.start() for f in DEFINITION.finditer(source)] if not raw.flat.usual else []
    at = written_at = 0
    for start, end, written_start, written_end in [
        *((f.start, f.end, f.found.start, f.found.end) for f, _ in covered),
        (len(text), len(text), len(source), len(source)),
    ]:
        word = WORD.search(text, at, max(at, start))
        if word:
            begin = source.find(word[0], written_at, written_start)
            begin = begin if begin >= 0 else written_at
            end_at = begin + len(source[begin:written_start].rstrip())
            if not any(written_at <= fault <= end_at for fault in faults):
                yield Gap(text[word.start() : start].strip(), raw.stretch.place(begin, end_at))
        at, written_at = max(at, end), max(written_at, written_end)
