"""Corrections: each names a mark that is there, and no mark changes without one."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.checks.context import Context, key_place, value_place
from generator.model import Article, Framing, Place, Problem, Statement
from generator.reading.problem import error, one_of

_MORE = "Say why in `what`, and who asked for it in `by`, if somebody did."


def check_changes(article: Article, _context: Context) -> Iterator[Problem]:
    """`unknown-statement` for a correction at a mark."""
    known = [mark.id for mark in _marks(article)]
    for number, change in enumerate(article.changes):
        if change.at and change.at not in known:
            yield error(
                "unknown-statement",
                key_place(article, "changes", str(number), "at"),
                f"There is no statement or framing mark `{change.at}`.",
                one_of(change.at, known),
            )


def check_corrections(article: Article, earlier: Article, context: Context) -> Iterator[Problem]:
    """`change-without-correction`, for each mark that was published otherwise in `earlier`.

    One new entry in `changes` is enough for all of them: it can name several. So is one in
    `decisions`, which says as much and is as public.
    """
    published = article.status == earlier.status == "published"
    told = len(article.changes) > len(earlier.changes)
    if not published or told or len(article.decisions) > len(earlier.decisions):
        return
    before = {mark.id: mark for mark in _marks(earlier)}
    for mark in _marks(article):
        old = before.get(mark.id)
        if old is None or _answer(mark) == _answer(old):
            continue
        what = f"{_called(mark)} was marked {_answer(old)} and is now {_answer(mark)}."
        entry = f"{{date: {context.today.isoformat()}, what: {_quoted(what)}, at: {mark.id}}}"
        yield error(
            "change-without-correction",
            _place(mark, old),
            f"{what} No correction says so.",
            f"Add to `changes`: `- {entry}`. {_MORE}"
            if article.changes
            else f"Add to the front matter: `changes: [{entry}]`. {_MORE}",
        )


def _marks(article: Article) -> tuple[Statement | Framing, ...]:
    return (*article.statements, *article.framing)


def _answer(mark: Statement | Framing) -> str:
    """What an annotator decided: the basis with its kind, or the technique."""
    if isinstance(mark, Framing):
        return mark.technique
    return f"{mark.basis} ({mark.kind})" if mark.kind else mark.basis


def _called(mark: Statement | Framing) -> str:
    """The mark as a reader of the page knows it."""
    if isinstance(mark, Statement):
        return f"Statement {mark.number}"
    return f"The framing “{' '.join(mark.text.split())}”"


def _quoted(text: str) -> str:
    """The text between double quotation marks, for YAML."""
    return json.dumps(text, ensure_ascii=False)


def _place(mark: Statement | Framing, old: Statement | Framing) -> Place:
    """The value that changed, or the mark where that is its basis."""
    match mark, old:
        case Framing(), Framing():
            return value_place(mark.at, "technique", mark.place)
        case Statement(), Statement() if mark.basis == old.basis:
            return value_place(mark.at, "kind", mark.place)
    return mark.place
