"""The words of the project as values: frozen, slotted, without behaviour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Basis = Literal["sourced", "unsourced", "inferred"]
Severity = Literal["error", "warning"]
Stake = Literal["party", "interested", "independent", "unknown"]
VoiceKind = Literal["person", "organisation", "document", "unnamed"]
Rights = Literal["own", "licensed", "public-domain", "quotation"]
BlockKind = Literal["paragraph", "heading", "quote", "item"]
StyleKind = Literal["emphasis", "strong", "code", "link"]
Wording = Literal["quotation", "paraphrase", "writer"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a file."""

    path: str
    """The file, as the contributor would name it, with forward slashes."""
    line: int
    """The line, counted from 1."""
    column: int
    """The column in characters (code points), counted from 1."""
    length: int
    """How many characters are meant, at least 1; never past the end of the line."""
    excerpt: str
    """The whole line, without its line break."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a file."""

    code: str
    """A short name that stays the same, such as `unknown-voice`."""
    message: str
    """What is wrong, in the contributor's words."""
    hint: str
    """How to mend it, with the corrected form where there is one."""
    severity: Severity
    """An error stops the build; a warning does not."""
    place: Place
    """Where it is."""


@dataclass(frozen=True, slots=True)
class Style:
    """Emphasis, strong, code or a link over part of a text."""

    kind: StyleKind
    """Which of the four."""
    start: int
    """First character, counted from 0 in the text that holds it."""
    end: int
    """One past the last character."""
    href: str = ""
    """The address, for a link; otherwise empty."""


@dataclass(frozen=True, slots=True)
class RichText:
    """Plain text with its styles beside it."""

    text: str
    """The text without any markup."""
    styles: tuple[Style, ...] = ()
    """The styles over it, outer before inner."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of an article's plain text."""

    block: int
    """The block that holds it, counted from 0."""
    start: int
    """First character in the block's plain text, counted from 0."""
    end: int
    """One past the last character."""


@dataclass(frozen=True, slots=True)
class Note:
    """Why a mark is what it is."""

    label: str
    """The footnote's label, which is the mark's id."""
    paragraphs: tuple[RichText, ...]
    """The note's text, a paragraph each."""
    place: Place
    """Where the footnote begins."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Words of the article that no statement covers."""

    text: str
    """Those words."""
    place: Place
    """Where they begin."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A clause or sentence that asserts, predicts or asks."""

    id: str
    """Its note's label; links to it (`#s7`) stay good as long as this does."""
    number: int
    """Its place in the order of reading, counted from 1."""
    basis: Basis
    """What it rests on."""
    span: Span
    """The words that it covers."""
    text: str
    """Those words."""
    words: int
    """How many words they are."""
    voices: tuple[str, ...]
    """Ids of the voices it is from (`by`); empty unless sourced."""
    how: Literal["", "quote", "paraphrase", "mixed"]
    """How a sourced statement gives the voice's words; empty where not said."""
    kind: str
    """Id of the inference kind; empty unless inferred."""
    rests_on: tuple[str, ...]
    """Ids of the statements that an inference rests on (`from`)."""
    records: tuple[str, ...]
    """Ids of the records it was checked against (`see`)."""
    also: str
    """A second basis that a fair reader could give it, or empty: then it is contested."""
    short: str
    """A label for drawings, or empty: then its first words serve."""
    note: Note | None
    """Why it has this basis; None only in an article with that error."""
    place: Place
    """Where its mark begins."""
    at: tuple[tuple[str, Place], ...] = ()
    """Where each of its attributes' values stands, by the attribute's name."""


@dataclass(frozen=True, slots=True)
class Framing:
    """A stretch of wording that steers the reader."""

    id: str
    """Its note's label."""
    number: int
    """Its place in the order of reading, counted from 1."""
    span: Span
    """The words that it covers."""
    text: str
    """Those words."""
    technique: str
    """Id of the technique in the codebook."""
    plain: str
    """A wording without the steer, or empty where none can be said."""
    also: str
    """A second technique that a fair reader could give, `none`, or empty."""
    statement: str
    """Id of the statement that it stands in, or empty."""
    wording: Wording
    """Whose words they are: in a quotation, in a paraphrase of a voice, or the writer's own."""
    note: Note | None
    """Why it steers; None only in an article with that error."""
    place: Place
    """Where its mark begins."""
    at: tuple[tuple[str, Place], ...] = ()
    """Where each of its attributes' values stands, by the attribute's name."""


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that attribute a statement to its voice."""

    id: str
    """Its `#id`, or empty."""
    span: Span
    """The words that it covers."""
    text: str
    """Those words."""
    statement: str
    """Id of the statement that it stands in, or empty."""
    place: Place
    """Where its mark begins."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, quotation or list item of the article."""

    kind: BlockKind
    """Which of these."""
    level: int
    """A heading's level, 2 to 6; otherwise 0."""
    text: RichText
    """Its plain text, with styles."""
    place: Place
    """Where it begins."""
    gaps: tuple[Gap, ...] = ()
    """What no statement covers; always empty in a heading."""


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
    codebook: str
    """The codebook's version that was used, or empty."""
    changes: tuple[Change, ...]
    """Corrections, in the order of the front matter."""
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


@dataclass(frozen=True, slots=True)
class Entry:
    """One definition of the codebook."""

    id: str
    """The name that marks use."""
    name: str
    """The name in plain words."""
    published: str
    """The name in the published scheme, or empty where it is ours."""
    group: str
    """Id of the group it belongs to, or empty."""
    definition: str
    """What it is, for a 13-year-old."""
    test: str
    """The question that decides it."""
    example: str
    """A sentence of our own in which it occurs, or empty."""


@dataclass(frozen=True, slots=True)
class Codebook:
    """The definitions that marks refer to."""

    version: str
    """Its version, such as `1.0`."""
    bases: tuple[Entry, ...]
    """The three bases."""
    kinds: tuple[Entry, ...]
    """The inference kinds."""
    groups: tuple[Entry, ...]
    """The groups of techniques."""
    techniques: tuple[Entry, ...]
    """The techniques, in the order of their groups."""
    frames: tuple[Entry, ...]
    """The article-level frames."""
    stakes: tuple[Entry, ...]
    """The stakes of voices."""
