"""The neutral value between an article and other tools' formats: a text, and what is marked in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from generator.model import (
    Annotator,
    Change,
    Decision,
    Missing,
    Original,
    Question,
    Record,
    RichText,
    Rights,
    Voice,
)

Layer = Literal["block", "statement", "cue", "framing", "style", "other"]

LAYERS: dict[Layer, tuple[str, ...]] = {
    "block": ("heading", "quote", "item"),
    "statement": ("sourced", "unsourced", "inferred"),
    "cue": ("cue",),
    "framing": ("framing",),
    "style": ("emphasis", "strong", "code", "link"),
}
"""The labels that an article knows, by layer; of spans over the same words the earlier is outside."""

ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "heading": ("level",),
    "sourced": ("how", "also", "also_kind", "short", "draft"),
    "unsourced": ("also", "also_kind", "short", "draft"),
    "inferred": ("kind", "also", "also_kind", "short", "draft"),
    "framing": ("technique", "plain", "also", "draft"),
    "link": ("href",),
}
"""The attributes of each label, in the order in which they are written; `also_kind` is `also-kind` there."""

RELATIONS = ("by", "from", "see")
"""The relations that an article knows: to a voice, to another statement, to a record."""

MADE_UP = "~"
"""An id that begins with this was made up to tell spans apart, and is never written into an article."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a document's text with a label."""

    id: str
    """Its name in the document: the note's label of a mark; `~1`, `~2`, … where it has none."""
    label: str
    """What it is: one of `LAYERS`, or another tool's own word."""
    pieces: tuple[tuple[int, int], ...]
    """First code point and one past the last; several, in order and apart, where it has gaps."""
    attributes: tuple[tuple[str, str], ...] = ()
    """Names and values; only those that have one, in the order of `ATTRIBUTES`."""
    notes: tuple[RichText, ...] = ()
    """Why it is what it is; a note's paragraphs have an empty line between them."""

    @property
    def start(self) -> int:
        """Its first code point."""
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        """One past its last code point."""
        return self.pieces[-1][1]

    @property
    def layer(self) -> Layer:
        """The layer of its label; `other` for a label that an article does not know."""
        return next((layer for layer, labels in LAYERS.items() if self.label in labels), "other")

    def attribute(self, name: str) -> str:
        """The value of an attribute, or empty."""
        return dict(self.attributes).get(name, "")


@dataclass(frozen=True, slots=True)
class Relation:
    """A span that has to do with something else."""

    id: str
    """Its name in the document, beginning with `~`."""
    type: str
    """One of `RELATIONS`, or another tool's own word."""
    start: str
    """The id of the span that it leads from."""
    end: str
    """The id that it leads to: of a voice for `by`, of a record for `see`, of a span for all others."""


UNKNOWN = Original("", "", "", None, "", "", None)
"""An original of which nothing is said."""


@dataclass(frozen=True, slots=True)
class About:
    """What an article's front matter says, beside its title and its language."""

    summary: str = ""
    """One or two sentences for the library."""
    original: Original = UNKNOWN
    """The published text that is annotated; its `url` is the source's address."""
    rights: Rights | None = None
    """By what right the text is here; None where the format does not say."""
    licence: str = ""
    """The licence of a `licensed` text."""
    genre: str = ""
    """News report, opinion, …"""
    invented: bool = False
    """Whether it was written for teaching."""
    level: str = ""
    """Ages it suits."""
    topics: tuple[str, ...] = ()
    """What it is about."""
    frames: tuple[str, ...] = ()
    """Ids of its frames in the codebook."""
    event: str = ""
    """The pair that it belongs to."""
    voices: tuple[Voice, ...] = ()
    """Who is relied on; `by` relations lead to them."""
    records: tuple[Record, ...] = ()
    """What it was checked against; `see` relations lead to them."""
    missing: tuple[Missing, ...] = ()
    """What it does not have; `at` is the id of a span."""
    questions: tuple[Question, ...] = ()
    """For a class."""
    annotators: tuple[Annotator, ...] = ()
    """Who marked it."""
    codebook: str = ""
    """The codebook's version."""
    changes: tuple[Change, ...] = ()
    """Corrections; `at` is the id of a span."""
    decisions: tuple[Decision, ...] = ()
    """What was decided where readers differed."""
    status: Literal["published", "draft"] = "published"
    """A draft is not published."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text, what is marked in it, and what is known of it."""

    id: str
    """Its name: an article's slug, or what the format calls it."""
    title: str
    """The title, or empty."""
    language: str
    """A BCP 47 tag, or empty where the format does not say."""
    text: str
    """The plain text: blocks with one empty line (two line feeds) between them."""
    spans: tuple[Span, ...] = ()
    """In the order of reading: by start, the longer first, then by layer, then as given."""
    relations: tuple[Relation, ...] = ()
    """In the order of the spans that they lead from; then by type, then as given."""
    notes: tuple[RichText, ...] = ()
    """Notes on the whole document; an article has none."""
    about: About = About()
    """What is known of it."""

    def covered(self, span: Span) -> str:
        """The words of a span, its pieces joined by a space."""
        return " ".join(self.text[start:end] for start, end in span.pieces)


def in_order(document: Document) -> Document:
    """The same document with its spans and relations in the order that their fields promise."""
    layers = [*LAYERS, "other"]
    spans = sorted(document.spans, key=lambda s: (s.start, -s.end, layers.index(s.layer)))
    rank = {span.id: number for number, span in enumerate(spans)}
    types = {name: number for number, name in enumerate(RELATIONS)}
    relations = sorted(
        document.relations,
        key=lambda r: (rank.get(r.start, len(rank)), types.get(r.type, len(types))),
    )
    return replace(
        document,
        spans=tuple(spans),
        relations=tuple(replace(r, id=f"~{n}") for n, r in enumerate(relations, start=1)),
    )


_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n\s*")


def blocks_of(text: str) -> tuple[tuple[int, int], ...]:
    """Where each block of a document's text stands: what empty lines divide, edges trimmed."""
    edges = [found.span() for found in _EMPTY_LINE.finditer(text)]
    starts = [0, *(end for _, end in edges)]
    ends = [*(start for start, _ in edges), len(text)]
    return tuple(
        inner
        for start, end in zip(starts, ends, strict=True)
        if (inner := trimmed(text, start, end))[0] < inner[1]
    )


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the white space at its edges."""
    inside = text[start:end]
    lead = len(inside) - len(inside.lstrip())
    return (start + lead, max(start + lead, start + len(inside.rstrip())))
