"""What stands beside an article's title, whoever marks it."""

from __future__ import annotations

import re

from generator.model import Article, Framing, Statement
from generator.pages.english import counted

_LETTER = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
"""A letter of a script that runs from right to left."""
_RTL = {"ar", "he", "fa", "ur", "yi", "ps", "sd", "ckb", "dv"}


def direction(article: Article) -> str:
    """The direction of the article's text: `ltr` or `rtl`."""
    return "rtl" if article.language.split("-")[0].lower() in _RTL else "ltr"


def runs_both_ways(article: Article) -> bool:
    """Tell whether the text or one of its notes has words that run from right to left."""
    marks: tuple[Statement | Framing, ...] = (*article.statements, *article.framing)
    notes = (mark.note for mark in marks if mark.note)
    return direction(article) == "rtl" or any(
        _LETTER.search(paragraph.text) for note in notes for paragraph in note.paragraphs
    )


def about(article: Article, minutes: int) -> tuple[str, ...]:
    """Reading time, ages, genre and topics, as far as they are known."""
    lines = [f"{counted(minutes, 'minute')} to read"]
    lines += [f"ages {article.level.replace('-', '–')}"] if article.level else []
    lines += [article.genre] if article.genre else []
    lines += [" · ".join(article.topics)] if article.topics else []
    return tuple(lines)


def rights(article: Article) -> str:
    """By what right the text is here, in a sentence."""
    if article.rights == "quotation":
        return (
            "The original may not be republished, so each statement is in our own words; "
            "only words in “quotation marks” are the original’s."
        )
    if article.invented:
        return "Written for teaching: the people, the places and what happens are invented."
    if article.rights == "own":
        return "The text is published here by those who wrote it."
    if article.rights == "licensed":
        return f"The text is republished under its licence, {article.licence}."
    return "The text is in the public domain."
