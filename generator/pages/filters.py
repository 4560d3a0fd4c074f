"""What the library can be narrowed by: what each article answers to, and what there is to choose."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.analysis.figures import Analysed, Counts
from generator.model import Codebook, Pair
from generator.pages.english import counted, listed
from generator.pages.marks import name_of


@dataclass(frozen=True, slots=True)
class Answers:
    """What one article answers to: for each filter the values that fit, with spaces between."""

    level: str
    """Its ages, as `12-14`, or empty."""
    minutes: int
    """Its reading time; it fits every limit from there on."""
    topic: str
    """Its topics, as they stand in an address."""
    mix: str
    """The basis of more than half of its statements, or `mixed`."""
    technique: str
    """Ids of its techniques."""
    genre: str
    """Its kind of article, as it stands in an address, or empty."""
    pair: str
    """`yes` where it is one of a pair, or empty."""


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


def mix(counts: Counts) -> str:
    """Give the basis that more than half of the statements have, or `mixed`."""
    shares = {
        "sourced": counts.sourced,
        "unsourced": counts.unsourced,
        "inferred": counts.inferred,
    }
    return next((basis for basis, some in shares.items() if 2 * some > counts.total), "mixed")


def in_address(words: str) -> str:
    """Give a topic or genre as it stands in an address: `Local government` as `local-government`."""
    letters = [c if c.isalnum() else " " for c in words.lower()]
    return "-".join("".join(letters).split())


def answers(analysed: Analysed, pairs: Iterable[Pair]) -> Answers:
    """Give what an article answers to, in a library with these pairs."""
    article = analysed.article
    return Answers(
        level=article.level,
        minutes=analysed.figures.minutes,
        topic=" ".join(in_address(topic) for topic in article.topics),
        mix=mix(analysed.figures.statements),
        technique=" ".join(sorted({framing.technique for framing in article.framing})),
        genre=in_address(article.genre),
        pair="yes" if any(article.slug in pair.articles for pair in pairs) else "",
    )


def filters(articles: Iterable[Analysed], codebook: Codebook) -> tuple[Filter, ...]:
    """Give the lists to choose from; one with nothing to choose is left out."""
    shelf = tuple(articles)
    levels = {a.article.level for a in shelf if a.article.level}
    techniques = {framing.technique for a in shelf for framing in a.article.framing}
    mixes = {mix(a.figures.statements) for a in shelf}
    found = (
        Filter(
            "level",
            "Ages",
            "any age",
            tuple(Choice(level, level.replace("-", "–")) for level in sorted(levels)),
        ),
        Filter("minutes", "Reading time", "any length", _lengths(shelf)),
        Filter("topic", "Topic", "any topic", _named(t for a in shelf for t in a.article.topics)),
        Filter(
            "genre",
            "Kind of article",
            "any kind",
            _named(a.article.genre for a in shelf if a.article.genre),
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


def _lengths(shelf: tuple[Analysed, ...]) -> tuple[Choice, ...]:
    """Every limit that leaves something out."""
    lengths = sorted({a.figures.minutes for a in shelf})[:-1]
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
