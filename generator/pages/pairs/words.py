"""Words for the same thing: how each article of a pair puts it, and the techniques of both."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.analysis.figures import Analysed
from generator.model import Codebook, SameThing
from generator.pages.marks import name_of


@dataclass(frozen=True, slots=True)
class Phrase:
    """An article's own words for a thing."""

    text: str
    """The words, or empty."""
    at: str
    """Id of the mark or statement that they stand in, or empty."""
    technique: str
    """The technique by name, where the words are marked as framing; or empty."""


@dataclass(frozen=True, slots=True)
class WordsRow:
    """One thing in the words of both."""

    thing: str
    """The thing, in neutral words."""
    sides: tuple[Phrase, Phrase]
    """The words of the first article and of the second."""


@dataclass(frozen=True, slots=True)
class TechniqueRow:
    """A technique, and how often each article uses it."""

    id: str
    """Its id."""
    name: str
    """Its name."""
    uses: tuple[int, int]
    """How often the first and the second use it."""
    bars: tuple[int, int]
    """The same as bars, in pixels."""


def words_rows(
    words: Iterable[SameThing], upper: Analysed, lower: Analysed, codebook: Codebook
) -> tuple[WordsRow, ...]:
    """Give each thing in the words of both articles."""
    return tuple(
        WordsRow(one.thing, (_phrase(one, upper, codebook), _phrase(one, lower, codebook)))
        for one in words
    )


def _phrase(words: SameThing, analysed: Analysed, codebook: Codebook) -> Phrase:
    """Give an article's words, and the smallest mark that they stand in."""
    text = dict(words.wordings).get(analysed.article.slug, "")
    wanted = _flat(text)
    for framing in analysed.article.framing:
        if wanted and (wanted in _flat(framing.text) or _flat(framing.text) in wanted):
            return Phrase(text, framing.id, name_of(codebook.techniques, framing.technique))
    holding = (s.id for s in analysed.article.statements if wanted and wanted in _flat(s.text))
    return Phrase(text, next(holding, ""), "")


def _flat(text: str) -> str:
    return " ".join(text.split()).lower()


_WIDEST = 90


def technique_rows(both: tuple[Analysed, Analysed], codebook: Codebook) -> tuple[TechniqueRow, ...]:
    """Give the techniques of both articles; those that both use come first."""
    tallies = [dict(analysed.figures.framing.by_technique) for analysed in both]
    most = max((count for tally in tallies for count in tally.values()), default=1)
    rows = []
    for key in sorted({*tallies[0], *tallies[1]}):
        uses = (tallies[0].get(key, 0), tallies[1].get(key, 0))
        bars = (round(_WIDEST * uses[0] / most), round(_WIDEST * uses[1] / most))
        rows.append(TechniqueRow(key, name_of(codebook.techniques, key), uses, bars))
    return tuple(sorted(rows, key=lambda r: (not all(r.uses), -sum(r.uses), r.name)))
