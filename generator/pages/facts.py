"""Where an article was published, as a line of short facts."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Article
from generator.pages.english import day


@dataclass(frozen=True, slots=True)
class Fact:
    """A short fact about the original, with an address where it has one."""

    text: str
    """The words."""
    href: str = ""
    """The address, or empty."""


def facts(article: Article) -> tuple[Fact, ...]:
    """Give publisher, author, date, and where the original is."""
    original = article.original
    found = [Fact(original.publisher or "publisher not known")]
    found += [Fact(f"by {original.author}")] if original.author else []
    found += [Fact(day(original.published))] if original.published else []
    found += [Fact("original", original.url)] if original.url else []
    found += [Fact("archived copy", original.archived)] if original.archived else []
    if original.title and original.title != article.title:
        found.insert(0, Fact(f"“{original.title}”"))
    return tuple(found)
