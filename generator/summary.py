"""The figures of articles in Markdown, for those who review a change: with the strip as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from generator.analysis.figures import Analysed
from generator.compare import Compared, Difference
from generator.model import Article, Basis, Statement
from generator.render import in_markdown

SIGNS: dict[Basis, str] = {"sourced": "■", "unsourced": "▒", "inferred": "∿"}
"""A statement in the strip, by its basis."""

_LINE = 60
_LEGEND = (
    f"{SIGNS['sourced']} sourced  {SIGNS['unsourced']} unsourced  {SIGNS['inferred']} inferred  "
    "a number: framing marks in the statement above it"
)


def as_markdown(library: Iterable[Analysed]) -> str:
    """Give every article with its strip and its figures."""
    return "\n\n".join(_article(analysed, "") for analysed in library)


def changes_as_markdown(changes: Sequence[Compared]) -> str:
    """Give the articles that changed: each as it is, and what its figures were."""
    if not changes:
        return "No article changed."
    return "\n\n".join(part for change in changes for part in _change(change))


def text_strip(article: Article) -> str:
    """Give the strip as text: a sign a statement, a group a paragraph, framing counted below."""
    framed = [framing.statement for framing in article.framing]
    groups = [
        [(SIGNS[s.basis], _count(framed.count(s.id))) for s in paragraph]
        for paragraph in _paragraphs(article.statements)
    ]
    lines: list[str] = []
    for row in _rows(groups):
        lines.append(" ".join("".join(sign for sign, _ in group) for group in row))
        counts = " ".join("".join(count for _, count in group) for group in row).rstrip()
        lines += [counts] if counts else []
    return "\n".join(lines)


def _paragraphs(statements: Iterable[Statement]) -> list[list[Statement]]:
    return [list(found) for _, found in groupby(statements, key=lambda s: s.span.block)]


def _count(marks: int) -> str:
    return " " if not marks else str(marks) if marks < 10 else "+"


def _rows(groups: Iterable[list[tuple[str, str]]]) -> Iterator[list[list[tuple[str, str]]]]:
    """Break after a paragraph, where a line would be longer than people like to read."""
    row: list[list[tuple[str, str]]] = []
    for group in groups:
        if row and sum(len(g) + 1 for g in row) + len(group) > _LINE:
            yield row
            row = []
        row.append(group)
    if row:
        yield row


def _change(change: Compared) -> Iterator[str]:
    if change.now is None:
        yield f"### {_plain(change.slug)}\n\nRemoved."
        return
    yield _article(change.now, change.change)
    if change.differences:
        yield _table(("what changed", "before", "now"), map(_difference, change.differences))
    elif change.change == "changed":
        yield "No figure changed: only words did, or their places."


def _difference(difference: Difference) -> tuple[str, str, str]:
    return difference.figure, difference.was or "none", difference.now or "none"


def _article(analysed: Analysed, change: str) -> str:
    article, figures = analysed.article, analysed.figures
    after = f" ({change})" if change else ""
    counts = (figures.statements, figures.words)
    bases = [
        (name, *(str(getattr(count, name)) for count in counts))
        for name in ("sourced", "unsourced", "inferred", "total")
    ]
    voices = [
        (v.name, v.stake, str(v.statements), str(v.words), f"{v.removal.load:.0%}")
        for v in figures.voices
    ]
    techniques = ", ".join(f"{name} {marks}" for name, marks in figures.framing.by_technique)
    framing = f"Framing marks: {figures.framing.marks}"
    parts = [
        f"### {_plain(article.title)}{after}",
        f"```text\n{text_strip(article)}\n\n{_LEGEND}\n```",
        _table(("basis", "statements", "words"), bases),
        *([_table(("voice", "stake", "statements", "words", "load"), voices)] if voices else []),
        f"{framing} ({techniques})." if techniques else f"{framing}.",
    ]
    return "\n\n".join(parts)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table whose cells are shown as they are written, whatever signs are in them."""
    lines = [head, ["---"] * len(head), *([_plain(text) for text in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _plain(text: str) -> str:
    """A text that stays one, in a cell as well and where GitHub knows more signs than others."""
    return str(in_markdown(text)).replace("|", "&#124;").replace("~", "&#126;")
