"""A statement as a list of statements shows it, with the rest of its sentence."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Article, Statement
from generator.pages.uses import sentence_around


@dataclass(frozen=True, slots=True)
class Sentence:
    """A statement of the library, whole, in its sentence."""

    slug: str
    """The article's slug."""
    title: str
    """The article's title."""
    language: str
    """The article's language."""
    mark: str
    """The statement's id."""
    before: str
    """What stands before it in the same sentence, or empty."""
    words: str
    """Its words."""
    after: str
    """What stands after it in the same sentence, or empty."""


def sentence(article: Article, statement: Statement) -> Sentence:
    """Give a statement as a list shows it, with the rest of its sentence where it is a clause."""
    text, span = article.blocks[statement.span.block].text.text, statement.span
    begins, ends = sentence_around(text, span.start, span.end)
    return Sentence(
        slug=article.slug,
        title=article.title,
        language=article.language,
        mark=statement.id,
        before=" ".join(text[begins : span.start].split()),
        words=" ".join(text[span.start : span.end].split()),
        after=" ".join(text[span.end : ends].split()),
    )
