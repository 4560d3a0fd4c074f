"""The lines of brat's standoff files, as values."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.exchange.trouble import Trouble

_BOUND = re.compile(r"(\S+) (\d{1,12} \d{1,12}(?:;\d{1,12} \d{1,12})*)")
_ARGUMENT = re.compile(r"(\S+?):([A-Z]\S*)")
_HINT = "Look at this line in the file; it may have been cut off, or changed by hand."


@dataclass(frozen=True, slots=True)
class Bound:
    """A `T` line: words of the text."""

    line: int
    """Its line, counted from 1."""
    type: str
    """Its type."""
    pieces: tuple[tuple[int, int], ...]
    """Its offsets, as written."""
    words: str
    """Its words, as written."""


@dataclass(frozen=True, slots=True)
class Linked:
    """An `E`, `R` or `*` line: things that have to do with one another."""

    line: int
    """Its line."""
    type: str
    """Its type."""
    trigger: str
    """The `T` of an event's words; of a relation its first argument."""
    ends: tuple[tuple[str, str], ...]
    """The roles and the ids of what it leads to."""


@dataclass(frozen=True, slots=True)
class Said:
    """An `A`, `M`, `N` or `#` line: something that is said of something."""

    line: int
    """Its line."""
    type: str
    """Its type."""
    of: str
    """The id of what it is said of."""
    text: str
    """The value, the note, or for an `N` the reference and the name with a tab between."""


@dataclass(frozen=True, slots=True)
class Standoff:
    """A whole `.ann` file."""

    bounds: dict[str, Bound] = field(default_factory=dict)
    """By id."""
    events: dict[str, Linked] = field(default_factory=dict)
    """By id."""
    relations: list[Linked] = field(default_factory=list)
    """In the order of the file."""
    attributes: list[Said] = field(default_factory=list)
    """`A` and `M` lines."""
    references: list[Said] = field(default_factory=list)
    """`N` lines."""
    notes: list[Said] = field(default_factory=list)
    """`#` lines."""


def standoff(lines: tuple[str, ...], trouble: Trouble) -> Standoff:
    """Read the lines of an `.ann` file; what cannot be read is said and left out."""
    found = Standoff()
    for number, line in enumerate(lines, start=1):
        if line.strip() and not _read(line, number, found):
            trouble.warn("brat-line", number, "This line cannot be read, and is left out.", _HINT)
    return found


def _read(line: str, number: int, found: Standoff) -> bool:
    name, _, rest = line.partition("\t")
    head, _, tail = rest.partition("\t")
    match name[:1]:
        case "T" if (bound := _BOUND.fullmatch(head)) and name not in found.bounds:
            pieces = [tuple(map(int, piece.split())) for piece in bound[2].split(";")]
            found.bounds[name] = Bound(number, bound[1], tuple((a, b) for a, b in pieces), tail)
        case "E" if name not in found.events:
            arguments = _ARGUMENT.findall(head)
            if not arguments:
                return False
            (kind, trigger), *ends = arguments
            found.events[name] = Linked(number, kind, trigger, tuple(ends))
        case "R":
            kind, _, said = head.partition(" ")
            ends = [(role, end) for role, end in _ARGUMENT.findall(said)]
            if len(ends) < len(("Arg1", "Arg2")):
                return False
            found.relations.append(Linked(number, kind, ends[0][1], tuple(ends[1:])))
        case "*":
            kind, *members = head.split()
            if len(members) < len(("one", "another")):
                return False
            others = tuple(("", member) for member in members[1:])
            found.relations.append(Linked(number, kind, members[0], others))
        case "A" | "M" if len(parts := head.split(" ", 2)) > 1:
            found.attributes.append(Said(number, parts[0], parts[1], " ".join(parts[2:])))
        case "N" if len(parts := head.split(" ", 2)) > len(("type", "of")):
            found.references.append(Said(number, parts[0], parts[1], f"{parts[2]}\t{tail}"))
        case "#" if len(parts := head.split(" ", 1)) > 1:
            found.notes.append(Said(number, parts[0], parts[1], tail))
        case _:
            return False
    return True
