"""What the analysis of an article gives: figures, and what rests on what."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Article, Stake


@dataclass(frozen=True, slots=True)
class Counts:
    """A number for each basis."""

    total: int
    """All of them; the other three add up to it."""
    sourced: int
    """Those with a voice."""
    unsourced: int
    """Those given as a fact with nobody named."""
    inferred: int
    """The writer's own conclusions."""


@dataclass(frozen=True, slots=True)
class Removal:
    """What happens to an article's statements when one voice is taken away."""

    voice: str
    """Id of the voice."""
    falls: tuple[str, ...]
    """Ids of statements with nothing left to rest on, in reading order."""
    own: tuple[str, ...]
    """Those of `falls` that are the voice's own (sourced)."""
    built: tuple[str, ...]
    """Those of `falls` that the writer built on them (inferred)."""
    leans: tuple[str, ...]
    """Ids of statements that lose part of what they rest on."""
    stands: tuple[str, ...]
    """Ids of the rest."""
    load: float
    """The share of all statements that fall, 0 to 1."""


@dataclass(frozen=True, slots=True)
class VoiceFigures:
    """How much of an article one voice carries."""

    id: str
    """Id of the voice."""
    name: str
    """Its name on the page."""
    stake: Stake
    """What it has to win or lose."""
    statements: int
    """Statements sourced to it, alone or with others."""
    words: int
    """Words of those statements."""
    removal: Removal
    """What happens when it is taken away."""


@dataclass(frozen=True, slots=True)
class FramingFigures:
    """How often the wording steers."""

    marks: int
    """Framing marks in the article."""
    per_100_words: float
    """Marks for every 100 words of marked text, to one decimal."""
    by_technique: tuple[tuple[str, int], ...]
    """Technique id and count, most frequent first, then by id."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything that is derived from one article."""

    statements: Counts
    """Statements by basis."""
    words: Counts
    """Words of statements by basis."""
    voices: tuple[VoiceFigures, ...]
    """Heaviest load first, then most statements, then order of the front matter."""
    cues: tuple[tuple[str, int], ...]
    """Cue in lower case and count, most frequent first."""
    framing: FramingFigures
    """Framing marks."""
    contested: tuple[str, ...]
    """Ids of marks with a second fair reading: statements, then framing."""
    contested_statements: Counts
    """Statements with a second fair reading, by the basis that they are marked with."""
    contested_framing: int
    """Framing marks with a second fair reading."""
    minutes: int
    """Reading time in whole minutes at 200 words a minute, at least 1."""


@dataclass(frozen=True, slots=True)
class Analysed:
    """An article with its figures."""

    article: Article
    """The article."""
    figures: Figures
    """What was derived from it."""
