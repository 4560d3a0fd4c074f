"""What the library can be narrowed by: what there is to choose."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Codebook
from generator.pages.answers import in_address
from generator.pages.english import counted, listed
from generator.pages.listed import Listed
from generator.pages.marks import name_of


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose."""

    value: str
    """As it stands in an address."""
    name: str
    """As a reader reads it."""


@dataclass(frozen=True, slots=True)
class Filter:
    """One list to choose from."""

    name: str
    """As it stands in an address."""
    label: str
    """What is asked."""
    everything: str
    """What the list says while nothing is chosen."""
    choices: tuple[Choice, ...]
    """What there is; only what some article answers to."""


MIXES = {
    "sourced": "mostly sourced",
    "unsourced": "mostly unsourced",
    "inferred": "mostly inferred",
    "mixed": "mixed",
}
"""The mixes of bases by name."""

MIX_RULE = "“Mostly” means more than half of the statements; “mixed”, that no kind has so many."
"""How a mix is told, for readers."""


def filters(articles: Iterable[Listed], codebook: Codebook) -> tuple[Filter, ...]:
    """Give the lists to choose from; one with nothing to choose is left out."""
    shelf = tuple(articles)
    levels = {a.level for a in shelf if a.level}
    techniques = {technique for a in shelf for technique, _ in a.techniques}
    mixes = {a.mix for a in shelf}
    found = (
        Filter(
            "level",
            "Ages",
            "any age",
            tuple(Choice(level, level.replace("-", "–")) for level in sorted(levels)),
        ),
        Filter("minutes", "Reading time", "any length", _lengths(shelf)),
        Filter("topic", "Topic", "any topic", _named(t for a in shelf for t in a.topics)),
        Filter(
            "genre",
            "Kind of article",
            "any kind",
            _named(a.genre for a in shelf if a.genre),
        ),
        Filter(
            "mix",
            "What it rests on",
            "any mix",
            tuple(Choice(key, name) for key, name in MIXES.items() if key in mixes),
        ),
        Filter(
            "technique",
            "Technique",
            "any technique",
            _sorted(Choice(key, name_of(codebook.techniques, key)) for key in techniques),
        ),
    )
    return tuple(each for each in found if each.choices)


def _lengths(shelf: tuple[Listed, ...]) -> tuple[Choice, ...]:
    """Every limit that leaves something out."""
    lengths = sorted({a.minutes for a in shelf})[:-1]
    return tuple(Choice(str(n), f"up to {counted(n, 'minute')}") for n in lengths)


def _named(names: Iterable[str]) -> tuple[Choice, ...]:
    """A choice for each name; those that an address cannot tell apart are one."""
    by_value: dict[str, str] = {}
    for name in names:
        by_value.setdefault(in_address(name), name)
    return _sorted(Choice(value, name) for value, name in by_value.items() if value)


def _sorted(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    return tuple(sorted(choices, key=lambda choice: choice.name.lower()))


def asked(found: Iterable[Filter]) -> str:
    """Say in a line what there is to choose by, for those who see it folded."""
    return listed([each.label.lower() for each in found])
