"""The selectors of Web Annotations and of Hypothesis: which words of a text are meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.exchange.anchors import Anchors, Quoted
from generator.exchange.results import Tally
from generator.exchange.sources import Json
from generator.exchange.trouble import Trouble

_CHARACTERS = re.compile(r"char=(\d{1,12}),(\d{1,12})(?:;.*)?")
_SAME = "Is it the very text that was annotated?"
_GONE = f"The annotation is left out. {_SAME}"
Piece = tuple[int, int]
_DEEP = 20
"""Selectors that refine one another; more make no sense."""


def words_of(selector: Json, tally: Tally) -> Quoted | None:
    """The words that one selector, or several that mean the same, stand for."""
    exact: str | None = None
    prefix = suffix = ""
    position: tuple[int, int] | None = None
    others: list[str] = []
    for each in _chain(selector, 0):
        kind = each.get("type")
        start, end = each.get("start"), each.get("end")
        fragment = _CHARACTERS.fullmatch(as_text(each.get("value")))
        if kind == "TextQuoteSelector" and isinstance(each.get("exact"), str):
            exact = as_text(each["exact"])
            prefix, suffix = as_text(each.get("prefix")), as_text(each.get("suffix"))
        elif kind == "TextPositionSelector" and isinstance(start, int) and isinstance(end, int):
            position = (start, end)
        elif kind == "FragmentSelector" and fragment:
            position = (int(fragment[1]), int(fragment[2]))
        else:
            others.append(as_text(kind) or "?")
    for kind in others if exact is None and position is None else ():
        tally.add(
            "selector", "Selectors that name neither words nor characters are left out.", kind
        )
    if exact is None and position is None:
        return None
    return Quoted(exact, prefix, suffix, position)


class Finder:
    """Finds the words of selectors in one text, and says where they do not stand."""

    def __init__(self, text: str, trouble: Trouble, tally: Tally) -> None:
        self._anchors = Anchors(text)
        self._trouble = trouble
        self._tally = tally

    def pieces(self, selectors: Iterable[Json], name: str) -> tuple[Piece, ...]:
        """Where the words of each selector stand, in order and apart; `name` is the annotation's id."""
        apart: list[Piece] = []
        for start, end in sorted({p for s in selectors if (p := self._piece(s, name))}):
            if not apart or start >= apart[-1][1]:
                apart.append((start, end))
        return tuple(apart)

    def _piece(self, selector: Json, name: str) -> Piece | None:
        words = words_of(selector, self._tally)
        if words is None:
            self._say(
                "no-words", "This does not say in words or numbers what it marks.", _GONE, name
            )
            return None
        found = self._anchors.find(words)
        shown = f"“{(words.exact or '')[:60]}”"
        if found is None:
            self._say("not-found", f"{shown} does not stand in the text.", _GONE, name)
            return None
        if found.moved:
            what = f"{shown} stands elsewhere than its numbers say."
            self._say("offsets-disagree", what, f"The words are trusted. {_SAME}", name)
        return found.start, found.end

    def _say(self, code: str, what: str, hint: str, name: str) -> None:
        self._trouble.warn(code, self._trouble.line_of(code, name), what, hint)


def as_text(value: Json) -> str:
    """A text, or empty for anything else."""
    return value if isinstance(value, str) else ""


def as_list(value: Json) -> list[Json]:
    """A list as it is, nothing as an empty one, anything else as a list of one."""
    return value if isinstance(value, list) else [] if value is None else [value]


def _chain(selector: Json, depth: int) -> Iterator[dict[str, Json]]:
    for each in as_list(selector):
        if isinstance(each, dict) and depth < _DEEP:
            yield each
            yield from _chain(each.get("refinedBy"), depth + 1)
