"""Problems: made in one way, shown in one way."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

from generator.model import Place, Problem


def error(code: str, place: Place, message: str, hint: str) -> Problem:
    """A problem that stops the build."""
    return Problem(code, message, hint, "error", place)


def warning(code: str, place: Place, message: str, hint: str) -> Problem:
    """A problem that does not stop the build."""
    return Problem(code, message, hint, "warning", place)


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that `word` was probably meant to be, or an empty string."""
    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.6)), "")


def one_of(word: str, known: Iterable[str]) -> str:
    """A hint that names the likely word, or all there are."""
    words = list(known)
    near = nearest(word, words)
    if near:
        return f"Did you mean `{near}`?"
    if not words:
        return "There is none yet."
    return "There are: " + ", ".join(f"`{known}`" for known in words) + "."


def ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """By file, line and column; each said once."""
    key = lambda p: (p.place.path, p.place.line, p.place.column, p.code)  # noqa: E731
    return tuple(sorted(dict.fromkeys(problems), key=key))


def as_text(problem: Problem) -> str:
    """The place, the author's line with the fault underlined, and the mend.

    The line is cut to about 100 characters around the fault; the underline counts wide
    characters twice and keeps tabs, so that it stands under the fault in a terminal.
    """
    place = problem.place
    begin = max(0, place.column - 1 - 60) if len(place.excerpt) > 100 else 0
    shown = place.excerpt[begin : begin + 100]
    head = "…" if begin else ""
    tail = "…" if begin + 100 < len(place.excerpt) else ""
    before = place.excerpt[begin : place.column - 1]
    fault = place.excerpt[place.column - 1 : place.column - 1 + place.length]
    fault = fault[: max(1, begin + 100 - (place.column - 1))]
    number = str(place.line)
    gutter = " " * len(number)
    return "\n".join(
        (
            f"{place.path}:{place.line}:{place.column}: "
            f"{problem.severity}[{problem.code}]: {problem.message}",
            f"  {number} | {head}{shown}{tail}".rstrip(),
            f"  {gutter} | {' ' * len(head)}{_blank(before)}{'^' * max(1, _width(fault))}",
            f"  {gutter} = {problem.hint}",
        )
    )


def _blank(text: str) -> str:
    """White space as wide as `text`; a tab stays one, so that it ends where the text's does."""
    return "\t".join(" " * _width(part) for part in text.split("\t"))


def _width(text: str) -> int:
    """Columns that `text` takes in a terminal."""
    return sum(
        0
        if unicodedata.combining(c) or unicodedata.category(c) in ("Cf", "Cc")
        else 2
        if unicodedata.east_asian_width(c) in "WF"
        else 1
        for c in text
    )
