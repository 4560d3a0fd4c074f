"""Who speaks: the voices by statements, words, stake and load."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.figures import Analysed
from generator.model import Codebook
from generator.pages.english import capital, number, percent, plural
from generator.pages.marks import Reference, References, VoiceName, name_of, voice_name


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """One voice in the table."""

    voice: VoiceName
    """The voice."""
    note: str
    """A sentence about its stake, or empty."""
    stake: str
    """Its stake, by name."""
    statements: tuple[Reference, ...]
    """What it says."""
    words: int
    """In how many words."""
    bar: int
    """The same as a bar, in pixels; the wordiest voice has 130."""
    load: str
    """The share of the article that falls without it."""


@dataclass(frozen=True, slots=True)
class Voices:
    """The section on who speaks."""

    deck: str
    """One sentence about all of them."""
    rows: tuple[VoiceRow, ...]
    """Those that speak, heaviest load first."""
    silent: tuple[VoiceName, ...]
    """Those that are named in the front matter and carry no statement."""


def voices(analysed: Analysed, codebook: Codebook, refer: References) -> Voices:
    """Give the voices of an article."""
    article = analysed.article
    by_id = {voice.id: voice for voice in article.voices}
    speaking = [figures for figures in analysed.figures.voices if figures.statements]
    most = max((figures.words for figures in speaking), default=1) or 1
    rows = tuple(
        VoiceRow(
            voice=voice_name(by_id[figures.id]),
            note=by_id[figures.id].note,
            stake=name_of(codebook.stakes, figures.stake).lower(),
            statements=tuple(refer[s.id] for s in article.statements if figures.id in s.voices),
            words=figures.words,
            bar=max(1, round(130 * figures.words / most)),
            load=percent(figures.removal.load),
        )
        for figures in speaking
    )
    heard = {row.voice.id for row in rows}
    return Voices(
        deck=_deck(rows),
        rows=rows,
        silent=tuple(voice_name(voice) for voice in article.voices if voice.id not in heard),
    )


def _deck(rows: tuple[VoiceRow, ...]) -> str:
    if not rows:
        return "Nobody is named as a source."
    free = sum(row.voice.stake == "independent" for row in rows)
    some = capital(number(len(rows)))
    count = f"{some} {plural(len(rows), 'voice', 'voices')}."
    if len(rows) == 1:
        return f"{count} {'It is independent.' if free else 'It is not an independent one.'}"
    if free == 0:
        return f"{count} None of them is independent."
    return f"{count} {capital(number(free))} of them {plural(free, 'is', 'are')} independent."
