"""A work as its file: what nobody has changed stands there byte for byte as it did."""

from __future__ import annotations

from generator.workbench.body import block_changes, new_body
from generator.workbench.front import front_changes, new_front, pruned
from generator.workbench.lines import Change, changed
from generator.workbench.note_changes import note_changes
from generator.workbench.opened import File, as_front, opened
from generator.workbench.parted import parted
from generator.workbench.values import Work


def written(work: Work) -> str:
    """Write the file of a work."""
    file = opened(work.base, work.slug) if work.base else None
    if file is None:
        return f"---\n{new_front(work.front)}---\n\n{new_body(work)}"
    text = changed(work.base, [*front_changes(file, work.front), *_body_changes(file, work)])
    if text == work.base or _has(text, work):
        return text
    front = [*front_changes(file, work.front, deep=False)]
    return changed(work.base, [*front, *_body_changes(file, work)])


def _body_changes(file: File, work: Work) -> list[Change]:
    blocks = block_changes(file, work)
    if blocks is None:
        lines = new_body(work).rstrip("\n").split("\n")
        first = file.parts.front.body_line
        return [Change(first, len(file.parts.source.lines) + 1, ["", *lines])]
    return [*blocks, *note_changes(file, work)]


def _has(text: str, work: Work) -> bool:
    """Whether the file has the front matter of the work."""
    parts = parted(work.path, text)
    value = None if isinstance(parts, tuple) else parts.front.value
    return isinstance(value, dict) and pruned(as_front(value)) == pruned(work.front)
