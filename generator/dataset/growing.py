"""Files that grow article by article, and are cut between articles before they are too large."""

from __future__ import annotations

from generator.gzipped import gzipped

MOST = 20_000_000
"""The most bytes of a file. What would be larger comes as numbered parts, each compressed."""


class Growing:
    """One file of the data set."""

    def __init__(self, name: str, head: bytes = b"", most: int = MOST) -> None:
        self._stem, self._ending = name.split(".")
        self._head = head
        self._most = most
        self._parts: list[bytes] = []
        self._now = bytearray(head)

    def add(self, text: str) -> None:
        """Append what one article gives."""
        data = text.encode()
        if len(self._now) + len(data) > self._most and len(self._now) > len(self._head):
            self._close()
        self._now += data

    def files(self) -> dict[str, bytes]:
        """The file under its name; or its parts as `statements-1.csv.gz`, each with its own head."""
        if not self._parts:
            return {f"{self._stem}.{self._ending}": bytes(self._now)}
        self._close()
        return {
            f"{self._stem}-{number}.{self._ending}.gz": part
            for number, part in enumerate(self._parts, start=1)
        }

    def _close(self) -> None:
        self._parts.append(gzipped(bytes(self._now), 6))
        self._now = bytearray(self._head)
