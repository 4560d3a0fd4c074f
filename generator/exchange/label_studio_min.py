"""The short shape of Label Studio's JSON (`JSON-MIN`): regions stand under their fields, without ids."""

from __future__ import annotations

from collections.abc import Iterator

from generator.exchange.picked import mapping, sequence, whole
from generator.exchange.sources import Json

_ABOUT = ("id", "annotator", "annotation_id", "created_at", "updated_at", "lead_time")
"""What the tool itself says of an annotation in the short shape."""


def annotations_of(task: dict[str, Json]) -> list[dict[str, Json]]:
    """The annotations of a task, in the long shape whichever it has."""
    listed = [mapping(each) for each in sequence(task.get("annotations"))]
    if listed or "data" in task or "annotations" in task:
        return listed
    short: dict[str, Json] = {"id": task.get("annotation_id"), "result": list(_results(task))}
    return [short]


def _results(task: dict[str, Json]) -> Iterator[Json]:
    for name, held in task.items():
        for number, each in enumerate(sequence(held), start=1):
            value = mapping(each)
            if whole(value.get("start")) is None:
                continue
            kind = next((key for key in value if key.endswith("labels")), "")
            yield {"id": f"{name}-{number}", "from_name": name, "type": kind, "value": value}


def left_out(task: dict[str, Json], text: str) -> Iterator[str]:
    """The names of what stands beside the text, in either shape, and becomes no mark."""
    held = mapping(task.get("data"))
    short = not held and "annotations" not in task
    for name, value in (task if short else held).items():
        if value == text or name == "whosays" or not value or (short and name in _ABOUT):
            continue
        if not (short and any(whole(mapping(v).get("start")) is not None for v in sequence(value))):
            yield name
