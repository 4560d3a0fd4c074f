"""From the lines between the two `---` to checked values with their places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.model import Place, Problem
from generator.reading.place import Source
from generator.reading.plain import value_problems
from generator.reading.problem import error, one_of
from generator.reading.values import Path, Value, read_values

Shape = TypeVar("Shape", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class FrontMatter(Generic[Shape]):
    """What stands before the text."""

    shape: Shape | None
    """The values; None where they could not be used."""
    places: dict[Path, Place]
    """Where each key stands, by its path."""
    body_line: int
    """The file's first line after it, counted from 1."""
    problems: tuple[Problem, ...]
    """What is wrong in it."""
    value: Value = None
    """What it holds, whether it can be used or not; None where the YAML cannot be read."""


def read_front_matter(source: Source, model: type[Shape]) -> FrontMatter[Shape]:
    """Read the front matter of an article or a lesson."""
    lines = source.lines
    if lines[0].rstrip() != "---":
        problem = error(
            "no-front-matter",
            source.place(1, 1, 1000),
            "The file begins with its front matter, between two lines of three hyphens.",
            "Begin the file with a line `---`, then `title: …` and the rest, then `---` again.",
        )
        return FrontMatter(None, {}, 1, (problem,))
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        problem = error(
            "front-matter-not-closed",
            source.place(1, 1, 3),
            "The front matter is opened here and never closed.",
            "Put a line with `---` alone after its last line.",
        )
        return FrontMatter(None, {}, len(lines) + 1, (problem,))
    values = read_values(source, "\n".join(lines[1:end]), 2)
    if values.value is None and values.problems:
        return FrontMatter(None, values.places, end + 2, values.problems)
    shape, problems = validate(model, values.value or {}, values.places, source.place(1, 1, 3))
    dots = tuple(unfilled(values.value, (), values.places))
    plain = tuple(value_problems(values.value, values.places))
    told = (*values.problems, *problems, *dots, *plain)
    return FrontMatter(shape, values.places, end + 2, told, values.value)


def unfilled(value: Value, path: Path, places: dict[Path, Place]) -> Iterator[Problem]:
    """The three dots of `whosays new`, left where a value belongs."""
    if value == "…" and path in places:
        yield error(
            "unfilled",
            places[path],
            f"{called(path)} still has the three dots of the skeleton.",
            "Write what belongs there, or take it out.",
        )
    items = value.items() if isinstance(value, dict) else enumerate(value or ())
    for key, inner in items if not isinstance(value, str) else ():
        yield from unfilled(inner, (*path, str(key)), places)


def validate(
    model: type[Shape], value: object, places: dict[Path, Place], top: Place
) -> tuple[Shape | None, tuple[Problem, ...]]:
    """Check `value` against `model`; problems stand at the nearest key that is there."""
    try:
        return model.model_validate(_without_empty(model, value, ())), ()
    except ValidationError as fault:
        return None, tuple(_problem(model, detail, places, top) for detail in fault.errors())


def _without_empty(model: type[BaseModel], value: object, path: Path) -> object:
    """Drop known keys without a value: `role:` says the same as no `role` at all.

    An unknown one stays, to be refused: it may be the end of a text that has a comma in it.
    """
    if isinstance(value, dict):
        known = _keys_at(model, path)
        return {
            key: _without_empty(model, inner, (*path, key))
            for key, inner in value.items()
            if inner is not None or key not in known
        }
    if isinstance(value, list):
        return [_without_empty(model, inner, (*path, str(n))) for n, inner in enumerate(value)]
    return value


def _problem(
    model: type[BaseModel], detail: ErrorDetails, places: dict[Path, Place], top: Place
) -> Problem:
    path = tuple(str(step) for step in detail["loc"] if step != "[key]")
    near = path
    while near and near not in places:
        near = near[:-1]
    place = places.get(near, top)
    name = called(path)
    kind = detail["type"]
    context = detail.get("ctx", {})
    if kind == "missing":
        return error(
            "missing-key",
            place,
            f"{name} is missing.",
            f"Add `{path[-1]}: {_example(path)}`.",
        )
    if kind == "extra_forbidden" and len(path) == 1 and path[0] in _BUILDERS:
        return error(
            "engine-key",
            place,
            f"`{path[0]}` speaks to the builder of the site, and no content may steer it.",
            "Take the line out.",
        )
    if kind == "extra_forbidden":
        return error(
            "unknown-key",
            place,
            f"There is no key `{path[-1]}` here.",
            one_of(path[-1], _keys_at(model, path[:-1]))
            if detail["input"] is not None
            else "If it is the end of a text with a comma in it, put that text in double quotes. "
            + one_of(path[-1], _keys_at(model, path[:-1])),
        )
    if kind == "literal_error":
        known = [word.strip("' ") for word in context["expected"].replace(" or ", ",").split(",")]
        return error(
            "unknown-value",
            place,
            f"{_said(detail['input'])} is not one of the values of {name}.",
            one_of(str(detail["input"]), known),
        )
    return error("wrong-value", place, *_wrong(kind, path, name, detail))


