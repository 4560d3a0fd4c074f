"""What the page makers take and give."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.figures import Analysed
from generator.model import Codebook, Lesson, Pair


@dataclass(frozen=True, slots=True)
class Library:
    """Everything that is published together."""

    articles: tuple[Analysed, ...]
    """The articles, in the order in which lists show them."""
    codebook: Codebook
    """The definitions that their marks refer to."""
    address: str = ""
    """Where the site will stand on the web, with a slash at its end, or empty where nobody said."""
    pairs: tuple[Pair, ...] = ()
    """The pairs whose articles are both here."""
    lessons: tuple[Lesson, ...] = ()
    """The lessons, in the order in which lists show them."""
    repository: str = ""
    """Where the content is kept and mended, without a slash at its end; empty where nobody said."""
    packs: bool = False
    """Whether each article and lesson will have a pack beside it: only a finished site has packs."""

    @property
    def has_feeds(self) -> bool:
        """Whether there are feeds: their items have addresses on the web, or they are of no use."""
        return bool(self.address)


@dataclass(frozen=True, slots=True)
class Page:
    """One page before it is rendered."""

    path: str
    """Its file under `docs/`, with forward slashes (`articles/changing-sides/index.md`).

    A page stands in the folder of its address: so a link in its HTML means the same to an engine
    that takes links from the file and to one that takes them from the address.
    """
    template: str
    """The template that renders it (`pages/article.md.j2`)."""
    view: object
    """A frozen value with all that the template needs, everything computed."""
