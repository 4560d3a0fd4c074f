"""What a module has to have to be a format."""

from __future__ import annotations

from typing import Protocol

from generator.exchange.document import Document
from generator.exchange.results import Read, Written


class Format(Protocol):
    """A module of this room that reads and writes another tool's files."""

    NAME: str
    """The name on the command line: small letters and hyphens."""
    TITLE: str
    """The name for people."""
    ENDING: str
    """How its file's name ends, with the point; of its chief file where it has several."""

    BESIDE: tuple[str, ...]
    """What stands beside that file: endings (`.txt`) or whole names (`TypeSystem.xml`)."""

    def write(self, document: Document) -> Written:
        """The document in this format; never fails, and lists what is lost."""

    def read(self, files: dict[str, bytes], text: str | None) -> Read:
        """The documents in these files; `text` is what they annotate, where they do not hold it."""
