"""The files of a brat folder: each text with its annotations, and spans put where they belong."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.exchange.brat_lines import Bound, Standoff, standoff
from generator.exchange.document import Document
from generator.exchange.results import Read, Tally
from generator.exchange.sources import decoded
from generator.exchange.trouble import Trouble
from generator.model import Problem
from generator.reading.place import source_of
from generator.reading.problem import error

_OFFSETS = "Look whether this is the very text that was annotated; brat counts its characters."


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text with its annotations."""

    name: str
    """The files' name without ending."""
    text: str
    """The text, as it stands in its file."""
    standoff: Standoff
    """The annotations."""
    trouble: Trouble
    """What is wrong with them."""


def read_each(
    files: dict[str, bytes],
    text: str | None,
    document_of: Callable[[Annotated, Tally], tuple[Document, Sequence[Problem]]],
) -> Read:
    """A document from each `.ann` file with its text."""
    found, problems = annotated(files, text)
    documents: list[Document] = []
    tally = Tally()
    for each in found:
        document, wrong = document_of(each, tally)
        documents.append(document)
        problems += (*each.trouble.problems(), *wrong)
    return Read(tuple(documents), tally.losses(), problems)


def annotated(
    files: dict[str, bytes], text: str | None
) -> tuple[list[Annotated], tuple[Problem, ...]]:
    """Each `.ann` file with the `.txt` of its name, or with `text`; and what cannot be read."""
    found: list[Annotated] = []
    problems: list[Problem] = []
    for path, data in files.items():
        if not path.endswith(".ann"):
            continue
        source, wrong = decoded(path, data)
        problems += wrong
        name = path.removesuffix(".ann")
        if source is None:
            continue
        words = text
        if f"{name}.txt" in files:
            words, wrong = _words(f"{name}.txt", files[f"{name}.txt"])
            problems += wrong
        elif text is None:
            hint = f"Give {name}.txt as well, or name the text with --text."
            problems.append(error("no-text", source.place(1, 1), "The text is not here.", hint))
        if words is not None:
            trouble = Trouble(source)
            found.append(Annotated(name, words, standoff(source.lines, trouble), trouble))
    if not any(path.endswith(".ann") for path in files):
        first = next(iter(files), "")
        hint = "Name the .ann file, or the folder that holds it and its .txt."
        place = source_of(first, "").place(1, 1)
        problems.append(error("no-ann", place, "There is no .ann file here.", hint))
    return found, tuple(problems)


def pieces_of(bound: Bound, text: str, trouble: Trouble) -> tuple[tuple[int, int], ...]:
    """Where its words stand; empty where they cannot. Offsets that disagree are trusted, and said."""
    pieces = sorted(bound.pieces)
    at = 0
    for start, end in pieces:
        if not at <= start < end <= len(text):
            what = (
                "These offsets lie outside the text, or one inside another; the line is left out."
            )
            trouble.warn("offsets", bound.line, what, _OFFSETS)
            return ()
        at = end
    stands = " ".join(text[start:end] for start, end in pieces)
    if stands.split() != bound.words.split():
        shown = " ".join(stands.split())
        what = f"At these offsets stands “{shown[:60]}”, and not what the line says."
        trouble.warn("offsets-disagree", bound.line, what, f"The offsets are trusted. {_OFFSETS}")
    return tuple(_joined(pieces, text))


def _joined(pieces: list[tuple[int, int]], text: str) -> Iterator[tuple[int, int]]:
    """The pieces, with those in one that only a line break divides, as brat has to."""
    start, end = pieces[0]
    for a, b in pieces[1:]:
        between = text[end:a]
        if between.strip() or "\n" not in between:
            yield start, end
            start = a
        end = b
    yield start, end


def _words(path: str, data: bytes) -> tuple[str | None, tuple[Problem, ...]]:
    """A text, letter by letter: brat counts carriage returns and byte order marks too."""
    source, problems = decoded(path, data)
    return (data.decode("utf-8"), ()) if source else (None, problems)
