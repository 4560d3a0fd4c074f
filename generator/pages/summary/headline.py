"""The one line at the top of an article's page."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.figures import Analysed
from generator.pages.english import capital, counted, number
from generator.pages.summary.sentence import first, heard


@dataclass(frozen=True, slots=True)
class Headline:
    """The one thing to see, with its figure apart."""

    before: str
    """The words before the figure."""
    figure: str
    """The figure."""
    after: str
    """The words after it, without a full stop."""


def headline(analysed: Analysed) -> Headline:
    """Say in one line how much rests on how few."""
    speaking = heard(analysed)
    total = analysed.figures.statements.total
    of_all = f"of {counted(total, 'statement')}"
    if total == 1:
        opening = {0: "Nobody is named for", 1: "One voice carries"}.get(
            len(speaking), f"{capital(number(len(speaking)))} voices carry"
        )
        return Headline(opening, "the one statement", "")
    if not speaking:
        return Headline("Nobody is named for", f"any {of_all}", "")
    _, most, ties = first(analysed)
    if len(speaking) == 1:
        return Headline("One voice carries", f"{most} {of_all}", "")
    opening = f"Of {len(speaking)} voices,"
    if most == 0:
        return Headline(f"{opening} none alone carries any", of_all, "")
    if ties:
        return Headline(f"{opening} none carries more than", f"{most} {of_all}", "")
    return Headline(f"{opening} one carries", f"{most} {of_all}", "")
