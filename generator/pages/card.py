"""An article in a list."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.analysis.figures import Analysed
from generator.pages.answers import Answers, answers
from generator.pages.english import capital, counted, listed, percent, within
from generator.pages.strip import Strip, strip


@dataclass(frozen=True, slots=True)
class Card:
    """An article in a list."""

    slug: str
    """Its address."""
    title: str
    """Its title."""
    language: str
    """The language of its title."""
    summary: str
    """What it is about, or empty; without the words that say that it is invented."""
    invented: bool
    """Whether it is."""
    origin: str
    """Who published the original, or what is known in its place, and what kind of article it is."""
    about: str
    """Ages, reading time, topics."""
    answers: Answers
    """What it answers to in the library's filters."""
    strip: Strip
    """The article at a glance."""
    counts: str
    """Its statements by basis, in words."""
    heaviest: str
    """The one or two voices that it leans on most, or empty."""
    load: str
    """What falls without it, in percent."""


def card(analysed: Analysed, paired: bool = False) -> Card:
    """Give an article as a list shows it; `paired` says whether it is one of a pair."""
    article, figures = analysed.article, analysed.figures
    counts = figures.statements
    falls = max((len(voice.removal.falls) for voice in figures.voices), default=0)
    heaviest = [voice for voice in figures.voices if len(voice.removal.falls) == falls > 0]
    about = [f"ages {article.level.replace('-', '–')}"] if article.level else []
    about += [counted(figures.minutes, "minute"), *article.topics]
    return Card(
        slug=article.slug,
        title=article.title,
        language=article.language,
        summary=_INVENTED.sub("", article.summary) if article.invented else article.summary,
        invented=article.invented,
        origin=" · ".join(x for x in (_origin(analysed), article.genre) if x),
        about=" · ".join(about),
        answers=answers(analysed, paired),
        strip=strip(analysed),
        counts=(
            f"{counted(counts.total, 'statement')}: {counts.sourced} sourced, "
            f"{counts.unsourced} unsourced, {counts.inferred} inferred; "
            f"{counted(len(article.framing), 'framing mark')}"
        ),
        heaviest=capital(listed([within(voice.name) for voice in heaviest]))
        if len(heaviest) < 3
        else "",
        load=percent(heaviest[0].removal.load) if heaviest else "",
    )


_INVENTED = re.compile(r"\s*Written for teaching\b[^.]*\.\s*$")
"""How a summary says that the article is invented; a list says so with a label."""


def _origin(analysed: Analysed) -> str:
    if publisher := analysed.article.original.publisher:
        return publisher
    return "a text of our own" if analysed.article.rights == "own" else "publisher not known"
