"""The one layer in which INCEpTION's formats keep our marks, and how other layers are read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from generator.exchange.document import ATTRIBUTES, MADE_UP, Document, Relation, Span
from generator.exchange.labels import KNOWN, from_one_word
from generator.exchange.reduced import as_note, one_note
from generator.exchange.results import Tally

LAYER = "webanno.custom.WhoSays"
"""The layer of our marks."""
RELATIONS = "webanno.custom.WhoSaysRelation"
"""The layer of the relations between them."""
OWN = ("identifier", "label", "by", "see", "note")
"""The features that are no attribute."""
RESERVED = frozenset({*OWN, "begin", "end", "sofa", "id", "type"})
"""Names that an attribute cannot have there."""

_FEATURE = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_MAIN = ("value", "label", "PosValue", "identifier")
"""Features of other layers that say what a span is, the first that is there."""
_KNOWN_ATTRIBUTES = tuple(dict.fromkeys(name for each in ATTRIBUTES.values() for name in each))


def features_of(document: Document, tally: Tally) -> dict[str, dict[str, str]]:
    """The features of each span, by its id; those of them that are empty left out."""
    ends: dict[tuple[str, str], list[str]] = {}
    for relation in document.relations:
        ends.setdefault((relation.start, relation.type), []).append(relation.end)
    return {span.id: dict(_features(span, ends, tally)) for span in document.spans}


ALL = ("identifier", "label", *_KNOWN_ATTRIBUTES, "by", "see", "note")
"""Every feature that a mark of an article can have."""


def names_of(features: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
    """All features that some span has, ours first, in an order that stays the same."""
    used = {name for each in features for name in each} | {"label"}
    return (*(n for n in ALL if n in used), *sorted(used - set(ALL)))


def span_of(name: str, features: Mapping[str, str], piece: tuple[int, int], made_up: str) -> Span:
    """A span of ours from what its features say; `name` is its layer's."""
    if name != LAYER:
        label, attributes = _foreign(name.rpartition(".")[2], features)
        return Span(made_up, label, (piece,), attributes)
    label = features.get("label") or "WhoSays"
    order = [*ATTRIBUTES.get(label, ()), *_KNOWN_ATTRIBUTES, *features]
    given = [key for key in dict.fromkeys(order) if key in features and key not in OWN]
    return Span(
        features.get("identifier") or made_up,
        label,
        (piece,),
        tuple((key, features[key]) for key in given if features[key]),
        as_note(features.get("note", "")),
    )


def ends_of(name: str, features: Mapping[str, str], span: str) -> Iterable[Relation]:
    """The relations to voices and records that a span's features hold."""
    for kind in ("by", "see"):
        ends = features.get(kind, "").split() if name == LAYER else ()
        yield from (Relation("", kind, span, end) for end in dict.fromkeys(ends))


def _features(
    span: Span, ends: Mapping[tuple[str, str], list[str]], tally: Tally
) -> Iterable[tuple[str, str]]:
    if not span.id.startswith(MADE_UP):
        yield "identifier", span.id
    yield "label", span.label
    for name, value in span.attributes:
        if name in RESERVED or not _FEATURE.fullmatch(name):
            tally.add(
                "attribute", "An attribute whose name is no feature's name is left out.", name
            )
        else:
            yield name, value
    for name in ("by", "see"):
        if found := ends.get((span.id, name)):
            yield name, " ".join(found)
    if note := one_note(span, tally):
        yield "note", note


def _foreign(layer: str, features: Mapping[str, str]) -> tuple[str, tuple[tuple[str, str], ...]]:
    """`NamedEntity:PER` and the other features; a label in one word of ours is that label."""
    filled = {name: value for name, value in features.items() if value}
    main = next((name for name in _MAIN if name in filled), "")
    if not main and len(filled) == 1:
        main = next(iter(filled))
    rest = tuple((name, value) for name, value in filled.items() if name != main)
    label, attributes = from_one_word(filled.get(main, ""))
    if label in KNOWN:
        return label, (*attributes, *rest)
    return (f"{layer}:{filled[main]}" if main else layer), rest
