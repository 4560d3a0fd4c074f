"""The front matter of a work: the lines of its file that are to change, or all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import JsonValue

from generator.exchange.front import ORDER
from generator.exchange.yaml import as_yaml
from generator.workbench.front_lines import Layout, Unlike
from generator.workbench.lines import Change
from generator.workbench.opened import File
from generator.workbench.values import Front


def new_front(front: Front) -> str:
    """The front matter of a work that has no file yet; what is empty is left out."""
    return as_yaml(_ordered(pruned(front)))


def front_changes(file: File, front: Front, deep: bool = True) -> Iterator[Change]:
    """The lines of a file's front matter that are to change; not `deep`, whole keys of the top."""
    old, new = pruned(file.work.front), pruned(front)
    if old == new:
        return
    lines = file.parts.source.lines[: file.parts.front.body_line - 2]
    layout = Layout(lines, file.parts.front.places, deep)
    try:
        made = layout.mapping((), 2, len(lines) + 1, old, _ordered(new, list(old)))
    except Unlike:
        made = as_yaml(_ordered(new)).rstrip("\n").split("\n")
    yield Change(2, len(lines) + 1, made)


def pruned(value: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    """A front matter without what is empty, its texts as YAML gives them back."""
    kept = _pruned(dict(value))
    return kept if isinstance(kept, dict) else {}


def _pruned(value: JsonValue) -> JsonValue:
    if isinstance(value, dict):
        inner = ((key, _pruned(each)) for key, each in value.items())
        return {key: each for key, each in inner if each not in (None, "", [], {})}
    if isinstance(value, list):
        items = (_pruned(each) for each in value)
        return [each for each in items if each not in (None, "", [], {})]
    if value is None or isinstance(value, bool):
        return value
    return " ".join(str(value).split())


def _ordered(front: dict[str, JsonValue], had: list[str] | None = None) -> dict[str, JsonValue]:
    """The keys in the usual order; those that a file `had` stay where they are."""
    rank = {key: number for number, key in enumerate(ORDER)}
    keys = sorted(front, key=lambda key: rank.get(key, len(rank)))
    if had:
        placed = [key for key in had if key in front]
        for key in keys:
            if key not in placed:
                before = [k for k in placed if rank.get(k, len(rank)) < rank.get(key, len(rank))]
                placed.insert(placed.index(before[-1]) + 1 if before else 0, key)
        keys = placed
    return {key: front[key] for key in keys}
