"""Which links of a new site are in doubt: those of new pages, and those to files that are no longer the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from generator.finish.addresses import Target
from generator.publish.kept import Index, Kept, KeptPage

Wants = tuple[str, tuple[Target, ...]]
"""A page, and what it links to in other files."""


def in_doubt(pages: Iterable[KeptPage], same: AbstractSet[str]) -> Iterator[Wants]:
    """What pages of the last site want, but for files that are the same as there: those had it."""
    for page in pages:
        if doubted := tuple(target for target in page.wants if target.file not in same):
            yield page.path, doubted


def in_doubt_of_articles(
    articles: Mapping[str, Kept], last: Index, same: AbstractSet[str]
) -> Iterator[Wants]:
    """The same of the pages of articles."""
    doubted = {n for n, target in enumerate(last.targets) if target.file not in same}
    if doubted:
        for slug, kept in articles.items():
            for page, numbers in kept.pages:
                if wants := tuple(last.targets[n] for n in numbers if n in doubted):
                    yield f"articles/{slug}/{page}", wants
