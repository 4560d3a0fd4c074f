"""Plain text as Markdown that says the same: every sign that the format gives a meaning is escaped."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"[\\`*_\[\]<>{}|~]")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LINK = re.compile(r"\\\](?=[(:])")
_BEGINS = re.compile(r"([#+=\-:]|\d+(?=[.)]))")


def escaped(text: str) -> str:
    """`text`, to stand anywhere inside a line."""
    safe = _ENTITY.sub(r"\\&", _SIGNS.sub(r"\\\g<0>", text))
    safe = _LINK.sub(r"\\]\\", safe)
    # Behind the bracket of a mark it would begin a note.
    return f"\\{safe}" if safe.startswith("^") else safe


def begun(text: str) -> str:
    """Escaped text, to stand where a line begins: a sign there may open a list or a heading."""
    found = _BEGINS.match(text)
    if not found:
        return text
    if found[0].isdigit():
        return f"{found[0]}\\{text[found.end() :]}"
    return f"\\{text}"


def quoted(text: str) -> str:
    """`text` on one line as a value in YAML."""
    flat = " ".join(text.split())
    return '"' + flat.replace("\\", "\\\\").replace('"', '\\"') + '"'


def value(text: str) -> str:
    """`text` as the value of a mark's attribute, which cannot hold some signs."""
    plain = " ".join(re.sub(r'["{}\\]', "", text).split())
    return plain if re.fullmatch(r"[A-Za-z0-9_:\-]+", plain) else f'"{plain}"'
