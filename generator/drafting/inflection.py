"""A verb's forms, by the language's table of endings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.reading.values import Value

Form = tuple[str, str, tuple[str, ...]]
"""Its name, its first word, and the words behind that."""


def forms_of(entry: str, fixed: bool, table: Sequence[Mapping[str, Value]]) -> Iterator[Form]:
    """Each form of a verb's `entry` in a list: `say / said`, `point out`, `go on / went / gone`.

    What belongs behind the verb stays as it is in each form. A `fixed` word has no other form.
    """
    whole, *irregular = (part.strip() for part in entry.split(" / "))
    base, *rest = whole.split()
    behind = tuple(rest)
    if fixed:
        yield "state", base, behind
        return
    row = next(row for row in table if _fits(base, row["ends"]))
    stem = base[: len(base) - int(str(row["cut"]))]
    past = irregular[0] if irregular else _ended(stem, str(row["past"]))
    participle = irregular[-1] if irregular else past
    yield "base", base, behind
    yield "third", _ended(stem, str(row["third"])), behind
    yield "past", past, behind
    if participle != past:
        yield "participle", participle, behind
    yield "ing", _ended(stem, str(row["ing"])), behind


def _fits(base: str, ends: Value) -> bool:
    """Whether a row is for `base`; an ending of more than two letters is a whole verb."""
    each = ends if isinstance(ends, list) else [ends or ""]
    return any(base == end or (len(str(end)) < 3 and base.endswith(str(end))) for end in each)


def _ended(stem: str, ending: str) -> str:
    """A `+` doubles the last letter: plan, planned."""
    return stem + stem[-1] + ending[1:] if ending.startswith("+") else stem + ending
