"""Edits of works as the page makes them, and what two works have in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from generator.workbench.front import pruned
from generator.workbench.values import CueShape, StatementShape, Work

Said = tuple[object, ...]


def said(work: Work) -> Said:
    """All that a work says in its file."""
    notes = [(mark.id, " ".join(mark.note.split())) for mark in work.noted]
    marks = [sorted(of.said, key=str) for of in work.by_block]
    return (pruned(work.front), work.blocks, marks, notes)


def with_statement(work: Work, at: int, **changes: Any) -> Work:  # noqa: ANN401
    """The work with one statement changed."""
    statements = list(work.statements)
    statements[at] = statements[at].model_copy(update=changes)
    return work.model_copy(update={"statements": tuple(statements)})


def without_framing(work: Work, at: int) -> Work:
    """The work without one of its framing marks."""
    return work.model_copy(update={"framing": (*work.framing[:at], *work.framing[at + 1 :])})


def with_front(work: Work, **changes: Any) -> Work:  # noqa: ANN401
    """The work with some keys of its front matter changed."""
    return work.model_copy(update={"front": {**work.front, **changes}})


def split(work: Work, at: int, space: int) -> Work:
    """The work with one statement cut at a space in it; as it is where a mark stands across."""
    whole = work.statements[at]
    text = work.blocks[whole.block].text
    across = any(
        mark.block == whole.block and mark.start < space + 1 and mark.end > space
        for mark in (*work.framing, *work.cues)
    )
    sides = text[whole.start : space].strip(), text[space + 1 : whole.end].strip()
    if across or not all(any(map(str.isalnum, side)) for side in sides) or not text.isascii():
        return work
    first = whole.model_copy(update={"end": space})
    second = StatementShape(
        id="s901", block=whole.block, start=space + 1, end=whole.end, basis="unsourced", note="New."
    )
    statements = (*work.statements[:at], first, second, *work.statements[at + 1 :])
    return work.model_copy(update={"statements": statements})


def join(work: Work, at: int) -> Work:
    """The work with one statement and the next of its block as one."""
    if at + 1 >= len(work.statements):
        return work
    first, second = work.statements[at : at + 2]
    if first.block != second.block or not first.written:
        return work
    joined = first.model_copy(update={"end": second.end})
    statements = (*work.statements[:at], joined, *work.statements[at + 2 :])
    return work.model_copy(update={"statements": statements})


def with_cue(work: Work, at: int) -> Work:
    """The work with the first word of a statement as a cue; as it is where a mark begins there."""
    whole = work.statements[at]
    text = work.blocks[whole.block].text
    end = text.find(" ", whole.start)
    inside = [
        mark
        for mark in (*work.framing, *work.cues)
        if mark.block == whole.block and mark.start < end and mark.end > whole.start
    ]
    if end < 0 or end >= whole.end or inside or not text.isascii():
        return work
    cue = CueShape(id="", block=whole.block, start=whole.start, end=end)
    cues = sorted((*work.cues, cue), key=lambda mark: (mark.block, mark.start))
    return work.model_copy(update={"cues": tuple(cues)})


def reworded(work: Work, at: int, words: str) -> Work:
    """The work with other words for a statement that holds no mark, in a block without emphasis."""
    old = work.statements[at]
    block = work.blocks[old.block]
    marks = (*work.statements, *work.framing, *work.cues)
    inside = [m for m in marks if m.block == old.block and m.start < old.end and m.end > old.start]
    if len(inside) > 1 or block.styles or not block.text.isascii():
        return work
    by = len(words) - (old.end - old.start)

    def moved(mark: Any) -> Any:  # noqa: ANN401
        if mark.block != old.block or mark.end < old.end:
            return mark
        start = mark.start if mark.start <= old.start else mark.start + by
        return mark.model_copy(update={"start": start, "end": mark.end + by})

    text = block.text[: old.start] + words + block.text[old.end :]
    blocks = list(work.blocks)
    blocks[old.block] = block.model_copy(update={"text": text})
    parts = {
        key: tuple(map(moved, getattr(work, key))) for key in ("statements", "framing", "cues")
    }
    return work.model_copy(update={"blocks": tuple(blocks), **parts})


@st.composite
def edits(draw: st.DrawFn) -> Callable[[Work], Work]:
    """One edit, of any work that has a statement."""
    kind = draw(
        st.sampled_from(
            ("unframe", "basis", "cue", "title", "voice", "split", "join", "no", "reword")
        )
    )
    number = draw(st.integers(0, 30))
    words = draw(st.sampled_from(("A new title", "“So”: it is", "a, b # c", "no", "- x", "12-14")))

    def edit(work: Work) -> Work:
        at = number % len(work.statements)
        statement = work.statements[at]
        if kind == "unframe" and work.framing:
            return without_framing(work, number % len(work.framing))
        if kind == "basis":
            change = {"basis": "inferred", "by": (), "how": "", "kind": "motive", "note": words}
            return with_statement(work, at, **change)
        if kind == "no":
            return with_statement(work, at, basis="", by=(), how="", note="")
        if kind == "cue":
            return with_cue(work, at)
        if kind == "title":
            return with_front(work, title=words, summary=f"{words} {words}")
        if kind == "voice":
            voices = work.front.get("voices")
            known = voices if isinstance(voices, dict) else {}
            new = {"name": words, "stake": "party", "note": words}
            return with_front(work, voices={**known, "new-one": new})
        if kind == "reword":
            return reworded(work, at, words)
        text = work.blocks[statement.block].text
        spaces = [n for n in range(statement.start, statement.end) if text[n : n + 1] == " "]
        if kind == "split" and spaces and "s901" not in {s.id for s in work.statements}:
            return split(work, at, spaces[number % len(spaces)])
        return join(work, at) if kind == "join" else work

    return edit
