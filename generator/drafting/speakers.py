"""The fifth step: the noun phrase beside each cue. Pronouns are found, and linked to nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from generator.drafting.quotations import QUOTED
from generator.drafting.tokens import capital, is_word
from generator.drafting.values import Draft, FoundCue, Speaker, Stretch, Token
from generator.drafting.words import Words, words_of

_STOPS = frozenset({";", ":", "—", "–", "(", ")", "?", "!", "…", QUOTED})


def find_speakers(draft: Draft) -> Draft:
    """Give each cue its speaker, where words beside it say who that is."""
    words = words_of(draft.language)
    cues: list[FoundCue] = []
    for cue, after in zip_longest(draft.cues, draft.cues[1:]):
        items = draft.sentences[cue.sentence].items
        near = bool(cues) and cues[-1].sentence == cue.sentence
        floor = cues[-1].last + 1 if near and cues[-1].side != "none" else 0
        ceiling = after.first if after and after.sentence == cue.sentence else len(items)
        speaker = _speaker(items[: max(ceiling, cue.last + 1)], cue, floor, words)
        if speaker is None and cue.side == "left" and near:
            speaker = cues[-1].speaker  # “She praised the crew and urged …”
        cues.append(replace(cue, speaker=speaker))
    return replace(draft, cues=tuple(cues))


def _speaker(items: Sequence[Token], cue: FoundCue, floor: int, words: Words) -> Speaker | None:
    """The phrase beside `cue`; it begins at the item `floor` at the earliest, and ends with `items`."""
    if cue.side == "none":
        return None
    if cue.side == "right":
        begin = cue.last + (2 if _low(items, cue.last + 1) in words.grammar["by"] else 1)
        return _made(items, *_to_the_right(items, begin, words), words)
    if cue.side == "inside":
        return _inside(items, cue, words)
    return _to_the_left(items, cue, floor, words)


def _low(items: Sequence[Token], at: int) -> str:
    return items[at].low if 0 <= at < len(items) else ""


def _inside(items: Sequence[Token], cue: FoundCue, words: Words) -> Speaker | None:
    """`in her words`, `in the mayor’s view`: the possessive in the phrase."""
    for at in range(cue.first, cue.last + 1):
        low = items[at].low
        if low == "'s":
            begin = at
            while begin > 0 and _joins_left(items, begin - 1, words):
                begin -= 1
            return _made(items, begin, at - 1, at - 1, words)
        if low in words.grammar["possessives"]:
            return _made(items, at, at, at, words)
    return None


def _to_the_right(items: Sequence[Token], begin: int, words: Words) -> tuple[int, int, int]:
    """First item, last of the head, and last of all, of the phrase that begins at `begin`."""
    grammar = words.grammar
    at = begin
    while at < len(items):
        low = items[at].low
        if low in _STOPS or low == "," or (low == "." and not _abbreviation(items, at)):
            break
        if (
            at > begin
            and low in grammar["subordinators"] | grammar["relatives"] | grammar["askers"]
        ):
            break
        if at > begin and low in grammar["auxiliaries"] and low != "'s":
            break
        if (
            at > begin
            and low in grammar["ends_speaker"]
            and not (
                low in grammar["part_of_speaker"]
                and at + 1 < len(items)
                and _low(items, at + 1) in grammar["definite"]
                and at - begin < 4
            )
        ):
            break
        if at > begin and low in grammar["times"]:
            break
        at += 1
    head = at - 1
    last = head
    if _low(items, at) == "," and at + 1 < len(items):
        end = at + 1
        while (
            end < len(items)
            and items[end].low not in _STOPS
            and (items[end].low != "." or _abbreviation(items, end))
        ):
            end += 1
        if _describes(items, at + 1, words):
            last = end - 1
    elif _low(items, at) in grammar["relatives"] - grammar["that"]:
        end = at
        while (
            end < len(items)
            and items[end].low not in _STOPS
            and (items[end].low not in (".", ",") or _abbreviation(items, end))
        ):
            end += 1
        last = end - 1
    return begin, head, last


def _abbreviation(items: Sequence[Token], at: int) -> bool:
    """Whether the point at `at` stands inside a name: `Dr. Aran`, `J. Bell`."""
    return at + 1 < len(items) and at > 0 and len(items[at - 1].low) <= 4 and capital(items[at - 1])


def _describes(items: Sequence[Token], at: int, words: Words) -> bool:
    """Whether an apposition begins here, and not a new clause."""
    grammar = words.grammar
    low = _low(items, at)
    if low in grammar["adverbs"]:
        return False
    if (
        low in grammar["joiners"]
        or low in grammar["subordinators"] | grammar["subject_pronouns"] - grammar["may_describe"]
    ):
        return False
    if low.endswith(words.ends["ing"]) and low not in grammar["nouns_in_ing"]:
        return False
    for token in items[at : at + 8]:
        if token.low in (",", ".", QUOTED) or token.low in grammar["relatives"]:
            return True
        if token.low in grammar["auxiliaries"] and token.low != "'s":
            return False
    return True


def _to_the_left(items: Sequence[Token], cue: FoundCue, floor: int, words: Words) -> Speaker | None:
    grammar = words.grammar
    at = cue.first - 1
    if cue.noun:
        while at >= 0 and items[at].low not in grammar["possessives"]:
            at -= 1
        if _low(items, at) == "'s" and at > 0:
            return _made(items, _begin(items, at - 1, floor, words), at - 1, at, words)
        if at >= 0:
            return _made(items, at, at, at, words)
    between = grammar["joiners"] | grammar["adverbs"] | grammar["beginning"]
    between |= grammar["infinitive"] | grammar["that"]
    if cue.first and items[at].low in grammar["beginning"]:
        between |= grammar["auxiliaries"]
    while at >= floor and items[at].low in between - grammar["subject_pronouns"]:
        at -= 1
    if at < floor or cue.first - at > 4:
        return None
    last = at
    if items[at].low in (",", QUOTED):
        if cue.first == cue.last and items[cue.first].low.endswith(words.ends["ing"]):
            return None  # “…, adding that”: whoever spoke before
        head_end = _before_apposition(items, at)
        if head_end is None:
            return None
        return _made(items, _begin(items, head_end, floor, words), head_end, at, words)
    if items[at].low in _STOPS:
        return None
    if items[at].low in grammar["relatives"]:
        return _made(items, at, at, at, words)
    begin = _begin(items, at, floor, words)
    return _made(items, begin, at, last, words) if begin <= at else None


def _before_apposition(items: Sequence[Token], comma: int) -> int | None:
    """The last item of the head before `, who follows the sector,`; `comma` is the second one."""
    at = comma - 1
    while at > 0 and items[at].low != ",":
        if items[at].low in _STOPS:
            return None
        at -= 1
    if at <= 0:
        return None
    if (items[at + 1].low[0].isdigit() and comma - at > 2) or items[at - 1].low == ",":
        return at - 1
    earlier = at - 1
    if items[at - 1].low.isdigit() and _low(items, at - 2) == ",":
        earlier = at - 3
    return earlier


def _joins_left(items: Sequence[Token], at: int, words: Words) -> bool:
    """Whether the item can stand inside a name or a noun phrase that goes on to its right."""
    low = items[at].low
    return (
        is_word(items[at])
        and low
        not in (
            words.grammar["prepositions"]
            | words.grammar["subordinators"]
            | words.grammar["auxiliaries"]
        )
    ) or (low == "." and _abbreviation(items, at))


def _begin(items: Sequence[Token], last: int, floor: int, words: Words) -> int:
    """Where the noun phrase begins that ends with `last`."""
    grammar = words.grammar
    at = last
    if (
        items[last].low in grammar["subject_pronouns"]
        and items[last].low not in grammar["may_describe"]
    ):
        return last
    while at > floor:
        low = items[at - 1].low
        if low in _STOPS or low == "," or (low == "." and not _abbreviation(items, at - 1)):
            break
        if (
            low in grammar["subordinators"] | grammar["relatives"]
            and low not in grammar["prepositions"]
        ):
            break
        if low in grammar["auxiliaries"] and low != "'s":
            break
        if low in grammar["contrasting"]:
            break
        if low in grammar["adding"] and not (
            at >= 2 and (capital(items[at - 2]) or items[at - 2].low.endswith(words.ends["plural"]))
        ):
            break
        at -= 1
    return _past_fronting(items, at, last, words)


def _past_fronting(items: Sequence[Token], begin: int, last: int, words: Words) -> int:
    """Leave out `In a speech to parliament` and `On Monday`, where the phrase begins behind them."""
    grammar = words.grammar
    while (
        begin < last
        and items[begin].low in grammar["adverbs"] | grammar["times"] - grammar["months_and_verbs"]
        and not (begin + 1 <= last and items[begin].low in grammar["names_first"])
    ):
        begin += 1
    if items[begin].low not in grammar["fronting"]:
        return begin
    for at in range(last, begin, -1):
        starts = items[at].low in grammar["determiners"] or (
            capital(items[at])
            and not capital(items[at - 1])
            and items[at - 1].low not in grammar["determiners"]
        )
        if (
            starts
            and items[at - 1].low not in grammar["prepositions"]
            and items[at - 1].low not in grammar["determiners"] | {"'s"}
        ):
            return at
    return last if is_word(items[last]) else begin


def _made(items: Sequence[Token], begin: int, head: int, last: int, words: Words) -> Speaker | None:
    if not 0 <= begin <= head < len(items) or last >= len(items):
        return None
    if not any(is_word(token) for token in items[begin : head + 1]):
        return None
    low = items[head].low
    pronoun = begin == head and low in words.grammar["personal_pronouns"]
    return Speaker(
        Stretch(items[begin].start, items[last].end),
        Stretch(items[begin].start, items[head].end),
        pronoun,
    )
