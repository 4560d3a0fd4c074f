"""The headline and the paragraph that are made from an article's figures.

Each rule looks at the figures and says one thing, or nothing. What is said depends on the shape of
the article, so that two articles with other shapes get other sentences. The page never says whether
the article is right: every sentence here is a count, or names what the count is of.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.analysis.figures import Analysed
from generator.pages.summary.headline import Headline, headline
from generator.pages.summary.put import contested, contested_figures, framing, missing
from generator.pages.summary.sentence import Sentence
from generator.pages.summary.weight import bare, heaviest, inferred, settled, unsourced
from generator.pages.summary.who import nameless, origin, stakes

RULES: tuple[Callable[[Analysed], Sentence | None], ...] = (
    origin,
    nameless,
    stakes,
    inferred,
    bare,
    unsourced,
    heaviest,
    settled,
    framing,
    missing,
    contested,
)
"""What the paragraph says, in this order."""


def paragraph(analysed: Analysed) -> tuple[Sentence, ...]:
    """Say in plain words what the figures show."""
    said = [rule(analysed) for rule in RULES]
    return tuple(sentence for sentence in said if sentence is not None)


def plain(analysed: Analysed) -> str:
    """Give the paragraph as plain text."""
    return " ".join(sentence.text for sentence in paragraph(analysed))


__all__ = ["RULES", "Headline", "Sentence", "contested_figures", "headline", "paragraph", "plain"]
