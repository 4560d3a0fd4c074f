"""The JSON Schemas of what contributors write, for editors that help, and of what the site gives out."""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter

from generator.pages.data_shape import KEYS
from generator.pages.data_whole import ArticleData
from generator.reading.codebook_schema import CodebookShape
from generator.reading.reading_schema import ReadingShape
from generator.reading.schema import ArticleShape, Id
from generator.reading.teaching_schema import LessonShape, PairShape

DIALECT = "https://json-schema.org/draft/2020-12/schema"
"""The version of JSON Schema."""

_SHAPES: dict[str, TypeAdapter[Any]] = {
    "article": TypeAdapter(ArticleShape),
    "codebook": TypeAdapter(CodebookShape),
    "pairs": TypeAdapter(dict[Id, PairShape]),
    "lesson": TypeAdapter(LessonShape),
    "reading": TypeAdapter(ReadingShape),
    "data": TypeAdapter(ArticleData),
}
_TITLES = {
    "article": "The front matter of an article",
    "codebook": "The codebook",
    "pairs": "Pairs of articles on one event, each under its id",
    "lesson": "The front matter of a lesson",
    "reading": "The front matter of a reading by somebody else",
    "data": "An article’s annotations, as its data.json has them",
}

SCHEMAS = tuple(_SHAPES)
"""What there is a schema of, the usual one first."""


def schema(name: str) -> str:
    """Give the schema of this name, one of `SCHEMAS`, as JSON."""
    whole = {"$schema": DIALECT, **_SHAPES[name].json_schema(), "title": _TITLES[name]}
    closed = _closed(_called(whole) if name == "data" else whole)
    return json.dumps(closed, ensure_ascii=False, indent=2) + "\n"


def _closed(node: object) -> object:
    """The same, where a key that nobody knows is refused: a pattern alone lets any other key pass."""
    if isinstance(node, list):
        return [_closed(inner) for inner in node]
    if not isinstance(node, dict):
        return node
    whole = "properties" in node and "additionalProperties" not in node
    closed = {"additionalProperties": False} if whole or "patternProperties" in node else {}
    return {key: _closed(inner) for key, inner in node.items()} | closed


def _called(node: object) -> object:
    """The same, with the names that fields have in `data.json`."""
    if isinstance(node, list):
        return [_called(inner) for inner in node]
    if not isinstance(node, dict):
        return node
    found = {key: _called(inner) for key, inner in node.items()}
    if isinstance(fields := found.get("properties"), dict):
        found["properties"] = {KEYS.get(key, key): field for key, field in fields.items()}
    if isinstance(needed := found.get("required"), list):
        found["required"] = [KEYS.get(str(key), key) for key in needed]
    return found
