"""What stands around a verb: its helpers to the left, and what follows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.drafting.quotations import QUOTED
from generator.drafting.tokens import capital, is_word
from generator.drafting.values import Token
from generator.drafting.words import Words

_REACH = 12
"""How far behind a verb a clause may begin and still be what it hands on."""


@dataclass(frozen=True, slots=True)
class Group:
    """A verb with its helpers."""

    first: int
    """The first helper, or the verb itself."""
    last: int
    """The verb's last word."""
    left: Token | None
    """What stands before the group; None where the sentence begins with it."""
    helped: bool
    """Whether there is a helping verb (has, would, did)."""
    passive: bool
    """Whether it is a passive (was told)."""
    future: bool
    """Whether a will, must or may is in it."""
    negated: bool
    """Whether a not or never is in it."""
    infinitive: bool
    """Whether “to” stands before it."""


def group_at(items: Sequence[Token], at: int, last: int, form: str, words: Words) -> Group:
    """The group of the verb at `at`, whose last word is at `last`."""
    grammar = words.grammar
    first = at
    helpers: list[str] = []
    while first > 0 and _helper(items[first - 1].low, words):
        if items[first - 1].low == "'s" and form in ("base", "third"):
            break  # a possessive: “the club’s petition”
        first -= 1
        helpers.append(items[first].low)
    infinitive = first > 0 and items[first - 1].low in grammar["infinitive"]
    helped = any(low in grammar["auxiliaries"] for low in helpers)
    nearest = next((low for low in helpers if low in grammar["auxiliaries"]), "")
    while first < at and items[first].low not in grammar["auxiliaries"] and helped:
        if items[first].low in grammar["negations"] or items[first].low.endswith(
            words.ends["adverb"]
        ):
            break
        first += 1
    return Group(
        first,
        last,
        items[first - 1] if first else None,
        helped,
        form in ("past", "participle") and nearest in grammar["be"],
        any(low in grammar["modals"] for low in helpers),
        any(low in grammar["negations"] for low in helpers),
        infinitive,
    )


def _helper(low: str, words: Words) -> bool:
    grammar = words.grammar
    if low in grammar["auxiliaries"] or low in grammar["adverbs"]:
        return True
    return low.endswith(words.ends["adverb"]) and len(low) > 4 and low not in grammar["not_adverbs"]


def clause_follows(items: Sequence[Token], after: int, words: Words) -> bool:
    """Whether that, whether, how, a quotation or a whole clause stands from `after` on."""
    at = after
    while at < len(items) and items[at].low in words.grammar["objects"]:
        at += 1
    if at >= len(items):
        return False
    low = items[at].low
    if low in words.grammar["askers"] or low == QUOTED:
        return True
    if low == ",":  # “found, on going through the list, that”
        behind = [token.low for token in items[at + 1 : at + _REACH]]
        if "," in behind and words.grammar["that"] & {*behind[behind.index(",") + 1 :][:1]}:
            return True
    if low in (",", ":") and at + 1 < len(items) and items[at + 1].low == QUOTED:
        return True
    ends = (",", ";", ":", "—", "–", "(")
    if (
        low in words.grammar["subject_pronouns"]
        or low in words.grammar["determiners"]
        or (
            is_word(items[at])
            and (capital(items[at]) or low[0].isdigit() or low.endswith(words.ends["plural"]))
        )
    ):
        for token in items[at + 1 : at + _REACH]:
            if token.low in ends or token.low in words.grammar["relatives"]:
                return False
            if token.low in words.grammar["auxiliaries"] and token.low != "'s":
                return True
    return _that_ahead(items, at, words)


def _that_ahead(items: Sequence[Token], at: int, words: Words) -> bool:
    """`told the council on Monday that`: a that within a few words, and no comma before it."""
    for token in items[at : at + 8]:
        if token.low in words.grammar["that"]:
            return True
        if not is_word(token):
            return False
    return False
