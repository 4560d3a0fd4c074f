"""Drafting's suggestions, taken into a work; what somebody has decided stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import count
from typing import TypeVar

from generator.workbench.begun import begun
from generator.workbench.values import StatementShape, Stretch, Work

M = TypeVar("M", bound=Stretch)

_NONE = "No suggestions could be made for this text."
_OTHERWISE = (
    "The suggestions cut this text in another way, so there are none. You can mark without."
)
_SIGNS = {"paragraph": "", "heading": "## ", "quote": "> ", "item": "- "}
_MEANT = re.compile(r"[*_`[\]<\\&]")


def suggested(work: Work, today: date) -> Work | str:
    """Give the work with suggestions for what is not decided; in words, why there are none."""
    text, marked_up = unmarked(work)
    language = str(work.front.get("language") or "en")
    draft = begun(
        text, work.slug, today, language=language, marked_up=marked_up, quotation=_retold(work)
    )
    return merged(work, draft) if draft else _NONE


def unmarked(work: Work) -> tuple[str, bool]:
    """Give the text as drafting takes it, and whether it is Markdown; of a retold one, the original.

    It begins with a line of our own, so that drafting takes no line of the text for the headline.
    """
    marked_up = any(block.kind in ("heading", "quote") for block in work.blocks)
    parts = [f"{'# ' if marked_up else ''}Title"]
    for number, block in enumerate(work.blocks):
        own = (each.source for each in work.statements if each.block == number)
        text = " ".join(own) if _retold(work) else block.text
        parts.append(_SIGNS[block.kind] + (_MEANT.sub(r"\\\g<0>", text) if marked_up else text))
    return "\n\n".join(parts), marked_up


def merged(work: Work, draft: Work) -> Work | str:
    """Give the work with the marks of a draft of the same text; in words, why that cannot be."""
    retold = _retold(work)
    alike = [block.text for block in work.blocks] == [block.text for block in draft.blocks]
    if not (len(work.statements) == len(draft.statements) if retold else alike):
        return _OTHERWISE
    taken = {mark.id for mark in (*work.statements, *work.framing, *work.cues)}
    statements = _statements(work, draft, _unused("s", taken), retold=retold)
    marks = (*work.framing, *work.cues)
    framing = [mark for mark in draft.framing if not any(_meet(mark, old) for old in marks)]
    cues = [mark for mark in draft.cues if not any(_bars(old, mark) for old in marks)]
    if retold:
        framing, cues = [], []
    named = [
        mark.model_copy(update={"id": name})
        for mark, name in zip(framing, _unused("f", taken), strict=False)
    ]
    changes: dict[str, object] = {
        "front": _with_voices(work, draft),
        "statements": tuple(statements),
        "framing": _in_order((*work.framing, *named)),
        "cues": _in_order((*work.cues, *(cue.model_copy(update={"id": ""}) for cue in cues))),
    }
    return work.model_copy(update=changes)


def _statements(
    work: Work, draft: Work, names: Iterator[str], *, retold: bool
) -> list[StatementShape]:
    """The statements of the work; those that nobody touched as the draft has them."""
    ids: dict[str, str] = {}
    made: list[tuple[StatementShape, bool]] = []
    for number, each in enumerate(work.statements):
        offered = [o for o in draft.statements if _holds(each, o)]
        offered = [draft.statements[number]] if retold else offered
        if len(offered) == 1:
            ids[offered[0].id] = each.id
        if each.basis or each.aside or each.note or not offered:
            made.append((each, False))
            continue
        for part, other in enumerate(offered):
            name = next(names) if part else each.id
            ids[other.id] = name
            place = each if retold else other
            at = {"block": place.block, "start": place.start, "end": place.end}
            changes = {**at, "id": name, "source": each.source}
            made.append((other.model_copy(update=changes), True))
    return [
        mark.model_copy(
            update={"rests_on": tuple(ids[name] for name in mark.rests_on if name in ids)}
        )
        if new
        else mark
        for mark, new in made
    ]


def _with_voices(work: Work, draft: Work) -> dict[str, object]:
    found, here = draft.front.get("voices"), work.front.get("voices")
    voices = {
        **(found if isinstance(found, dict) else {}),
        **(here if isinstance(here, dict) else {}),
    }
    return {**work.front, "voices": voices} if voices else {**work.front}


def _retold(work: Work) -> bool:
    return work.front.get("rights") == "quotation"


def _unused(letter: str, taken: set[str]) -> Iterator[str]:
    return (name for number in count(1) if (name := f"{letter}{number}") not in taken)


def _in_order(marks: Iterable[M]) -> tuple[M, ...]:
    return tuple(sorted(marks, key=lambda mark: (mark.block, mark.start, -mark.end)))


def _holds(outer: Stretch, inner: Stretch) -> bool:
    return outer.block == inner.block and outer.start <= inner.start and inner.end <= outer.end


def _meet(one: Stretch, other: Stretch) -> bool:
    return one.block == other.block and one.start < other.end and other.start < one.end


def _bars(old: Stretch, cue: Stretch) -> bool:
    """Whether a mark of the work leaves no room for a cue: it holds it, or crosses it."""
    return _holds(old, cue) or (_meet(old, cue) and not _holds(cue, old))
