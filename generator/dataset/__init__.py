"""The whole library as one data set: a line an article, three tables, a datasheet, metadata."""

from __future__ import annotations

import json
from collections.abc import Iterable

from generator.dataset.croissant import croissant
from generator.dataset.datasheet import datasheet
from generator.dataset.entries import entry
from generator.dataset.figures import figures
from generator.dataset.own_words import own_words
from generator.exchange.document import Document
from generator.exchange.reduced import unstyled
from generator.exchange.results import Tally, Written
from generator.exchange.tables import as_csv, rows_of
from generator.exchange.tables_columns import COLUMNS
from generator.exchange.to_document import to_document
from generator.model import Article, Codebook


def dataset(articles: Iterable[Article], codebook: Codebook, address: str) -> Written:
    """The files of the data set; `address` is the site's, or empty.

    Drafts are left out. Of a `quotation` article only our own words and the marks go in.
    """
    tally = Tally()
    documents: list[Document] = []
    for article in articles:
        if article.status == "draft":
            tally.add("document", "Drafts are left out.", article.slug)
        else:
            whole = to_document(article)
            documents.append(own_words(whole))
            _left_out(whole, documents[-1], tally)
    lines = [json.dumps(entry(document), ensure_ascii=False) for document in documents]
    rows = [rows_of(document, Tally()) for document in documents]
    files = {"dataset.jsonl": "".join(f"{line}\n" for line in lines).encode()}
    for table in COLUMNS:
        files[f"{table}.csv"] = as_csv(table, [row for each in rows for row in each[table]])
    found = figures(documents)
    files["DATASHEET.md"] = datasheet(found, codebook, address).encode()
    files["croissant.json"] = croissant(files, found, address).encode()
    return Written(files, tally.losses())


def _left_out(whole: Document, ours: Document, tally: Tally) -> None:
    if whole.text != ours.text:
        tally.add("text", "Words that a `quotation` article quotes are left out.", whole.id)
    for span in whole.spans:
        unstyled(span, tally)
        if span.layer == "style":
            tally.add("style", "Emphasis, links and code are left out.", span.label)
        elif span.label in ("quote", "item"):
            tally.add("block", "That a block is a quotation or an item is left out.", span.label)
