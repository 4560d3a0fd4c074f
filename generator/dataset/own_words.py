"""A `quotation` article without the words that it quotes: what may leave the site with a licence."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from generator.exchange.document import Document, Span
from generator.model import RichText, Style
from generator.reading.quotes import verbatim
from generator.reading.words import WORD

GAP = "…"
"""What stands for the words that were quoted."""


def own_words(document: Document) -> Document:
    """The document; if it quotes, each quotation is a sign, in the text and in all that is said of it.

    Marks keep their place: one over quoted words covers the sign that stands for them.
    """
    if document.about.rights != "quotation":
        return document
    runs = [run for run in verbatim(document.text) if run[0] < run[1]]
    quoted = [_words(document.text[start:end]) for start, end in runs]
    about = document.about

    def said(text: str) -> str:
        return _without(text, [r for r in verbatim(text) if _held(text[r[0] : r[1]], quoted)])

    moved = _Moved(runs)
    return replace(
        document,
        title=said(document.title),
        text=_without(document.text, runs),
        spans=tuple(_span(span, moved, quoted) for span in document.spans),
        about=replace(
            about,
            summary=said(about.summary),
            voices=tuple(replace(v, role=said(v.role), note=said(v.note)) for v in about.voices),
            missing=tuple(replace(m, what=said(m.what), why=said(m.why)) for m in about.missing),
            questions=tuple(
                replace(q, ask=said(q.ask), answer=said(q.answer)) for q in about.questions
            ),
            changes=tuple(replace(change, what=said(change.what)) for change in about.changes),
        ),
    )


class _Moved:
    """Where a place of a text is once some stretches of it are one sign each."""

    def __init__(self, runs: list[tuple[int, int]]) -> None:
        self._runs = runs
        self._starts = [start for start, _ in runs]
        self._saved = [0]
        for start, end in runs:
            self._saved.append(self._saved[-1] + (end - start) - len(GAP))

    def start(self, at: int) -> int:
        """The place of a first character."""
        run = bisect_right(self._starts, at) - 1
        if run >= 0 and at < self._runs[run][1]:
            return self._runs[run][0] - self._saved[run]
        return at - self._saved[run + 1]

    def end(self, at: int) -> int:
        """The place behind a last character."""
        return self.start(at - 1) + 1


def _without(text: str, runs: list[tuple[int, int]]) -> str:
    pieces: list[str] = []
    at = 0
    for start, end in runs:
        pieces += (text[at:start], GAP)
        at = end
    return "".join((*pieces, text[at:]))


def _words(text: str) -> str:
    return f" {' '.join(WORD.findall(text.casefold()))} "


def _held(phrase: str, quoted: list[str]) -> bool:
    """Whether the article quotes these very words."""
    words = _words(phrase)
    return bool(words.strip()) and any(words in run for run in quoted)


def _span(span: Span, moved: _Moved, quoted: list[str]) -> Span:
    pieces = tuple((moved.start(start), moved.end(end)) for start, end in span.pieces)
    return replace(
        span,
        pieces=pieces,
        notes=tuple(_note(note, quoted) for note in span.notes),
        attributes=tuple((name, _said(value, quoted)) for name, value in span.attributes),
    )


def _said(text: str, quoted: list[str]) -> str:
    return _without(text, [r for r in verbatim(text) if _held(text[r[0] : r[1]], quoted)])


def _note(note: RichText, quoted: list[str]) -> RichText:
    runs = [r for r in verbatim(note.text) if _held(note.text[r[0] : r[1]], quoted)]
    moved = _Moved(runs)
    styles = tuple(
        Style(s.kind, moved.start(s.start), moved.end(s.end), s.href) for s in note.styles
    )
    return RichText(_without(note.text, runs), styles)
