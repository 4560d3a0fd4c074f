"""The figures of articles as tables for a terminal and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from generator.analysis.figures import Analysed, Counts
from generator.compare import Compared


def as_json(library: Iterable[Analysed]) -> str:
    """A list with an object an article; `load` is a share from 0 to 1."""
    return json.dumps([_object(analysed) for analysed in library], ensure_ascii=False, indent=2)


def _object(analysed: Analysed) -> dict[str, object]:
    figures = analysed.figures
    return {
        "slug": analysed.article.slug,
        "statements": _counts(figures.statements),
        "words": _counts(figures.words),
        "voices": [
            {
                "id": voice.id,
                "name": voice.name,
                "stake": voice.stake,
                "statements": voice.statements,
                "words": voice.words,
                "load": round(voice.removal.load, 4),
            }
            for voice in figures.voices
        ],
        "framing": {
            "marks": figures.framing.marks,
            "per_100_words": figures.framing.per_100_words,
            "by_technique": dict(figures.framing.by_technique),
        },
        "contested": {
            "statements": _counts(figures.contested_statements),
            "framing": figures.contested_framing,
            "marks": list(figures.contested),
        },
    }


def _counts(counts: Counts) -> dict[str, int]:
    return {
        "total": counts.total,
        "sourced": counts.sourced,
        "unsourced": counts.unsourced,
        "inferred": counts.inferred,
    }


def changes_as_json(changes: Iterable[Compared]) -> str:
    """A list with an object an article that changed; `now` and `was` are as in `as_json`, or null."""
    rows = [
        {
            "slug": change.slug,
            "change": change.change,
            "now": _object(change.now) if change.now else None,
            "was": _object(change.was) if change.was else None,
            "differences": [
                {"figure": d.figure, "was": d.was, "now": d.now} for d in change.differences
            ],
        }
        for change in changes
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def changes_as_tables(changes: Sequence[Compared]) -> RenderableType:
    """A small table an article that changed: what its figures were, and what they are."""
    if not changes:
        return Text("No article changed.")
    parts: list[RenderableType] = []
    for change in changes:
        parts.append(Text(f"\n{change.slug}: {change.change}", style="bold"))
        if change.differences:
            table = _table("figure", "before", "now")
            for d in change.differences:
                table.add_row(Text(d.figure), d.was or "none", d.now or "none")
            parts.append(table)
    return Group(*parts)


def as_tables(library: Sequence[Analysed]) -> RenderableType:
    """Three small tables an article: by basis, by voice, by technique."""
    return Group(*(part for analysed in library for part in _tables(analysed)))


def _tables(analysed: Analysed) -> Iterable[RenderableType]:
    figures = analysed.figures
    yield Text(f"\n{analysed.article.slug}", style="bold")
    bases = _table("basis", "statements", "contested", "words")
    contested = _counts(figures.contested_statements)
    for name, value in _counts(figures.statements).items():
        bases.add_row(name, str(value), str(contested[name]), str(_counts(figures.words)[name]))
    yield bases
    voices = _table("voice", "statements", "words", "falls", "leans", "load", stake=True)
    for voice in figures.voices:
        removal = voice.removal
        voices.add_row(
            voice.name,
            voice.stake,
            str(voice.statements),
            str(voice.words),
            str(len(removal.falls)),
            str(len(removal.leans)),
            f"{removal.load:.0%}",
        )
    yield voices
    techniques = _table("technique", "marks")
    for technique, marks in figures.framing.by_technique:
        techniques.add_row(technique, str(marks))
    techniques.add_row("total", f"{figures.framing.marks}")
    yield techniques
    yield Text(
        f"{figures.framing.per_100_words} framing marks for every 100 words, "
        f"{figures.contested_framing} of them contested; "
        f"{sum(count for _, count in figures.cues)} cues."
    )


def _table(first: str, *numbers: str, stake: bool = False) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 3, 0, 0))
    table.add_column(first)
    if stake:
        table.add_column("stake")
    for name in numbers:
        table.add_column(name, justify="right")
    return table
