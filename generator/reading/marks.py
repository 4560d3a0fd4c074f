"""From marks as written to marks as meant: their kind, their attributes, and what is odd."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Place, Problem
from generator.reading.attributes import MARKS, Attributes
from generator.reading.flat import FlatMark
from generator.reading.inline import Found, Stray
from generator.reading.place import Stretch
from generator.reading.problem import error, nearest, one_of

STATEMENTS = ("sourced", "unsourced", "inferred")

ATTRIBUTES = {
    "sourced": ("by", "how", "see", "also", "short"),
    "unsourced": ("see", "also", "short"),
    "inferred": ("kind", "from", "see", "also", "short"),
    "framing": ("technique", "plain", "also"),
    "cue": (),
}
"""The attributes that each kind of mark takes, and no others."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark with its attributes read."""

    kind: str
    """One of `MARKS`, or empty where it could not be told."""
    values: dict[str, str]
    """Its attributes; the first of two with one name."""
    id: str
    """Its `#id` (cues), or the label of its note."""
    at: tuple[tuple[str, Place], ...]
    """Where each value stands; `id` for its note's reference or `#id`."""
    place: Place
    """Where it begins."""

    def several(self, key: str) -> tuple[str, ...]:
        """The value of `key` as several values with spaces between them."""
        return tuple(self.values.get(key, "").split())


def read_mark(flat: FlatMark, placed: Stretch) -> tuple[Mark, tuple[Problem, ...]]:
    """Read one mark; `placed` is the text that holds it."""
    found, attributes = flat.found, flat.found.attributes
    place = placed.place(found.start, found.end)
    kinds = [name for name in attributes.classes if name in MARKS]
    kind = kinds[0] if kinds else _meant(attributes)
    values: dict[str, str] = {}
    at: dict[str, Place] = {}
    for value in attributes.values:
        values.setdefault(value.key, value.value)
        at.setdefault(value.key, placed.place(value.start, value.end))
    identity = found.note if kind != "cue" else next(iter(attributes.ids), "")
    at["id"] = placed.place(*found.note_at) if found.note else place
    mark = Mark(kind if kind in MARKS else "", values, identity, tuple(at.items()), place)
    return mark, tuple(_problems(mark, kinds, found, flat, placed))


def _meant(attributes: Attributes) -> str:
    return next((near for name in attributes.classes if (near := nearest(name, MARKS))), "")


def _problems(
    mark: Mark, kinds: list[str], found: Found, flat: FlatMark, placed: Stretch
) -> Iterator[Problem]:
    attributes = found.attributes
    corrected = _corrected(attributes, mark.kind)
    braces = placed.place(found.brace, attributes.end)
    for fault in attributes.faults:
        place = placed.place(fault.start, fault.end)
        yield error(fault.code, place, fault.message, f"Write {corrected}")
    if "brace" in found.spaces:
        yield error(
            "space-before-attributes",
            placed.place(found.brace - 1, found.brace + 1),
            "A space stands between the mark's ] and its {.",
            f"Write ]{corrected} without the space.",
        )
    if "note" in found.spaces:
        yield error(
            "space-before-note",
            placed.place(*found.note_at),
            "A space stands between the mark and its note.",
            f"Write }}[^{found.note}] without the space.",
        )
    yield from _kind_problems(kinds, attributes, corrected, braces)
    if mark.kind:
        yield from _attribute_problems(mark, found, placed)
    if flat.start == flat.end:
        yield error(
            "empty-mark", mark.place, "This mark covers no words.", "Put the words between [ and ]."
        )