def called(path: Path) -> str:
    """A key as its author would name it: `voices.mayor.stake`, `how` in number 1 of `steps`."""
    if not path:
        return "This"
    at = next((n for n in reversed(range(len(path))) if path[n].isdecimal()), None)
    if at is None:
        return f"`{'.'.join(path)}`"
    item = f"number {int(path[at]) + 1} of `{'.'.join(p for p in path[:at] if not p.isdecimal())}`"
    return f"`{'.'.join(path[at + 1 :])}` in {item}" if path[at + 1 :] else item.capitalize()


def _said(value: object) -> str:
    if isinstance(value, str):
        return f"`{value}`"
    return "A list" if isinstance(value, list) else "What stands here"


def _wrong(kind: str, path: Path, name: str, detail: ErrorDetails) -> tuple[str, str]:
    last = path[-1] if path else ""
    said = _said(detail["input"])
    if kind in ("dict_type", "model_type", "model_attributes_type"):
        return (
            f"{name} needs keys with values, not one text or a list.",
            "Write `key: value` lines, indented below it." if path else "Write `key: value` lines.",
        )
    if kind == "list_type":
        return f"{name} needs a list.", f"Write `{last}: [one, two]`, or lines with `- `."
    if kind == "too_short":
        return f"{name} is empty.", f"Add at least one: `{_EXAMPLES.get(last, '…')}`."
    if kind == "string_too_short":
        return f"{name} has no text.", "Write it, or take the key out."
    if kind == "string_type":
        return f"{name} needs one text.", "Write it on one line; quote it if it has a colon."
    if kind.startswith("bool_"):
        return (
            f"{name} is true or false, and nothing else.",
            f"Write `{last}: true`, or leave it out.",
        )
    if last in ("url", "archived"):
        return (
            f"{said} is not an address that a page may link to.",
            "Write the whole address, beginning with https://, http:// or mailto:.",
        )
    if last in _FORMS:
        return f"{said} is not a {_FORMS[last][0]}.", _FORMS[last][1]
    if detail["loc"] and detail["loc"][-1] == "[key]":
        return (
            f"`{last}` cannot be an id: marks and addresses use it.",
            "Use small letters, digits and hyphens, beginning with a letter: `city-council`.",
        )
    return f"{said} does not fit {name}.", "Look at another article to see how it is written there."


_BUILDERS = frozenset(
    (
        *("comments", "data", "extra", "extra_css", "extra_javascript", "feeds", "generated"),
        *("hide", "hooks", "icon", "ignore_macros", "layout", "macros", "permalink", "plugins"),
        *("redirect", "render_macros", "robots", "search", "social", "template", "theme", "toc"),
    )
)
"""Keys of pages that MkDocs, its themes and its plugins obey, and those of our own pages."""

_ID = (
    "name for a pair",
    "Use small letters, digits and hyphens, beginning with a letter: `the-ramp-vote`.",
)
_DATE = ("date", "Write year, month and day: `2025-03-04`.")
_FORMS = {
    "published": _DATE,
    "accessed": _DATE,
    "date": _DATE,
    "language": (
        "short name of a language",
        "Write two or three small letters: `en`, `ar`, `pt-BR`.",
    ),
    "event": _ID,
    "level": ("span of ages", "Write `12-14`."),
    "minutes": ("number of minutes", "Write it in digits: `45`."),
}

_EXAMPLES = {
    "title": "The bridge that opened twice",
    "original": "{publisher: The Harbour Post, published: 2025-03-04}",
    "rights": "own",
    "annotators": "[{name: harbour-school, date: 2026-11-22}]",
    "name": "Ada Renn",
    "stake": "party",
    "ask": "Who gains if the reader believes s2?",
    "changes.what": "Statement 2 was marked sourced; nobody is named.",
    "what": "Anyone who uses the bridge",
    "why": "The claim is about them",
    "says": "What it says, in a sentence",
    "date": "2026-11-22",
    "minutes": "45",
    "answer": "What a good answer has in it",
}


def _example(path: Path) -> str:
    """A value for the key at the end of `path`."""
    return _EXAMPLES.get(f"{path[0]}.{path[-1]}") or _EXAMPLES.get(path[-1], "…")


def _keys_at(model: type[BaseModel], path: Path) -> list[str]:
    """The keys that `model` has at `path`, whose lists and mappings hold one shape each."""
    for step in path:
        field = model.model_fields.get(step)
        inner = _shapes_in(field.annotation) if field else [model]
        if not inner:
            return []
        model = inner[0]
    return [field.alias or name for name, field in model.model_fields.items()]


def _shapes_in(annotation: object) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [shape for part in get_args(annotation) for shape in _shapes_in(part)]
