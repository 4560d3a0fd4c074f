"""The inline rules for marks: bracketed spans with attributes, and the note that follows.

markdown-it reads everything else (emphasis, links, entities, code), so nesting is CommonMark's.
These rules stand before its link rule and remember where each mark begins and ends in the
block's text, which its own tokens do not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.footnote import footnote_plugin

from generator.reading.attributes import KEYS, MARKS, Attributes
from generator.reading.braces import scan

_NOTE = re.compile(r"\[\^([^\]\n]+)\]")
_SPACED_NOTE = re.compile(r"[ \t]*\n?[ \t]*\[\^([^\]\n]+)\](?!:)")
_KIND = r"[.#]?(?:" + "|".join(MARKS) + r")\b"
_BRACES = re.compile(r"\{(?=\s*(?:[.#][\w-]|" + _KIND + r"|(?:" + "|".join(KEYS) + r")\s*=))")
_SPACED_BRACE = re.compile(r"[ \t\n]+" + _BRACES.pattern)
_ROUND_BRACE = re.compile(r"\(\s*" + _KIND + r"[^)]*\)")
_DEEP = 8
"""Marks and links inside one another; markdown-it reads twenty levels and no further."""


class Found(NamedTuple):
    """A mark as it stands in the text of its block."""

    start: int
    """Its `[`."""
    brace: int
    """Its `{`."""
    attributes: Attributes
    """What stands in the braces."""
    note: str
    """The label of the note that follows, or empty."""
    note_at: tuple[int, int]
    """Where that note's reference stands."""
    spaces: tuple[str, ...]
    """Where a space stands that should not: `brace`, `note`, or both."""
    end: int
    """One past the whole mark."""


@dataclass(frozen=True, slots=True)
class Stray:
    """Something that looks like part of a mark and is none."""

    what: str
    """`open` for a `[` without end, `close` for a `]{…}` without beginning, `braces` for a
    `{…}` after no mark, `round` for one in round brackets, `note`, or `deep`."""
    start: int
    """First character."""
    end: int
    """One past the last."""


def markdown() -> MarkdownIt:
    """CommonMark with our marks and footnote definitions; HTML is read only to be refused."""
    md = MarkdownIt("commonmark", {"html": True}).enable("table")
    footnote_plugin(md, inline=False, move_to_end=False)
    md.inline.ruler.disable("footnote_ref")
    md.block.ruler.disable("reference")
    md.inline.ruler.before("link", "mark", _mark)
    md.inline.ruler.before("mark", "note_reference", _note_reference)
    md.inline.ruler.before("mark", "stray_close", _stray_close)
    md.inline.ruler.before("mark", "stray_braces", _stray_braces)
    return md


def _mark(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "[":
        return False
    start, maximum = state.pos, state.posMax
    label_end = parseLinkLabel(state, start)
    if label_end < 0:
        if not silent:
            _stray(state, Stray("open", start, start + 1))
        return False
    found = _found(state.src, start, label_end)
    if found is None:
        rounded = _ROUND_BRACE.match(state.src, label_end + 1)
        if rounded and not silent:
            _stray(state, Stray("round", start, rounded.end()))
        return False
    if not silent:
        if state.level > _DEEP:
            _stray(state, Stray("deep", start, label_end + 1))
        opened = state.push("mark_open", "", 1)
        opened.meta = {"found": found}
        state.pos, state.posMax = start + 1, label_end
        state.md.inline.tokenize(state)
        state.push("mark_close", "", -1)
    state.pos, state.posMax = found.end, maximum
    return True


def _found(text: str, start: int, label_end: int) -> Found | None:
    spaces: list[str] = []
    brace = label_end + 1
    if text[brace : brace + 1] != "{":
        spaced = _SPACED_BRACE.match(text, brace)
        if not spaced:
            return None
        spaces.append("brace")
        brace = spaced.end() - 1
    attributes = scan(text, brace)
    end = attributes.end
    noted = _NOTE.match(text, end)
    if not noted and (noted := _SPACED_NOTE.match(text, end)):
        spaces.append("note")
    label, note_at = "", (end, end)
    if noted:
        label, note_at, end = noted[1], (noted.start(), noted.end()), noted.end()
    return Found(start, brace, attributes, label, note_at, tuple(spaces), end)


def _note_reference(state: StateInline, silent: bool) -> bool:
    """A note's reference that follows no mark."""
    noted = _NOTE.match(state.src, state.pos)
    if not noted or noted.end() > state.posMax:
        return False
    if not silent:
        _stray(state, Stray("note", noted.start(), noted.end()))
    state.pos = noted.end()
    return True


def _stray_close(state: StateInline, silent: bool) -> bool:
    """A `]{.kind …}` whose `[` is missing or stands in another paragraph."""
    if state.src[state.pos] != "]" or silent:
        return False
    braces = re.compile(r"\]\s*\{\s*" + _KIND).match(state.src, state.pos)
    if not braces:
        return False
    attributes = scan(state.src, state.src.index("{", state.pos))
    noted = _NOTE.match(state.src, attributes.end)
    end = min(noted.end() if noted else attributes.end, state.posMax)
    _stray(state, Stray("close", state.pos, end))
    state.pos = end
    return True


def _stray_braces(state: StateInline, silent: bool) -> bool:
    """A `{.kind …}` that follows no `]`."""
    if state.src[state.pos] != "{" or silent or not _BRACES.match(state.src, state.pos):
        return False
    end = min(scan(state.src, state.pos).end, state.posMax)
    _stray(state, Stray("braces", state.pos, end))
    state.pos = end
    return True


def _stray(state: StateInline, stray: Stray) -> None:
    state.env.setdefault("strays", {})[stray] = None
