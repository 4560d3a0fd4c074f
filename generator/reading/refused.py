"""What a line of an article cannot hold: HTML, images, strange links, reference definitions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model import Problem
from generator.reading.blocks import RawBlock
from generator.reading.problem import error

DEFINITION = re.compile(r"^\[(?!\^)([^\]\n]+)\]:.*$", re.MULTILINE)
"""A line that Markdown would take for the address of a link."""

_ADDRESS = re.compile(r"(?:https?://[^/]|mailto:.)")
_LITERAL = re.compile(r"\]\([^)]*\)?")


def refused(raw: RawBlock) -> Iterator[Problem]:
    """`html`, `image`, `link-address` and `reference-definition` in one block."""
    yield from _html(raw)
    yield from _links(raw)
    for found in DEFINITION.finditer(raw.stretch.text):
        note = f"For a note write [^{found[1]}]: why. " if " " not in found[1] else ""
        yield error(
            "reference-definition",
            raw.stretch.place(found.start(), found.end()),
            "This line would turn every mark with the same words into a link.",
            f"{note}A link is written where it belongs: [words](https://…).",
        )


def _html(raw: RawBlock) -> Iterator[Problem]:
    placed, at = raw.stretch, 0
    for kind, written in raw.flat.refused:
        if kind == "image":
            at = max(placed.text.find("![", at), at)
            yield error(
                "image",
                placed.place(at, at + len(written) + 3),
                "No image can stand here.",
                "Take it out, or say in words what it shows.",
            )
        else:
            at = max(placed.text.find(written, at), at)
            yield error(
                "html",
                placed.place(at, at + len(written)),
                "No HTML can stand here.",
                "Write it in Markdown, or take it out; a < of the text itself is written \\<.",
            )
        at += 1


def _links(raw: RawBlock) -> Iterator[Problem]:
    placed, at = raw.stretch, 0
    for style in raw.flat.text.styles:
        if style.kind != "link":
            continue
        ways = (f"]({style.href}", f"<{style.href}", "](", "<")
        begin, way = next(
            ((b, way) for way in ways if (b := placed.text.find(way, at)) >= 0), (at, "")
        )
        begin += 2 if way.startswith("](") else len(way[:1])
        at = begin
        if not _ADDRESS.match(style.href):
            length = len(re.match(r"[^\s)>]*", placed.text[begin:])[0])  # type: ignore[index]
            yield error(
                "link-address",
                placed.place(begin, begin + max(length, 1)),
                f"`{style.href}` is not an address that a page may link to.",
                "Write the whole address, beginning with https://, http:// or mailto:.",
            )
    yield from _literal_link(raw)


def _literal_link(raw: RawBlock) -> Iterator[Problem]:
    placed = raw.stretch
    rounded = [stray for stray in raw.flat.strays if stray.what == "round"]
    literal = None if rounded else _LITERAL.search(raw.flat.text.text)
    begin = placed.text.find(literal[0]) if literal else -1
    if not literal or begin < 0:
        return
    whole = _ADDRESS.match(literal[0][2:]) and " " not in literal[0]
    yield error(
        "link-address",
        placed.place(begin + 1, begin + len(literal[0])),
        "A link with a mark or a note in it is not read as one."
        if whole
        else "This is not read as a link.",
        "Put the link inside the mark: [[words](https://…)]{.kind …}."
        if whole
        else "Write [words](https://…) with the whole address and no space in it; "
        "for round brackets of the text itself put a space before them.",
    )
