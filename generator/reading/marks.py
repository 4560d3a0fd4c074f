"""From marks as written to marks as meant: their kind, their attributes, and what is odd."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.model import Place, Problem
from generator.reading.attributes import HOWS, MARKS, Attributes
from generator.reading.flat import FlatMark
from generator.reading.inline import Found, Stray
from generator.reading.place import Stretch
from generator.reading.problem import error, nearest, one_of

STATEMENTS = ("sourced", "unsourced", "inferred")

ATTRIBUTES = {
    "sourced": ("by", "how", "see", "also", "also-kind", "short", "draft"),
    "unsourced": ("see", "also", "also-kind", "short", "draft"),
    "inferred": ("kind", "from", "see", "also", "also-kind", "short", "draft"),
    "framing": ("technique", "plain", "also", "draft"),
    "cue": (),
}
"""The attributes that each kind of mark takes, and no others."""


class Mark(NamedTuple):
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
    called: Place
    """Where its note's reference stands, or it begins."""

    def several(self, key: str) -> tuple[str, ...]:
        """The value of `key` as several values with spaces between them."""
        return tuple(self.values.get(key, "").split())


def read_mark(flat: FlatMark, placed: Stretch) -> tuple[Mark, tuple[Problem, ...]]:
    """Read one mark; `placed` is the text that holds it."""
    found, attributes = flat.found, flat.found.attributes
    place = placed.place(found.start, found.end)
    kinds = [name for name in attributes.classes if name in MARKS]
    kind = kind_of(attributes)
    values: dict[str, str] = {}
    at: dict[str, Place] = {}
    for value in attributes.values:
        values.setdefault(value.key, value.value)
        at.setdefault(value.key, placed.place(value.start, value.end))
    identity = found.note if kind != "cue" else next(iter(attributes.ids), "")
    at["id"] = called = placed.place(*found.note_at) if found.note else place
    mark = Mark(kind, values, identity, tuple(at.items()), place, called)
    return mark, tuple(_problems(mark, kinds, found, flat, placed))


def kind_of(attributes: Attributes) -> str:
    """The first kind that is named, or else the one that was probably meant, or empty."""
    for name in attributes.classes:
        if name in MARKS:
            return name
    return next((near for name in attributes.classes if (near := nearest(name, MARKS))), "")


def _problems(
    mark: Mark, kinds: list[str], found: Found, flat: FlatMark, placed: Stretch
) -> Iterator[Problem]:
    attributes = found.attributes
    if attributes.faults or found.spaces or len(kinds) != 1 or len(attributes.classes) != 1:
        yield from _slips(mark, kinds, found, placed)
    if mark.kind and len(set(kinds)) < 2:
        yield from _attribute_problems(mark, found, placed)
    if flat.start == flat.end:
        yield error(
            "empty-mark",
            mark.place,
            "This mark covers no words.",
            "Put words between [ and ], or take the mark out.",
        )


def _slips(mark: Mark, kinds: list[str], found: Found, placed: Stretch) -> Iterator[Problem]:
    """What is not written as it should be, with the whole `{…}` as it should."""
    attributes = found.attributes
    corrected = _corrected(attributes, mark.kind)
    for fault in attributes.faults:
        place = placed.place(fault.start, fault.end)
        yield error(fault.code, place, fault.message, f"Write {corrected}")
    if "brace" in found.spaces:
        yield error(
            "space-before-attributes",
            placed.place(found.brace - 1, found.brace + 1),
            "A space or a line break stands between the mark's ] and its {.",
            f"Write ]{corrected} with nothing between.",
        )
    if "note" in found.spaces:
        yield error(
            "space-before-note",
            placed.place(*found.note_at),
            "A space or a line break stands between the mark and its note.",
            f"Write }}[^{found.note}] with nothing between.",
        )
    braces = placed.place(found.brace, attributes.end)
    yield from _kind_problems(kinds, attributes, corrected, braces)