def _kind_problems(
    kinds: list[str], attributes: Attributes, corrected: str, braces: Place
) -> Iterator[Problem]:
    if len(set(kinds)) > 1:
        yield error(
            "two-kinds",
            braces,
            f"A mark has one kind, and this one has {' and '.join('.' + k for k in kinds)}.",
            f"Keep one. A second fair reading is written also={kinds[1]}.",
        )
    for name in attributes.classes:
        if name not in MARKS:
            hint = f"Write {corrected}" if nearest(name, MARKS) else one_of(name, MARKS)
            yield error("unknown-mark", braces, f"There is no kind of mark `.{name}`.", hint)
    if not attributes.classes:
        yield error(
            "missing-kind",
            braces,
            "This mark does not say what it is.",
            "Begin with the kind: {.sourced by=…}, {.unsourced}, {.inferred kind=…}, "
            "{.framing technique=…} or {.cue}.",
        )


def _attribute_problems(mark: Mark, found: Found, placed: Stretch) -> Iterator[Problem]:
    for value in found.attributes.values:
        if value.key not in ATTRIBUTES[mark.kind]:
            known = ATTRIBUTES[mark.kind]
            yield error(
                "unknown-attribute",
                placed.place(value.start - len(value.key) - 1, value.end),
                f"`.{mark.kind}` has no attribute `{value.key}`.",
                one_of(value.key, known) if known else "It takes none.",
            )
        elif not value.value.strip():
            yield error(
                "empty-value",
                placed.place(value.start, value.end),
                f"`{value.key}` is empty.",
                "Give it a value, or take it out.",
            )
    how = mark.values.get("how", "quote")
    if mark.kind == "sourced" and how not in ("quote", "paraphrase", "mixed"):
        yield error(
            "unknown-value",
            dict(mark.at)["how"],
            f"`{how}` is not a way to give someone's words.",
            one_of(how, ("quote", "paraphrase", "mixed")),
        )
    if mark.kind == "cue" and found.note:
        yield error(
            "note-on-cue",
            placed.place(*found.note_at),
            "A cue has no note of its own.",
            "Say it in the note of the statement, and take this reference out.",
        )
    if mark.kind != "cue" and found.attributes.ids:
        yield error(
            "id-on-mark",
            mark.place,
            f"A {mark.kind} mark takes its id from its note, not from `#{found.attributes.ids[0]}`.",
            f"Take `#{found.attributes.ids[0]}` out, and put [^{found.attributes.ids[0]}] after the mark.",
        )


def _corrected(attributes: Attributes, kind: str) -> str:
    """The whole `{…}` as meant, its kind spelled right and first."""
    text = attributes.corrected()
    wrong = [name for name in attributes.classes if name not in MARKS]
    return text.replace(f".{wrong[0]}", f".{kind}", 1) if wrong and kind else text


def stray_problem(stray: Stray, placed: Stretch) -> Problem:
    """The problem with something that looks like part of a mark and is none."""
    place = placed.place(stray.start, stray.end)
    text = placed.text[stray.start : stray.end]
    if stray.what == "open":
        return error(
            "unclosed-mark",
            place,
            "This [ has no ] in its paragraph.",
            "Close the mark as [words]{.kind …}; for a bracket of the text itself write \\[.",
        )
    if stray.what == "close":
        return error(
            "unopened-mark",
            place,
            "This mark ends here and begins nowhere in its paragraph.",
            "Put a [ before its first word. A mark ends in the paragraph in which it begins.",
        )
    if stray.what == "round":
        opened = text.rindex("(")
        return error(
            "round-brackets",
            placed.place(stray.start + opened, stray.end),
            "A mark's attributes stand in braces, not in round brackets.",
            f"Write {{{text[opened + 1 : -1].strip()}}}.",
        )
    label = text[2:-1]
    if placed.text.startswith(text) and placed.text[len(text) :].lstrip().startswith(":"):
        return error(
            "malformed-note",
            place,
            "A note has no space between its label and the colon.",
            f"Write [^{label}]: and then the note.",
        )
    return error(
        "note-without-mark",
        place,
        f"The note `{label}` is called here, and no mark ends here.",
        f"Put [^{label}] directly after the }} of its mark.",
    )
