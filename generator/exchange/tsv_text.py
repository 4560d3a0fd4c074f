"""The text that the sentences of a WebAnno TSV file make up."""

from __future__ import annotations

from generator.exchange.tsv_cells import unescaped
from generator.exchange.utf16 import Units

Token = tuple[int, int, str]
"""First and last offset in UTF-16 units, and the word."""


MAX_GAP = 10_000
"""Units between two sentences; a number that was typed wrong does not fill the memory."""


class Text:
    """Collects sentences at their offsets."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0

    def add(self, lines: list[str], tokens: list[Token]) -> str:
        """Put a sentence where its first token begins; says what is wrong with it, or nothing."""
        begin = tokens[0][0]
        gap = begin - self._length
        if gap < 0:
            return "A sentence begins before the one before it has ended."
        if gap > MAX_GAP:
            return "A sentence begins far behind the one before it."
        # Between sentences the format keeps offsets only; two line feeds divide blocks.
        between = ("\n" if self._parts else " ") * gap
        raw = "\n".join(lines)
        known = unescaped(raw)
        sentence = next((t for t in (known, raw) if _agrees(t, tokens)), None)
        wrong = "" if sentence is not None else "The text and the offsets of its words disagree."
        sentence = known if sentence is None else sentence
        self._parts += (between, sentence)
        self._length += gap + Units(sentence).length
        return wrong

    def text(self) -> str:
        """All sentences, with white space between them."""
        return "".join(self._parts)


def _agrees(sentence: str, tokens: list[Token]) -> bool:
    units, begin = Units(sentence), tokens[0][0]
    for start, end, word in tokens:
        a, b = units.point(start - begin), units.point(end - begin)
        if a is None or b is None or sentence[a:b] not in (word, unescaped(word)):
            return False
    return True
