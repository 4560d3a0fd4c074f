"""One annotated text, and what its front matter says of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.model.marks import Cue, Framing, Statement
from generator.model.place import Place
from generator.model.text import Block

Stake = Literal["party", "interested", "independent", "unknown"]
VoiceKind = Literal["person", "organisation", "document", "unnamed"]
Rights = Literal["own", "licensed", "public-domain", "quotation"]


@dataclass(frozen=True, slots=True)
class Voice:
    """Someone or something that the article relies on."""

    id: str
    """The name that `by` uses."""
    name: str
    """The name on the page."""
    role: str
    """What they are, in a few words ("mayor of Harbour"), or empty."""
    kind: VoiceKind
    """A person, an organisation, a document, or an unnamed source."""
    stake: Stake
    """What they have to win or lose by being believed."""
    note: str
    """A sentence about the stake, or empty."""


@dataclass(frozen=True, slots=True)
class Record:
    """Something outside the article that the annotator checked it against."""

    id: str
    """The name that `see` uses."""
    title: str
    """What it is called."""
    publisher: str
    """Who issued it."""
    date: date | None
    """When, if known."""
    number: str
    """Its own number, by which it can be found, or empty."""
    url: str
    """Its address, or empty."""
    says: str
    """What it says that bears on the article."""


@dataclass(frozen=True, slots=True)
class Original:
    """The published text that the article annotates."""

    title: str
    """Its headline, or empty."""
    author: str
    """Who wrote it, or empty."""
    publisher: str
    """Who published it, or empty."""
    published: date | None
    """When, if known."""
    url: str
    """Where, or empty."""
    archived: str
    """The address of an archived copy, or empty."""
    accessed: date | None
    """When the annotator read it."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A voice or a fact that a reader would need and the article does not have."""

    what: str
    """What is missing."""
    why: str
    """Why a reader would need it."""
    at: str
    """Id of the statement where it is missed, or empty for the whole article."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question for a class."""

    ask: str
    """The question."""
    standard: str
    """The standard it serves (`RI.8.8`), or empty."""
    answer: str
    """What a good answer has in it, or empty."""


@dataclass(frozen=True, slots=True)
class Annotator:
    """Who marked the article."""

    name: str
    """The name or pen name they chose."""
    date: date | None
    """When they finished."""


@dataclass(frozen=True, slots=True)
class Change:
    """A correction to the annotation."""

    date: date
    """When."""
    what: str
    """What was corrected."""
    by: str = ""
    """Who asked for it, by the name they chose, or empty."""
    at: str = ""
    """Id of the statement or framing mark that was corrected, or empty."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided where readers differed."""

    at: str
    """Id of the mark; of one that only a reader has, the reader and its id there (`late-bus:f3`)."""
    readings: str
    """What each reading had (“published: sourced; late-bus: unsourced”)."""
    decided: str
    """What the published article has now."""
    by: str
    """Who decided, by the name or pen name they chose."""
    date: date
    """When."""
    why: str
    """The reason, in a sentence."""


@dataclass(frozen=True, slots=True)
class Article:
    """One annotated text."""

    path: str
    """Its file, relative to the project, with forward slashes."""
    slug: str
    """The file's name without ending: its address on the site."""
    title: str
    """The title of its page."""
    summary: str
    """One or two sentences for the library, or empty."""
    original: Original
    """The published text that it annotates."""
    rights: Rights
    """By what right the text is here."""
    licence: str
    """The licence of a `licensed` text; otherwise may be empty."""
    language: str
    """A BCP 47 tag."""
    genre: str
    """News report, opinion, press release, …, or empty."""
    invented: bool
    """Whether it was written for teaching, with invented people, places and events."""
    level: str
    """Ages it suits, as `12-14`, or empty."""
    topics: tuple[str, ...]
    """What it is about."""
    frames: tuple[str, ...]
    """Ids of the article's frames in the codebook."""
    voices: tuple[Voice, ...]
    """In the order of the front matter."""
    records: tuple[Record, ...]
    """In the order of the front matter."""
    missing: tuple[Missing, ...]
    """In the order of the front matter."""
    questions: tuple[Question, ...]
    """In the order of the front matter."""
    annotators: tuple[Annotator, ...]
    """Who marked it."""
    event: str
    """Id of the pair of articles on one event that it belongs to, or empty."""
    codebook: str
    """The codebook's version that was used, or empty."""
    changes: tuple[Change, ...]
    """Corrections, in the order of the front matter."""
    decisions: tuple[Decision, ...]
    """What was decided where readers differed, in the order of the front matter."""
    status: Literal["published", "draft"]
    """A draft is checked and not published."""
    blocks: tuple[Block, ...]
    """The text, block by block."""
    statements: tuple[Statement, ...]
    """In the order of reading; spans do not overlap."""
    framing: tuple[Framing, ...]
    """In the order of reading; spans nest or are apart."""
    cues: tuple[Cue, ...]
    """In the order of reading."""
    keys: tuple[tuple[str, Place], ...]
    """Where each front-matter value stands, by dotted path (`voices.mayor.stake`)."""
