"""What every report says of agreement, beside its figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.agreement.figures import Agreement, Difference

NOTHING = (
    "Nobody else has read an article yet: there is no file in content/readings/. "
    "`whosays blind SLUG` gives the bare text of one, to be marked."
)


def drawn(agreement: Agreement) -> str:
    """What the library's intervals draw, in a sentence."""
    what = (
        "whole articles"
        if agreement.drawn == "articles"
        else "statements, and framing by paragraph"
    )
    return f"Intervals are 95 %, by bootstrap; the library's draw {what}."


def answers(difference: Difference) -> str:
    """What each reader says, on one line."""
    return "; ".join(f"{a.reader}: {a.said}{'*' if a.cut else ''}" for a in difference.answers)


def short(text: str, words: int = 9) -> str:
    """The first words of a text."""
    found = text.split()
    return " ".join(found[:words]) + (" …" if len(found) > words else "")


def cut_otherwise(differences: Sequence[Difference]) -> Iterator[str]:
    """What the star means, where one is shown."""
    if any(a.cut for d in differences for a in d.answers):
        yield "* marks other words than these"