def _kind_problems(
    kinds: list[str], attributes: Attributes, corrected: str, braces: Place
) -> Iterator[Problem]:
    if len(set(kinds)) > 1:
        also = set(kinds) <= set(STATEMENTS)
        yield error(
            "two-kinds",
            braces,
            f"A mark has one kind, and this one has {' and '.join('.' + k for k in kinds)}.",
            f"Keep one. A second fair reading is written also={kinds[1]}."
            if also
            else "Keep one, and put the other mark inside it: [[words]{.cue}]{.sourced by=…}[^s1].",
        )
    for name in attributes.classes:
        if name not in MARKS:
            hint = f"Write {corrected}" if kinds or nearest(name, MARKS) else one_of(name, MARKS)
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
    known = ATTRIBUTES[mark.kind]
    for value in found.attributes.values:
        if value.key not in known:
            yield error(
                "unknown-attribute",
                placed.place(value.start - len(value.key) - 1, value.end),
                f"`.{mark.kind}` has no attribute `{value.key}`.",
                _known(value.key, mark.kind),
            )
        elif not value.value.strip() and value.end > value.start:
            yield error(
                "empty-value",
                placed.place(value.start, value.end),
                f"`{value.key}` is empty.",
                "Give it a value, or take it out.",
            )
    how = mark.values.get("how", "")
    if mark.kind == "sourced" and how not in ("", *HOWS):
        yield error(
            "unknown-value",
            dict(mark.at)["how"],
            f"`{how}` is not a way to give someone's words.",
            one_of(how, HOWS),
        )
    draft = mark.values.get("draft", "yes")
    if draft != "yes" and "draft" in ATTRIBUTES[mark.kind] and draft.strip():
        yield error(
            "unknown-value",
            dict(mark.at)["draft"],
            f"`{draft}` is not a value of `draft`.",
            "A suggestion carries draft=yes; for a mark that you have decided, take it out.",
        )
    if mark.kind == "cue" and found.note:
        yield error(
            "note-on-cue",
            placed.place(*found.note_at),
            "A cue has no note of its own.",
            f"Say it in the note of the statement, and take [^{found.note}] out, here and below.",
        )
    for name in found.attributes.ids if mark.kind != "cue" else ():
        its = f"its id is `{mark.id}`" if mark.id else f"and put [^{name}] after the mark"
        yield error(
            "id-on-mark",
            mark.place,
            f"This {mark.kind} mark takes its id from its note, not from `#{name}`.",
            f"Take `#{name}` out; {its}." if mark.id else f"Take `#{name}` out, {its}.",
        )


def _known(key: str, kind: str) -> str:
    """Which attributes `kind` takes, and which kind takes `key`."""
    known = [name for name in ATTRIBUTES[kind] if name != "draft"]  # nobody writes that by hand
    if not known:
        return "It takes none."
    owners = [f".{owner}" for owner, keys in ATTRIBUTES.items() if key in keys]
    if not owners:
        return one_of(key, known)
    takes = ", ".join(f"`{name}`" for name in known)
    return f"`{key}` belongs to {' and '.join(owners)}; .{kind} takes {takes}."


def _corrected(attributes: Attributes, kind: str) -> str:
    """The whole `{…}` as meant, its kind spelled right and first."""
    classes = (kind,) if kind else attributes.classes
    return attributes._replace(classes=classes).corrected()


def meant_as_note(stray: Stray, placed: Stretch) -> bool:
    """Whether a stray note reference was meant to begin a note: `[^s1] : why`."""
    before, after = placed.text[: stray.start], placed.text[stray.end :]
    begins = not before or before.endswith("\n")
    return stray.what == "note" and begins and after.lstrip(" \t").startswith(":")


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
    if stray.what == "braces":
        return error(
            "unopened-mark",
            place,
            "These braces belong to no words.",
            f"Put the words in brackets directly before them: [words]{text}",
        )
    if stray.what == "deep":
        return error(
            "too-deep",
            place,
            "Too many marks and links stand inside one another here.",
            "Two or three are enough: a framing mark in a cue in a statement.",
        )
    return _stray_note(text[2:-1], place, meant_as_note(stray, placed))


def _stray_note(label: str, place: Place, meant: bool) -> Problem:
    if meant:
        return error(
            "malformed-note",
            place,
            "A note's label has no space in it, and none between it and the colon.",
            f"Write [^{'-'.join(label.split())}]: and then the note.",
        )
    return error(
        "note-without-mark",
        place,
        f"The note `{label}` is called here, and no mark ends here.",
        f"It stands directly after the }} of its mark: [words]{{.unsourced}}[^{label}].",
    )
