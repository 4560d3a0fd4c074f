"""The data set's datasheet: what is in it, how it was made, and what it is no good for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.dataset.again import again
from generator.dataset.croissant import LICENCE, SHAPE
from generator.dataset.figures import Figures
from generator.exchange.tables_columns import COLUMNS
from generator.model import Codebook
from generator.pages.licences import MARKS_LICENCE

Parts = Mapping[str, tuple[str, ...]]

_NAMED = 100
"""So many annotators are named; the lines of the data set name them all."""


def datasheet(found: Figures, codebook: Codebook, address: str, parts: Parts) -> str:
    """The datasheet, in Markdown; every number in it is counted. `parts` are the files of each table."""
    return "\n".join(_lines(found, codebook, address, parts)) + "\n"


def _lines(found: Figures, codebook: Codebook, address: str, parts: Parts) -> Iterator[str]:
    yield "# Datasheet: Who Says?\n"
    yield (
        f"{_count(found.articles, 'article')} with {_count(found.words, 'word')}, "
        f"{_count(found.statements, 'statement')}, {_count(found.framing, 'framing mark')} and "
        f"{_count(found.voices, 'voice')}. Codebook {codebook.version}; shape of the files {SHAPE}."
    )
    if address:
        yield f"\nIt is published at <{address}data/>."
    yield "\n## What it is for\n"
    yield (
        "To teach how news is built, and to study it. Each statement is marked by what it rests on: "
        "a voice that the text names, nobody in the text, or the writer’s own conclusion. "
        "A mark is a judgement with its reason in a note. It is no verdict on whether anything is "
        "right, and the data set says nothing about that."
    )
    yield "\n## What is in it\n"
    yield "- `dataset.jsonl`: a line an article, with its text, its marks and what is said of it."
    yield "- `statements.csv`, `framing.csv`, `voices.csv`: a row each, for all articles."
    yield "- `croissant.json`: the same for machines, with a checksum a file."
    for name, files in parts.items():
        if len(files) > 1:
            yield f"- `{name}` comes in {len(files)} parts, `{files[0]}` and so on."
    yield ""
    yield (
        f"{found.invented} of {_count(found.articles, 'text')} were written for teaching: the "
        "people, places and events in them are invented. "
        f"{_count(found.notes, 'mark')} {'has' if found.notes == 1 else 'have'} a note; "
        f"{found.contested} of the marks {'has' if found.contested == 1 else 'have'} a second "
        "reading that is fair too (`also`)."
    )
    for name, values in found.tables:
        yield f"\n| {name} | how many |\n| --- | ---: |"
        yield from (f"| {value or 'not said'} | {number} |" for value, number in values)
    yield "\n## Rights\n"
    yield (
        f"The marks, the notes and our own words are under [{MARKS_LICENCE}]({LICENCE}). Each line "
        "names the licence of its text under `licences`. Of a `quotation` article the words that "
        "it quotes are left out: “…” stands for them in the text and in the notes, and a mark over "
        "such words covers that sign. Its own words and all its marks are there."
    )
    yield "\n## How it was made\n"
    when = f"{found.first} to {found.last}" if found.first != found.last else f"{found.last}"
    yield (
        f"By hand, between {when}, by: {_named(found)}. They followed "
        "the codebook’s numbered rules, where the first yes decides. A program checks that every "
        "mark has a note, a known voice and a known technique, and that quotations keep within "
        "their limits. It does not check the judgement."
        if found.last
        else "By hand."
    )
    yield "\n## What it is no good for\n"
    yield (
        "- It is small, and its texts were chosen to show something. Shares in it are not shares "
        "in the news.\n"
        "- Most texts have one annotator, so it cannot say how far people agree.\n"
        "- To rate an outlet, a writer or a reader by it would be to misread it.\n"
        "- A model that was trained on it learns how these texts were marked, and not whether "
        "something is so."
    )
    yield "\n## Columns\n"
    yield (
        "Offsets count Unicode code points from 0, and the end is one past the last. The tables "
        "are UTF-8 with a byte order mark. A cell that a spreadsheet could take for a formula has "
        "an apostrophe before it, and so has one that begins with an apostrophe: take the first "
        "apostrophe of a cell away and you have what was meant."
    )
    for table, columns in COLUMNS.items():
        yield f"\n### {table}.csv\n\n| column | what stands in it |\n| --- | --- |"
        yield from (f"| `{name}` | {says} |" for name, says in columns.items())
    yield "\n## A figure, counted again\n"
    yield "\n".join(("```python", *again(parts["statements.csv"], ""), "```\n"))
    yield "It prints a row an article: the first three figures of the article’s page."
    basis = ", ".join(f"{value} {n}" for value, n in dict(found.tables).get("basis", ()))
    yield f"Its columns add up to: {basis or 'nothing, for there is no statement'}."
    yield "\n## Cite and correct\n"
    yield (
        "Cite the name, the address, the day on which you took it, and the annotators. What is "
        "wrong can be reported with the article’s own link; corrections are dated in `changes`."
    )


def _named(found: Figures) -> str:
    names = list(found.annotators[:_NAMED])
    if more := len(found.annotators) - len(names):
        names.append(f"and {more:,} more")
    return ", ".join(names) or "not said"


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
