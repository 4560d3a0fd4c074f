"""What two documents have in common, thing by thing, and which losses explain a difference."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from generator.exchange.document import MADE_UP, Document
from tests.exchange_documents import comparable

_MARKS = frozenset(
    {"span", "label", "discontinuous", "overlap", "crossing", "edge", "cue", "style", "block"}
)
"""The losses after which a span is not the same span any more."""

Facet = Callable[[Document], object]

FACETS: dict[str, tuple[Facet, frozenset[str]]] = {
    "text": (lambda d: d.text, frozenset({"character"})),
    "spans": (lambda d: [(s.label, s.pieces) for s in d.spans], _MARKS),
    "ids": (lambda d: sorted(s.id for s in d.spans if s.id[:1] != MADE_UP), _MARKS | {"id"}),
    "attributes": (
        lambda d: [(s.pieces, sorted(s.attributes)) for s in d.spans],
        _MARKS | {"attribute"},
    ),
    "notes": (
        lambda d: [(s.pieces, "\n\n".join(n.text for n in s.notes)) for s in d.spans],
        _MARKS | {"note"},
    ),
    "note styles": (
        lambda d: [(s.pieces, [n.styles for n in s.notes]) for s in d.spans],
        _MARKS | {"note", "note-style"},
    ),
    "relations": (
        lambda d: sorted((r.type, r.start, r.end) for r in comparable(d).relations),
        _MARKS | {"relation", "id"},
    ),
    "document notes": (
        lambda d: [note.text for note in d.notes],
        frozenset({"document-note"}),
    ),
    "voices": (lambda d: d.about.voices, frozenset({"voice"})),
    "records": (lambda d: d.about.records, frozenset({"record"})),
    "metadata": (
        lambda d: (d.title, d.language, replace(d.about, voices=(), records=())),
        frozenset({"metadata"}),
    ),
}
"""Each thing that can differ, and the kinds of loss that say so."""

EXACT = {
    "id": "ids",
    "attribute": "attributes",
    "note-style": "note styles",
    "relation": "relations",
    "document-note": "document notes",
    "voice": "voices",
    "record": "records",
    "metadata": "metadata",
    "span": "spans",
}
"""The kinds of loss that are wrong where the thing does not differ."""


def differing(one: Document, other: Document) -> set[str]:
    """The things in which two documents differ."""
    return {name for name, (facet, _) in FACETS.items() if facet(one) != facet(other)}


def unexplained(one: Document, other: Document, lost: set[str]) -> set[str]:
    """The things in which they differ though no listed loss says so."""
    return {name for name in differing(one, other) if not FACETS[name][1] & lost}


def claimed(one: Document, other: Document, lost: set[str]) -> set[str]:
    """The losses that are listed though nothing is lost."""
    there = differing(one, other)
    return {kind for kind, name in EXACT.items() if kind in lost and name not in there}
