"""The type system that stands beside a UIMA CAS: which layers it has, with which features."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from generator.exchange.layers import LAYER, RELATIONS

ARTICLE = "webanno.custom.WhoSaysArticle"
"""What is said of the whole text, as the front matter of an article, in JSON."""

_TEXT, _SPAN = "uima.cas.String", "uima.tcas.Annotation"


def type_system(names: Iterable[str]) -> str:
    """The description of our three layers; `names` are the features of marks."""
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">',
            "  <types>",
            _type(LAYER, [(name, _TEXT) for name in names]),
            _type(RELATIONS, [("Governor", LAYER), ("Dependent", LAYER), ("label", _TEXT)]),
            _type(ARTICLE, [("front", _TEXT)]),
            "  </types>",
            "</typeSystemDescription>",
            "",
        )
    )


def _type(name: str, features: list[tuple[str, str]]) -> str:
    described = "".join(
        "\n        <featureDescription>"
        f"<name>{escape(feature)}</name><description/><rangeTypeName>{kind}</rangeTypeName>"
        "</featureDescription>"
        for feature, kind in features
    )
    return (
        f"    <typeDescription>\n      <name>{name}</name>\n      <description/>\n"
        f"      <supertypeName>{_SPAN}</supertypeName>\n"
        f"      <features>{described}\n      </features>\n    </typeDescription>"
    )
