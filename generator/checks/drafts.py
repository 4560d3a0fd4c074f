"""Nothing that is only suggested is published: a person decides each mark."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import Context, key_place, value_place
from generator.model import Article, Framing, Problem, Statement
from generator.reading.problem import error, warning


def check_drafts(article: Article, _context: Context) -> Iterator[Problem]:
    """`draft-left`: an error for each suggestion in a published article, one warning in a draft."""
    marks: tuple[Statement | Framing, ...] = (*article.statements, *article.framing)
    left = [mark for mark in marks if mark.draft]
    if article.status == "draft":
        if left:
            marked = "suggestion is" if len(left) == 1 else "suggestions are"
            yield warning(
                "draft-left",
                key_place(article, "status"),
                f"{len(left)} {marked} still to be decided.",
                "Go through the marks with draft=yes: decide each, write its note, take it out.",
            )
        return
    for mark in left:
        yield error(
            "draft-left",
            value_place(mark.at, "draft", mark.place),
            f"Nobody has decided yet whether `{mark.id}` is right.",
            "Read the words and the note. Change what is wrong, write the note in your own words, "
            "and take draft=yes out.",
        )
