"""The frames: an index, and a page each with the articles that have it."""

from __future__ import annotations

from collections import Counter

from generator.pages.entries import ListView, one_group
from generator.pages.entry import frame
from generator.pages.page import Library, Page


def frame_pages(library: Library) -> tuple[Page, ...]:
    """Give the index of frames, and each one's page."""
    codebook = library.codebook
    counts = Counter(name for article in library.articles for name in article.frames)
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
        *(frame(entry, library) for entry in codebook.frames),
    )
