"""The JSON Schemas of what contributors write, for editors that help while one writes."""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter

from generator.reading.codebook_schema import CodebookShape
from generator.reading.schema import ArticleShape, Id
from generator.reading.teaching_schema import LessonShape, PairShape

DIALECT = "https://json-schema.org/draft/2020-12/schema"
"""The version of JSON Schema."""

_SHAPES: dict[str, TypeAdapter[Any]] = {
    "article": TypeAdapter(ArticleShape),
    "codebook": TypeAdapter(CodebookShape),
    "pairs": TypeAdapter(dict[Id, PairShape]),
    "lesson": TypeAdapter(LessonShape),
}
_TITLES = {
    "article": "The front matter of an article",
    "codebook": "The codebook",
    "pairs": "Pairs of articles on one event, each under its id",
    "lesson": "The front matter of a lesson",
}

SCHEMAS = tuple(_SHAPES)
"""What there is a schema of, the usual one first."""


def schema(name: str) -> str:
    """Give the schema of this name, one of `SCHEMAS`, as JSON."""
    whole = {"$schema": DIALECT, **_SHAPES[name].json_schema(), "title": _TITLES[name]}
    return json.dumps(_closed(whole), ensure_ascii=False, indent=2) + "\n"


def _closed(node: object) -> object:
    """The same, where a key that is no id is refused: a pattern alone lets any other key pass."""
    if isinstance(node, list):
        return [_closed(inner) for inner in node]
    if not isinstance(node, dict):
        return node
    closed = {"additionalProperties": False} if "patternProperties" in node else {}
    return {key: _closed(inner) for key, inner in node.items()} | closed
