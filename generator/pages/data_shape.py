"""What `data.json` holds: an article's annotations, in version 1 of their shape.

`whosays schema data` makes the JSON Schema from these classes. A field with a default is left out
where it has that value. Fields may be added; one that goes, or changes its meaning, is version 2.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.model import Basis, BlockKind, Stake, StyleKind, VoiceKind, Wording

VERSION: Literal[1] = 1
"""The version of the shape."""

SCHEMA = f"data/article-v{VERSION}.schema.json"
"""Where the site has the schema of this version, for as long as the site stands."""

KEYS = {"schema": "$schema", "rests_on": "from"}
"""Fields that are called something else in the file."""


class Told:
    """A part of the file: the sentences under its fields go into the schema."""

    __slots__ = ()
    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012


@dataclass(frozen=True, slots=True)
class StyleData(Told):
    """Emphasis, strong, code or a link over part of a block."""

    kind: StyleKind
    """Which of the four."""
    start: int
    """Its first character in the block’s text, from 0; a character is a Unicode code point."""
    end: int
    """One past its last character."""
    href: str = ""
    """The address of a link."""


@dataclass(frozen=True, slots=True)
class BlockData(Told):
    """A paragraph, heading, quotation or list item."""

    text: str
    """Its plain text."""
    kind: BlockKind = "paragraph"
    """Which of these."""
    level: int = 0
    """A heading’s level, 2 to 6."""
    styles: tuple[StyleData, ...] = ()
    """Styles over it, outer before inner."""


@dataclass(frozen=True, slots=True)
class StatementData(Told):
    """A statement. Its number on the page is its place in the list, from 1."""

    id: str
    """Its id, which is also its anchor on the page."""
    block: int
    """The block that it stands in, from 0."""
    start: int
    """Its first character in the block’s text, from 0; a character is a Unicode code point."""
    end: int
    """One past its last character."""
    basis: Basis
    """What it rests on."""
    by: tuple[str, ...] = ()
    """Ids of the voices that it is from, where it is sourced."""
    how: Literal["", "quote", "paraphrase", "mixed"] = ""
    """How it gives the voice’s words, where that is said."""
    kind: str = ""
    """The id of the kind of inference, where it is inferred."""
    rests_on: tuple[str, ...] = ()
    """Ids of the statements that an inference rests on."""
    see: tuple[str, ...] = ()
    """Ids of the records that it was checked against."""
    also: str = ""
    """A second basis that a fair reader could give it: it is contested."""
    also_kind: str = ""
    """A second kind of inference, beside `kind` or of the inference that `also` gives: it is contested."""
    short: str = ""
    """A label for drawings."""
    note: str = ""
    """Why it has this basis; an empty line divides paragraphs."""


@dataclass(frozen=True, slots=True)
class FramingData(Told):
    """A framing mark: words that steer the reader."""

    id: str
    """Its id, which is also its anchor on the page."""
    block: int
    """The block that it stands in, from 0."""
    start: int
    """Its first character in the block’s text."""
    end: int
    """One past its last character."""
    technique: str
    """The id of the technique in the codebook."""
    wording: Wording
    """Whose words they are: in a quotation, in a paraphrase of a voice, or the writer’s."""
    statement: str = ""
    """The id of the statement that it stands in."""
    plain: str = ""
    """A wording without the steer, where one can be said."""
    also: str = ""
    """A second technique that a fair reader could give, or `none`: it is contested."""
    note: str = ""
    """Why it steers; an empty line divides paragraphs."""


@dataclass(frozen=True, slots=True)
class CueData(Told):
    """Words that attribute a statement to its voice."""

    block: int
    """The block that they stand in, from 0."""
    start: int
    """Their first character in the block’s text."""
    end: int
    """One past their last character."""
    id: str = ""
    """Their id, where they have one."""
    statement: str = ""
    """The id of the statement that they stand in."""


@dataclass(frozen=True, slots=True)
class VoiceData(Told):
    """Someone or something that the article relies on."""

    id: str
    """Its id, as in `by`."""
    name: str
    """Its name."""
    stake: Stake
    """What it has to win or lose by being believed."""
    kind: VoiceKind = "person"
    """What sort of source it is."""
    role: str = ""
    """What it is, in a few words."""
    note: str = ""
    """A sentence about the stake."""


@dataclass(frozen=True, slots=True)
class RecordData(Told):
    """Something outside the article that it was checked against."""

    id: str
    """Its id, as in `see`."""
    title: str
    """What it is called."""
    publisher: str = ""
    """Who issued it."""
    date: str = ""
    """When: `2025-03-04`."""
    number: str = ""
    """Its own number, by which it can be found."""
    url: str = ""
    """Its address."""
    says: str = ""
    """What it says that bears on the article."""


@dataclass(frozen=True, slots=True)
class MissingData(Told):
    """A voice or a fact that a reader would need and the article does not have."""

    what: str
    """What is missing."""
    why: str
    """Why a reader would need it."""
    at: str = ""
    """The id of the statement where it is missed; none for the whole article."""


@dataclass(frozen=True, slots=True)
class QuestionData(Told):
    """A question for a class."""

    ask: str
    """The question."""
    standard: str = ""
    """The standard that it serves."""
    answer: str = ""
    """What a good answer has in it."""


@dataclass(frozen=True, slots=True)
class OriginalData(Told):
    """The published text that is annotated."""

    title: str = ""
    """Its headline."""
    author: str = ""
    """Who wrote it."""
    publisher: str = ""
    """Who published it."""
    published: str = ""
    """When: `2025-03-04`."""
    url: str = ""
    """Its address."""
    archived: str = ""
    """The address of an archived copy."""
    accessed: str = ""
    """When the annotator read it."""


@dataclass(frozen=True, slots=True)
class AnnotatorData(Told):
    """Who marked the article."""

    name: str
    """The name or pen name that they chose."""
    date: str = ""
    """When they finished: `2025-03-04`."""


@dataclass(frozen=True, slots=True)
class ReadingData(Told):
    """What another reader said of the statements, without having seen these marks."""

    reader: str
    """The name or pen name that the reader chose."""
    date: str
    """When the reader finished: `2025-03-04`."""
    bases: tuple[Literal["sourced", "unsourced", "inferred", ""], ...]
    """The basis of each statement, in order; empty where the reader has none for those words, or several."""


@dataclass(frozen=True, slots=True)
class ChangeData(Told):
    """A correction of the annotation."""

    date: str
    """When: `2025-03-04`."""
    what: str
    """What was corrected."""
    by: str = ""
    """Who asked for it."""
    at: str = ""
    """The id of the mark that was corrected."""
