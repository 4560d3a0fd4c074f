"""Suggestions for a first draft: a text to an article whose every mark a person has to decide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from generator.drafting.article import as_article, as_outline
from generator.drafting.basis import suggest_bases
from generator.drafting.cues import find_cues
from generator.drafting.framing import suggest_framing
from generator.drafting.passages import headline, passages, visible
from generator.drafting.quotations import find_quotations
from generator.drafting.sentences import find_sentences
from generator.drafting.speakers import find_speakers
from generator.drafting.values import Draft
from generator.drafting.voices import collect_voices

STEPS: tuple[Callable[[Draft], Draft], ...] = (
    find_sentences,
    find_quotations,
    find_cues,
    find_speakers,
    suggest_bases,
    collect_voices,
    suggest_framing,
)
"""In order: each adds what it finds to what the steps before it found."""


def suggest(draft: Draft) -> Draft:
    """Go through all steps."""
    for step in STEPS:
        draft = step(draft)
    return draft


@dataclass(frozen=True, slots=True)
class Drafted:
    """A first draft."""

    text: str
    """The article file."""
    draft: Draft
    """What was found."""
    dropped: int
    """How many characters were left out because nobody can see them."""


def drafted(
    text: str,
    today: date,
    *,
    title: str = "",
    language: str = "en",
    marked_up: bool = False,
    quotation: bool = False,
) -> Drafted:
    """Write a first draft from `text`; `marked_up` says whether that is Markdown.

    With `quotation` the draft has a placeholder for each sentence, and no sentence itself.
    """
    plain = visible(text)
    found = passages(plain.text, marked_up)
    if not title:
        title, found = headline(found, marked_up)
        title = "" if quotation else title
    draft = suggest(Draft(language, found))
    write = as_outline if quotation else as_article
    return Drafted(write(draft, visible(title).text, today), draft, plain.dropped)
