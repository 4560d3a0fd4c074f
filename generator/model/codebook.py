"""The codebook: what each mark means, and the order in which to decide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.model.place import Place

Section = Literal["bases", "kinds", "cues", "stakes", "groups", "techniques", "frames"]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of our own, with the words that matter."""

    text: str
    """The sentence, without the brackets round those words."""
    spans: tuple[tuple[int, int], ...] = ()
    """Where they stand: first character and one past the last, in order."""


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A sentence that looks as if an entry occurred in it."""

    example: Example
    """The sentence, with the words that tempt."""
    why: str
    """Why it is none, and what it is instead."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Another entry that this one is mistaken for."""

    id: str
    """That entry's id."""
    tell: str
    """How to tell the two apart, in a line."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One definition of the codebook."""

    id: str
    """The name that marks use."""
    section: Section
    """The part of the codebook that it stands in."""
    name: str
    """The name in plain words."""
    published: str
    """The name in the published scheme, or empty where it is ours."""
    group: str
    """Id of the group it belongs to, or empty."""
    definition: str
    """What it is, for a 13-year-old."""
    test: str
    """The question that decides it; empty for a group."""
    examples: tuple[Example, ...]
    """Sentences in which it occurs; none for a group."""
    near: NearMiss | None
    """What looks like it and is not; None for a group."""
    alike: tuple[Alike, ...]
    """What it is mistaken for."""
    matters: str
    """Why it matters to a reader; empty for a group."""
    seen: tuple[str, ...] = ()
    """What somebody might type who sees it and does not know its name."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A step of the decision order: some rules that belong together."""

    id: str
    """The name that its rules use."""
    name: str
    """What is settled in it."""
    definition: str
    """How to go through it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One question of the decision order."""

    id: str
    """The name that cases use; links to it (`#rule-quoted`) stay good as long as this does."""
    number: int
    """Its place in the order, counted from 1 through all steps."""
    step: str
    """Id of the step it belongs to."""
    name: str
    """The name in plain words."""
    ask: str
    """The question; the first yes decides."""
    then: str
    """What a yes means."""
    gives: str
    """A basis, a kind or a technique, or `cue`, `cut`, `alone` or `framing`."""


@dataclass(frozen=True, slots=True)
class Case:
    """A hard sentence that one rule settles."""

    example: Example
    """The sentences, with the part that is asked about."""
    rule: str
    """Id of the rule that settles it."""
    answer: str
    """A basis, a kind or a technique, or `cue`, `cut` or `none`."""
    why: str
    """The rule’s reason, in a sentence."""


@dataclass(frozen=True, slots=True)
class Version:
    """A version of the codebook."""

    version: str
    """Its number."""
    date: date
    """When it came."""
    what: str
    """What changed."""


@dataclass(frozen=True, slots=True)
class Codebook:
    """The definitions that marks refer to."""

    path: str
    """Its file, relative to the project, with forward slashes."""
    version: str
    """Its version, such as `1.0`."""
    changes: tuple[Version, ...]
    """Every version that it has had, in the order of the file."""
    bases: tuple[Entry, ...]
    """The three bases."""
    kinds: tuple[Entry, ...]
    """The inference kinds."""
    cues: tuple[Entry, ...]
    """The cue, and what may be said of it."""
    groups: tuple[Entry, ...]
    """The groups of techniques."""
    techniques: tuple[Entry, ...]
    """The techniques, in the order of their groups."""
    frames: tuple[Entry, ...]
    """The article-level frames."""
    stakes: tuple[Entry, ...]
    """The stakes of voices."""
    steps: tuple[Stage, ...]
    """The steps of the decision order."""
    rules: tuple[Rule, ...]
    """The rules, in their order."""
    cases: tuple[Case, ...]
    """The worked cases, in the order of the rules."""
    keys: tuple[tuple[str, Place], ...]
    """Where each value stands, by dotted path (`techniques.doubt.test`)."""
