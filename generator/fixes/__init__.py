"""The mends that are certain: for each problem code at most one, a pure function to an edit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass

from pydantic import BaseModel

from generator.fixes.edit import Edit, Fix
from generator.fixes.key_order import put_keys_in_order
from generator.fixes.notes import add_note, name_after_mark
from generator.fixes.spaces import close_up_braces, close_up_note
from generator.fixes.values import close_up_equals, quote_value, straighten_value
from generator.fixes.yaml_quotes import straighten_line, straighten_word
from generator.model import Problem
from generator.reading.problem import ordered

FIXES: dict[str, Fix] = {
    "single-quotes": straighten_value,
    "curly-quotes": straighten_value,
    "unquoted-value": quote_value,
    "space-around-equals": close_up_equals,
    "space-before-attributes": close_up_braces,
    "space-before-note": close_up_note,
    "id-on-mark": name_after_mark,
    "mark-without-note": add_note,
    "yaml-syntax": straighten_line,
    "unknown-key": straighten_line,
    "wrong-value": straighten_word,
    "unknown-value": straighten_word,
    "unknown-frame": straighten_word,
}
"""The mend of each problem code that has one; it gives None where it is not certain."""

LEAVES = {"mark-without-note": "empty-note"}
"""What a mend may leave in the place of its problem: a note's words are a person's to write."""

HIDING = frozenset({"yaml-syntax", "unknown-key", "wrong-value", "unknown-value"})
"""Codes that keep the front matter from being used at all: behind them, others may show."""

Look = Callable[[str], tuple[Problem, ...]]
"""Reads and checks the text of one file."""

Better = Callable[[Iterable[Problem], Iterable[Problem], list[Problem]], bool]
"""Whether the problems after some mends are better than those before."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A text and what was mended in it."""

    text: str
    """The text with every mend that is certain."""
    changes: int
    """How many mends there were."""


def fix(text: str, look: Look, shape: type[BaseModel] | None = None) -> Fixed:
    """Mend what is certain in `text`; its front matter has the keys of `shape`, in that order.

    A mend stays only if its problem is gone after it, and it has made no other.
    """
    state = _State(text, look(text), 0)
    state = _settled(state, look, HIDING, _gone)
    state = _settled(state, look, FIXES.keys() - HIDING, _gone_for_nothing)
    edit = put_keys_in_order(state.text, shape) if shape else None
    if edit and _codes(look(edit.on(state.text))) == _codes(state.problems):
        return Fixed(edit.on(state.text), state.changes + 1)
    return Fixed(state.text, state.changes)


@dataclass(frozen=True, slots=True)
class _State:
    """How far the mending of a text has come."""

    text: str
    problems: tuple[Problem, ...]
    changes: int


def _settled(state: _State, look: Look, codes: Set[str], better: Better) -> _State:
    """Mend until nothing with one of these codes can be mended any more."""
    while True:
        chosen = ordered(problem for problem in state.problems if problem.code in codes)
        mended, applied = _all(state.text, chosen)
        if not applied:
            return state
        after = look(mended)
        if better(state.problems, after, applied):
            state = _State(mended, after, state.changes + len(applied))
        elif one := _one(state, chosen, look, better):
            state = one
        else:
            return state


def _all(text: str, problems: tuple[Problem, ...]) -> tuple[str, list[Problem]]:
    """The text with the mends of all problems, from its end to its beginning.

    In that order no mend moves a place that is still to come. New notes go to the end of the
    file, and move none: they are added first, in the order of their marks.
    """
    notes = [problem for problem in problems if problem.code == "mark-without-note"]
    others = [problem for problem in reversed(problems) if problem.code != "mark-without-note"]
    applied: list[Problem] = []
    for problem in (*notes, *others):
        edit = FIXES[problem.code](problem, text)
        if edit:
            text = edit.on(text)
            applied.append(problem)
    return text, applied


def _one(state: _State, chosen: tuple[Problem, ...], look: Look, better: Better) -> _State | None:
    """The first single mend that leaves the text better than it was."""
    for problem in chosen:
        edit = FIXES[problem.code](problem, state.text)
        if edit and better(state.problems, after := look(edit.on(state.text)), [problem]):
            return _State(edit.on(state.text), after, state.changes + 1)
    return None


def _gone(_: Iterable[Problem], after: Iterable[Problem], applied: list[Problem]) -> bool:
    """Whether each mended problem is gone from its place."""
    left = {(problem.code, problem.place.line, problem.place.column) for problem in after}
    return not any((p.code, p.place.line, p.place.column) in left for p in applied)


def _gone_for_nothing(
    before: Iterable[Problem], after: Iterable[Problem], applied: list[Problem]
) -> bool:
    """Whether each mended problem is gone, and none has come but what its mend leaves."""
    allowed = _codes(before)
    for problem in applied:
        allowed[problem.code] -= 1
        if problem.code in LEAVES:
            allowed[LEAVES[problem.code]] += 1
    return _codes(after) <= allowed


def _codes(problems: Iterable[Problem]) -> Counter[str]:
    return Counter(problem.code for problem in problems)


__all__ = ["FIXES", "HIDING", "LEAVES", "Edit", "Fix", "Fixed", "Look", "fix"]
