"""An article as the neutral value: nothing of it is left out but where in its file it stood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.exchange.document import (
    ATTRIBUTES,
    MADE_UP,
    Document,
    Relation,
    Span,
    in_order,
)
from generator.exchange.front import about_of
from generator.model import Article, Framing, Note, RichText, Statement, Style
from generator.model import Span as Stretch

BETWEEN = "\n\n"
"""What stands between two blocks, and between two paragraphs of a note."""


def to_document(article: Article) -> Document:
    """The article, its blocks in one text with an empty line between them."""
    # A line feed inside a block (from `&#10;`) would look like the end of a paragraph.
    texts = [block.text.text.replace("\n", " ") for block in article.blocks]
    starts = [0]
    for text in texts:
        starts.append(starts[-1] + len(text) + len(BETWEEN))
    spans = [*_blocks(article, starts), *_marks(article, starts), *_styles(article, starts)]
    return in_order(
        Document(
            id=article.slug,
            title=article.title,
            language=article.language,
            text=BETWEEN.join(texts),
            spans=tuple(_named(spans)),
            relations=tuple(_relations(article.statements)),
            about=about_of(article),
        )
    )


def joined(paragraphs: Iterable[RichText]) -> RichText:
    """Paragraphs as one text, with an empty line between them."""
    at, texts, styles = 0, list[str](), list[Style]()
    for paragraph in paragraphs:
        text = paragraph.text.replace("\n", " ")
        styles += (Style(s.kind, s.start + at, s.end + at, s.href) for s in paragraph.styles)
        texts.append(text)
        at += len(text) + len(BETWEEN)
    return RichText(BETWEEN.join(texts), tuple(styles))


def _blocks(article: Article, starts: list[int]) -> Iterator[Span]:
    for number, block in enumerate(article.blocks):
        if block.kind != "paragraph" and block.text.text:
            level = (("level", str(block.level)),) if block.kind == "heading" else ()
            pieces = ((starts[number], starts[number] + len(block.text.text)),)
            yield Span("", block.kind, pieces, level)


def _marks(article: Article, starts: list[int]) -> Iterator[Span]:
    marks: tuple[Statement | Framing, ...] = (*article.statements, *article.framing)
    for mark in marks:
        label = mark.basis if isinstance(mark, Statement) else "framing"
        pieces = (_placed(mark.span, starts),)
        yield Span(mark.id, label, pieces, _attributes(label, mark), _noted(mark.note))
    for cue in article.cues:
        yield Span(cue.id, "cue", (_placed(cue.span, starts),))


def _attributes(label: str, mark: Statement | Framing) -> tuple[tuple[str, str], ...]:
    values = {name: getattr(mark, name) for name in ATTRIBUTES[label] if name != "draft"}
    values["draft"] = "yes" if mark.draft else ""
    return tuple((name, values[name]) for name in ATTRIBUTES[label] if values[name])


def _noted(note: Note | None) -> tuple[RichText, ...]:
    return (joined(note.paragraphs),) if note else ()


def _styles(article: Article, starts: list[int]) -> Iterator[Span]:
    for number, block in enumerate(article.blocks):
        for style in block.text.styles:
            pieces = ((starts[number] + style.start, starts[number] + style.end),)
            yield Span("", style.kind, pieces, (("href", style.href),) if style.href else ())


def _placed(stretch: Stretch, starts: list[int]) -> tuple[int, int]:
    return starts[stretch.block] + stretch.start, starts[stretch.block] + stretch.end


def _named(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans, each with an id."""
    made = 0
    for span in in_order(Document("", "", "", "", tuple(spans))).spans:
        made += not span.id
        name = span.id or f"{MADE_UP}{made}"
        yield Span(name, span.label, span.pieces, span.attributes, span.notes)


def _relations(statements: Iterable[Statement]) -> Iterator[Relation]:
    for statement in statements:
        for kind, ends in (
            ("by", statement.voices),
            ("from", statement.rests_on),
            ("see", statement.records),
        ):
            yield from (Relation("", kind, statement.id, end) for end in ends)
