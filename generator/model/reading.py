"""One person's marks of an article, to be laid beside the published ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.article import Voice
from generator.model.marks import Cue, Framing, Statement
from generator.model.place import Place
from generator.model.text import Block


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of an article with the marks of one reader."""

    path: str
    """Its file, relative to the project, with forward slashes."""
    slug: str
    """The article's: the folder that the file stands in."""
    name: str
    """The file's name without ending: what figures and decisions call the reader."""
    reader: str
    """The name or pen name that the reader chose."""
    date: date
    """When the reader finished."""
    codebook: str
    """The codebook's version that was used, or empty."""
    voices: tuple[Voice, ...]
    """The reader's own, in the order of the front matter; the article's can be used beside them."""
    blocks: tuple[Block, ...]
    """The text, block by block."""
    statements: tuple[Statement, ...]
    """In the order of reading; spans do not overlap."""
    framing: tuple[Framing, ...]
    """In the order of reading; spans nest or are apart."""
    cues: tuple[Cue, ...]
    """In the order of reading."""
    words: tuple[tuple[Place, ...], ...]
    """Where each word of each block stands; nothing for a block whose words cannot be told apart."""
    keys: tuple[tuple[str, Place], ...]
    """Where each front-matter value stands, by dotted path (`voices.mayor.stake`)."""
