"""The ways from a note to its mending: the editor at the mark's line, and the form filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from generator.analysis.figures import Analysed
from generator.model import Framing, Statement
from generator.pages.english import cut
from generator.pages.page import Around

BRANCH = "main"
"""The branch that a change is suggested to."""

FORM = "mark.yml"
"""The issue form for a mark, under .github/ISSUE_TEMPLATE/; its fields are `link` and `mark`."""


@dataclass(frozen=True, slots=True)
class Mending:
    """Where to go if a mark is wrong: the page's script puts both ways beside each note."""

    edit: str
    """The editor of the article's file; the mark's line follows after `#L`."""
    report: str
    """The form for a mark that is wrong; what is said of the mark follows after `&`."""
    title: str
    """The article's title, short enough for the title of a report."""
    page: str
    """The address that a report gives, up to the mark's id, or up to its line."""
    by_line: bool
    """Whether it is the line that says which mark is meant: there the site has no address."""
    lines: Mapping[str, int]
    """The line of each mark's beginning, by its id."""


def mending(analysed: Analysed, around: Around) -> Mending | None:
    """Give the ways from an article's notes; None where nobody said which repository it is."""
    article = analysed.article
    if not around.repository:
        return None
    marks: tuple[Statement | Framing, ...] = (*article.statements, *article.framing)
    file = f"{BRANCH}/{quote(article.path)}"
    page = (
        f"{around.address}articles/{article.slug}/#"
        if around.address
        else f"{around.repository}/blob/{file}?plain=1#L"
    )
    return Mending(
        edit=f"{around.repository}/edit/{file}",
        report=f"{around.repository}/issues/new?{urlencode({'template': FORM})}",
        title=cut(article.title, 80),
        page=page,
        by_line=not around.address,
        lines={mark.id: mark.place.line for mark in marks},
    )
