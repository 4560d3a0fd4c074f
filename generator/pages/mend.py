"""The ways from a note to its mending: the editor at the mark's line, and the form filled in."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from generator.analysis.figures import Analysed
from generator.model import Article, Framing, Statement
from generator.pages.english import cut
from generator.pages.page import Around

BRANCH = "main"
"""The branch that a change is suggested to."""

FORM = "mark.yml"
"""The issue form for a mark, under .github/ISSUE_TEMPLATE/; its fields are `link` and `mark`."""

_WORDS = 120


@dataclass(frozen=True, slots=True)
class Mend:
    """Where to go if a mark is wrong."""

    what: str
    """The mark as a link names it: `statement 7`, `the framing mark “boasted”`."""
    edit: str
    """The editor of the article's file, at the line where the mark begins."""
    report: str
    """The form for a mark that is wrong, filled in."""


def mends(analysed: Analysed, around: Around) -> dict[str, Mend]:
    """Give the ways for each mark by its id; none where nobody said which repository it is."""
    article = analysed.article
    if not around.repository:
        return {}
    marks: tuple[Statement | Framing, ...] = (*article.statements, *article.framing)
    return {mark.id: _mend(article, mark, around) for mark in marks}


def _mend(article: Article, mark: Statement | Framing, around: Around) -> Mend:
    file, line = f"{BRANCH}/{quote(article.path)}", f"L{mark.place.line}"
    words = cut(" ".join(mark.text.split()), _WORDS)
    if isinstance(mark, Statement):
        what, title = f"statement {mark.number}", f"Statement {mark.number}"
    else:
        what, title = f"the framing mark “{cut(words, 40)}”", f"“{cut(words, 40)}”"
    # Where the site's address is not known, the line of the file says as well which mark is meant.
    page = (
        f"{around.address}articles/{article.slug}/#{mark.id}"
        if around.address
        else f"{around.repository}/blob/{file}?plain=1#{line}"
    )
    filled = {"template": FORM, "title": f"{title} in “{cut(article.title, 80)}”"}
    query = urlencode({**filled, "link": page, "mark": words}, quote_via=quote, safe="")
    return Mend(
        what=what,
        edit=f"{around.repository}/edit/{file}#{line}",
        report=f"{around.repository}/issues/new?{query}",
    )
