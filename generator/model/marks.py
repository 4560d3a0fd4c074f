"""What is marked in a text: statements, framing and cues."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.model.place import Place
from generator.model.text import Note, Span

Basis = Literal["sourced", "unsourced", "inferred"]
Wording = Literal["quotation", "paraphrase", "writer"]


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
    """A second basis that a fair reader could give it; empty for none."""
    also_kind: str
    """A second inference kind: beside `kind`, or of the inference that `also` gives; or empty."""
    short: str
    """A label for drawings, or empty: then its first words serve."""
    note: Note | None
    """Why it has this basis; None only in an article with that error."""
    place: Place
    """Where its mark begins."""
    at: tuple[tuple[str, Place], ...] = ()
    """Where each of its attributes' values stands, by the attribute's name."""
    draft: bool = False
    """Whether `whosays draft` suggested it and nobody has decided it yet."""


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
    draft: bool = False
    """Whether `whosays draft` suggested it and nobody has decided it yet."""


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
