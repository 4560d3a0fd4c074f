"""Where readers cut a text otherwise: the stretches that all of them judged, and what each counts.

A unit is the stretch between one boundary of any reader's statements and the next. So an unequal
split costs nothing by itself: only another label on the same words does.

Counting every stretch as one would let whoever cuts finely decide the figure, and a comma’s
difference would weigh as much as a sentence. Counting words, as Krippendorff, Mathet, Bouvry and
Widlöcher (2016) do for their alphas of text, would let long sentences decide it. Here every
*statement* counts as one: a stretch weighs the mean of the shares that it is of its readers'
statements. Where all readers cut alike each weight is 1, and the figures are those of the plain
table of statements by readers.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.agreement.values import Piece, Reader, Unit


def units(readers: Sequence[Reader]) -> tuple[Unit, ...]:
    """The stretches between all boundaries, without those where nobody has a statement."""
    return tuple(_units(readers))


def _units(readers: Sequence[Reader]) -> Iterator[Unit]:
    starts = [[piece.start for piece in reader.statements] for reader in readers]
    edges = {at for reader in readers for p in reader.statements for at in (p.start, p.end)}
    for start, end in pairwise(sorted(edges)):
        pieces = tuple(
            _holding(reader.statements, begins, start)
            for reader, begins in zip(readers, starts, strict=True)
        )
        shares = [(end - start) / piece.words for piece in pieces if piece]
        if shares:
            yield Unit(start, end, sum(shares) / len(shares), pieces)


def _holding(pieces: Sequence[Piece], begins: Sequence[int], word: int) -> Piece | None:
    at = bisect_right(begins, word) - 1
    return pieces[at] if at >= 0 and word < pieces[at].end else None
