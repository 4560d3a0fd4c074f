"""What changed in the figures between two copies of a library."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from generator.analysis.figures import Analysed


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure that is another one now."""

    figure: str
    """Which: `sourced statements`, `load of Ada Renn`."""
    was: str
    """What it was; empty where there was none."""
    now: str
    """What it is; empty where there is none any more."""


@dataclass(frozen=True, slots=True)
class Compared:
    """An article that is not the same in both."""

    slug: str
    """The article's."""
    change: Literal["new", "changed", "removed"]
    """What became of it."""
    now: Analysed | None
    """As it is; None where it was removed."""
    was: Analysed | None
    """As it was; None where it is new."""
    differences: tuple[Difference, ...]
    """The figures that changed; none where only words did. Empty for a new or a removed article."""


def compare(now: Iterable[Analysed], was: Iterable[Analysed]) -> tuple[Compared, ...]:
    """Give the articles that differ, in order of slug."""
    new, old = ({a.article.slug: a for a in library} for library in (now, was))
    return tuple(
        _compared(slug, new.get(slug), old.get(slug))
        for slug in sorted(new.keys() | old.keys())
        if slug not in new or slug not in old or new[slug].article != old[slug].article
    )


def _compared(slug: str, now: Analysed | None, was: Analysed | None) -> Compared:
    if now is None or was is None:
        return Compared(slug, "removed" if now is None else "new", now, was, ())
    before, after = dict(_figures(was)), dict(_figures(now))
    differences = tuple(
        Difference(figure, before.get(figure, ""), after.get(figure, ""))
        for figure in dict.fromkeys((*after, *before))
        if before.get(figure) != after.get(figure)
    )
    return Compared(slug, "changed", now, was, differences)


def _figures(analysed: Analysed) -> Iterator[tuple[str, str]]:
    """Every figure by a name that people read."""
    figures = analysed.figures
    yield "statements", str(figures.statements.total)
    yield "sourced statements", str(figures.statements.sourced)
    yield "unsourced statements", str(figures.statements.unsourced)
    yield "inferred statements", str(figures.statements.inferred)
    yield "contested statements", str(figures.contested_statements.total)
    yield "contested framing marks", str(figures.contested_framing)
    yield "words", str(figures.words.total)
    for voice in figures.voices:
        yield f"statements of {voice.name}", str(voice.statements)
        yield f"load of {voice.name}", f"{voice.removal.load:.0%}"
        yield f"stake of {voice.name}", voice.stake
    yield "framing marks", str(figures.framing.marks)
    yield "framing marks for every 100 words", str(figures.framing.per_100_words)
    for technique, marks in figures.framing.by_technique:
        yield f"marks of {technique}", str(marks)
