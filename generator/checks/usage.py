"""What the codebook defines and nothing in the library shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.checks.context import key_place
from generator.model import Codebook, Problem
from generator.reading.problem import warning


def check_usage(used: Mapping[str, int], codebook: Codebook) -> Iterator[Problem]:
    """`technique-unused`, for a library that uses techniques so often.

    A young library, with fewer marks than there are techniques, could not use them all.
    """
    if sum(used.values()) < len(codebook.techniques):
        return
    for technique in codebook.techniques:
        if not used.get(technique.id):
            yield warning(
                "technique-unused",
                key_place(codebook, "techniques", technique.id),
                f"No article in the library uses `{technique.id}`.",
                "Add one that does: a reader learns it from sentences in their place.",
            )
