"""The kinds of inference: an index, and a page each with every use in the library."""

from __future__ import annotations

from generator.pages.concordance import Uses
from generator.pages.entries import ListView, one_group
from generator.pages.entry import Sentence, kind, sentence
from generator.pages.page import Library, Page


def kind_pages(library: Library, uses: Uses) -> tuple[Page, ...]:
    """Give the index of kinds of inference, and each one's page."""
    del uses
    codebook = library.codebook
    found: dict[str, list[Sentence]] = {entry.id: [] for entry in codebook.kinds}
    for analysed in library.articles:
        for statement in analysed.article.statements:
            if statement.kind in found:
                found[statement.kind].append(sentence(analysed.article, statement))
    counts = {name: len(sentences) for name, sentences in found.items()}
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
        *(kind(entry, codebook, found[entry.id]) for entry in codebook.kinds),
    )
