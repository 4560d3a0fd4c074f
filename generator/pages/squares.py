"""An address as a square of dark and light, that a phone's camera reads from paper."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

import segno


@dataclass(frozen=True, slots=True)
class Squares:
    """A QR code as a drawing."""

    path: str
    """The dark squares, as the path of a drawing."""
    size: int
    """The drawing's width and height, with the light border that cameras need."""


_BORDER = 4
_MASK = 5
"""One of the eight patterns that a code may be laid over with; trying all takes eight times as long."""


def squares(address: str) -> Squares:
    """Draw an address, so that it is read even with an eighth of it smudged."""
    matrix = segno.make_qr(address, error="m", mask=_MASK).matrix
    runs: list[str] = []
    for y, row in enumerate(matrix):
        x = 0
        for dark, cells in groupby(row):
            width = len(list(cells))
            runs += [f"M{x + _BORDER} {y + _BORDER}h{width}v1h-{width}z"] if dark else []
            x += width
    return Squares("".join(runs), len(matrix) + 2 * _BORDER)
