"""The kinds of inference: an index, and a page each with every use in the library."""

from __future__ import annotations

from collections import Counter

from generator.pages.entries import ListView, one_group
from generator.pages.entry import kind
from generator.pages.page import Library, Page


def kind_pages(library: Library) -> tuple[Page, ...]:
    """Give the index of kinds of inference, and each one's page."""
    codebook = library.codebook
    counts: Counter[str] = Counter()
    for article in library.articles:
        counts.update(dict(article.kinds))
    index = ListView(
        title="Kinds of inference",
        description="What a writer does when they conclude, each kind with every use in the library.",
        lede="What a writer does when they conclude. A conclusion is no offence: it is the writer’s own work, "
        "and you may look at what it rests on.",
        groups=(one_group("kinds", "The kinds", codebook.kinds, counts, "use"),),
        onward=(("Techniques", "../techniques/"), ("Frames of an article", "../frames/")),
    )
    return (
        Page("kinds/index.md", "pages/entries.md.j2", index),
        *(kind(entry, library) for entry in codebook.kinds),
    )
