"""Confirms, for whoever holds the original, that an article quotes it right and leaves nothing out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sentencex import segment  # type: ignore[import-untyped]  # it ships no types

from generator.model import Article, Place, Problem
from generator.reading.place import source_of
from generator.reading.problem import error, ordered
from generator.reading.quotes import verbatim
from generator.reading.words import WORD

_QUOTES = "\"'‘’“”„‚«»`"
_DASHES = "-‐‑–—"
_PUNCTUATION = ",.;:!?…"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that the article gives as the original's."""

    text: str
    """Those words."""
    place: Place
    """The statement that they stand in, or their block."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the original."""

    number: int
    """Its place in the original, counted from 1."""
    text: str
    """The sentence."""
    start: int
    """Its first character in the original."""
    end: int
    """One past its last."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What the comparison found."""

    phrases: int
    """Phrases of the article."""
    found: int
    """Those that stand in the original, in order."""
    sentences: int
    """Sentences of the original."""
    covered: int
    """Those that hold a phrase of some statement."""
    problems: tuple[Problem, ...]
    """Phrases that do not stand, and sentences that are left out."""


def verify(article: Article, path: str, original: str) -> Verified:
    """Compare `article` with the text `original`, which problems call `path`.

    In a `quotation` article the words in “double quotation marks” are looked for, in any other
    the words of each statement. Kinds of quotation mark, of dash and of white space, and
    punctuation at the edges, make no difference; letters do. A sentence counts as covered if
    words of a statement stand in it.
    """
    phrases = _phrases(article)
    sentences = _sentences(original, article.language)
    problems: list[Problem] = []
    spans: list[tuple[int, int]] = []
    at = 0
    for phrase in phrases:
        pattern = _pattern(phrase.text)
        found = pattern.search(original, at)
        if found:
            spans.append(found.span())
            at = found.end()
        else:
            problems.append(_absent(phrase, pattern.search(original) is not None))
    left_out = [s for s in sentences if not any(a < s.end and s.start < b for a, b in spans)]
    problems += _left_out(left_out, path, original)
    return Verified(
        phrases=len(phrases),
        found=len(spans),
        sentences=len(sentences),
        covered=len(sentences) - len(left_out),
        problems=ordered(problems),
    )


def _phrases(article: Article) -> list[Phrase]:
    if article.rights != "quotation":
        return [Phrase(s.text, s.place) for s in article.statements if WORD.search(s.text)]
    phrases = []
    for number, block in enumerate(article.blocks):
        inside = [s for s in article.statements if s.span.block == number]
        for start, end in verbatim(block.text.text):
            place = next((s.place for s in inside if s.span.start <= start < s.span.end), None)
            phrase = Phrase(block.text.text[start:end], place or block.place)
            phrases += [phrase] if WORD.search(phrase.text) else []
    return phrases


def _pattern(phrase: str) -> re.Pattern[str]:
    """The phrase as a pattern that no kind of quotation mark, dash or white space can miss."""
    core = phrase.strip(f"{_PUNCTUATION}{_QUOTES} \t\n")
    parts = []
    for piece in re.findall(r"\s+|.", core):
        if piece.isspace():
            parts.append(r"\s+")
        elif piece in _QUOTES:
            parts.append(f"[{re.escape(_QUOTES)}]")
        elif piece in _DASHES:
            parts.append(f"[{re.escape(_DASHES)}]")
        else:
            parts.append(re.escape(piece))
    return re.compile(rf"(?<!\w){''.join(parts)}(?!\w)")


def _sentences(original: str, language: str) -> list[Sentence]:
    """The original's sentences; a line break ends one as a full stop does."""
    sentences: list[Sentence] = []
    for line in re.finditer(r"[^\n]+", original):
        at = line.start()
        for part in segment(language.partition("-")[0], line[0]):
            start = original.find(part.strip(), at)
            if WORD.search(part) and start >= 0:
                text = part.strip()
                sentences.append(Sentence(len(sentences) + 1, text, start, start + len(text)))
                at = start + len(text)
    return sentences


def _absent(phrase: Phrase, elsewhere: bool) -> Problem:
    if elsewhere:
        return error(
            "out-of-order",
            phrase.place,
            f"“{phrase.text}” stands in the original, but before what was quoted last.",
            "Keep the order of the original.",
        )
    return error(
        "not-in-original",
        phrase.place,
        f"“{phrase.text}” does not stand in the original.",
        "Quote it letter by letter, or say it in your own words without quotation marks.",
    )


def _left_out(sentences: list[Sentence], path: str, original: str) -> Iterator[Problem]:
    source = source_of(path, original)
    for sentence in sentences:
        line = original.count("\n", 0, sentence.start) + 1
        column = sentence.start - (original.rfind("\n", 0, sentence.start) + 1) + 1
        yield error(
            "sentence-left-out",
            source.place(line, column, len(sentence.text)),
            f"No statement holds words of sentence {sentence.number}.",
            "Add a statement for it, with a short phrase of it in “double quotation marks”.",
        )
