"""One block of a work as Markdown: as its file has it where that can be, and else as we write it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.exchange.markdown import Node, begun, inline, nested
from generator.model import RichText
from generator.reading.flat import Flat, flatten
from generator.reading.inline import markdown
from generator.reading.usual_marks import read_usual
from generator.workbench.aligned import Aligned, aligned, respoken, unmarked

_MD = markdown()


@dataclass(frozen=True, slots=True)
class Given:
    """A block as a file has it."""

    content: str
    """Its Markdown."""
    flat: Flat
    """The same, flat."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A mark of a block, to be written."""

    start: int
    """Its first character."""
    end: int
    """One past its last."""
    after: str
    """What stands behind its `]`."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A block to be written."""

    text: RichText
    """Its words."""
    marks: tuple[Marked, ...]
    """Its marks, outer before inner."""
    lines: tuple[int, ...] = ()
    """Where statements begin, which stand on lines of their own; none where the block has one line."""


def given(content: str) -> Given:
    """Read a block's Markdown."""
    return Given(content, read_usual(content) or flatten(_MD, content))


@lru_cache(maxsize=2000)
def woven(wanted: Wanted, content: str | None) -> str:
    """Write a block, whose file has `content` for it; None for a new one."""
    return next(way for way in _ways(wanted, content) if way is not None)


def _ways(wanted: Wanted, content: str | None) -> Iterator[str | None]:
    if content is not None:
        was = given(content)
        old = aligned(unmarked(content, was.flat.marks), was.flat.text.text)
        if old and was.flat.text.text != wanted.text.text:
            old = aligned(respoken(old, wanted.text.text), wanted.text.text)
        apart = _apart(was)
        if old:
            yield _held(_with_marks(old, wanted, wanted.lines if apart else ()), wanted)
    text = wanted.text.text
    styles = [Node(s.start, s.end, style=s) for s in wanted.text.styles]
    plain, _ = inline(text, nested(styles, (), text), " ")
    ours = aligned(begun(plain), text)
    if ours:
        yield _held(_with_marks(ours, wanted, wanted.lines), wanted)
    nodes = [Node(m.start, m.end, m.after, new_line=m.start in wanted.lines) for m in wanted.marks]
    yield inline(text, nested(styles, nodes, text), "\n" if wanted.lines else " ")[0]


def _apart(was: Given) -> bool:
    """Whether each statement of a block begins on a line of its own, for there are several."""
    outer = [mark.found.start for mark in was.flat.marks if not mark.parents]
    return all(was.content[at - 1] == "\n" for at in outer if at)


def _with_marks(base: Aligned, wanted: Wanted, lines: Sequence[int]) -> str:
    """The Markdown with the marks put in, and line breaks before statements."""
    parts: list[str] = []
    around: list[Marked] = []
    at = 0

    def until(stop: int) -> None:
        nonlocal at
        if stop > at:
            parts.append(base.source[at:stop])
            at = stop

    def close(stop: int) -> None:
        while around and around[-1].end <= stop:
            mark = around.pop()
            until(base.closing(mark.end))
            parts.append(f"]{mark.after}")

    broken = set(lines)
    begins = {mark.start for mark in wanted.marks}
    marks = [*wanted.marks, *(Marked(n, n, "") for n in broken - begins)]
    for mark in sorted(marks, key=lambda m: m.start):
        close(mark.start)
        until(base.opening(mark.start))
        if mark.start in broken:
            broken.discard(mark.start)
            _break(parts, base.source[at:], mark.start not in begins)
        if mark.end > mark.start:
            parts.append("[")
            around.append(mark)
    close(len(wanted.text.text))
    until(len(base.source))
    return "".join(parts)


def _break(parts: list[str], rest: str, words: bool) -> None:
    """Turn a space at the end into a line break, where what follows cannot begin a block there."""
    said = "".join(parts)
    if said.endswith(" ") and said.strip() and (not words or begun(rest) == rest):
        parts[:] = [said[:-1], "\n"]


def _held(content: str, wanted: Wanted) -> str | None:
    """The Markdown, if it is read as what is wanted."""
    flat = given(content).flat
    marks = [(m.start, m.end, content[m.found.brace : m.found.end]) for m in flat.marks]
    same = marks == [(m.start, m.end, m.after) for m in wanted.marks]
    if not same or flat.text.text != wanted.text.text:
        return None
    had = sorted(_style(s.kind, s.start, s.end, s.href) for s in flat.text.styles)
    styles = sorted(_style(s.kind, s.start, s.end, s.href) for s in wanted.text.styles)
    return content if had == styles else None


def _style(kind: str, start: int, end: int, href: str) -> tuple[str, int, int, str]:
    return kind, start, end, href


def outer_first(marks: Sequence[Marked]) -> tuple[Marked, ...]:
    """Marks in the order in which they are opened; one that crosses another ends where that ends."""
    kept: list[Marked] = []
    around: list[Marked] = []
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        while around and around[-1].end <= mark.start:
            around.pop()
        if around and mark.end > around[-1].end:
            mark = replace(mark, end=around[-1].end)
        if mark.end > mark.start:
            kept.append(mark)
            around.append(mark)
    return tuple(kept)
