"""Problems: made in one way, shown in one way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches
from itertools import islice

from generator.model import Place, Problem


def error(code: str, place: Place, message: str, hint: str) -> Problem:
    """A problem that stops the build."""
    return Problem(code, message, hint, "error", place)


def warning(code: str, place: Place, message: str, hint: str) -> Problem:
    """A problem that does not stop the build."""
    return Problem(code, message, hint, "warning", place)


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that `word` was probably meant to be, or an empty string.

    Capitals, and what stands between the parts of a word, make no difference. Another number is
    no slip: whoever writes `s12` did not mean `s1`.
    """
    plain = {_plain(other): other for other in reversed(list(islice(known, _COMPARED)))}
    numbers = {other: _number(word, plain[other]) for other in plain}
    if any(numbers.values()):
        return next((plain[o] for o, found in numbers.items() if found == "the same"), "")
    found = get_close_matches(_plain(word), plain, n=1, cutoff=0.6)
    return plain[found[0]] if found else ""


def one_of(word: str, known: Iterable[str]) -> str:
    """A hint that names the likely words, or all there are."""
    words = list(islice(dict.fromkeys(known), _COMPARED))
    likely = _likely(word, words)
    if likely:
        *others, last = [f"`{other}`" for other in likely]
        return f"Did you mean {', '.join(others)}{' or ' if others else ''}{last}?"
    if not words:
        return "There is none yet."
    listed = ", ".join(f"`{other}`" for other in words[:_MANY])
    number = f"{len(words) - _MANY} " if len(words) < _COMPARED else ""
    more = f" and {number}more" if len(words) > _MANY else ""
    return f"There are: {listed}{more}."


_NUMBERED = re.compile(r"(.*?)0*(\d+)")
_FEW = 6
"""So many words are likely ones; of more, none is."""
_COMPARED = 100
"""With so many words a slip is compared; more would take longer with each slip of a long file."""
_MANY = 40
"""So many words are listed."""
_PART = 3
"""So many letters say which words hold them."""


def _likely(word: str, known: list[str]) -> list[str]:
    """The words that hold `word` as a part or begin with it, or else the nearest; few or none."""
    near, part = nearest(word, known), _plain(word)
    holding = [k for k in known if part in _plain(k).split("-") or _plain(k).startswith(part)]
    if len(part) < _PART or len(holding) > _FEW or _plain(near) == part:
        holding = []
    return holding if len(holding) > 1 or not near else [near]


def _plain(word: str) -> str:
    return re.sub(r"[\s_,/]+", "-", word.strip().casefold())


def _number(word: str, other: str) -> str:
    """Whether two words that differ in their last number at most have `the same` or `another`."""
    one, two = _NUMBERED.fullmatch(_plain(word)), _NUMBERED.fullmatch(_plain(other))
    if not one or not two or one[1] != two[1]:
        return ""
    return "the same" if one[2] == two[2] else "another"


def ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """By file, line and column; each said once."""
    key = lambda p: (p.place.path, p.place.line, p.place.column, p.code)  # noqa: E731
    return tuple(sorted(dict.fromkeys(problems), key=key))


def as_text(problem: Problem) -> str:
    """The place, the author's line with the fault underlined, and the mend.

    The line is cut to about 100 characters around the fault; the underline counts wide
    characters twice and keeps tabs, so that it stands under the fault in a terminal.
    """
    place = replace(problem.place, excerpt=_harmless(problem.place.excerpt))
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
            f"{_harmless(place.path)}:{place.line}:{place.column}: "
            f"{problem.severity}[{problem.code}]: {_harmless(problem.message)}",
            f"  {number} | {head}{shown}{tail}".rstrip(),
            f"  {gutter} | {' ' * len(head)}{_blank(before)}{'^' * max(1, _width(fault))}",
            f"  {gutter} = {_harmless(problem.hint)}",
        )
    )


_ACTING = re.compile("[\x00-\x08\n\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def _harmless(text: str) -> str:
    """A sign in the place of each character that a terminal would act on."""
    return _ACTING.sub("\ufffd", text)


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
