"""What people marked: our own articles, the held-out sentences, and folders in brat format."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator import model
from generator.reading.files import read_content

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Document:
    """A text with what a person marked in it; spans count characters of the whole text."""

    name: str
    """What it is called."""
    passages: tuple[tuple[int, str], ...]
    """Its paragraphs, each with its first character's place in the text."""
    handed_on: tuple[Span, ...]
    """All that belongs to an attribution."""
    cues: tuple[Span, ...]
    """The cues."""
    sources: tuple[Span, ...] = ()
    """The sources, where they are marked."""

    def attributed(self, block: int, start: int, end: int) -> bool:
        """Whether an attribution reaches into a sentence."""
        offset = self.passages[block][0]
        return any(a < offset + end and offset + start < b for a, b in self.handed_on)


def articles(root: Path) -> list[Document]:
    """The articles of the project at `root` that carry a text; headings are left out."""
    documents = []
    for article in read_content(root).articles:
        if article.rights == "quotation":
            continue
        starts: list[int] = []
        at = 0
        for block in article.blocks:
            starts.append(at)
            at += len(block.text.text) + 2
        documents.append(
            Document(
                article.slug,
                tuple(zip(starts, (block.text.text for block in article.blocks), strict=True)),
                tuple(_moved(s.span, starts) for s in article.statements if s.basis == "sourced"),
                tuple(_moved(cue.span, starts) for cue in article.cues),
            )
        )
    return documents


def _moved(span: model.Span, starts: list[int]) -> Span:
    """A span of a block as one of the whole text."""
    return starts[span.block] + span.start, starts[span.block] + span.end


@dataclass(slots=True)
class _Writer:
    """Collects the lines of one held-out text."""

    passages: list[tuple[int, str]] = field(default_factory=list)
    handed_on: list[Span] = field(default_factory=list)
    cues: list[Span] = field(default_factory=list)
    sources: list[Span] = field(default_factory=list)
    text: str = ""
    start: int = 0

    def line(self, line: str) -> None:
        if self.text and not self.text.endswith("\n"):
            self.text += " "
        begin = len(self.text)
        attributed = line[0] == "+"
        opened: list[int] = []
        for sign in line[2:]:
            if sign in "[{":
                opened.append(len(self.text))
            elif sign in "]}":
                if attributed:
                    into = self.sources if sign == "]" else self.cues
                    into.append((opened[-1], len(self.text)))
                opened.pop()
            else:
                self.text += sign
        if attributed:
            self.handed_on.append((begin, len(self.text)))

    def close(self) -> None:
        if self.text[self.start :].strip():
            self.passages.append((self.start, self.text[self.start :]))
            self.text += "\n\n"
        self.start = len(self.text)


def heldout(path: Path) -> list[Document]:
    """The held-out sentences; the file tells how they are written."""
    documents = []
    lines = [
        line for line in path.read_text(encoding="utf-8").split("\n") if not line.startswith("#")
    ]
    for number, text in enumerate("\n".join(lines).split("==\n")[1:], start=1):
        writer = _Writer()
        for line in text.split("\n"):
            if line:
                writer.line(line)
            else:
                writer.close()
        writer.close()
        documents.append(
            Document(
                f"text {number}",
                tuple(writer.passages),
                tuple(writer.handed_on),
                tuple(writer.cues),
                tuple(writer.sources),
            )
        )
    return documents


_SPAN = re.compile(r"^T\d+\t(\S+) ([\d; ]+)\t", re.MULTILINE)


def brat(folder: Path) -> list[Document]:
    """Every text below `folder` that has an .ann file of its name, perhaps with more behind it."""
    texts = {path.stem: path for path in sorted(folder.rglob("*.txt"))}
    documents = []
    for marks in sorted(folder.rglob("*.ann")):
        stem = next((s for s in (marks.stem, marks.stem.rpartition("_")[0]) if s in texts), None)
        if stem is not None:
            text = texts[stem].read_bytes().decode("utf-8", errors="replace")
            documents.append(_brat_document(marks.stem, text, marks.read_text(encoding="utf-8")))
    return documents


def _brat_document(name: str, text: str, marks: str) -> Document:
    spans: dict[str, list[Span]] = {"Source": [], "Cue": [], "Content": []}
    for kind, written in _SPAN.findall(marks):
        for part in written.split(";"):
            start, end = map(int, part.split())
            if kind in spans:
                spans[kind].append((start, end))
    return Document(
        name,
        tuple(_paragraphs(text)),
        tuple(span for each in spans.values() for span in each),
        tuple(spans["Cue"]),
        tuple(spans["Source"]),
    )


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Between empty lines; each keeps its length, so that places stay."""
    for found in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text):
        yield found.start(), found[0].replace("\n", " ").replace("\r", " ")
