"""The neutral value as an article's file, with what an article cannot hold listed."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import cast

from generator.exchange.braces import marked
from generator.exchange.document import Document, Relation, Span, blocks_of
from generator.exchange.front import ORDER, as_front
from generator.exchange.markdown import Node, begun, inline, nested
from generator.exchange.naming import named, renamed
from generator.exchange.placing import place
from generator.exchange.results import Loss, Tally
from generator.exchange.sources import Json
from generator.exchange.visible import visible
from generator.exchange.yaml import as_yaml
from generator.model import Style, StyleKind
from generator.reading.characters import seen

_STYLES = 200
"""Styles in one paragraph; the rest is left out."""

_IMPORTED = """\
# Imported by `whosays import`. Fill in the three dots, mend what `whosays check` names, and look at each mark.
# rights: own only if you wrote the text; else licensed (add licence:), public-domain or quotation.
# What stands after a # is not shown. Take out the line `status: draft` to publish.
"""


_NO_STYLE = "Emphasis or a link that cannot be written again is left out."
_LAST_SIGNS = re.compile("#+$")


@dataclass(frozen=True, slots=True)
class Composed:
    """A document as an article."""

    text: str
    """The article's file."""
    lost: tuple[Loss, ...]
    """What an article cannot hold."""


def from_document(document: Document) -> Composed:
    """Write a document as an article, marks cut and named as an article needs them."""
    tally = Tally()
    document = visible(document, tally)
    if _lines_are_blocks(document):
        document = _with_empty_lines(document)
    blocks = blocks_of(document.text)
    marks = [s for s in document.spans if s.layer not in ("block", "style")]
    parts = place(marks, document.text, blocks, tally)
    names = named(document, parts, tally)
    leading: dict[str, list[Relation]] = {}
    for relation in document.relations:
        leading.setdefault(relation.start, []).append(relation)
    styles = _styles(document, blocks, tally)
    inside: dict[int, list[Node]] = {}
    notes: list[str] = []
    for part, name in zip(parts, names.parts, strict=True):
        mark = marked(part, name, leading.get(part.span.id, []), names, tally)
        first = blocks[part.block][0]
        node = Node(
            part.start - first,
            part.end - first,
            mark.after,
            new_line=part.span.layer == "statement" and not part.nested,
        )
        inside.setdefault(part.block, []).append(node)
        notes += [mark.note] if mark.note else []
    kinds = _kinds(document, blocks, tally)
    paragraphs = [
        _block(document.text[a:b], inside.get(n, []), styles.get(n, []), kinds.get(n), tally)
        for n, (a, b) in enumerate(blocks)
    ]
    front = _front(replace(document, about=renamed(document, names)))
    return Composed(
        f"---\n{front}---\n\n" + "\n\n".join(paragraphs) + "\n\n" + "".join(notes), tally.losses()
    )


def _lines_are_blocks(document: Document) -> bool:
    """Whether a text without an empty line has a paragraph a line, for all that its marks say."""
    if "\n" not in document.text or len(blocks_of(document.text)) > 1:
        return False
    return not any("\n" in document.text[a:b] for s in document.spans for a, b in s.pieces)


def _with_empty_lines(document: Document) -> Document:
    """The same document with each line break doubled."""
    text = document.text
    breaks = [at for at, sign in enumerate(text) if sign == "\n"]

    def span(given: Span) -> Span:
        pieces = ((a + bisect_left(breaks, a), b + bisect_left(breaks, b)) for a, b in given.pieces)
        return replace(given, pieces=tuple(pieces))

    return replace(
        document, text=text.replace("\n", "\n\n"), spans=tuple(map(span, document.spans))
    )


def _front(document: Document) -> str:
    """The front matter; what every article needs and the document lacks is left to be filled in."""
    front = as_front(document)
    lacking: dict[str, Json] = {
        "title": document.id or "…",
        "original": {"publisher": "…"},
        "rights": "own",
        "language": "en",
        "annotators": [{"name": "…"}],
    }
    lacking = {key: value for key, value in lacking.items() if key not in front}
    if lacking.keys() & {"original", "rights", "annotators"}:
        lacking["status"] = "draft"
    whole = {**front, **lacking}
    ordered = {key: whole[key] for key in ORDER if key in whole}
    comments = [f"# {line}\n" for note in document.notes for line in _lines(note.text)]
    return (_IMPORTED if "status" in lacking else "") + "".join(comments) + as_yaml(ordered)


def _lines(text: str) -> Iterator[str]:
    return (seen(line).strip() for line in text.splitlines() if line.strip())


def _within(span: Span, blocks: Sequence[tuple[int, int]]) -> range:
    """The blocks that a span touches."""
    first = bisect_right(blocks, (span.start, sys.maxsize)) - 1
    return range(max(first, 0), bisect_left(blocks, (span.end, 0)))


def _kinds(document: Document, blocks: Sequence[tuple[int, int]], tally: Tally) -> dict[int, Span]:
    """The heading, quotation or list item that each block is; the others are paragraphs."""
    kinds: dict[int, Span] = {}
    for span in document.spans:
        if span.layer != "block":
            continue
        for number in _within(span, blocks):
            start, end = blocks[number]
            if span.start <= start and end <= span.end:
                kinds.setdefault(number, span)
            elif span.start < end and start < span.end:
                what = (
                    "A heading, a quotation or a list item is a whole paragraph, and this is none."
                )
                tally.add("block", what, span.id)
    return kinds


def _styles(
    document: Document, blocks: Sequence[tuple[int, int]], tally: Tally
) -> dict[int, list[Node]]:
    found: dict[int, list[Node]] = {}
    for span in document.spans:
        if span.layer != "style":
            continue
        for start, end in span.pieces:
            for number in _within(replace(span, pieces=((start, end),)), blocks):
                first, after = blocks[number]
                a, b = max(start, first) - first, min(end, after) - first
                nodes = found.setdefault(number, [])
                if a < b and len(nodes) < _STYLES:
                    kind = cast(StyleKind, span.label)
                    nodes.append(Node(a, b, style=Style(kind, a, b, span.attribute("href"))))
                elif a < b:
                    tally.add("style", _NO_STYLE, span.id)
    return found


def _block(
    text: str, marks: Sequence[Node], styles: Sequence[Node], kind: Span | None, tally: Tally
) -> str:
    label = kind.label if kind else ""
    later = {"item": "  ", "quote": "> "}.get(label, "")
    new_line = " " if label == "heading" else f"\n{later}"
    written, lost = inline(text, nested(styles, marks, text), new_line)
    for _ in range(lost):
        tally.add("style", _NO_STYLE, text[:40])
    if label != "heading" or kind is None:
        return {"item": "- ", "quote": "> "}.get(label, "") + begun(written)
    level = kind.attribute("level")
    signs = "#" * (int(level) if level in ("2", "3", "4", "5", "6") else 2)
    # Signs at a heading's end would be taken for its frame.
    return f"{signs} {_LAST_SIGNS.sub(_escaped_signs, written)}"


def _escaped_signs(found: re.Match[str]) -> str:
    return "\\#" * len(found[0])
