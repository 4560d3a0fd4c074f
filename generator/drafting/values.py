"""What the steps of drafting hand on: frozen values, places counted in each block's plain text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.model import Basis, BlockKind, Style, VoiceKind

CueClass = Literal[
    "say", "write", "show", "believe", "want", "stance", "quote", "silent", "feel", "deed"
]
HANDED_ON: frozenset[str] = frozenset(
    {"say", "write", "show", "believe", "want", "stance", "quote"}
)
"""The classes of cue that make a sentence sourced by the codebook; the others do by wider schemes."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of the text."""

    kind: BlockKind
    """Paragraph, heading, quotation or list item."""
    level: int
    """A heading's level, 2 to 6; otherwise 0."""
    text: str
    """Its plain text, on one line."""
    styles: tuple[Style, ...] = ()
    """Emphasis and links over it."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign."""

    low: str
    """It in small letters, with straight apostrophes; `“q”` for a whole quotation."""
    text: str
    """It as written."""
    start: int
    """Its first character."""
    end: int
    """One past its last."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage."""

    block: int
    """The passage that holds it, counted from 0."""
    start: int
    """Its first character."""
    end: int
    """One past its last."""
    tokens: tuple[Token, ...]
    """Its words and signs."""
    items: tuple[Token, ...] = ()
    """The same, each quotation as one."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words inside quotation marks, with the marks."""

    block: int
    """The passage that holds it."""
    start: int
    """Its opening mark."""
    end: int
    """One past its closing mark."""
    closed: bool
    """Whether its closing mark is there; a quotation may run on in the next paragraph."""
    words: int
    """How many words it has."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some characters of a passage."""

    start: int
    """The first."""
    end: int
    """One past the last."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """The words beside a cue that say who it is."""

    span: Stretch
    """All of them."""
    head: Stretch
    """Without what is told about them (“, a passenger from Aarup,”)."""
    pronoun: bool = False
    """Whether it is a he, she, it, they or who, which a person has to link."""


@dataclass(frozen=True, slots=True)
class FoundCue:
    """Words that attribute."""

    sentence: int
    """The sentence that holds them, counted from 0."""
    span: Stretch
    """These words."""
    of: CueClass
    """What handing on it is."""
    verb: str
    """The verb's base form, or empty."""
    first: int
    """Its first item in the sentence."""
    last: int
    """Its last item in the sentence."""
    side: Literal["left", "right", "inside", "none"]
    """Where the speaker stands; `none` if the cue has none (“reportedly”)."""
    noun: bool = False
    """Whether it is a noun (“her claim”)."""
    speaker: Speaker | None = None
    """Who, where the text says it."""


@dataclass(frozen=True, slots=True)
class Steer:
    """Words that may steer a reader."""

    sentence: int
    """The sentence that holds them."""
    span: Stretch
    """These words."""
    technique: str
    """Id of the technique in the codebook."""
    plain: str
    """A plain wording, or empty."""
    why: str
    """Why it is suggested."""


@dataclass(frozen=True, slots=True)
class FoundVoice:
    """Somebody whom the text relies on."""

    id: str
    """The name that `by` uses."""
    name: str
    """The name on the page."""
    role: str
    """What the text says they are, or empty."""
    kind: VoiceKind
    """A person, an organisation, a document or unnamed, as far as words can tell."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a sentence may rest on."""

    basis: Basis
    """Sourced, unsourced or inferred."""
    kind: str
    """The kind of inference, or empty."""
    how: Literal["", "quote", "paraphrase", "mixed"]
    """How a voice's words are given."""
    why: str
    """What led to it: a key of the language's notes."""
    words: str
    """The words of the text that led to it, or empty."""
    pronoun: str = ""
    """The pronoun that a person has to link, or empty."""
    voices: tuple[str, ...] = ()
    """Ids of the voices."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A text with all that was found in it; each step adds its part."""

    language: str
    """The folder of word lists that is used."""
    passages: tuple[Passage, ...]
    """Block by block."""
    sentences: tuple[Sentence, ...] = ()
    """In the order of reading."""
    quotations: tuple[Quotation, ...] = ()
    """In the order of reading."""
    cues: tuple[FoundCue, ...] = ()
    """In the order of reading."""
    suggestions: tuple[Suggestion, ...] = ()
    """One a sentence."""
    steers: tuple[Steer, ...] = ()
    """In the order of reading."""
    voices: tuple[FoundVoice, ...] = ()
    """In the order of reading."""
