"""The third step: what stands in quotation marks, over sentences and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.drafting.values import Draft, Passage, Quotation, Sentence, Token
from generator.reading.words import count

_CLOSERS = {"“": "”", "„": "“”", "«": "»", "‘": "’", '"': '"', "'": "'", "”": "”"}
_BEFORE_OPENING = re.compile(r"(?:^|[\s(\[—–\-:“\"‘/])$")
_PLURAL = re.compile(r"s[’'] [a-z]+[^.!?]*[’']")
_REACH = 3000
"""Characters within which a quotation ends, if it ends in its paragraph."""
QUOTED = "“q”"
"""What a whole quotation is called among the words of a sentence."""


def find_quotations(draft: Draft) -> Draft:
    """Find every quotation, and draw each together among the words of its sentence."""
    found: list[Quotation] = []
    for number, passage in enumerate(draft.passages):
        found += _in_passage(number, passage)
    by_block: dict[int, list[Quotation]] = {}
    for quotation in found:
        by_block.setdefault(quotation.block, []).append(quotation)
    sentences = tuple(_drawn(s, by_block.get(s.block, [])) for s in draft.sentences)
    return replace(draft, sentences=sentences, quotations=tuple(found))


def _in_passage(number: int, passage: Passage) -> Iterator[Quotation]:
    text = passage.text
    at = 0
    while at < len(text):
        if text[at] in _CLOSERS and _opens(text, at):
            close = _closing(text, at)
            if close is None and text[at] in '“"«' and _may_run_on(text, at):
                yield _quotation(number, text, at, len(text), False)
                return
            if close is not None:
                yield _quotation(number, text, at, close + 1, True)
                at = close
        at += 1


def _quotation(number: int, text: str, start: int, end: int, closed: bool) -> Quotation:
    return Quotation(number, start, end, closed, count(text[start:end]))


def _opens(text: str, at: int) -> bool:
    """Whether a mark opens: something follows, and it does not follow a word."""
    after = text[at + 1 : at + 2]
    if not after or after.isspace() or text[at] == "”":
        return False
    return text[at] in "„«" or bool(_BEFORE_OPENING.search(text[max(0, at - 1) : at]))


def _closing(text: str, opened: int) -> int | None:
    """The mark that ends what `opened` begins; an apostrophe never does."""
    sign = text[opened]
    closers = re.compile(f"[{_CLOSERS[sign]}{'“' if sign == '“' else ''}]")
    for found in closers.finditer(text, opened + 1, opened + _REACH):
        at = found.start()
        after = text[at + 1 : at + 2]
        if sign == "“" == text[at]:
            if _BEFORE_OPENING.search(text[at - 1 : at]):
                return None
        elif sign in "‘'":
            if not after.isalnum() and at - opened > 2 and not _PLURAL.match(text, at - 1):
                return at
        elif sign == '"' and text[at - 1].isspace() and after.isalnum():
            return None
        else:
            return at
    return None


def _may_run_on(text: str, at: int) -> bool:
    """A mark that nothing closes opens a quotation where a sentence or a line begins."""
    before = text[:at].rstrip()
    return not before or before[-1] in ".:,!?…"


def _drawn(sentence: Sentence, quotations: list[Quotation]) -> Sentence:
    """The sentence with each quotation as one item."""
    inside = [q for q in quotations if q.start < sentence.end and sentence.start < q.end]
    if not inside:
        return replace(sentence, items=sentence.tokens)
    items: list[Token] = []
    left = iter(inside)
    current: Quotation | None = next(left)
    drawn: Quotation | None = None
    for token in sentence.tokens:
        while current and current.end <= token.start:
            current = next(left, None)
        if current is None or token.start < current.start:
            items.append(token)
        elif current is drawn:
            items[-1] = replace(items[-1], end=token.end)
        else:
            items.append(Token(QUOTED, token.text, token.start, token.end))
            drawn = current
    return replace(sentence, items=tuple(items))
