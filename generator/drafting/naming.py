"""From the words beside a cue to a voice: its name, what the text says of it, and its kind."""

from __future__ import annotations

from dataclasses import dataclass

from generator.drafting.tokens import capital, is_word, tokens
from generator.drafting.values import Speaker, Token
from generator.drafting.words import Words
from generator.model import VoiceKind

_LONGEST = 90


@dataclass(frozen=True, slots=True)
class Named:
    """A voice by its words."""

    name: str
    """Its name."""
    role: str
    """What it is, or empty."""
    kind: VoiceKind
    """What sort of voice it seems to be."""
    key: str
    """What tells whether two are the same: a last name, or the words without an article."""


def named(text: str, speaker: Speaker, words: Words) -> Named | None:
    """The voice that `speaker` names in `text`."""
    head = [t for t in tokens(text, speaker.head.start, speaker.head.end) if is_word(t)]
    if not head:
        return None
    while len(head) > 1 and head[-1].low == "'s":
        head.pop()
    told = text[speaker.head.end : speaker.span.end].strip(" ,—–")
    kind = _kind(head, words)
    run = _name(head, words)
    if kind == "person" and run:
        before = text[head[0].start : run[0].start]
        name = text[run[0].start : run[-1].end]
        role = _role(_bare(before, words), told)
        return Named(name, role, kind, run[-1].low)
    whole = text[head[0].start : head[-1].end]
    bare = _bare(whole, words)
    key = head[-1].low if kind == "organisation" and len(head) == 2 else bare.lower()
    return Named(whole[0].upper() + whole[1:], _role(told), kind, key or whole.lower())


def _kind(head: list[Token], words: Words) -> VoiceKind:
    lows = [token.low for token in head]
    voices = words.voices
    last = lows[_end_of_noun(lows, words)]
    if set(lows) & voices["hiding"]:
        return "unnamed"
    if last in voices["documents"] and not (len(head) > 1 and all(map(capital, head[1:]))):
        return "document"
    if last in voices["organisations"] or lows[-1] in voices["organisations"]:
        return "organisation"
    proper = [t for n, t in enumerate(head) if capital(t) and (n or t.low not in _small(words))]
    if set(lows) & voices["speaking_for"] and set(lows) & words.grammar["for"]:
        return "organisation"
    if last in voices["unnamed"] and not (len(proper) > 1 and capital(head[-1])):
        return "unnamed"
    if len(proper) == 1 and head[-1].text.isupper() and len(head[-1].text) > 1:
        return "organisation"
    return "person"


def _end_of_noun(lows: list[str], words: Words) -> int:
    """The noun itself: the last word before the first preposition behind it."""
    for at, low in enumerate(lows[1:], start=1):
        if low in words.grammar["prepositions"] | words.grammar["relatives"]:
            return at - 1
    return len(lows) - 1


def _small(words: Words) -> frozenset[str]:
    return words.grammar["determiners"] | words.grammar["prepositions"] | words.grammar["adverbs"]


def _name(head: list[Token], words: Words) -> list[Token]:
    """The capitals at the end, without titles: `Tevin Marsh` of `Opposition leader Tevin Marsh`."""
    begin = len(head)
    while begin > 0:
        token = head[begin - 1]
        linking = token.low in words.grammar["linking"] and begin > 1 and capital(head[begin - 2])
        if not capital(token) and not (linking and begin < len(head)):
            break
        begin -= 1
    run = [*head[begin:]]
    while run and (run[0].low in words.voices["titles"] | _small(words)):
        run.pop(0)
    while len(run) > 1 and run[-1].low in words.voices["suffixes"]:
        run.pop()
    return run


def _bare(text: str, words: Words) -> str:
    """Without the article in front."""
    first, _, rest = text.strip().partition(" ")
    return rest.strip() if first.lower() in words.grammar["determiners"] and rest else text.strip()


def _role(*parts: str) -> str:
    """What is told, in at most some fifteen words."""
    told = ", ".join(part.strip(" ,.") for part in parts if part.strip(" ,."))
    return told if len(told) <= _LONGEST else told[:_LONGEST].rpartition(" ")[0] + " …"
