"""What is made of several articles: pairs to compare, and lessons."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.article import Annotator, Question
from generator.model.place import Place
from generator.model.text import Block


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that is reported of the event."""

    what: str
    """The fact, in a neutral sentence."""
    reported: tuple[tuple[str, tuple[str, ...]], ...]
    """The slug of each article that reports it, with the ids of its statements."""


@dataclass(frozen=True, slots=True)
class SameThing:
    """Different words for one thing."""

    thing: str
    """What they stand for, in neutral words."""
    wordings: tuple[tuple[str, str], ...]
    """The slug of each article, with its own words."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles on one event."""

    path: str
    """Its file, relative to the project, with forward slashes."""
    id: str
    """The name that both articles give as their `event`; its address on the site."""
    title: str
    """The title of its page."""
    event: str
    """What happened, in a neutral sentence."""
    articles: tuple[str, ...]
    """The slugs of its two articles."""
    facts: tuple[Fact, ...]
    """What is reported, and where."""
    words: tuple[SameThing, ...]
    """Where the articles differ in nothing but the words."""
    questions: tuple[Question, ...]
    """For a class."""
    keys: tuple[tuple[str, Place], ...]
    """Where each value stands, by dotted path below the pair's id (`facts.0.what`)."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a lesson."""

    minutes: int
    """How long it takes."""
    what: str
    """What is done, in a few words."""
    how: str
    """How it goes, for the teacher."""


@dataclass(frozen=True, slots=True)
class Standard:
    """A standard that a lesson serves."""

    code: str
    """Its code, such as `RI.8.8`."""
    says: str
    """What it asks for, in the project's own words."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson with what a teacher needs for it."""

    path: str
    """Its file, relative to the project, with forward slashes."""
    slug: str
    """The file's name without ending: its address on the site."""
    title: str
    """The title of its page."""
    summary: str
    """One or two sentences for the list of lessons."""
    minutes: int
    """How long it takes in all."""
    level: str
    """Ages it suits, as `12-14`, or empty."""
    aims: tuple[str, ...]
    """What pupils can do after it."""
    articles: tuple[str, ...]
    """The slugs of the articles that it uses."""
    pair: str
    """Id of the pair that it uses, or empty."""
    to_print: tuple[str, ...]
    """What the teacher prints before."""
    steps: tuple[Step, ...]
    """The time table."""
    questions: tuple[Question, ...]
    """For the class, each with the answer that is expected."""
    younger: str
    """How to vary it for younger pupils."""
    stronger: str
    """How to vary it for stronger ones."""
    standards: tuple[Standard, ...]
    """What it serves."""
    authors: tuple[Annotator, ...]
    """Who wrote it, and when."""
    blocks: tuple[Block, ...]
    """What else the teacher should know, block by block."""
    keys: tuple[tuple[str, Place], ...]
    """Where each value of the front matter stands, by dotted path."""
