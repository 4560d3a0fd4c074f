"""SemEval-2023 task 3: the 23 techniques by span and by line, and the frames of the article."""

from __future__ import annotations

from generator.exchange.document import Document, Span
from generator.exchange.reduced import in_one_piece, text_file, without_metadata
from generator.exchange.results import Read, Tally, Written
from generator.exchange.semeval import named_marks, read_semeval
from generator.exchange.techniques import FRAME_OF, LATER, NAME_OF

NAME = "semeval-2023"
TITLE = "SemEval-2023 task 3 (persuasion techniques, frames)"
ENDING = ".txt"
BESIDE: tuple[str, ...] = (".labels", "labels-subtask-2.txt", "labels-subtask-3.txt")


def write(document: Document) -> Written:
    """The text, its marks by span and by line, and its frames."""
    tally = Tally()
    without_metadata(document, tally, keep=("frames",))
    whole = in_one_piece(document, tally)
    named = list(named_marks(whole, tally, NAME_OF, LATER))
    for frame in document.about.frames:
        if frame not in FRAME_OF:
            tally.add("metadata", "Frames without a published name are left out.", frame)
    frames = ",".join(FRAME_OF[frame] for frame in document.about.frames if frame in FRAME_OF)
    name = document.id
    spans = [f"{name}\t{technique}\t{s.start}\t{s.end}\n" for technique, s in named]
    files = {
        f"{name}{ENDING}": text_file(document, tally),
        f"{name}.labels": "".join(spans).encode(),
        "labels-subtask-2.txt": f"{name}\t{frames}\n".encode() if frames else b"",
        "labels-subtask-3.txt": "".join(_lines(document, named)).encode(),
    }
    kept = {path: data for path, data in files.items() if data or path.endswith(f"{name}{ENDING}")}
    return Written(kept, tally.losses())


def read(files: dict[str, bytes], text: str | None) -> Read:
    """A document from each article."""
    return read_semeval(files, text)


def _lines(document: Document, named: list[tuple[str, Span]]) -> list[str]:
    """A row for each line of the text that is not empty, with its techniques."""
    on: dict[int, dict[str, None]] = {}
    for technique, span in named:
        first = document.text.count("\n", 0, span.start) + 1
        for number in range(first, first + document.text.count("\n", span.start, span.end) + 1):
            on.setdefault(number, {})[technique] = None
    return [
        f"{document.id}\t{number}\t{','.join(on.get(number, ()))}\n"
        for number, line in enumerate(document.text.split("\n"), start=1)
        if line.strip()
    ]
