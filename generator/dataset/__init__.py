"""The whole library as one data set: a line an article, three tables, a datasheet, metadata."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.dataset.croissant import croissant
from generator.dataset.datasheet import datasheet
from generator.dataset.figures import Figures, together
from generator.dataset.growing import MOST, Growing
from generator.dataset.piece import Piece, piece
from generator.exchange.results import Tally, Written, merged
from generator.exchange.tables import heads
from generator.exchange.tables_columns import COLUMNS
from generator.model import Article, Codebook

LINES = "dataset.jsonl"
"""The file with a line an article."""

NAMES = (LINES, *(f"{table}.csv" for table in COLUMNS))
"""The files with the data."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The data set's files, and what is in them."""

    files: dict[str, bytes]
    """What each file holds, by name."""
    parts: dict[str, tuple[str, ...]]
    """By each of `NAMES`, the files that it comes as: itself, or numbered parts."""
    figures: Figures
    """What they hold, counted."""
    first: Piece | None
    """The first article, or None where there is none."""


def dataset(articles: Iterable[Article], codebook: Codebook, address: str) -> Written:
    """The files of the data set; `address` is the site's, or empty. Drafts are left out."""
    tally = Tally()
    pieces: list[Piece] = []
    for article in articles:
        if article.status == "draft":
            tally.add("document", "Drafts are left out.", article.slug)
        else:
            pieces.append(piece(article))
    lost = merged((*tally.losses(), *(loss for each in pieces for loss in each.lost)))
    return Written(shelve(pieces, codebook, address).files, lost)


def shelve(pieces: Iterable[Piece], codebook: Codebook, address: str, *, most: int = MOST) -> Shelf:
    """Put the articles' pieces together, one after the other; no file has more than `most` bytes."""
    growing = {LINES: Growing(LINES, most=most)}
    for table in COLUMNS:
        head = heads(table).encode("utf-8-sig")
        growing[f"{table}.csv"] = Growing(f"{table}.csv", head, most)
    counted: list[Figures] = []
    first = None
    for each in pieces:
        first = first or each
        growing[LINES].add(each.line)
        for table, rows in each.rows:
            growing[f"{table}.csv"].add(rows)
        counted.append(each.figures)
    found = together(counted)
    made = {name: growing[name].files() for name in NAMES}
    parts = {name: tuple(files) for name, files in made.items()}
    files = {name: data for each in made.values() for name, data in each.items()}
    files["DATASHEET.md"] = datasheet(found, codebook, address, parts).encode()
    files["croissant.json"] = croissant(files, parts, found, address).encode()
    return Shelf(files, parts, found, first)
