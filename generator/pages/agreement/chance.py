"""What agreement by chance is: two readers who never read, counted by the code that counts readers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.agreement.alpha import alpha, coincidences, summed
from generator.agreement.shown import number

_FIRST = "ssssussssissssussssi"
_SECOND = "sssissssusssussssssu"
"""Two made-up readers of twenty statements, who both like to write “sourced”: s, u or i for each."""


@dataclass(frozen=True, slots=True)
class Chance:
    """The worked example."""

    statements: int
    """How many statements there are."""
    same: int
    """On how many both say the same."""
    share: int
    """The same of a hundred."""
    sourced: tuple[int, int]
    """How often each says “sourced”."""
    expected: int
    """Of a hundred, how many alike chance alone would give, with labels drawn from one bag."""
    alpha: str
    """Krippendorff's alpha."""
    later: int
    """On how many both say the same once they have talked about every second difference."""
    later_alpha: str
    """Alpha then."""


def chance() -> Chance:
    """Compute the example."""
    pairs = list(zip(_FIRST, _SECOND, strict=True))
    labels = _FIRST + _SECOND
    total = len(labels)
    alike = sum(labels.count(c) * (labels.count(c) - 1) for c in set(labels))
    same = sum(one == other for one, other in pairs)
    apart = [n for n, (one, other) in enumerate(pairs) if one != other]
    mended = [
        (one, one) if n in apart[::2] else (one, other) for n, (one, other) in enumerate(pairs)
    ]
    return Chance(
        statements=len(pairs),
        same=same,
        share=round(100 * same / len(pairs)),
        sourced=(_FIRST.count("s"), _SECOND.count("s")),
        expected=round(100 * alike / (total * (total - 1))),
        alpha=_alpha(pairs),
        later=sum(one == other for one, other in mended),
        later_alpha=_alpha(mended),
    )


def _alpha(pairs: Iterable[tuple[str, str]]) -> str:
    value = alpha(summed((coincidences(pair), 1) for pair in pairs))
    assert value is not None
    return number(value)
