"""The source, the cue and the content of each sourced statement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.exchange.document import Document, Span
from generator.model import Voice

Piece = tuple[int, int]
_EDGE = " \t\n,;:.–—-"
"""What divides a content from its cue and from what follows, and belongs to neither."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """One sourced statement, taken apart."""

    statement: Span
    """The statement."""
    voices: tuple[str, ...]
    """The ids of its voices."""
    cues: tuple[str, ...]
    """The ids of the cues that stand in it."""
    sources: tuple[Piece, ...]
    """Where its voices are named in it, as far as they are."""
    cue: tuple[Piece, ...]
    """The words of its cues, without the names in them."""
    content: tuple[Piece, ...]
    """The other words."""


def attributions(document: Document) -> Iterator[Attribution]:
    """Every sourced statement of a document that has words."""
    names = {voice.id: tuple(_names(voice)) for voice in document.about.voices}
    voices: dict[str, list[str]] = {}
    for relation in document.relations:
        if relation.type == "by":
            voices.setdefault(relation.start, []).append(relation.end)
    cues = [span for span in document.spans if span.label == "cue"]
    at = 0
    for span in document.spans:
        if span.label != "sourced":
            continue
        while at < len(cues) and cues[at].start < span.start:
            at += 1
        inside: list[Span] = []
        for cue in cues[at:]:
            if cue.start >= span.end:
                break
            if cue.end <= span.end:
                inside.append(cue)
        by = tuple(dict.fromkeys(voices.get(span.id, ())))
        apart = _taken_apart(document.text, span, inside, by, [names.get(v, ()) for v in by])
        if apart.cue or apart.content or apart.sources:
            yield apart


def _taken_apart(
    text: str,
    span: Span,
    cues: Sequence[Span],
    voices: tuple[str, ...],
    names: Sequence[tuple[str, ...]],
) -> Attribution:
    cued = [piece for cue in cues for piece in cue.pieces]
    sources: list[Piece] = []
    for each in names:
        source = next((p for name in each if (p := _named(text, span, name, cued))), None)
        if source and not any(a < source[1] and source[0] < b for a, b in sources):
            sources.append(source)
    cue = _without(cued, sources)
    content = _without(span.pieces, [*cue, *sources])
    return Attribution(
        span,
        voices,
        tuple(each.id for each in cues),
        tuple(sources),
        tuple(_trimmed(text, cue)),
        tuple(_trimmed(text, content)),
    )


def _named(text: str, span: Span, name: str, cues: Sequence[Piece]) -> Piece | None:
    """Where a voice is named in its statement: the place nearest to a cue."""
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    places = [found.span() for a, b in span.pieces for found in pattern.finditer(text, a, b)]
    near = cues or [(span.end, span.end)]
    return min(
        places,
        key=lambda p: min(max(a - p[1], p[0] - b, 0) for a, b in near),
        default=None,
    )


def _names(voice: Voice) -> Iterator[str]:
    """What a text may call a voice: the whole name, or of a person the last word of it."""
    whole = voice.name.strip(" “”")
    if whole:
        yield whole
        last = whole.split()[-1]
        if voice.kind == "person" and last[:1].isupper():
            yield last


def _without(pieces: Sequence[Piece], holes: Sequence[Piece]) -> list[Piece]:
    left: list[Piece] = []
    for start, end in pieces:
        at = start
        for a, b in sorted(holes):
            if a < end and at < b:
                left += [(at, a)] if at < a else []
                at = max(at, b)
        left += [(at, end)] if at < end else []
    return left


def _trimmed(text: str, pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces without the signs at their edges; those without a word left out."""
    for start, end in pieces:
        inside = text[start:end]
        a = start + len(inside) - len(inside.lstrip(_EDGE))
        b = start + len(inside.rstrip(_EDGE))
        if any(c.isalnum() for c in text[a:b]):
            yield a, b
