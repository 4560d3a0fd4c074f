"""The techniques: an index, and a page each with its uses in the library."""

from __future__ import annotations

from collections import Counter

from generator.pages.entries import ListView, groups
from generator.pages.entry import technique
from generator.pages.page import Library, Page


def technique_pages(library: Library) -> tuple[Page, ...]:
    """Give the index of techniques, and each one's page."""
    codebook = library.codebook
    counts: Counter[str] = Counter()
    for article in library.articles:
        counts.update(dict(article.techniques))
    index = ListView(
        title="Techniques",
        description="Ways of wording that steer a reader, each with its definition and every use in the library.",
        lede="Ways of wording that steer a reader. Naming one is the start of a question, not a verdict: "
        "the words may steer you to where you would go anyway.",
        groups=groups(codebook, counts),
        onward=(("Kinds of inference", "../kinds/"), ("Frames of an article", "../frames/")),
    )
    return (
        Page("techniques/index.md", "pages/entries.md.j2", index),
        *(technique(entry, library) for entry in codebook.techniques),
    )
