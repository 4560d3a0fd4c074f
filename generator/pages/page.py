"""What the page makers take and give."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.figures import Analysed
from generator.model import Codebook


@dataclass(frozen=True, slots=True)
class Library:
    """Everything that is published together."""

    articles: tuple[Analysed, ...]
    """The articles, in the order in which lists show them."""
    codebook: Codebook
    """The definitions that their marks refer to."""


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
