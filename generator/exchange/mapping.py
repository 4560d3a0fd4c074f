"""Other tools' labels as ours, as somebody says with `--map`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.exchange.document import Document, in_order
from generator.exchange.labels import KNOWN, from_one_word
from generator.model import Place, Problem
from generator.reading.problem import warning


def relabelled(document: Document, mapping: Mapping[str, str]) -> Document:
    """The document with its labels exchanged; a new one may be `inferred:motive`."""
    spans = []
    for span in document.spans:
        if span.label in mapping:
            label, attributes = from_one_word(mapping[span.label])
            given = {**dict(span.attributes), **dict(attributes)}
            span = replace(span, label=label, attributes=tuple(given.items()))
        spans.append(span)
    return in_order(replace(document, spans=tuple(spans)))


def unknown_labels(document: Document, path: str) -> Iterator[Problem]:
    """A warning for each label that an article does not know, with how to map it."""
    counts: dict[str, int] = {}
    for span in document.spans:
        if span.layer == "other":
            counts[span.label] = counts.get(span.label, 0) + 1
    for label, count in counts.items():
        yield warning(
            "unknown-label",
            Place(path, 1, 1, 1, label),
            f"An article knows no mark `{label}`; {count} stand in it as `.x-…`, for you to decide.",
            f'Say what they are: --map "{label}=unsourced" (or {", ".join(sorted(KNOWN))}, '
            "inferred:motive, framing:doubt, …).",
        )
