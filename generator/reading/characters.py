"""Characters that a reader cannot see and that change what a reader sees.

Some of them have a use: direction marks beside right-to-left letters, joiners in Persian and in
Indic scripts and in emoji, variation selectors after a sign. There they are taken, and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from unicodedata import bidirectional, category, name

from generator.model import Problem
from generator.reading.place import Source
from generator.reading.problem import error

UNSEEN = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u2800\u3164\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff0-\ufffc\ufffe\uffff\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Control, direction, joining and invisible characters, halves of a pair, and what is no character."""
_SUSPECT = re.compile(UNSEEN)
_USED = re.compile(
    "[\U0001f3f4](?:\U000e0067\U000e0062(?:\U000e0065\U000e006e\U000e0067"
    "|\U000e0073\U000e0063\U000e0074|\U000e0077\U000e006c\U000e0073)\U000e007f)"
    "|[\u2066-\u2068][^\u2066-\u2069\\[\\]{}]*\u2069"
)
"""The flags of England, Scotland and Wales; an isolate that is closed, and holds no sign of a mark."""
_DIRECTION = "\u061c\u200e\u200f"
_ISOLATES = "\u2066\u2067\u2068\u2069"
_JOINERS = "\u200c\u200d"
_MONGOLIAN = "\u180b\u180c\u180d\u180f"
_JOINED = frozenset(
    [
        "ARABIC",
        "SYRIAC",
        "NKO",
        "MANDAIC",
        "MONGOLIAN",
        "PHAGS-PA",
        "ADLAM",
        "HANIFI",
        "DEVANAGARI",
        "BENGALI",
        "GURMUKHI",
        "GUJARATI",
        "ORIYA",
        "TAMIL",
        "TELUGU",
        "KANNADA",
        "MALAYALAM",
        "SINHALA",
        "TIBETAN",
        "MYANMAR",
        "KHMER",
        "BALINESE",
        "JAVANESE",
    ]
)
"""The scripts, as Unicode names their letters, in which a joiner changes a letter's form."""
_ENTITY = re.compile(r"(?<!\\)&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,31});")
MAX_MARKS = 6
"""Accents, vowel signs and the like on one letter; no language that we know of needs more."""
_TOWER = re.compile(rf"[^\w\s\x00-\x7f]{{{MAX_MARKS + 1},}}")
_HINTS = {
    _DIRECTION: "Delete it: it has a use only in a line with right-to-left letters.",
    _ISOLATES: "Delete it: it has a use only in a line with right-to-left letters, where U+2069 closes "
    "what U+2066, U+2067 or U+2068 opens, with no mark between them.",
    _JOINERS: "Delete it: it has a use only between emoji, and after letters of a script that joins them.",
}


