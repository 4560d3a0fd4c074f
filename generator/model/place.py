"""Where something stands in a file, and what is wrong there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a file."""

    path: str
    """The file, as the contributor would name it, with forward slashes."""
    line: int
    """The line, counted from 1."""
    column: int
    """The column in characters (code points), counted from 1."""
    length: int
    """How many characters are meant, at least 1; never past the end of the line."""
    excerpt: str
    """The whole line, without its line break."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a file."""

    code: str
    """A short name that stays the same, such as `unknown-voice`."""
    message: str
    """What is wrong, in the contributor's words."""
    hint: str
    """How to mend it, with the corrected form where there is one."""
    severity: Severity
    """An error stops the build; a warning does not."""
    place: Place
    """Where it is."""
