"""What stands in the `{…}` after a mark: kinds, ids, values, and the slips made in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

_BARE = re.compile(r"[A-Za-z0-9_:\-]+")

MARKS = ("sourced", "unsourced", "inferred", "framing", "cue")
"""The kinds of mark."""

SEVERAL = ("by", "from", "see")
"""The attributes that take several values, with spaces between them."""

KEYS = (*SEVERAL, "how", "kind", "technique", "plain", "also", "also-kind", "short", "draft")
"""All attributes of all kinds."""

HOWS = ("quote", "paraphrase", "mixed")
"""The ways to give somebody's words."""


class Value(NamedTuple):
    """One `key=value`."""

    key: str
    """The attribute's name."""
    value: str
    """Its value, without quotes."""
    start: int
    """First character of the value in the text."""
    end: int
    """One past its last character."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One slip."""

    code: str
    """The problem's code."""
    message: str
    """What is wrong."""
    start: int
    """First character at fault in the text."""
    end: int
    """One past the last."""


class Attributes(NamedTuple):
    """What stands between `{` and `}`."""

    classes: tuple[str, ...]
    """Names with a point before them, without it."""
    ids: tuple[str, ...]
    """Names with `#` before them, without it."""
    values: tuple[Value, ...]
    """The `key=value` pairs."""
    faults: tuple[Fault, ...]
    """The slips, in order."""
    end: int
    """One past the `}`."""

    def corrected(self) -> str:
        """The whole `{…}` as it was probably meant."""
        pairs: dict[str, str] = {}
        for value in self.values:
            pairs.setdefault(value.key, value.value)
        parts = [f".{name}" for name in self.classes] + [f"#{name}" for name in self.ids]
        parts += [f"{key}={_quoted(value)}" for key, value in pairs.items()]
        return "{" + " ".join(parts) + "}"


def _quoted(value: str) -> str:
    plain = " ".join(re.sub(r'["{}\\]', "", value).split()) or "…"
    return plain if _BARE.fullmatch(plain) or plain == "…" else f'"{plain}"'
