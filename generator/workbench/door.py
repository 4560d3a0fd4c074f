"""The door for the workbench's page: a question in JSON, and its answer in JSON, whatever was asked."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from generator.reading.codebook import read_codebook
from generator.render import environment
from generator.workbench.answers import Answer, Bench, check, open_text, preview
from generator.workbench.suggested import suggested
from generator.workbench.values import Work

ROOT = Path(__file__).resolve().parents[2]
"""The project, or as much of one as a browser has: generator/, templates/, content/codebook.yml."""

_NOT_UNDERSTOOD = "The page asked for something that the generator does not know."
_UNFORESEEN = "Something went wrong in the generator. Your work is kept; undo the last change."


class _Asked(BaseModel):
    """What every question may hold."""

    today: date = date.max


class _OpenAsked(_Asked):
    text: str
    slug: str


class _WorkAsked(_Asked):
    work: Work


class Unanswered(Exception):
    """Why a question has no answer, in a sentence."""


@cache
def bench() -> Bench:
    """What works are looked at with, read once."""
    path = "content/codebook.yml"
    reading = read_codebook(path, (ROOT / path).read_text(encoding="utf-8"))
    if reading.codebook is None:
        raise Unanswered("The codebook of this site cannot be read.")
    return Bench(reading.codebook, environment(ROOT / "templates"))


def answer(op: str, given: str) -> str:
    """Answer a question; `{"fault": …}` where that cannot be, and never an exception."""
    try:
        if op not in _OPS:
            raise Unanswered(_NOT_UNDERSTOOD)
        answered = _OPS[op](given)
    except Unanswered as why:
        answered = {"fault": str(why)}
    except ValidationError:
        answered = {"fault": _NOT_UNDERSTOOD}
    except Exception:  # whatever it is, the page has to go on
        answered = {"fault": _UNFORESEEN}
    return json.dumps(answered, ensure_ascii=False)


def _open(given: str) -> Answer:
    asked = _OpenAsked.model_validate_json(given)
    return open_text(bench(), asked.text, asked.slug, asked.today).as_json()


def _suggest(given: str) -> Answer:
    asked = _WorkAsked.model_validate_json(given)
    made = suggested(asked.work, asked.today)
    if isinstance(made, str):
        return {"work": None, "why": made}
    return {"work": made.as_json(), "why": ""}


def _check(given: str) -> Answer:
    asked = _WorkAsked.model_validate_json(given)
    return check(bench(), asked.work, asked.today)


def _preview(given: str) -> Answer:
    asked = _WorkAsked.model_validate_json(given)
    return preview(bench(), asked.work, asked.today)


_OPS: dict[str, Callable[[str], dict[str, Any]]] = {
    "open": _open,
    "suggest": _suggest,
    "check": _check,
    "preview": _preview,
}
