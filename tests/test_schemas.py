"""The JSON Schemas: whole, explained, as the reader reads, and as they stand in the repository."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from generator.reading.codebook_schema import CodebookShape
from generator.reading.reading_schema import ReadingShape
from generator.reading.schema import ArticleShape
from generator.reading.teaching_schema import LessonShape, PairShape
from generator.schemas import DIALECT, SCHEMAS, schema
from tests.conftest import ROOT

SHAPES: dict[str, type[BaseModel]] = {
    "article": ArticleShape,
    "codebook": CodebookShape,
    "lesson": LessonShape,
    "pairs": PairShape,
    "reading": ReadingShape,
}
names = pytest.mark.parametrize("name", SCHEMAS)


def objects(node: object) -> Iterator[dict[str, Any]]:
    """Every object with keys of its own, however deep it stands in a schema."""
    if isinstance(node, dict):
        if node.get("type") == "object":
            yield node
        for inner in node.values():
            yield from objects(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from objects(inner)


@names
def test_each_field_says_what_it_is(name: str) -> None:
    """Whoever writes in an editor is told, at every key."""
    found = list(objects(json.loads(schema(name))))
    fields = {key: field for one in found for key, field in one.get("properties", {}).items()}
    assert len(fields) > 5
    assert [key for key, field in fields.items() if len(field.get("description", "")) < 5] == []


@names
def test_no_other_key_is_let_through(name: str) -> None:
    """As in `check`: a slip in a key is found, also where keys are ids."""
    for one in objects(json.loads(schema(name))):
        open_keys = isinstance(one.get("additionalProperties"), dict)
        assert open_keys or one["additionalProperties"] is False, one


@pytest.mark.parametrize("name", SHAPES)
def test_it_has_the_keys_that_the_reader_knows(name: str) -> None:
    """One list of keys, by the names that stand in files."""
    whole = json.loads(schema(name))
    inner = whole["$defs"]["PairShape"] if name == "pairs" else whole
    fields = SHAPES[name].model_fields
    assert inner["properties"].keys() == {f.alias or key for key, f in fields.items()}
    required = {f.alias or key for key, f in fields.items() if f.is_required()}
    assert set(inner["required"]) == required


@names
def test_the_dialect_and_every_reference_are_known(name: str) -> None:
    """It is JSON Schema 2020-12, and whole in one file."""
    text = schema(name)
    whole = json.loads(text)
    assert whole["$schema"] == DIALECT == "https://json-schema.org/draft/2020-12/schema"
    assert set(re.findall(r'"\$ref": "#/\$defs/(\w+)"', text)) == whole["$defs"].keys()


def test_those_in_the_repository_are_up_to_date() -> None:
    """Run `make schemas` after a change of the shapes."""
    folder = ROOT / "schemas"
    assert {file.name for file in folder.iterdir()} == {f"{name}.json" for name in SCHEMAS}
    for name in SCHEMAS:
        assert (folder / f"{name}.json").read_text(encoding="utf-8") == schema(name), name


def test_the_editors_settings_point_at_them() -> None:
    """Each schema that the settings name is there, and so is the file that it is for."""
    text = (ROOT / ".vscode/settings.json").read_text(encoding="utf-8")
    settings = json.loads(re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE))
    assert len(settings["yaml.schemas"]) == 2
    for of, path in settings["yaml.schemas"].items():
        assert (ROOT / of).is_file()
        assert (ROOT / path).is_file()
