"""How it is put, what is missing, and what can be read in two ways."""

from __future__ import annotations

from collections.abc import Callable

from generator.analysis.figures import Analysed
from generator.pages.english import capital, listed, number, plural
from generator.pages.summary.sentence import Sentence

_LOST = 2
"""How many of the missing things are named."""


_HANDS = {
    "writer": "it is the writer’s own",
    "quotation": "it stands in a quotation",
    "paraphrase": "it stands in the report of what a voice says",
}


def framing(analysed: Analysed) -> Sentence:
    """How often the wording steers, and whose words they are."""
    marks = analysed.article.framing
    if not marks:
        return Sentence("No wording is marked as framing.")
    if len(marks) == 1:
        return Sentence(f"One wording carries a judgement, and {_HANDS[marks[0].wording]}.")
    every = max(1, round(analysed.figures.words.total / len(marks)))
    own = sum(mark.wording == "writer" for mark in marks)
    whose = f"{number(own)} of them {plural(own, 'is', 'are')} the writer’s own"
    if own == len(marks):
        whose = f"{'both' if own == 2 else 'all'} are the writer’s own"
    elif not own:
        whose = f"{'neither' if len(marks) == 2 else 'none'} is the writer’s own"
    rate = f", about one in every {number(every)} words" if len(marks) > 2 else ""
    return Sentence(f"{capital(number(len(marks)))} wordings carry a judgement{rate}; {whose}.")


def missing(analysed: Analysed) -> Sentence | None:
    """What a reader would need and does not get, by name as far as there is room."""
    missing = [one.what.rstrip(".") for one in analysed.article.missing]
    if not missing:
        return None
    named = [_small(what) for what in missing[:_LOST]]
    more = len(missing) - _LOST
    if more > 0:
        named.append(f"{number(more)} more")
    thing = plural(len(missing), "thing is missing", "things are missing")
    return Sentence(
        f"{capital(number(len(missing)))} {thing} that a reader would need: {listed(named)}."
    )


_SMALL = {
    "A",
    "An",
    "Another",
    "Any",
    "Anybody",
    "Anyone",
    "Every",
    "Her",
    "His",
    "How",
    "Its",
    "More",
    "Nobody",
    "Other",
    "Some",
    "Somebody",
    "Someone",
    "The",
    "Their",
    "Those",
    "What",
    "When",
    "Where",
    "Which",
    "Who",
    "Whoever",
    "Why",
}
"""Words that are no names, and so start with a small letter within a sentence."""


def _small(what: str) -> str:
    """Start with a small letter where the first word is no name."""
    first = what.split(" ", 1)[0]
    return what[:1].lower() + what[1:] if first in _SMALL else what


def contested(analysed: Analysed) -> Sentence | None:
    """How many marks can be read in two ways: statements and framing apart."""
    found = _contested(analysed, number)
    return Sentence(f"{capital(found)} can fairly be read in two ways.") if found else None


def contested_figures(analysed: Analysed) -> str:
    """The same as figures, for the top of the page; empty where nothing is contested."""
    found = _contested(analysed, str)
    them = plural(len(analysed.figures.contested), "it", "them")
    return f"{found} contested: a fair reader could call {them} something else." if found else ""


def _contested(analysed: Analysed, say: Callable[[int], str]) -> str:
    figures = analysed.figures
    counts = (
        (figures.contested_statements.total, "statement"),
        (figures.contested_framing, "framing mark"),
    )
    return listed([f"{say(n)} {plural(n, name, name + 's')}" for n, name in counts if n])
