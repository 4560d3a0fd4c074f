"""An article's file, opened so that single marks and notes in it can be written anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.fixes.edit import Edit, line_at, line_break, offset
from generator.model import Article, Problem
from generator.reading.article import read_article
from generator.reading.blocks import RawBlock, cut
from generator.reading.flat import FlatMark
from generator.reading.front_matter import read_front_matter
from generator.reading.marks import kind_of
from generator.reading.place import source_of
from generator.reading.readings import places_of_words
from generator.reading.schema import ArticleShape
from generator.reading.words import count, spans


@dataclass(frozen=True, slots=True)
class Opened:
    """An article with the text of its file."""

    text: str
    """The file as it stands on the disk."""
    article: Article
    """What was read from it."""
    blocks: tuple[RawBlock, ...]
    """The text's blocks, without those of notes."""
    notes: tuple[RawBlock, ...]
    """The blocks of notes."""
    problems: tuple[Problem, ...]
    """What reading found wrong."""

    def mark(self, name: str) -> tuple[RawBlock, FlatMark]:
        """The mark with this note."""
        return next((raw, m) for raw in self.blocks for m in raw.flat.marks if m.found.note == name)

    def at(self, raw: RawBlock, position: int) -> int:
        """Where a character of a block stands in the file."""
        return offset(self.text, raw.stretch.place(position, position + 1))

    def braces(self, name: str, written: str) -> Edit:
        """Other braces for a mark."""
        raw, mark = self.mark(name)
        found = mark.found
        end = self.at(raw, found.attributes.end - 1) + 1
        return Edit(self.at(raw, found.brace), end, written)

    def value(self, name: str, key: str, value: str) -> Edit:
        """One attribute of a mark, set anew or added."""
        raw, mark = self.mark(name)
        for given in mark.found.attributes.values:
            if given.key == key:
                end = self.at(raw, given.end - 1) + 1
                return Edit(self.at(raw, given.start), end, value)
        last = self.at(raw, mark.found.attributes.end - 1)
        return Edit(last, last, f" {key}={value}")

    def unmarked(self, raw: RawBlock, mark: FlatMark) -> Iterator[Edit]:
        """A mark taken away, its words left."""
        start = self.at(raw, mark.found.start)
        yield Edit(start, start + 1, "")
        yield Edit(self.at(raw, mark.found.brace - 1), self.at(raw, mark.found.end - 1) + 1, "")

    def cues_in(self, name: str) -> Iterator[Edit]:
        """The cues inside a statement taken away."""
        raw, mark = self.mark(name)
        number = raw.flat.marks.index(mark)
        for other in raw.flat.marks:
            if number in other.parents and kind_of(other.found.attributes) == "cue":
                yield from self.unmarked(raw, other)

    def marked(self, start: int, end: int, said: str, after: str) -> tuple[Edit, Edit] | None:
        """A mark put round words of the text; None where their places cannot be told.

        `said` is the words with the signs around them, which are marked too where they stand there.
        """
        before = 0
        for raw in self.blocks:
            places = places_of_words(raw)
            if before <= start < end <= before + len(places):
                first = offset(self.text, places[start - before])
                last = places[end - 1 - before]
                stop = offset(self.text, last) + last.length
                inner = spans(said)
                lead, tail = said[: inner[0][0]], said[inner[-1][1] :]
                first -= len(lead) if self.text[:first].endswith(lead) else 0
                stop += len(tail) if self.text.startswith(tail, stop) else 0
                return Edit(first, first, "["), Edit(stop, stop, f"]{after}")
            before += count(raw.flat.text.text)
        return None

    def note(self, name: str, paragraphs: list[str]) -> Edit:
        """Another text for a note."""
        start, end = self._note(name)
        return Edit(start, end, f"{line_break(self.text) * 2}    ".join(paragraphs))

    def note_end(self, name: str, more: str) -> Edit:
        """More words at the end of a note."""
        _, end = self._note(name)
        return Edit(end, end, f" {more}")

    def note_added(self, name: str, paragraphs: list[str]) -> Edit:
        """A new note after the last."""
        broken = line_break(self.text)
        end = max(self._note(raw.note)[1] for raw in self.notes)
        said = f"{broken * 2}    ".join(paragraphs)
        return Edit(end, end, f"{broken}[^{name}]: {said}")

    def note_dropped(self, name: str) -> Edit:
        """A note taken away with its lines."""
        first, last = self._note(name)
        start = line_at(self.text, first)[0]
        end = line_at(self.text, last)[1]
        broken = line_break(self.text)
        return Edit(start, end + len(broken) if self.text.startswith(broken, end) else end, "")

    def _note(self, name: str) -> tuple[int, int]:
        own = [raw for raw in self.notes if raw.note == name]
        return self.at(own[0], 0), self.at(own[-1], len(own[-1].stretch.text))


def opened(path: str, text: str) -> Opened | None:
    """Open the article in `text`; None where its front matter cannot be used."""
    reading = read_article(path, text)
    if reading.article is None:
        return None
    source = source_of(path, text)
    body = cut(source, read_front_matter(source, ArticleShape).body_line)
    return Opened(
        text,
        reading.article,
        tuple(raw for raw in body.blocks if not raw.note),
        tuple(raw for raw in body.blocks if raw.note),
        reading.problems,
    )


def edited(text: str, edits: list[Edit]) -> str:
    """The text with all edits made; of two at one place the first stands before the second."""
    numbered = sorted(enumerate(edits), key=lambda pair: (pair[1].start, pair[0]), reverse=True)
    for _, edit in numbered:
        text = edit.on(text)
    return text
