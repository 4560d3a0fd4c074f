"""The second step: each passage to its sentences, by sentencex, or by a rule of our own."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import replace

from generator.drafting.tokens import tokens
from generator.drafting.values import Draft, Sentence
from generator.drafting.words import words_of
from generator.reading.words import WORD

Splitter = Callable[[str, str], list[str]]

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]?[A-Z0-9])")
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"")
_INITIALS = re.compile(r"\b(?:[A-Z]|[A-Za-z](?:\.[A-Za-z])+)\.$")
_PLAIN_END = re.compile(r"([^\W\d_]+)\.\s+(?=[“\"‘]?[A-Z])")
_LATE = re.compile(r"\s*[a-z,;]")
_ENDS_QUOTED = re.compile(r"[\"'”’»]\s*$")


def by_rule(language: str, text: str) -> list[str]:
    """The pieces of `text`, each with the space behind it; for where sentencex cannot run."""
    pieces: list[str] = []
    at = 0
    quoted = [found.span() for found in _QUOTED.finditer(text)]
    for found in _END.finditer(text):
        before = bisect_left(quoted, (found.end(), 0)) - 1
        if before >= 0 and found.end() < quoted[before][1]:
            continue  # what stands in one pair of quotation marks stays together, as for sentencex
        if text[found.start()] == "." and _short(text, at, found.start() + 1, language):
            continue
        pieces.append(text[at : found.end()])
        at = found.end()
    return [*pieces, text[at:]] if at < len(text) else pieces


def _short(text: str, start: int, end: int, language: str) -> bool:
    """Whether the point before `end` ends a short form and no sentence."""
    forms = words_of(language).grammar
    known = forms["short_forms"] | forms["before_names"]
    return bool(_INITIALS.search(text, start, end)) or _last_word(text[start:end]) in known


def _last_word(text: str) -> str:
    """The last word of a text that ends with a point; otherwise nothing."""
    found = re.search(r"([^\W\d_]+)\.$", text[-12:])
    return found[1] if found else ""


def _best() -> Splitter:
    try:
        from sentencex import segment  # type: ignore[import-untyped]  # it ships no types
    except ImportError:
        return by_rule
    return segment  # type: ignore[no-any-return]


SPLIT = _best()
"""sentencex, or where it is not installed our own rule."""


def find_sentences(draft: Draft, split: Splitter = SPLIT) -> Draft:
    """Cut every passage; a heading is one sentence, and words without a sentence are none."""
    found: list[Sentence] = []
    for number, passage in enumerate(draft.passages):
        whole = [(0, len(passage.text))]
        spans = whole if passage.level else _spans(passage.text, draft.language, split)
        for start, end in spans:
            if WORD.search(passage.text, start, end):
                found.append(Sentence(number, start, end, tokens(passage.text, start, end)))
    return replace(draft, sentences=tuple(found))


def _spans(text: str, language: str, split: Splitter) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence, white space left out; what no piece has joins the next."""
    start = at = 0
    pieces = [
        cut for piece in split(language.partition("-")[0], text) for cut in _cut(piece, language)
    ]
    for piece in [*pieces, ""]:
        late = _LATE.match(piece) and _ENDS_QUOTED.search(text, max(start, at - 3), at)
        before = text[start:at].rstrip()
        titled = piece and _last_word(before) in words_of(language).grammar["before_names"]
        if at > start and not late and not titled:
            yield _stripped(text, start, at)
            start = at
        found = text.find(piece.strip(), at) if piece.strip() else -1
        at = found + len(piece.strip()) if found >= 0 else at
    if text[start:].strip():
        yield _stripped(text, start, len(text))


def _cut(piece: str, language: str) -> Iterator[str]:
    """Cut after a plain word and a point, which sentencex may take for short forms (“in May. He”)."""
    at = 0
    for found in _PLAIN_END.finditer(piece):
        before = piece[: found.end()]
        grammar = words_of(language).grammar
        months = found[1].lower() in grammar["months_and_verbs"]
        if not months and (not found[1].islower() or len(found[1]) < 2):
            continue
        if found[1] in grammar["short_forms"]:
            continue
        if before.count("“") == before.count("”") and before.count('"') % 2 == 0:
            yield piece[at : found.end()]
            at = found.end()
    yield piece[at:]


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    inner = text[start:end]
    return start + len(inner) - len(inner.lstrip()), start + len(inner.rstrip())
