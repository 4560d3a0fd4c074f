"""What is wrong in a file of another tool: as much as somebody can read, at a price that does not grow."""

from __future__ import annotations

import pytest

from generator.exchange.trouble import MOST, Trouble
from generator.reading.place import Source, source_of


def test_the_first_of_a_kind_are_shown_and_the_rest_counted() -> None:
    """With the last place that is shown; another code has its own room."""
    trouble = Trouble(source_of("a.tsv", "x\n" * 100))
    for line in range(1, 81):
        trouble.warn("odd", line, f"Line {line}.", "Mend it.")
    trouble.refuse("bad", 81, "It cannot be used.", "Mend it.")
    found = trouble.problems()
    odd = [problem for problem in found if problem.code == "odd"]
    assert [problem.place.line for problem in odd] == [*range(1, MOST + 1), MOST]
    assert odd[-1].message == "The same is wrong in 30 more places."
    assert [(p.code, p.severity, p.place.line) for p in found if p not in odd] == [
        ("bad", "error", 81)
    ]


def test_no_place_is_made_that_nobody_sees(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of two million bad rows, all but the first few cost a count."""
    trouble = Trouble(source_of("a.tsv", "x\n" * 100))
    made: list[int] = []
    place = Source.place

    def counted(source: Source, line: int, column: int, length: int = 1) -> object:
        made.append(line)
        return place(source, line, column, length)

    monkeypatch.setattr(Source, "place", counted)
    for line in range(1, 101):
        trouble.warn("odd", line, "It is odd.", "Mend it.")
        trouble.refuse("bad", line, "It is bad.", "Mend it.")
    assert len(made) == 2 * MOST
    assert len(trouble.problems()) == 2 * (MOST + 1)
