"""The frames: an index, and a page each with the articles that have it."""

from __future__ import annotations

from generator.pages.concordance import Uses
from generator.pages.entries import ListView, one_group
from generator.pages.entry import frame
from generator.pages.home import Card, card
from generator.pages.page import Library, Page


def frame_pages(library: Library, uses: Uses) -> tuple[Page, ...]:
    """Give the index of frames, and each one's page."""
    del uses
    codebook = library.codebook
    found: dict[str, list[Card]] = {entry.id: [] for entry in codebook.frames}
    for analysed in library.articles:
        for name in dict.fromkeys(analysed.article.frames):
            found[name].append(card(analysed, library.pairs))
    counts = {name: len(cards) for name, cards in found.items()}
    index = ListView(
        title="Frames of an article",
        description="What an article makes its subject a matter of, each frame with its articles.",
        lede="A frame is what an article as a whole makes its subject a matter of. The same swimming pool can be "
        "a matter of money, of health or of who runs the town.",
        groups=(one_group("frames", "The frames", codebook.frames, counts, "article"),),
        onward=(("Techniques", "../techniques/"), ("Kinds of inference", "../kinds/")),
    )
    return (
        Page("frames/index.md", "pages/entries.md.j2", index),
        *(frame(entry, codebook, found[entry.id]) for entry in codebook.frames),
    )
