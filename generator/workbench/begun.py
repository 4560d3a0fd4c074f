"""A plain text as a work: every mark in it is a suggestion, for a person to decide."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import JsonValue

from generator.drafting import Drafted, drafted
from generator.workbench.opened import opened
from generator.workbench.values import BlockShape, Front, StatementShape, Work

_DOTS = "…"


def begun(
    text: str, slug: str, today: date, *, language: str, marked_up: bool, quotation: bool
) -> Work | None:
    """Draft a work from a text; None where it has no words."""
    outcome = drafted(text, today, language=language, marked_up=marked_up, quotation=quotation)
    file = opened(outcome.text, slug) if outcome.draft.sentences else None
    if file is None:
        return None
    kept = _filled(file.work.front)
    front = {key: value for key, value in kept.items() if key != "status"}
    work = file.work.model_copy(update={"base": "", "front": front})
    return _in_own_words(work, outcome) if quotation else work


def _filled(value: Front) -> Front:
    """The front matter without the three dots of what is to be filled in."""
    kept = _without_dots(dict(value))
    return kept if isinstance(kept, dict) else {}


def _without_dots(value: JsonValue) -> JsonValue:
    if isinstance(value, dict):
        return {key: _without_dots(each) for key, each in value.items() if each != _DOTS}
    if isinstance(value, list):
        return [_without_dots(each) for each in value if each != _DOTS]
    return value


def _in_own_words(work: Work, outcome: Drafted) -> Work:
    """Three dots for each sentence, which the work keeps beside them."""
    draft = outcome.draft
    sentences = {
        f"s{number}": draft.passages[sentence.block].text[sentence.start : sentence.end]
        for number, sentence in enumerate(draft.sentences, start=1)
    }
    blocks: list[BlockShape] = []
    statements: list[StatementShape] = []
    for number, block in enumerate(work.blocks):
        inside = [s for s in work.statements if s.block == number]
        for place, statement in enumerate(inside):
            changes: dict[str, Any] = {"start": place * 2, "end": place * 2 + 1}
            changes["source"] = sentences.get(statement.id, "")
            statements.append(statement.model_copy(update=changes))
        text = " ".join(_DOTS for _ in inside)
        blocks.append(block.model_copy(update={"text": text, "styles": ()}))
    return work.model_copy(
        update={"blocks": tuple(blocks), "statements": tuple(statements), "cues": (), "framing": ()}
    )
