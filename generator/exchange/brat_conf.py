"""brat's own configuration: which labels there are, and in which colours they are drawn."""

from __future__ import annotations

import re

from generator.exchange.document import LAYERS, Document

_WORD = re.compile(r"[\w.+-]+")
_NOT_A_TYPE = re.compile(r"[^A-Za-z0-9_-]+")
_COLOURS = {
    "sourced": "#cfe3d4",
    "unsourced": "#f3e3b5",
    "inferred": "#dcd6ee",
    "framing": "#f4cfc6",
    "cue": "#d5e4f2",
}


def type_of(label: str) -> str:
    """A label as a type of brat: letters, digits, hyphens and underscores."""
    plain = _NOT_A_TYPE.sub("-", label).strip("-_")
    return plain or "other"


def configuration(document: Document) -> tuple[str, str]:
    """`annotation.conf` and `visual.conf`, for the document's labels and for all of our own."""
    ours = [label for labels in LAYERS.values() for label in labels]
    labels = list(dict.fromkeys([*ours, *(type_of(span.label) for span in document.spans)]))
    values: dict[str, dict[str, None]] = {}
    holders: dict[str, dict[str, None]] = {}
    for span in document.spans:
        for name, value in span.attributes:
            if _WORD.fullmatch(value) and type_of(name) == name:
                values.setdefault(name, {})[value] = None
                holders.setdefault(name, {})[type_of(span.label)] = None
    types = dict.fromkeys(
        ["from", *(type_of(r.type) for r in document.relations if r.type not in ("by", "see"))]
    )
    annotation = [
        *("[entities]", *labels, "", "[relations]"),
        *(f"{name}\tArg1:<ENTITY>, Arg2:<ENTITY>" for name in types),
        "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>",
        *("", "[events]", "", "[attributes]"),
        *(
            f"{name}\tArg:{'|'.join(holders[name])}, Value:{'|'.join(sorted(values[name]))}"
            for name in sorted(values)
        ),
    ]
    visual = [
        "[labels]",
        *(f"{label} | {label.replace('-', ' ').replace('_', ' ')}" for label in labels),
        *("", "[drawing]", "SPAN_DEFAULT\tfgColor:black, bgColor:#eeeeee, borderColor:darken"),
        *(f"{label}\tbgColor:{colour}, borderColor:darken" for label, colour in _COLOURS.items()),
        "ARC_DEFAULT\tcolor:black, arrowHead:triangle-5",
    ]
    return "\n".join(annotation) + "\n", "\n".join(visual) + "\n"
