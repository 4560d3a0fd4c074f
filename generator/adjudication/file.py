"""A file of decisions: what there is to decide, and what somebody decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pydantic import BaseModel, ConfigDict, Field

from generator.adjudication.values import Ruling
from generator.agreed.lines import answers, short
from generator.agreement.figures import Difference
from generator.model import Problem
from generator.reading.front_matter import unfilled, validate
from generator.reading.place import source_of
from generator.reading.problem import error, ordered
from generator.reading.schema import Day, Text
from generator.reading.values import read_values


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class RulingShape(_Shape):
    """One decision."""

    at: Text = Field(description="The mark, or a reader's mark as reader:id.")
    decided: Text = Field(description="keep, open, drop, or the reader whose mark is taken.")
    why: Text = Field(description="The reason, in a sentence.")
    by: str = Field("", description="Who decided, if not `by` of the whole file.")
    date: Day | None = Field(None, description="When, if not `date` of the whole file.")
    note: str = Field("", description="The mark's note, if not what the readers wrote.")


class RulingsShape(_Shape):
    """A file of decisions."""

    by: str = Field("", description="Who decided.")
    date: Day | None = Field(None, description="When.")
    decisions: list[RulingShape] = Field(min_length=1, description="The decisions.")


@dataclass(frozen=True, slots=True)
class ReadRulings:
    """What a file gave."""

    rulings: tuple[Ruling, ...]
    """The decisions, in the order of the file."""
    problems: tuple[Problem, ...]
    """What is wrong in the file."""


def read_rulings(path: str, text: str, today: date) -> ReadRulings:
    """Read a file of decisions; `today` is the day of those that give none."""
    source = source_of(path, text)
    values = read_values(source, "\n".join(source.lines), 1)
    if values.value is None and values.problems:
        return ReadRulings((), values.problems)
    shape, problems = validate(
        RulingsShape, values.value or {}, values.places, source.place(1, 1, 3)
    )
    if shape is None:
        return ReadRulings((), ordered((*values.problems, *problems)))
    rulings = tuple(
        Ruling(
            r.at,
            r.decided,
            r.by or shape.by,
            r.date or shape.date or today,
            r.why,
            r.note,
            values.places[("decisions", str(number))],
        )
        for number, r in enumerate(shape.decisions)
    )
    nobody = tuple(
        error("nobody-decided", r.place, "Nobody has decided this.", "Add `by: your-name`.")
        for r in rulings
        if not r.by
    )
    dots = unfilled(values.value, (), values.places)
    return ReadRulings(rulings, ordered((*values.problems, *nobody, *dots)))


def rulings_to_fill(slug: str, differences: Sequence[Difference]) -> str:
    """A file in which every difference waits for its decision."""
    return "\n".join(_lines(slug, differences)) + "\n"


def _lines(slug: str, differences: Sequence[Difference]) -> Iterator[str]:
    yield f"# Decisions on {slug}, worst first. Then: whosays adjudicate {slug} --decisions this-file.yml"
    yield "# decided: keep (the published mark stays), open (both readings stand), drop (framing goes),"
    yield "#   or the reader whose mark is taken. What you take out of the list stays undecided."
    yield "by: …"
    yield "decisions:" if differences else "decisions: []"
    for d in differences:
        yield f"  # {d.what}: {short(' '.join(d.text.split()), 14)}"
        yield f"  # {answers(d)}"
        yield f'  - at: "{d.at}"'
        yield "    decided: open"
        yield "    why: …"
