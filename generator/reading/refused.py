"""What a line of an article cannot hold: HTML, images, strange links, template code, reference definitions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it.common.utils import unescapeAll

from generator.model import Problem
from generator.reading.blocks import RawBlock
from generator.reading.machine import machine_code
from generator.reading.plain import markup_problems
from generator.reading.problem import error

DEFINITION = re.compile(r"^\[(?!\^)([^\]\n]+)\]:.*$", re.MULTILINE)
"""A line that Markdown would take for the address of a link."""

_ADDRESS = re.compile(r"https?://[^\s/?#\\%@]+(?:[/?#]|$)|mailto:.")
_LITERAL = re.compile(r"\]\([^)]*\)?")
_AUTOMATIC = re.compile(r"(?<!\\)<[A-Za-z][A-Za-z0-9+.\-]{1,31}:[^<>\x00-\x20]*>")


def refused(raw: RawBlock) -> Iterator[Problem]:
    """`html`, `image`, `link-address`, `template-code`, `snippet` and `reference-definition` in one block."""
    if raw.flat.usual:  # it holds no sign that could be refused
        return
    yield from _html(raw)
    yield from _links(raw)
    yield from _values(raw)
    yield from machine_code(raw.stretch.text, raw.stretch.place, escapes=True)
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
        elif kind == "link-title":
            at = max(placed.text.find(written, at), at)
            yield error(
                "link-title",
                placed.place(at, at + len(written)),
                "A link has an address and no title: nothing would show it.",
                'Take it out with its quotation marks: [words](https://…), not (https://… "title").',
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


def _values(raw: RawBlock) -> Iterator[Problem]:
    """`html` and the like in the values of attributes, which are plain text."""
    for flat in raw.flat.marks:
        for value in flat.found.attributes.values:
            yield from markup_problems(value.value, raw.stretch.place(value.start, value.end))


def _literal_link(raw: RawBlock) -> Iterator[Problem]:
    """What looks like a link and is shown as text: an address that no link may have, or a slip."""
    placed = raw.stretch
    written, text = _without_code(raw)
    for automatic in _AUTOMATIC.finditer(written):
        if automatic[0] in text:
            yield error(
                "link-address",
                placed.place(automatic.start(), automatic.end()),
                f"`{automatic[0][1:-1]}` is not an address that a page may link to.",
                "Write the whole address, beginning with https://, http:// or mailto:; "
                "a < of the text itself is written \\<.",
            )
    if any(stray.what == "round" for stray in raw.flat.strays):
        return
    literals = _LITERAL.finditer(written) if "](" in text else ()
    literal = next((found[0] for found in literals if _shown(found[0]) in text), "")
    if not literal:
        return
    begin = written.index(literal)
    whole = _ADDRESS.match(literal[2:]) and " " not in literal
    yield error(
        "link-address",
        placed.place(begin + 1, begin + len(literal)),
        "A link with a mark or a note in it is not read as one."
        if whole
        else "This is not read as a link.",
        "Put the link inside the mark: [[words](https://…)]{.kind …}."
        if whole
        else "Write [words](https://…) with the whole address and no space in it; "
        "for round brackets of the text itself put a space before them.",
    )


def _without_code(raw: RawBlock) -> tuple[str, str]:
    """A block as written and as shown, with blanks for what is between backticks: that is no link."""
    text = raw.flat.text.text
    written, shown = list(raw.stretch.text), list(text)
    source, at = raw.stretch.text.replace("\n", " "), 0
    for style in raw.flat.text.styles:
        if style.kind == "code":
            code = text[style.start : style.end]
            at = source.find(code, at)
            while at >= 0 and "`" not in source[max(at - 2, 0) : at]:
                at = source.find(code, at + 1)
            if at < 0:
                break
            shown[style.start : style.end] = written[at : at + len(code)] = " " * len(code)
            at += len(code)
    return "".join(written), "".join(shown)


def _shown(written: str) -> str:
    """How a page shows the beginning of what is no link: entities and backslashes are resolved."""
    return unescapeAll(written).replace("\n", " ").rstrip(")")
