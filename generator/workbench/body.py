"""The text of a work: the lines of its file that are to change, or all of them where there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from generator.exchange.document import trimmed
from generator.exchange.utf16 import Units
from generator.model import RichText, Style
from generator.reading.blocks import RawBlock
from generator.reading.marks import STATEMENTS, kind_of
from generator.workbench.attributes import after_cue, after_framing, after_statement
from generator.workbench.lines import Change
from generator.workbench.notes import note_text
from generator.workbench.opened import File
from generator.workbench.values import BlockShape, Marks, Stretch, Work
from generator.workbench.woven import Marked, Wanted, outer_first, woven

_SIGNS = {"item": ("- ", "  "), "quote": ("> ", "> ")}


def new_body(work: Work) -> str:
    """The text and the notes of a work that has no file yet."""
    blocks: list[str] = []
    for number, (block, marks) in enumerate(zip(work.blocks, work.by_block, strict=True)):
        first, later = _SIGNS.get(block.kind, ("#" * block.level + " " if block.level else "", ""))
        content = woven(_wanted(block, marks, {}), None)
        listed = block.kind == "item" and number and work.blocks[number - 1].kind == "item"
        before = "" if not number else "\n" if listed else "\n\n"
        blocks.append(before + first + content.replace("\n", f"\n{later}"))
    notes = "".join(f"{note_text(mark.id, mark.note)}\n" for mark in work.noted)
    return "".join(blocks) + "\n" + (f"\n{notes}" if notes else "")


def block_changes(file: File, work: Work) -> Iterator[Change] | None:
    """The blocks that are to change; None where the file's and the work's do not match."""
    kinds = [(block.kind, block.level) for block in work.blocks]
    if kinds != [(block.kind, block.level) for block in file.work.blocks]:
        return None
    return _changes(file, work)


def _changes(file: File, work: Work) -> Iterator[Change]:
    raws = [raw for raw in file.parts.body.blocks if not raw.note]
    afters = _afters(raws, file.work)
    pairs = zip(file.work.blocks, file.work.by_block, work.blocks, work.by_block, strict=True)
    for raw, (old, had, block, marks) in zip(raws, pairs, strict=True):
        if old != block or had.said != marks.said:
            content = woven(_wanted(block, marks, afters), raw.stretch.text)
            first = raw.stretch.first_line
            after = first + raw.stretch.text.count("\n") + 1
            yield Change(first, after, tuple(_lines(content, raw)))


def _lines(content: str, raw: RawBlock) -> Iterator[str]:
    """A block's Markdown with the signs that stand before its lines."""
    placed, before = raw.stretch, ""
    for number, line in enumerate(content.split("\n")):
        if number < len(placed.columns):
            written = placed.source.lines[placed.first_line - 1 + number]
            before = written[: placed.columns[number] - 1]
        elif number == 1:
            before = "".join(sign if sign in ">\t" else " " for sign in before)
        yield before + line


def _afters(raws: list[RawBlock], work: Work) -> dict[tuple[object, ...], str]:
    """What stands behind the words of each mark of a file, by what the mark says."""
    statements = iter([s for s in work.statements if s.written])
    framing, cues = iter(work.framing), iter(work.cues)
    afters: dict[tuple[object, ...], str] = {}
    for raw in raws:
        for mark in raw.flat.marks:
            found, kind = mark.found, kind_of(mark.found.attributes)
            after = raw.stretch.text[found.brace : found.end]
            if kind in STATEMENTS:
                afters[next(statements).means] = after
            elif kind == "framing":
                afters[next(framing).means] = after
            elif kind == "cue":
                afters[next(cues).means] = after
    return afters


def _wanted(block: BlockShape, of: Marks, afters: Mapping[tuple[object, ...], str]) -> Wanted:
    """A block to be written, its unchanged marks with the braces that they have."""
    units = Units(block.text)
    marks: list[Marked] = []
    lines: list[int] = []

    def add(mark: Stretch, after: Callable[[], str]) -> None:
        start, end = units.point(mark.start), units.point(mark.end)
        if start is not None and end is not None:
            said = afters.get(mark.means) or after()
            marks.append(Marked(*trimmed(block.text, start, end), said))

    for statement in of.statements:
        if basis := statement.written:
            add(statement, partial(after_statement, statement, basis))
        if statement.written or not afters:
            lines.append(units.point(statement.start) or 0)
    for cue in of.cues:
        add(cue, partial(after_cue, cue))
    for framing in of.framing:
        add(framing, partial(after_framing, framing))
    several = not block.level and len(lines) > 1
    return Wanted(_rich(block, units), outer_first(marks), tuple(lines) if several else ())


def _rich(block: BlockShape, units: Units) -> RichText:
    styles = (
        Style(style.kind, units.point(style.start) or 0, units.point(style.end) or 0, style.href)
        for style in block.styles
    )
    return RichText(block.text, tuple(style for style in styles if style.start < style.end))
