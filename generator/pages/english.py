"""Numbers, plurals, lists and dates as a reader would write them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

_WORDS = [
    "none",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def number(count: int) -> str:
    """Give a count in words up to twenty, in digits beyond."""
    return _WORDS[count] if 0 <= count < len(_WORDS) else f"{count:,}".replace(",", " ")


def counted(count: int, one: str, many: str = "") -> str:
    """Give `1 statement` or `4 statements`."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def plural(count: int, one: str, many: str) -> str:
    """Choose the form that goes with a count."""
    return one if count == 1 else many


def capital(text: str) -> str:
    """Give the text with its first letter large and the others as they were."""
    return text[:1].upper() + text[1:]


def listed(items: Sequence[str]) -> str:
    """Join as `a`, `a and b`, `a, b and c`."""
    return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def day(value: date | None) -> str:
    """Give `4 March 2025`, or nothing."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}" if value else ""


def percent(share: float) -> str:
    """Give a share of 1 as `27 %`, with the space that does not break."""
    return f"{round(share * 100)}\N{NO-BREAK SPACE}%"


def cut(text: str, limit: int) -> str:
    """Shorten at a word, with an ellipsis where something is left out."""
    flat = " ".join(text.split())
    if len(flat) <= limit:
        return flat
    head = flat[: limit - 1]
    whole = head.rsplit(" ", 1)[0] if " " in head else head
    return whole.rstrip(" ,;:.–—-“(") + " …"


def own(name: str) -> str:
    """Give `Ada Renn’s own`; a name that ends in a quotation mark takes no ’s."""
    return "their own" if name.endswith(("”", "’", '"', "»", "“")) else f"{within(name)}’s own"


_NO_NAMES = frozenset(
    [
        "The",
        "A",
        "An",
        "Whoever",
        "Nobody",
        "Somebody",
        "Some",
        "Many",
        "Others",
        "Sources",
        "Officials",
        "Experts",
        "Critics",
    ]
)
"""First words that describe a voice and are no name of it."""


def within(name: str) -> str:
    """Give a name as it stands within a sentence: `the Russian government`, not `The`."""
    return name[:1].lower() + name[1:] if name.split(" ")[0] in _NO_NAMES else name


def first_sentence(text: str) -> str:
    """Give what stands up to the first full stop, question mark or exclamation mark."""
    found = re.match(r".*?[.?!][”’]?(?=\s|$)", text, re.DOTALL)
    return " ".join((found[0] if found else text).split())
