"""Offsets as Java and JavaScript count them: a character beyond U+FFFF is two units."""

from __future__ import annotations

from bisect import bisect_left


class Units:
    """The offsets of one text, in code points and in UTF-16 units."""

    def __init__(self, text: str) -> None:
        self._points = [] if text.isascii() else [i for i, c in enumerate(text) if c > "\uffff"]
        self._units = [point + before for before, point in enumerate(self._points)]
        self.length = len(text) + len(self._points)

    def units(self, point: int) -> int:
        """The units before a code point."""
        return point + bisect_left(self._points, point)

    def point(self, unit: int) -> int | None:
        """The code points before a unit; None in the middle of one, and outside the text."""
        pairs = bisect_left(self._units, unit)
        inside = pairs and self._units[pairs - 1] + 1 == unit
        return None if inside or not 0 <= unit <= self.length else unit - pairs
