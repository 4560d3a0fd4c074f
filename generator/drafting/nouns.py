"""Nouns and fixed phrases as cues: `her claim that`, `according to`, `reportedly`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.drafting.patterns import row
from generator.drafting.tokens import is_word
from generator.drafting.values import FoundCue, Sentence, Stretch, Token
from generator.drafting.words import Words


def phrase_cues(number: int, sentence: Sentence, words: Words) -> Iterator[FoundCue]:
    """Fixed phrases that attribute."""
    items = sentence.items
    joined = row(items)
    for name, side in (
        ("before_voice", "right"),
        ("around_voice", "inside"),
        ("left_voice", "left"),
        ("voiceless", "none"),
    ):
        for match in joined.find(words.phrases[name]):
            first, last = match.first, match.last
            if side == "right" and not (last + 1 < len(items) and is_word(items[last + 1])):
                continue
            if side == "left" and first and items[first - 1].low in words.grammar["writer"]:
                continue
            if (
                name == "voiceless"
                and items[last].low in words.grammar["behind_passives"]
                and last > first + 1
            ):
                last -= 1
            span = Stretch(items[first].start, items[last].end)
            yield FoundCue(number, span, "say", "", first, last, side)  # type: ignore[arg-type]


def noun_cues(number: int, sentence: Sentence, words: Words) -> Iterator[FoundCue]:
    """Nouns that hand words on, after a possessive or before `that`, `by`, `of`, `about`."""
    items, nouns = sentence.items, words.nouns
    for at, token in enumerate(items):
        strong = token.low in nouns["strong"]
        if not strong and token.low not in nouns["weak"]:
            continue
        link = items[at + 1].low if at + 1 < len(items) else ""
        linked = token.low in nouns.get(f"link {link}", ())
        owner = next(
            (n for n in range(at - 1, max(-1, at - 4), -1) if _owns(items, n, words)), None
        )
        verb = (
            at > 0
            and items[at - 1].low
            in words.grammar["subject_pronouns"]
            - words.grammar["possessives"]
            - words.grammar["determiners"]
        )
        led = any(
            item.low in words.grammar["determiners"] | words.grammar["prepositions"]
            for item in items[max(0, at - 2) : at]
        )
        if verb or (
            owner is None
            and not (led and linked and link in words.grammar["that"] | words.grammar["by"])
        ):
            continue
        if owner is not None and not linked and not strong:
            continue
        span = Stretch(token.start, token.end)
        side = "left" if owner is not None else "right" if link in words.grammar["by"] else "none"
        yield FoundCue(number, span, "say", "", at, at, side, noun=True)  # type: ignore[arg-type]


def _owns(items: Sequence[Token], at: int, words: Words) -> bool:
    """Whether a possessive stands at `at`: `her`, `the mayor’s`, `critics’`."""
    plural = (
        items[at].low in ("'", "’") and at > 0 and items[at - 1].low.endswith(words.ends["plural"])
    )
    return items[at].low in words.grammar["possessives"] or plural
