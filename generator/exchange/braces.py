"""What stands behind the words of a mark: its braces, its note's label, and the note."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.exchange.document import ATTRIBUTES, Relation, Span
from generator.exchange.markdown import begun, escaped, rich
from generator.exchange.naming import Names
from generator.exchange.placing import Part
from generator.exchange.results import Tally

_TAKES = {"sourced": ("by", "see"), "unsourced": ("see",), "inferred": ("from", "see")}
"""The relations that each kind of statement can hold."""
_ORDER = (
    *("by", "how", "kind", "technique", "plain", "from", "see"),
    *("also", "also_kind", "short", "draft"),
)
_WRITTEN = {"also_kind": "also-kind"}
"""Attributes that have another name in an article, where a hyphen can stand in it."""
_BARE = re.compile(r"[A-Za-z0-9_:\-]+")
_UNKNOWN = "…"


@dataclass(frozen=True, slots=True)
class Marked:
    """One mark, to be written."""

    after: str
    """What stands behind its `]`: the braces and the note's label."""
    note: str
    """The note's lines, with the line break at their end; empty for none."""


def marked(part: Part, name: str, relations: list[Relation], names: Names, tally: Tally) -> Marked:
    """The mark of a part called `name`, from whose span `relations` lead."""
    span = part.span
    values, more = _values(part, relations, names, tally)
    foreign = span.layer == "other" or part.nested
    noted = span.notes or (span.layer in ("statement", "framing"))
    if span.layer == "cue" and not foreign:
        _cue_losses(span, more, tally)
        return Marked("{.cue" + (f" #{name}" if name else "") + "}", "")
    kind = f"x-{_word(span.label)}" if foreign else span.label
    if foreign:
        values |= {_word(key): text for key, text in more}
        more = []
    note = _note(span, name, more, tally) if noted and name else ""
    parts = [f".{kind}", *([f"#{name}"] if name and not note else [])]
    parts += [
        f"{_WRITTEN.get(key, key)}={quoted(values[key], tally)}"
        for key in sorted(values, key=_rank)
    ]
    return Marked("{" + " ".join(parts) + "}" + (f"[^{name}]" if note else ""), note)


def quoted(value: str, tally: Tally) -> str:
    """The value of an attribute, in double quotes where it needs them."""
    plain = " ".join(re.sub(r'["{}\\]', "", value).split()) or _UNKNOWN
    if plain != " ".join(value.split()):
        tally.add(
            "character",
            "A value cannot hold a straight quotation mark, a brace or a backslash.",
            value,
        )
    return plain if _BARE.fullmatch(plain) else f'"{plain}"'


def _values(
    part: Part, relations: list[Relation], names: Names, tally: Tally
) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """The attributes that the mark takes, and the names and values for which it has no place."""
    span = part.span
    known = ATTRIBUTES.get(span.label, ())
    values = {key: text for key, text in span.attributes if key in known and text.strip()}
    more = [(key, text) for key, text in span.attributes if key not in known]
    ends: dict[str, list[str]] = {}
    for relation in relations:
        to = names.spans.get(relation.end, ())
        if relation.type in ("by", "see"):
            to = (names.ends[relation.end],)
        elif not to:
            tally.add(
                "relation", "A relation to something without a name is left out.", relation.type
            )
        ends.setdefault(relation.type, []).extend(to)
    for kind, found in ends.items():
        joined = " ".join(dict.fromkeys(found))
        if kind in _TAKES.get(span.label, ()):
            values |= {kind: joined} if joined else {}
        elif joined:
            more.append((kind, joined))
    if not part.nested and span.layer != "other":
        taken = {relation.type for relation in relations}
        for key, text in more:
            kind = "relation" if key in taken else "attribute"
            what = (
                f"An article has no place for this {kind}; it stands in the mark’s note as words."
            )
            tally.add(kind, what, f"{key}: {text}") if span.layer != "cue" else None
    return values, more


def _cue_losses(span: Span, more: list[tuple[str, str]], tally: Tally) -> None:
    for key, text in more:
        tally.add("attribute", "A cue of an article has no attributes.", f"{key}: {text}")
    for note in span.notes:
        tally.add("note", "A cue of an article has no note.", note.text)


def _note(span: Span, name: str, more: list[tuple[str, str]], tally: Tally) -> str:
    paragraphs: list[str] = []
    for note in span.notes:
        written, lost = rich(note)
        paragraphs += written
        for _ in range(lost):
            tally.add("note-style", "Emphasis that cannot be written again is left out.", name)
    paragraphs += [begun(escaped(f"{key}: {text}")) for key, text in more]
    return f"[^{name}]: " + "\n\n    ".join(paragraphs or [_UNKNOWN]) + "\n"


def _word(text: str) -> str:
    """A label or a name, as braces can hold it: `Person.1` becomes `Person-1`."""
    plain = re.sub(r"[^A-Za-z0-9_-]+", "-", text).strip("-")
    return plain if plain[:1].isalpha() else f"x-{plain}".rstrip("-")


def _rank(key: str) -> tuple[int, str]:
    return (_ORDER.index(key) if key in _ORDER else len(_ORDER)), key
