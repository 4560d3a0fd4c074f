"""Cuts a text into words and signs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.drafting.values import Token

_TOKEN = re.compile(
    r"[^\W_]+(?:n[’']t\b)|[^\W_]+?(?=[’'](?:s|re|ll|ve|d|m)\b)|[’'](?:s|re|ll|ve|d|m)\b"
    r"|[^\W_]+(?:[’'\-.,][^\W_]+)*|[^\w\s]|_"
)


def tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """The words and signs of `text[start:end]`; “’s” is one of its own."""
    return tuple(
        Token(found[0].lower().replace("’", "'"), found[0], found.start(), found.end())
        for found in _TOKEN.finditer(text, start, end)
    )


def is_word(token: Token) -> bool:
    """Whether it is a word and not a sign."""
    return token.low[0].isalnum() or (token.low[:1] == "'" and len(token.low) > 1)


def capital(token: Token) -> bool:
    """Whether it begins with a capital."""
    return token.text[:1].isupper()


def is_name(row: Sequence[Token], first: int, last: int) -> bool:
    """Whether a single word inside a sentence has a capital: it opened in May, and Will saw it."""
    return first == last > 0 and capital(row[first])
