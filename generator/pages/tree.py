"""An article's marked text as a tree of nodes that a template can walk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from generator.model import Article, Cue, Framing, RichText, Statement, Style

NodeKind = Literal[
    "text", "quote", "statement", "framing", "cue", "emphasis", "strong", "code", "link"
]
_QUOTES = {"“": "”", "‘": "’", "«": "»", "„": "“", '"': '"'}


@dataclass(frozen=True, slots=True)
class Node:
    """A stretch of text, or a mark or style around other nodes."""

    kind: NodeKind
    """What it is."""
    text: str = ""
    """The words, for a text node; the quotation mark, for a quote; otherwise empty."""
    ref: str = ""
    """The mark's id, or the address of a link."""
    first: bool = True
    """Whether this is the first piece of its mark; only that one carries the id."""
    linked: bool = False
    """Whether a link stands around it or in it, so that it cannot be a link itself."""
    children: tuple[Node, ...] = ()
    """What stands inside."""


@dataclass(frozen=True, slots=True)
class _Range:
    """A mark or style over part of a text."""

    kind: NodeKind
    ref: str
    start: int
    end: int
    rank: int
    first: bool = True


def block_tree(article: Article, block: int) -> tuple[Node, ...]:
    """Give the nodes of one block with all of its marks."""
    rich = article.blocks[block].text
    ranges = [_style(style) for style in rich.styles]
    marks: tuple[tuple[NodeKind, Sequence[Statement | Framing | Cue], int], ...] = (
        ("statement", article.statements, 0),
        ("framing", article.framing, 2),
        ("cue", article.cues, 3),
    )
    for kind, found, rank in marks:
        ranges += [
            _Range(kind, mark.id, mark.span.start, mark.span.end, rank)
            for mark in found
            if mark.span.block == block
        ]
    swapped = frozenset(framing.id for framing in article.framing if framing.plain)
    return _loosen(_nest(rich.text, 0, len(rich.text), ranges), swapped)


def rich_tree(rich: RichText) -> tuple[Node, ...]:
    """Give the nodes of a text with its styles."""
    return _nest(rich.text, 0, len(rich.text), [_style(style) for style in rich.styles])


def _style(style: Style) -> _Range:
    return _Range(style.kind, style.href, style.start, style.end, 1)


def _nest(
    text: str, start: int, end: int, ranges: Sequence[_Range], linked: bool = False
) -> tuple[Node, ...]:
    """Nest ranges by where they begin; one that crosses another is split, never lost."""
    nodes: list[Node] = []
    left = [r for r in ranges if r.start < r.end and r.start < end and r.end > start]
    at = start
    while left:
        left.sort(key=lambda r: (r.start, -r.end, r.rank))
        outer, others = left[0], left[1:]
        if outer.start > at:
            nodes.append(Node("text", text[at : outer.start]))
        inside: list[_Range] = []
        after: list[_Range] = []
        for other in others:
            if other.start >= outer.end:
                after.append(other)
            elif other.end <= outer.end:
                inside.append(other)
            else:
                inside.append(_piece(other, other.start, outer.end, other.first))
                after.append(_piece(other, outer.end, other.end, first=False))
        around = linked or (outer.kind == "link")
        within = around or any(r.kind == "link" for r in inside)
        children = _nest(text, outer.start, outer.end, inside, around)
        nodes.append(
            Node(outer.kind, ref=outer.ref, first=outer.first, linked=within, children=children)
        )
        at, left = outer.end, after
    if at < end:
        nodes.append(Node("text", text[at:end]))
    return tuple(nodes)


def _loosen(nodes: tuple[Node, ...], swapped: frozenset[str]) -> tuple[Node, ...]:
    """Set quotation marks apart that hold nothing but a wording which a plain one can replace.

    The plain words are ours: they must not stand in the quotation marks of others.
    """
    loose: list[Node] = []
    for node in nodes:
        inner = replace(node, children=_loosen(node.children, swapped))
        before = loose[-2] if len(loose) > 1 else None
        if before and _held(before, loose[-1], inner, swapped):
            opening, closing = before.text[-1], inner.text[0]
            loose[-2:-1] = [replace(before, text=before.text[:-1]), Node("quote", opening)]
            loose.append(Node("quote", closing))
            inner = replace(inner, text=inner.text[1:])
        loose.append(inner)
    return tuple(node for node in loose if node.kind != "text" or node.text)


def _held(before: Node, mark: Node, after: Node, swapped: frozenset[str]) -> bool:
    if mark.kind != "framing" or mark.ref not in swapped:
        return False
    if before.kind != "text" or after.kind != "text" or not after.text:
        return False
    return _QUOTES.get(before.text[-1:]) == after.text[0]


def _piece(whole: _Range, start: int, end: int, first: bool) -> _Range:
    return _Range(whole.kind, whole.ref, start, end, whole.rank, first)
