"""The words of an article as the index is to count them: each can be found, none is counted often.

Pagefind keeps the place of every word. At ten thousand articles the places of “the” alone are half
a megabyte, which a phone would load to find it. So a word that an article has said often enough is
from there on written in letters of a private area, which Pagefind keeps and does not count. The
search page turns them back, and finds the places itself: docs/decisions/0009-full-text-search.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

OFTEN = 3
"""So many times a word of an article is counted."""

PRIVATE = 0xF0000
"""Where the private letters begin: a letter's own number is added to it."""

JOINT = chr(PRIVATE)
"""Stands where we put a space that the author did not: between the signs of Chinese and Japanese."""

_PLANE = 0x10000
_SIGN = r"[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]"
_ANY = re.compile(_SIGN)
_APART = re.compile(rf"(?<={_SIGN})(?=\S)|(?<=\S)(?={_SIGN})")
_AROUND = ".,;:!?…-–—'\"’‘“”„«»()[]"


def counted_seldom(texts: Iterable[str]) -> Iterator[str]:
    """Give the texts of one article, in their order, with what need not be counted made private."""
    said: dict[str, int] = {}
    for text in texts:
        apart = _APART.sub(f"{JOINT} ", text) if _ANY.search(text) else text
        words = apart.split()
        for at, word in enumerate(words):
            letters = word.lower().strip(_AROUND)
            said[letters] = times = said.get(letters, 0) + 1
            if times > OFTEN:
                words[at] = _private(word)
        yield " ".join(words)


@lru_cache(maxsize=10_000)
def _private(word: str) -> str:
    return "".join(chr(PRIVATE + ord(c)) if ord(c) < _PLANE else c for c in word)
