"""SemEval-2020 task 11: a row a framing mark, with one of 14 names, some of which have commas."""

from __future__ import annotations

from generator.exchange.document import Document
from generator.exchange.reduced import in_one_piece, text_file, without_metadata
from generator.exchange.results import Read, Tally, Written
from generator.exchange.semeval import named_marks, read_semeval
from generator.exchange.techniques import COARSE

NAME = "semeval-2020"
TITLE = "SemEval-2020 task 11 (propaganda techniques)"
ENDING = ".txt"
BESIDE: tuple[str, ...] = (".labels",)

_NAMES = {own: name for name, ids in COARSE.items() for own in ids}
_SEVERAL = tuple(name for name, ids in COARSE.items() if len(ids) > 1)


def write(document: Document) -> Written:
    """The text, and a row for each framing mark whose technique has a name of 2020."""
    tally = Tally()
    without_metadata(document, tally)
    rows = []
    for name, span in named_marks(in_one_piece(document, tally), tally, _NAMES, _SEVERAL):
        if name in _SEVERAL and span.label not in _SEVERAL:
            what = "Several techniques have one name in 2020."
            tally.add("label", what, span.attribute("technique"))
        rows.append(f"{document.id}\t{name}\t{span.start}\t{span.end}\n")
    files = {f"{document.id}{ENDING}": text_file(document, tally)}
    if rows:
        files[f"{document.id}.labels"] = "".join(rows).encode()
    return Written(files, tally.losses())


def read(files: dict[str, bytes], text: str | None) -> Read:
    """A document from each article."""
    return read_semeval(files, text)
