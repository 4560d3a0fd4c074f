"""What stands behind the words of a mark, by the writer that imported articles have."""

from __future__ import annotations

from functools import lru_cache

from generator.exchange.braces import marked
from generator.exchange.document import Relation, Span
from generator.exchange.naming import Names
from generator.exchange.placing import Part
from generator.exchange.results import Tally
from generator.model import Basis, RichText
from generator.workbench.values import CueShape, FramingShape, StatementShape

_NOTED = (RichText("…"),)


def after_statement(mark: StatementShape, basis: Basis) -> str:
    """The braces of a statement, and the call of its note."""
    values = (
        ("how", mark.how),
        ("kind", mark.kind),
        ("also", mark.also),
        ("also_kind", mark.also_kind),
        ("short", mark.short),
        ("draft", "yes" if mark.draft else ""),
    )
    ends = (
        *(("by", name) for name in mark.by),
        *(("from", name) for name in mark.rests_on),
        *(("see", name) for name in mark.see),
    )
    return _after(basis, mark.id, values, ends)


def after_framing(mark: FramingShape) -> str:
    """The same of a framing mark."""
    values = (
        ("technique", mark.technique),
        ("plain", mark.plain),
        ("also", mark.also),
        ("draft", "yes" if mark.draft else ""),
    )
    return _after("framing", mark.id, values, ())


def after_cue(mark: CueShape) -> str:
    """The braces of a cue."""
    return "{.cue" + (f" #{mark.id}" if mark.id else "") + "}"


@lru_cache(maxsize=2000)
def _after(
    label: str,
    name: str,
    values: tuple[tuple[str, str], ...],
    ends: tuple[tuple[str, str], ...],
) -> str:
    given = tuple((key, value) for key, value in values if value)
    span = Span(name, label, ((0, 1),), given, _NOTED)
    relations = [Relation("", kind, name, end) for kind, end in ends]
    names = Names((name,), {end: (end,) for _, end in ends}, {end: end for _, end in ends})
    return marked(Part(0, 0, 1, 0, span), name, relations, names, Tally()).after
