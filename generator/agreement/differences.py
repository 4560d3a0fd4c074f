"""Where readers differ: each mark with what everybody says of it, worst first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Literal

from generator.agreement.figures import Answer, Difference
from generator.agreement.laying import PUBLISHED
from generator.agreement.values import Marked, Piece, Reader

What = Literal["basis", "kind", "technique", "mark"]
_RANK: dict[What, int] = {"basis": 0, "kind": 1, "technique": 2, "mark": 3}
"""Worse things first: who says it, then what sort of conclusion it is, then the wording."""
NONE = "none"
"""What a reader says who has no mark there."""
BOTH = " and "
"""Between the bases of a reader who cut a statement in two and judged the parts otherwise."""
_SEVERAL = 2
_MUCH = 3
"""A third of the shorter one is enough; less is a boundary that was drawn a little otherwise."""


def differences(marked: Marked) -> tuple[Difference, ...]:
    """Every mark on which readers differ: what they differ in, then by how many, then in order."""
    found = [*_statements(marked), *_framing(marked)]
    return tuple(sorted(found, key=lambda d: (_RANK[d.what], -d.apart, d.start)))


def on_statements(marked: Marked) -> Iterator[tuple[Piece, tuple[Answer, ...]]]:
    """Each statement of the first reader, with what every reader says of its words."""
    for piece in marked.readers[0].statements if marked.readers else ():
        first, *others = marked.readers
        answers = (_answer(first, piece, piece), *(_judged(reader, piece) for reader in others))
        yield piece, answers


def _statements(marked: Marked) -> Iterator[Difference]:
    first = marked.readers[:1]
    for number, (piece, answers) in enumerate(on_statements(marked), start=1):
        heard = [answer for answer in answers if answer.label != NONE]
        what: What = "basis" if len({answer.label for answer in heard}) > 1 else "kind"
        apart = _apart([answer.label if what == "basis" else answer.said for answer in heard])
        if apart:
            published = first[0].id == PUBLISHED
            at = piece.id if published else f"{first[0].id}:{piece.id}"
            text = marked.passage(piece.start, piece.end)
            yield Difference(
                what, at, number if published else 0, text, piece.start, apart, answers
            )


def _framing(marked: Marked) -> Iterator[Difference]:
    """Each mark of the first reader who has it, with the others' over the same words."""
    left = [list(reader.framing) for reader in marked.readers]
    for number, reader in enumerate(marked.readers):
        for piece in list(left[number]):
            answers: list[Answer] = []
            for other, marks in zip(marked.readers, left, strict=True):
                found = piece if other is reader else _nearest(piece, marks)
                if found:
                    marks.remove(found)
                answers.append(_answer(other, found, piece))
            labels = [answer.label for answer in answers]
            if apart := _apart(labels):
                yield Difference(
                    "mark" if NONE in labels else "technique",
                    piece.id if reader.id == PUBLISHED else f"{reader.id}:{piece.id}",
                    0,
                    marked.passage(piece.start, piece.end),
                    piece.start,
                    apart,
                    tuple(answers),
                )


def _judged(reader: Reader, piece: Piece) -> Answer:
    """What a reader says of a statement: of several statements there, each that holds enough of it."""
    found = [o for o in reader.statements if _MUCH * piece.shared(o) >= min(o.words, piece.words)]
    nearest = _nearest(piece, found)
    answer = _answer(reader, nearest, piece)
    labels = dict.fromkeys(other.label for other in found)
    if len(labels) < _SEVERAL:
        return answer
    notes = " ".join(other.note for other in found if other.note)
    return replace(answer, label=BOTH.join(labels), kind="", note=notes, cut=True)


def _nearest(piece: Piece, others: Sequence[Piece]) -> Piece | None:
    """The mark that shares the most words; of several, the one with the same label, then the shortest."""
    near = [other for other in others if piece.shared(other)]
    rank = lambda o: (piece.shared(o), o.label == piece.label, -o.words)  # noqa: E731
    return max(near, key=rank, default=None)


def _answer(reader: Reader, found: Piece | None, piece: Piece) -> Answer:
    if found is None:
        return Answer(reader.id, reader.name, NONE, "", "", "", "", cut=False)
    cut = (found.start, found.end) != (piece.start, piece.end)
    of = (found.label, found.kind, found.id, found.note, found.also)
    return Answer(reader.id, reader.name, *of, cut=cut)


def _apart(labels: Sequence[str]) -> float:
    """The share of pairs that differ."""
    pairs = list(combinations(labels, 2))
    return sum(one != other for one, other in pairs) / len(pairs) if pairs else 0.0
