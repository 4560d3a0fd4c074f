"""What one article gives to the data set: made from the article alone, so that it can be kept and reused."""

from __future__ import annotations

import json
from dataclasses import dataclass

from generator.dataset.entries import entry
from generator.dataset.figures import Figures, figures
from generator.dataset.own_words import own_words
from generator.exchange.document import Document
from generator.exchange.reduced import unstyled
from generator.exchange.results import Loss, Tally
from generator.exchange.tables import lines, rows_of
from generator.exchange.tables_columns import COLUMNS
from generator.exchange.to_document import to_document
from generator.model import Article


@dataclass(frozen=True, slots=True)
class Piece:
    """One article's part of each file."""

    slug: str
    """The article."""
    title: str
    """Its title."""
    line: str
    """Its line of `dataset.jsonl`, with the line's end."""
    rows: tuple[tuple[str, str], ...]
    """By table, its lines with their ends."""
    figures: Figures
    """What the datasheet counts of it."""
    lost: tuple[Loss, ...]
    """What is left out of it."""


def piece(article: Article) -> Piece:
    """Give an article's part; of a `quotation` article only our own words and the marks go in."""
    tally = Tally()
    whole = to_document(article)
    ours = own_words(whole)
    _left_out(whole, ours, tally)
    rows = rows_of(ours, Tally())
    return Piece(
        slug=article.slug,
        title=ours.title,
        line=json.dumps(entry(ours), ensure_ascii=False) + "\n",
        rows=tuple((table, lines(table, rows[table])) for table in COLUMNS),
        figures=figures(ours),
        lost=tally.losses(),
    )


def _left_out(whole: Document, ours: Document, tally: Tally) -> None:
    if whole.text != ours.text:
        tally.add("text", "Words that a `quotation` article quotes are left out.", whole.id)
    for span in whole.spans:
        unstyled(span, tally)
        if span.layer == "style":
            tally.add("style", "Emphasis, links and code are left out.", span.label)
        elif span.label in ("quote", "item"):
            tally.add("block", "That a block is a quotation or an item is left out.", span.label)
