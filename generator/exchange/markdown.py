"""Text with marks and styles as Markdown that is read back as the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.exchange.document import blocks_of, trimmed
from generator.model import RichText, Style
from generator.reading.flat import flatten
from generator.reading.inline import markdown

_MD = markdown()
_SIGNS = re.compile(r"[\\`*_\[\]<>{}|~^]")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LINK = re.compile(r"\\\](?=[(:])")
_BEGINS = re.compile(r"([#+=\-:]|\d+(?=[.)]))")
_NOT_IN_LINKS = re.compile(r"[<>\\\s]")
_SIGNS_OF: tuple[dict[str, str], ...] = (
    {"emphasis": "*", "strong": "**"},
    {"emphasis": "_", "strong": "**"},
    {"emphasis": "*", "strong": "__"},
)
"""Ways to write emphasis: where one touches another, not each of them is read."""


@dataclass(frozen=True, slots=True)
class Node:
    """A mark or a style in a text."""

    start: int
    """First character."""
    end: int
    """One past the last."""
    after: str = ""
    """What stands behind the `]` of a mark; empty for a style."""
    style: Style | None = None
    """The style, for a style."""
    new_line: bool = False
    """Whether it begins on a line of its own, where a space stands before it."""


def escaped(text: str) -> str:
    """`text`, to stand anywhere inside a line, without a meaning for Markdown or for marks."""
    safe = _ENTITY.sub(r"\\&", _SIGNS.sub(r"\\\g<0>", text.replace("\n", " ")))
    return _LINK.sub(r"\\]\\", safe).replace("![", "\\![")


def begun(text: str) -> str:
    """Markdown, to stand where a block begins: a sign there may open a list or a heading."""
    found = _BEGINS.match(text)
    if not found:
        return text
    return f"{found[0]}\\{text[found.end() :]}" if found[0].isdigit() else f"\\{text}"


def inline(text: str, nodes: Sequence[Node], new_line: str = "\n") -> tuple[str, int]:
    """`text` with its nodes, which nest, outer before inner; and how many styles were left out."""
    styles = [node for node in nodes if node.style]
    for signs in _SIGNS_OF if styles else _SIGNS_OF[:1]:
        written = _written(text, nodes, signs, new_line)
        if not styles or _same(written, text, nodes):
            return written, 0
    kept = list(nodes)
    for node in reversed(styles):
        kept.remove(node)
        written = _written(text, kept, _SIGNS_OF[0], new_line)
        if _same(written, text, kept):
            break
    return written, len(nodes) - len(kept)


def rich(text: RichText) -> tuple[list[str], int]:
    """A note's text, a Markdown paragraph each; and how many styles were left out."""
    paragraphs: list[str] = []
    lost = 0
    for start, end in blocks_of(text.text):
        inside = [
            Node(s.start - start, s.end - start, style=s)
            for s in text.styles
            if start <= s.start and s.end <= end
        ]
        written, left_out = inline(text.text[start:end], nested(inside, (), text.text[start:end]))
        paragraphs.append(begun(written))
        lost += left_out
    return paragraphs, lost + sum(
        not any(a <= s.start and s.end <= b for a, b in blocks_of(text.text)) for s in text.styles
    )


def nested(styles: Iterable[Node], marks: Sequence[Node] = (), text: str = "") -> list[Node]:
    """Styles and marks, outer before inner; a style that crosses a mark or a style is cut there."""
    kept = list(marks)
    for style in styles:
        pieces = [style]
        for other in kept:
            pieces = [part for piece in pieces for part in _apart(piece, other)]
        ends = [(piece, trimmed(text, piece.start, piece.end)) for piece in pieces]
        kept += [replace(piece, start=a, end=b) for piece, (a, b) in ends if a < b]
    return sorted(kept, key=lambda n: (n.start, -n.end, n.style is not None))


def _apart(node: Node, other: Node) -> tuple[Node, ...]:
    """`node`, cut in two where `other` begins in it or ends in it and they do not nest."""
    if other.start < node.start < other.end < node.end:
        return replace(node, end=other.end), replace(node, start=other.end)
    if node.start < other.start < node.end < other.end:
        return replace(node, end=other.start), replace(node, start=other.start)
    return (node,)


def _written(text: str, nodes: Sequence[Node], signs: dict[str, str], new_line: str) -> str:
    parts: list[str] = []
    around: list[Node] = []
    at = 0

    def until(stop: int) -> None:
        nonlocal at
        while around and around[-1].end <= stop:
            node = around.pop()
            parts.append(escaped(text[at : node.end]))
            at = max(at, node.end)
            parts.append(_close(node, signs))
        parts.append(escaped(text[at:stop]))
        at = max(at, stop)

    for node in nodes:
        if node.start < at:
            continue
        until(node.start)
        if node.new_line and parts[-1:] == [" "] and text[node.start - 2 : node.start].strip():
            parts[-1] = new_line
        if node.style and node.style.kind == "code":
            parts.append(_code(text[node.start : node.end]))
            at = node.end
            continue
        parts.append(signs.get(node.style.kind, "[") if node.style else "[")
        around.append(node)
    until(len(text))
    return "".join(parts)


def _close(node: Node, signs: dict[str, str]) -> str:
    if not node.style:
        return f"]{node.after}"
    if node.style.kind == "link":
        return f"](<{_NOT_IN_LINKS.sub('', node.style.href)}>)"
    return signs.get(node.style.kind, "")


def _code(text: str) -> str:
    fence = "`" * (1 + max(map(len, re.findall("`+", text)), default=0))
    pad = " " if text[:1] in "` " or text[-1:] in "` " else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _same(written: str, text: str, nodes: Sequence[Node]) -> bool:
    """Whether Markdown is read as this text with these marks and styles."""
    flat = flatten(_MD, written)
    marks = [(mark.start, mark.end) for mark in flat.marks]
    styles = sorted((s.start, -s.end, s.kind, s.href) for s in flat.text.styles)
    return (
        flat.text.text == text
        and marks == [(node.start, node.end) for node in nodes if not node.style]
        and styles
        == sorted((n.start, -n.end, n.style.kind, n.style.href) for n in nodes if n.style)
    )
