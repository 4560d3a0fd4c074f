"""The differences for whoever decides: what each reader says and why, and what the codebook asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.agreement.differences import NONE
from generator.agreement.figures import Difference
from generator.model import Codebook, Entry

_WHAT = {
    "basis": "what it rests on",
    "kind": "what kind of conclusion",
    "technique": "which technique",
    "mark": "whether it steers",
}


def listed(differences: Sequence[Difference], codebook: Codebook) -> str:
    """All of them, worst first."""
    parts = (
        "\n".join(one(difference, codebook, f"{number} of {len(differences)}"))
        for number, difference in enumerate(differences, start=1)
    )
    return "\n\n".join(parts)


def one(difference: Difference, codebook: Codebook, number: str) -> Iterator[str]:
    """One difference, with its number in the list."""
    yield f"{number}  {difference.at}: {_WHAT[difference.what]}"
    yield f"  {' '.join(difference.text.split())}"
    for answer in difference.answers:
        also = f" (or {answer.also})" if answer.also else ""
        cut = ", over other words" if answer.cut else ""
        called = f" ({answer.name})" if answer.name not in ("", answer.reader) else ""
        yield f"  {answer.reader}{called}: {answer.said}{also}{cut}"
        if answer.note:
            yield f"    {answer.note}"
    tests = list(_tests(difference, codebook))
    if tests:
        yield "  The codebook asks"
        yield from (f"    {entry.name}: {entry.test}" for entry in tests)


def _tests(difference: Difference, codebook: Codebook) -> Iterator[Entry]:
    """The entries between which the readers differ."""
    said = [answer.label for answer in difference.answers if answer.label != NONE]
    if difference.what == "kind":
        said = [answer.kind for answer in difference.answers]
    known = {e.id: e for e in (*codebook.bases, *codebook.kinds, *codebook.techniques)}
    names = dict.fromkeys(name for label in said for name in label.split(" and "))
    yield from (known[name] for name in names if name in known)