def with_characters(source: Source, others: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems with characters, and `others` but for what YAML's reader says of the same."""
    found = character_problems(source)
    return (*found, *(p for p in others if p.code != "yaml-character" or not found))


def character_problems(source: Source) -> tuple[Problem, ...]:
    """`unseen-character` for each of them or run of them, and `stacked-marks` for a tower of accents."""
    return tuple(
        problem
        for number, line in enumerate(source.lines, start=1)
        if "&" in line or not line.isascii() or not line.isprintable()
        for kind in (_as_they_are, _as_entities, _stacked)
        for problem in kind(source, number, line)
    )


def _as_they_are(source: Source, number: int, line: str) -> Iterator[Problem]:
    end = -1
    for at in unseen(line):
        if at != end:
            hint = next((hint for signs, hint in _HINTS.items() if line[at] in signs), "")
            yield error(
                "unseen-character",
                source.place(number, at + 1),
                f"A character that cannot be seen stands here: {code_point(line[at])}.",
                hint or "Delete it; retype the word if you cannot find it.",
            )
        end = at + 1


def _as_entities(source: Source, number: int, line: str) -> Iterator[Problem]:
    """What Markdown would turn into such a character, as `&#x202E;` and `&zwj;`."""
    written: dict[int, re.Match[str]] = {}
    parts, end, length = list[str](), 0, 0
    for found in _ENTITY.finditer(line) if "&" in line else ():
        if _SUSPECT.fullmatch(meant := unescape(found[0])):
            parts += (line[end : found.start()], meant)
            length += found.start() - end + 1
            written[length - 1] = found
            end = found.end()
    for at in unseen("".join((*parts, line[end:]))) if written else ():
        if at in written:
            found = written[at]
            yield error(
                "unseen-character",
                source.place(number, found.start() + 1, len(found[0])),
                f"`{found[0]}` stands for a character that cannot be seen: "
                f"{code_point(unescape(found[0]))}.",
                "Take it out.",
            )


def _stacked(source: Source, number: int, line: str) -> Iterator[Problem]:
    for found in () if line.isascii() else _TOWER.finditer(line):
        for start, end in _towers(line, *found.span()):
            yield error(
                "stacked-marks",
                source.place(number, max(start, 1), end - start + 1),
                f"{end - start} signs are stacked on `{line[max(start - 1, 0) : start]}`, the first "
                f"of them {code_point(line[start])}; {MAX_MARKS} is the most.",
                "Retype the word.",
            )


def _towers(line: str, begin: int, stop: int) -> Iterator[tuple[int, int]]:
    start = begin
    for at in range(begin, stop + 1):
        if at == stop or category(line[at]) not in ("Mn", "Me"):
            if at - start > MAX_MARKS:
                yield start, at
            start = at + 1


def code_point(character: str) -> str:
    """`U+200B`."""
    return f"U+{ord(character[0]):04X}"


def unseen(text: str) -> tuple[int, ...]:
    """Where the characters of `text` stand that nobody can see and that no script needs there."""
    if not _SUSPECT.search(text):
        return ()
    begin, places = 0, list[int]()
    for line in text.split("\n"):
        places += (begin + at for at in _in_line(line))
        begin += len(line) + 1
    return tuple(places)


def seen(text: str) -> str:
    """`text` without these."""
    gone = unseen(text)
    pieces = zip((0, *(at + 1 for at in gone)), (*gone, len(text)), strict=True)
    return "".join(text[start:end] for start, end in pieces) if gone else text


def _in_line(line: str) -> Iterator[int]:
    found = [suspect.start() for suspect in _SUSPECT.finditer(line)]
    if not found:
        return
    leftwards = any(bidirectional(c) in ("R", "AL") for c in line if c not in _DIRECTION)
    used = {at for whole in _USED.finditer(line) for at in range(*whole.span())}
    for at in found:
        sign = line[at]
        if sign in _DIRECTION:
            taken = leftwards
        elif sign in _ISOLATES:
            taken = leftwards and at in used
        elif sign in _JOINERS:
            taken = _joins(line, at)
        elif sign in _MONGOLIAN:
            taken = _script(line[at - 1 : at]) == "MONGOLIAN"
        elif "\ufe00" <= sign <= "\ufe0f" or "\U000e0100" <= sign <= "\U000e01ef":
            taken = _varies(line[at - 1 : at], sign)
        else:
            taken = at in used and "\U000e0020" <= sign <= "\U000e007f"
        if not taken:
            yield at


def _joins(line: str, at: int) -> bool:
    """Whether a joiner stands after a letter of a script that joins, or between two emoji."""
    before = at - 1
    while before >= 0 and category(line[before]) in ("Mn", "Me"):  # selectors are among them
        before -= 1
    letter, after = line[max(before, 0) : before + 1], line[at + 1 : at + 2]
    if line[at] == "\u200d" and _emoji(letter):
        return _emoji(after)
    return _script(letter) in _JOINED and after not in tuple(_JOINERS)


def _varies(before: str, sign: str) -> bool:
    """Whether a variation selector stands after a sign that has variants."""
    if sign in "\ufe0e\ufe0f":
        return bool(before) and (before in "#*0123456789©®‼⁉〰〽" or _emoji(before))
    return _script(before) in ("CJK", "MYANMAR", "PHAGS-PA", "MATHEMATICAL")


def _emoji(sign: str) -> bool:
    """Whether it is a symbol; those newer than Python's own tables stand where emoji stand."""
    return bool(sign) and (
        "\U0001f000" <= sign <= "\U0001faff" or (sign > "\xa0" and category(sign) in ("So", "Sm"))
    )


def _script(letter: str) -> str:
    """The first word of its name: `ARABIC`, `DEVANAGARI`; empty for what is no letter."""
    return name(letter, "").split(" ")[0] if letter and category(letter)[0] in "LNM" else ""
