"""The figures of articles in Markdown, for those who review a change: with the strip as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from generator.agreed.markdown import markdown_table, plain, section
from generator.agreement import agree_on, laid
from generator.analysis.figures import Analysed
from generator.compare import Compared, Difference
from generator.model import Article, Basis, Reading, Statement

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


def readings_as_markdown(
    articles: Iterable[Article], now: Sequence[Reading], was: Iterable[Reading]
) -> str:
    """How far the readers of an article agree, where somebody has read it anew; empty otherwise."""
    before = set(was)
    changed = {reading.slug for reading in now if reading not in before}
    texts = laid((article for article in articles if article.slug in changed), now)
    parts = [part for marked in texts for part in section(agree_on(marked))]
    return "\n\n".join(("## Readings by others", *parts)) if parts else ""


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
        yield f"### {plain(change.slug)}\n\nRemoved."
        return
    yield _article(change.now, change.change)
    if change.differences:
        yield markdown_table(
            ("what changed", "before", "now"), map(_difference, change.differences)
        )
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
        f"### {plain(article.title)}{after}",
        f"```text\n{text_strip(article)}\n\n{_LEGEND}\n```",
        markdown_table(("basis", "statements", "words"), bases),
        *(
            [markdown_table(("voice", "stake", "statements", "words", "load"), voices)]
            if voices
            else []
        ),
        f"{framing} ({techniques})." if techniques else f"{framing}.",
        *([f"Contested: {', '.join(figures.contested)}."] if figures.contested else []),
    ]
    return "\n\n".join(parts)
