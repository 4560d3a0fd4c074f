"""All that `data.json` holds, with its figures, licences and names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.model import Rights
from generator.pages.data_shape import (
    AnnotatorData,
    BlockData,
    ChangeData,
    CueData,
    FramingData,
    MissingData,
    OriginalData,
    QuestionData,
    ReadingData,
    RecordData,
    StatementData,
    Told,
    VoiceData,
)


@dataclass(frozen=True, slots=True)
class LicenceData(Told):
    """What the parts of the file may be used under."""

    text: str
    """What the article’s text is under."""
    marks: str
    """What the marks, the notes and our own words are under."""


@dataclass(frozen=True, slots=True)
class CountsData(Told):
    """A number for each basis."""

    total: int
    """All of them; the other three add up to it."""
    sourced: int
    """Those with a voice."""
    unsourced: int
    """Those given as a fact with nobody named."""
    inferred: int
    """The writer’s own conclusions."""


@dataclass(frozen=True, slots=True)
class VoiceFiguresData(Told):
    """How much of the article one voice carries."""

    id: str
    """The voice."""
    statements: int
    """Statements that are from it, alone or with others."""
    words: int
    """Words of those statements."""
    load: float
    """The share of all statements that fall if it is taken away, 0 to 1. Falling is not being false."""
    falls: tuple[str, ...] = ()
    """Ids of the statements that have nothing left to rest on without it."""
    leans: tuple[str, ...] = ()
    """Ids of the statements that lose part of what they rest on."""


@dataclass(frozen=True, slots=True)
class FiguresData(Told):
    """What the page counts."""

    statements: CountsData
    """Statements by basis."""
    words: CountsData
    """Words of statements by basis."""
    framing_per_100_words: float
    """Framing marks for every 100 words of statements."""
    minutes: int
    """Minutes to read the statements, at 200 words a minute."""
    voices: tuple[VoiceFiguresData, ...] = ()
    """The voices, heaviest load first."""


@dataclass(frozen=True, slots=True)
class NamesData(Told):
    """The codebook’s names of the ids that occur in the file."""

    kinds: dict[str, str]
    """Of the kinds of inference."""
    techniques: dict[str, str]
    """Of the techniques."""
    frames: dict[str, str]
    """Of the frames."""


@dataclass(frozen=True, slots=True)
class ArticleData(Told):
    """An annotated article. A key is left out where it would hold nothing."""

    schema: str
    """The address of the schema."""
    version: Literal[1]
    """The version of the shape."""
    slug: str
    """The article’s name in its address."""
    title: str
    """Its title."""
    language: str
    """The language of its text, as a BCP 47 tag."""
    direction: Literal["ltr", "rtl"]
    """The direction of its text."""
    text_version: str
    """Changes with the words of a statement, and not with its note."""
    rights: Rights
    """By what right the text is here. In a `quotation` article the statements are in our own words,
    and only what stands in “double quotation marks” is the original’s."""
    licence: LicenceData
    """What text and marks may be used under."""
    original: OriginalData
    """Where the text was published."""
    figures: FiguresData
    """The counts of the page, and the load of each voice."""
    names: NamesData
    """The codebook’s names of the ids that occur here."""
    blocks: tuple[BlockData, ...]
    """The text, block by block."""
    statements: tuple[StatementData, ...]
    """In the order of reading; they do not overlap."""
    address: str = ""
    """The article’s page, where the site knows its own address."""
    summary: str = ""
    """What it is about."""
    genre: str = ""
    """News report, opinion, press release, …"""
    invented: bool = False
    """Whether it was written for teaching, with invented people, places and events."""
    level: str = ""
    """Ages that it suits: `12-14`."""
    topics: tuple[str, ...] = ()
    """What it is about, in single words."""
    frames: tuple[str, ...] = ()
    """Ids of the article’s frames in the codebook."""
    event: str = ""
    """The id of the pair of articles on one event that it belongs to."""
    codebook: str = ""
    """The version of the codebook that was used."""
    annotators: tuple[AnnotatorData, ...] = ()
    """Who marked it."""
    changes: tuple[ChangeData, ...] = ()
    """Corrections of the annotation."""
    framing: tuple[FramingData, ...] = ()
    """Framing marks, in the order of reading; they nest or are apart."""
    cues: tuple[CueData, ...] = ()
    """Words that attribute."""
    voices: tuple[VoiceData, ...] = ()
    """Who and what the article relies on."""
    records: tuple[RecordData, ...] = ()
    """What it was checked against."""
    missing: tuple[MissingData, ...] = ()
    """What a reader would need and it does not have."""
    questions: tuple[QuestionData, ...] = ()
    """Questions for a class."""
    readings: tuple[ReadingData, ...] = ()
    """What others who marked the same text say of its statements."""
