"""A quiz about an article, in no format yet: what every format is written from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["rests", "voice", "inference", "words"]

HEADINGS: dict[Kind, str] = {
    "rests": "What does it rest on?",
    "voice": "Who says so?",
    "inference": "What kind of inference is it?",
    "words": "What do the words do?",
}
"""What the questions of a kind are called together, in the order in which a lesson takes them."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to choose."""

    id: str
    """Its name within the question."""
    text: str
    """The answer."""
    right: bool
    """Whether it counts in full."""
    feedback: str
    """What is said to somebody who chose it."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question with its answers, of which at least one is right."""

    id: str
    """Its name within the quiz; it stays the same as long as the mark keeps its id."""
    kind: Kind
    """What sort of question it is."""
    title: str
    """A short name for lists of questions."""
    prompt: str
    """The question."""
    quoted: str
    """The words of the article that it is about."""
    choices: tuple[Choice, ...]
    """The answers, three or more, in an order that gives nothing away."""
    feedback: tuple[str, ...]
    """What is said to everybody who answered, a paragraph each: the annotators’ note."""


@dataclass(frozen=True, slots=True)
class Quiz:
    """The questions of one article."""

    id: str
    """The article’s slug."""
    title: str
    """The article’s title."""
    language: str
    """The language of the words that are quoted, a BCP 47 tag; all else is in English."""
    direction: str
    """`ltr` or `rtl`: the direction of the words that are quoted."""
    reading: str
    """The address of the text to read, or empty where the site’s is not known."""
    notes: tuple[str, ...]
    """Where the text is from and by what right it is here, who marked it, and how to take the answers."""
    questions: tuple[Question, ...]
    """All questions, those of a kind together."""
