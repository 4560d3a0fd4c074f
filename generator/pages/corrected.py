"""The corrections of an article, as its own page and that of all corrections show them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from generator.model import Article, Change, Framing, Statement
from generator.pages.english import cut, day

_ROOM = 40


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction of an article."""

    id: str
    """Its anchor on the page of corrections: the same as long as it says the same."""
    when: date
    """Its day."""
    day: str
    """The same as people write it."""
    what: str
    """What was corrected, in a sentence."""
    by: str
    """Who asked for it, without a full stop, or empty."""
    at: str
    """Id of the mark that was corrected, or empty."""
    mark: str
    """That mark as a reader knows it: `statement 7`, or the words of a framing mark."""
    is_framing: bool
    """Whether those are words of the article, in its language."""
    slug: str
    """The article's address."""
    title: str
    """The article's title."""
    language: str
    """The language of that title."""


def corrections(article: Article) -> tuple[Correction, ...]:
    """Give the corrections of an article, newest first; what stands there twice is one."""
    marks: tuple[Statement | Framing, ...] = (*article.statements, *article.framing)
    called = {mark.id: _called(mark) for mark in marks}
    found = dict.fromkeys(article.changes)
    return tuple(
        _correction(change, article, called)
        for change in sorted(found, key=lambda change: change.date, reverse=True)
    )


def _correction(change: Change, article: Article, called: dict[str, str]) -> Correction:
    what = " ".join(change.what.split())
    # Its place among others may change, and what it says does not.
    digest = sha256("\n".join((what, change.by, change.at)).encode("utf-8")).hexdigest()[:8]
    return Correction(
        id=f"{article.slug}-{change.date.isoformat()}-{digest}",
        when=change.date,
        day=day(change.date),
        what=what if what.endswith((".", "!", "?", "…", "”", "’")) else f"{what}.",
        by=change.by.strip().rstrip("."),
        at=change.at if change.at in called else "",
        mark=called.get(change.at, ""),
        is_framing=change.at in {mark.id for mark in article.framing},
        slug=article.slug,
        title=article.title,
        language=article.language,
    )


def _called(mark: Statement | Framing) -> str:
    return (
        f"statement {mark.number}" if isinstance(mark, Statement) else f"“{cut(mark.text, _ROOM)}”"
    )
