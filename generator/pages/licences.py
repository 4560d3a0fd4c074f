"""What an annotated article may be used under."""

from __future__ import annotations

from generator.model import Rights

MARKS_LICENCE = "CC-BY-4.0"
"""What the marks, the notes and our own words are under."""

_BY_RIGHTS: dict[Rights, str] = {"own": MARKS_LICENCE, "public-domain": "public domain"}
_QUOTED = f"{MARKS_LICENCE}; words in “double quotation marks” are the original’s"


def text_licence(rights: Rights | None, licence: str) -> str:
    """What the text is under; a `licensed` text names its own `licence`."""
    if rights == "quotation":
        return _QUOTED
    return (rights and _BY_RIGHTS.get(rights)) or licence or "unknown"
