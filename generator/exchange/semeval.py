"""The files of SemEval's tasks on propaganda and persuasion: what both years share.

A row has the article, then a technique and offsets (2020, and the spans of 2023), or offsets alone
(2020, where no technique is asked for), or a line and its techniques (2023), or the article's
frames or its genre (2023). What a row is shows in its columns, whatever its file is called.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from generator.exchange.checked import sound
from generator.exchange.document import About, Document, Span
from generator.exchange.reduced import without_ids, without_notes_on_all
from generator.exchange.results import Read, Tally
from generator.exchange.sources import decoded
from generator.exchange.techniques import COARSE, FINER, FRAMES, PUBLISHED, own_id
from generator.exchange.trouble import Trouble
from generator.model import Problem
from generator.reading.place import Source

_IDS = (
    {name.casefold(): own_id(name) for name in PUBLISHED}
    | {name.casefold(): ids[0] for name, ids in COARSE.items() if len(ids) == 1}
    | {name.casefold(): name_id for name, name_id in FINER.items()}
)
_SEVERAL = {name.casefold() for name, ids in COARSE.items() if len(ids) > 1}
_FRAMES = {name.casefold(): own_id(name) for name in FRAMES}
_GENRES = ("opinion", "reporting", "satire")
_ROW = re.compile(r"[^\t ]+\t[^\t]+")
_NUMBER = re.compile(r"\d{1,12}")
_AGAIN = "A row is `article⇥technique⇥start⇥end` or `article⇥line⇥techniques`, with tabs."


@dataclass(slots=True)
class _Article:
    """What the rows say of one article."""

    at: Trouble
    line: int
    marks: list[tuple[str, int, int, Trouble, int]] = field(default_factory=list)
    """Technique, offsets, and the place of the row."""
    lines: list[tuple[int, str, Trouble, int]] = field(default_factory=list)
    """Line of the article, technique, and the place of the row."""
    frames: list[str] = field(default_factory=list)
    genre: str = ""


def named_marks(
    document: Document, tally: Tally, names: Mapping[str, str], as_they_are: Collection[str]
) -> Iterator[tuple[str, Span]]:
    """The framing marks whose technique has one of the `names`, with all else counted as lost.

    Labels in `as_they_are` are that task's own names, from a file of its.
    """
    without_notes_on_all(document, tally)
    without_ids(document, tally)
    for relation in document.relations:
        tally.add("relation", "Relations are left out.", relation.type)
    for span in document.spans:
        if span.notes:
            tally.add("note", "Notes are left out.", span.id)
        if any(name != "technique" for name, _ in span.attributes):
            tally.add("attribute", "Of a mark only its technique is kept.", span.id)
        technique = span.attribute("technique")
        if span.label in as_they_are:
            yield span.label, span
        elif span.layer != "framing":
            kind = span.layer if span.layer in ("block", "style", "cue") else "span"
            tally.add(kind, "Marks that are no framing are left out.", span.label)
        elif technique in names:
            yield names[technique], span
        else:
            what = "Framing whose technique has no name in this task is left out."
            tally.add("label", what, technique or "framing")


def read_semeval(files: dict[str, bytes], text: str | None) -> Read:
    """A document from each article that has a text or a row."""
    problems: list[Problem] = []
    tally = Tally()
    texts: dict[str, Source] = {}
    articles: dict[str, _Article] = {}
    troubles: list[Trouble] = []
    for name, data in files.items():
        source, unreadable = decoded(name, data)
        problems += unreadable
        if source is None:
            continue
        if _holds_rows(source):
            troubles.append(Trouble(source))
            _rows(troubles[-1], articles, tally)
        else:
            texts[PurePosixPath(name).stem.removeprefix("article")] = source
    if text is not None and len(articles) == 1:
        texts = {next(iter(articles)): Source("text", tuple(text.split("\n")))}
    documents = []
    for number in dict.fromkeys((*texts, *articles)):
        if number in texts:
            article = articles.get(number)
            documents.append(_document(number, "\n".join(texts[number].lines), article, tally))
        else:
            missing = articles[number]
            message = f"There is no text for the article `{number}`."
            hint = f"Give article{number}.txt beside this file, or the text with --text."
            missing.at.refuse("no-text", missing.line, message, hint)
    for trouble in troubles:
        problems += trouble.problems()
    return Read(tuple(documents), tally.losses(), tuple(problems))


def _holds_rows(source: Source) -> bool:
    first = next((line for line in source.lines if line.strip()), "")
    return bool(_ROW.match(first)) if first else "label" in PurePosixPath(source.path).name


def _rows(trouble: Trouble, articles: dict[str, _Article], tally: Tally) -> None:
    for number, line in enumerate(trouble.source.lines, start=1):
        if not line.strip():
            continue
        name, *cells = (cell.strip() for cell in line.split("\t"))
        article = articles.setdefault(name.removeprefix("article"), _Article(trouble, number))
        numbers = [bool(_NUMBER.fullmatch(cell)) for cell in cells]
        if len(cells) == 3 and numbers[1:] == [True, True]:
            article.marks.append((cells[0], int(cells[1]), int(cells[2]), trouble, number))
        elif numbers == [True, True]:
            article.marks.append(("", int(cells[0]), int(cells[1]), trouble, number))
        elif len(cells) in (1, 2) and numbers[0]:
            for technique in filter(None, cells[1].split(",") if len(cells) == 2 else ()):
                article.lines.append((int(cells[0]), technique, trouble, number))
        elif len(cells) == 1:
            _of_article(cells[0], article, tally)
        else:
            trouble.warn("row", number, "This row has other columns than a label’s.", _AGAIN)


def _of_article(cell: str, article: _Article, tally: Tally) -> None:
    if cell.casefold() in _GENRES:
        article.genre = cell.casefold()
        return
    for name in filter(None, cell.split(",")):
        if name.casefold() in _FRAMES:
            article.frames.append(_FRAMES[name.casefold()])
        else:
            tally.add("label", "A frame that the codebook does not have is left out.", name)


def _document(name: str, text: str, article: _Article | None, tally: Tally) -> Document:
    document = Document(name, "", "", text)
    if article is None:
        return document
    spans: list[Span] = []
    for technique, start, end, trouble, line in article.marks:
        if 0 <= start < end <= len(text):
            spans.append(_span(technique, (start, end), len(spans), tally))
        else:
            message = f"{start} to {end} is not in the text, which has {len(text)} characters."
            trouble.warn("left-out", line, message, "Is it the same text, with the same line ends?")
    spans += _lines(text, article, spans, tally)
    about = replace(About(), frames=tuple(dict.fromkeys(article.frames)), genre=article.genre)
    document = replace(document, spans=tuple(spans), about=about)
    kept, problems = sound(document, article.at.source.place(article.line, 1))
    article.at.add(problems)
    return kept


def _lines(text: str, article: _Article, spans: list[Span], tally: Tally) -> list[Span]:
    """A span over each line that has a technique which none of the spans in it has."""
    found: list[Span] = []
    edges, at = [], 0
    for line in text.split("\n"):
        edges.append((at + len(line) - len(line.lstrip()), at + len(line.rstrip())))
        at += len(line) + 1
    covered: set[tuple[int, str, str]] = set()
    for span in spans:
        first = text.count("\n", 0, span.start) + 1
        for number in range(first, first + text.count("\n", span.start, span.end) + 1):
            covered.add((number, span.label, span.attribute("technique")))
    for number, technique, trouble, row in article.lines:
        start, end = edges[number - 1] if 0 < number <= len(edges) else (0, 0)
        if start >= end:
            message = f"Line {number} of the text is empty, or there is none."
            trouble.warn("left-out", row, message, "Lines are counted from 1, empty ones too.")
            continue
        span = _span(technique, (start, end), len(spans) + len(found), tally)
        if (number, span.label, span.attribute("technique")) not in covered:
            found.append(span)
    return found


def _span(name: str, piece: tuple[int, int], before: int, tally: Tally) -> Span:
    number = f"~{before + 1}"
    if not name:
        return Span(number, "framing", (piece,))
    if known := _IDS.get(name.casefold()):
        return Span(number, "framing", (piece,), (("technique", known),))
    if name.casefold() in _SEVERAL:
        what = "A name that stands for several techniques stays as it is; choose one of them."
        tally.add("label", what, name)
    return Span(number, name, (piece,))
