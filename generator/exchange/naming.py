"""The names of an article's marks, voices and records, from those of a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.checks.ids import slug
from generator.exchange.document import MADE_UP, About, Document, Layer
from generator.exchange.placing import Part
from generator.exchange.results import Tally
from generator.model import Record, Voice

_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_LETTERS: dict[Layer, str] = {"statement": "s", "framing": "f", "cue": "c", "other": "x"}


@dataclass(frozen=True, slots=True)
class Names:
    """What everything is called in the article."""

    parts: tuple[str, ...]
    """The id of each part, in their order; empty for a part that needs none."""
    spans: dict[str, tuple[str, ...]]
    """The ids of each span's parts, by the span's id."""
    ends: dict[str, str]
    """The ids of voices and records, by what the document calls them."""


def named(document: Document, parts: Sequence[Part], tally: Tally) -> Names:
    """Give each part its span's own id where an article can hold it, or else a free one."""
    wanted = {relation.end for relation in document.relations}
    wanted |= {missing.at for missing in document.about.missing}
    wanted |= {change.at for change in document.about.changes}
    wanted |= {decision.at for decision in document.about.decisions}
    taken = {span.id for span in document.spans if _ID.fullmatch(span.id)}
    free = _Free(taken)
    of_parts: list[str] = []
    of_spans: dict[str, tuple[str, ...]] = {}
    for part in parts:
        span = part.span
        before = of_spans.get(span.id, ())
        if before:
            name = free.like(before[0])
        elif not span.id.startswith(MADE_UP):
            name = span.id if _ID.fullmatch(span.id) else free.like(slug(span.id))
            if name != span.id:
                tally.add("id", "An id that makes no stable link is changed.", span.id)
        elif span.layer in ("statement", "framing") or span.notes or span.id in wanted:
            name = free.next(_LETTERS[span.layer])
        else:
            name = ""
        of_parts.append(name)
        of_spans[span.id] = (*before, *((name,) if name else ()))
    return Names(tuple(of_parts), of_spans, _ends(document, tally))


class _Free:
    """Hands out names that nothing has yet."""

    def __init__(self, taken: set[str]) -> None:
        self._taken = taken
        self._last: dict[str, int] = {}

    def next(self, letter: str) -> str:
        """`s1`, `s2`, …"""
        return self._numbered(letter, 1)

    def like(self, name: str) -> str:
        """The name itself, or `name-2`, `name-3`, …"""
        if name not in self._taken:
            self._taken.add(name)
            return name
        return self._numbered(f"{name}-", 2)

    def _numbered(self, head: str, first: int) -> str:
        number = self._last.get(head, first - 1)
        while True:
            number += 1
            name = f"{head}{number}"
            if name not in self._taken:
                break
        self._last[head] = number
        self._taken.add(name)
        return name


def _ends(document: Document, tally: Tally) -> dict[str, str]:
    about = document.about
    used = [r.end for r in document.relations if r.type in ("by", "see")]
    given = [*(v.id for v in about.voices), *(r.id for r in about.records), *used]
    free = _Free({name for name in given if _ID.fullmatch(name)})
    ends: dict[str, str] = {}
    for name in given:
        if name not in ends:
            ends[name] = name if _ID.fullmatch(name) else free.like(slug(name))
            if ends[name] != name:
                tally.add("id", "An id that makes no stable link is changed.", name)
    return ends


def renamed(document: Document, names: Names) -> About:
    """The metadata, in the article's names; what is only referred to is left to be filled in."""
    about = document.about
    voices = [replace(v, id=names.ends[v.id]) for v in about.voices]
    records = [replace(r, id=names.ends[r.id]) for r in about.records]
    for kind, known in (("by", {v.id for v in voices}), ("see", {r.id for r in records})):
        ends = dict.fromkeys(names.ends[r.end] for r in document.relations if r.type == kind)
        for end in (end for end in ends if end not in known):
            if kind == "by":
                voices.append(Voice(end, "…", "", "person", "unknown", ""))
            else:
                records.append(Record(end, "…", "", None, "", "", "…"))
    return replace(
        about,
        voices=tuple(voices),
        records=tuple(records),
        missing=tuple(replace(m, at=_at(m.at, names)) for m in about.missing),
        changes=tuple(replace(c, at=_at(c.at, names)) for c in about.changes),
        decisions=tuple(replace(d, at=_at(d.at, names)) for d in about.decisions),
    )


def _at(name: str, names: Names) -> str:
    return next(iter(names.spans.get(name, ())), name)
