"""An address as a square of dark and light, that a phone's camera reads from paper."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True, slots=True)
class Squares:
    """A QR code as a drawing."""

    path: str
    """The dark squares, as the path of a line that is one square thick."""
    size: int
    """The drawing's width and height, with the light border that cameras need."""


_BORDER = 4
_MASK = 5
"""One of the eight patterns that a code may be laid over with; trying all takes much longer."""


def squares(address: str) -> Squares:
    """Draw an address, so that it is read even with an eighth of it smudged."""
    import segno  # here, as the workbench has these pages without it, and draws no square

    matrix = segno.make_qr(address, error="m", mask=_MASK).matrix
    path = ""
    for y, row in enumerate(matrix):
        pen, x = 0, 0
        for dark, cells in groupby(row):
            width = len(list(cells))
            if dark:
                path += f"m{x - pen} 0h{width}" if pen else f"M{x + _BORDER} {y + _BORDER}h{width}"
                pen = x + width
            x += width
    return Squares(path, len(matrix) + 2 * _BORDER)
