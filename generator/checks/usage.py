"""What the codebook defines and nothing in the library shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.checks.context import key_place
from generator.model import Article, Codebook, Problem
from generator.reading.problem import warning


def check_usage(articles: Iterable[Article], codebook: Codebook) -> Iterator[Problem]:
    """`technique-unused`, for a library of all `articles`.

    A young library, with fewer marks than there are techniques, could not use them all.
    """
    marks = [
        framing.technique
        for article in articles
        if article.status == "published"
        for framing in article.framing
    ]
    if len(marks) < len(codebook.techniques):
        return
    for technique in codebook.techniques:
        if technique.id not in marks:
            yield warning(
                "technique-unused",
                key_place(codebook, "techniques", technique.id),
                f"No article in the library uses `{technique.id}`.",
                "Add one that does: a reader learns it from sentences in their place.",
            )
