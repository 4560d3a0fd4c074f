"""Labels in one word, for formats whose spans carry a label and nothing else, and for `--map`."""

from __future__ import annotations

from generator.exchange.document import LAYERS, Span

_DETAIL = {"inferred": "kind", "framing": "technique", "heading": "level"}
"""The attribute that a label in one word shows behind a colon."""

KNOWN = frozenset(label for labels in LAYERS.values() for label in labels)
"""Every label that an article knows."""


def one_word(span: Span) -> str:
    """`inferred:motive`, `framing:loaded-language`, `heading:2`; other labels as they are."""
    detail = span.attribute(_DETAIL.get(span.label, ""))
    return f"{span.label}:{detail}" if detail else span.label


def told_by(span: Span) -> frozenset[str]:
    """The attributes of a span that its label in one word keeps."""
    return frozenset({_DETAIL[span.label]} if span.label in _DETAIL else ())


def from_one_word(word: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """A label and its attributes; a word that is none of ours comes back whole, as a label."""
    label, colon, detail = word.partition(":")
    if label in _DETAIL and colon and detail:
        return label, ((_DETAIL[label], detail),)
    return word, ()
