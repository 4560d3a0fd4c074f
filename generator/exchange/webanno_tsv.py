"""INCEpTION's WebAnno TSV 3.3: a row a token, offsets in UTF-16 units.

Each block of the text is a sentence there. Marks stand in one layer, `webanno.custom.WhoSays`,
whose features are the label, the id, the attributes, the note, the voices and the records.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.exchange.document import Document, Span
from generator.exchange.layers import LAYER, RELATIONS, features_of, names_of
from generator.exchange.reduced import in_one_piece, without_metadata, without_notes_on_all
from generator.exchange.results import Read, Tally, Written
from generator.exchange.tsv_cells import NONE, NULL, escaped, escaped_text
from generator.exchange.tsv_reading import read_tsv
from generator.exchange.tsv_rows import Grid, grid
from generator.exchange.utf16 import Units

NAME = "webanno-tsv"
TITLE = "INCEpTION (WebAnno TSV 3.3)"
ENDING = ".tsv"
BESIDE: tuple[str, ...] = ()


def write(document: Document) -> Written:
    """The document as one file."""
    tally = Tally()
    without_metadata(document, tally)
    without_notes_on_all(document, tally)
    whole = in_one_piece(document, tally)
    lines = "\n".join(_lines(whole, grid(whole, tally), tally)) + "\n"
    return Written({f"{document.id}{ENDING}": lines.encode()}, tally.losses())


def read(files: dict[str, bytes], text: str | None) -> Read:
    """A document from each file; `text` is compared with what they hold."""
    return read_tsv(files, text)


def _lines(document: Document, rows: Grid, tally: Tally) -> Iterator[str]:
    features = features_of(document, tally)
    names = names_of([features[i] for i in rows.first]) if rows.first else ()
    relations = _relations(document, rows)
    yield "#FORMAT=WebAnno TSV 3.3"
    if names:
        yield "|".join((f"#T_SP={LAYER}", *names))
    if relations:
        yield f"#T_RL={RELATIONS}|label|BT_{LAYER}"
    yield ""
    units = Units(document.text)
    for sentence in rows.sentences:
        yield ""
        for line in document.text[sentence.start : sentence.end].split("\n"):
            yield f"#Text={escaped_text(line)}"
        for row in sentence.rows:
            cells = [_cell(row.spans, name, features, rows.numbers) for name in names]
            if relations:
                there = relations.get(row.name, [])
                cells += ["|".join(cell) if cell else NONE for cell in zip(*there, strict=True)]
                cells += [] if there else [NONE, NONE]
            offsets = f"{units.units(row.start)}-{units.units(row.end)}"
            token = document.text[row.start : row.end]
            yield "\t".join((row.name, offsets, token, *cells, ""))


def _cell(
    spans: tuple[Span, ...],
    name: str,
    features: Mapping[str, Mapping[str, str]],
    numbers: Mapping[str, int],
) -> str:
    values = []
    for span in spans:
        value = features[span.id].get(name, "")
        number = numbers.get(span.id)
        values.append((escaped(value) if value else NULL) + (f"[{number}]" if number else ""))
    return "|".join(values) if values else NONE


def _relations(document: Document, rows: Grid) -> dict[str, list[tuple[str, str]]]:
    """Type and source of each relation between two spans, by the row where the other one begins."""
    found: dict[str, list[tuple[str, str]]] = {}
    for relation in document.relations:
        if relation.type in ("by", "see"):
            continue
        if relation.start in rows.first and relation.end in rows.first:
            one, other = rows.numbers.get(relation.start, 0), rows.numbers.get(relation.end, 0)
            which = f"[{one}_{other}]" if one or other else ""
            kind = escaped(relation.type) if relation.type else NULL
            row = found.setdefault(rows.first[relation.end], [])
            row.append((kind, rows.first[relation.start] + which))
    return found
