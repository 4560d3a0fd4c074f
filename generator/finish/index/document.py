"""An article as Pagefind reads it: its words, where each statement begins, and what it answers to.

It is a page that nobody sees. It holds the explainer's text and nothing that all explainers share.
The search page reads its marks again: `a` begins a statement, `i` begins something else.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby

from generator.analysis.figures import Analysed
from generator.finish.index.words import counted_seldom
from generator.model import Article
from generator.pages.answers import Answers, answers
from generator.pages.metadata import PAGES_ARE_IN

EVERY = "ꙮ"
"""A letter that nobody types, at the end of every article: what finds them all, by their filters alone."""


def document(analysed: Analysed, paired: bool) -> str:
    """Give the page of an article for the index; `paired` says whether it is one of a pair."""
    article = analysed.article
    marks, texts = zip(*_parts(article), strict=True)
    title, *rest = (escape(text, quote=False) for text in counted_seldom(texts))
    body = "".join(f"{mark}{text} " for mark, text in zip(marks[1:], rest, strict=True))
    fits = "".join(
        f'<i data-pagefind-filter="{escape(value)}:yes"></i>'
        for value in _values(article, answers(analysed, paired))
    )
    return f"<html><body data-pagefind-body><h1>{title}</h1>{fits}{body}</body></html>\n"


def _parts(article: Article) -> Iterator[tuple[str, str]]:
    """The title, the summary, the names and the text; each with the mark that begins it."""
    yield "", article.title
    yield '<i id="summary"></i>', article.summary
    names = (*(voice.name for voice in article.voices), *article.topics)
    yield '<i id="names"></i>', ", ".join(names)
    by_block = groupby(article.statements, key=lambda statement: statement.span.block)
    statements = {block: tuple(some) for block, some in by_block}
    for number, block in enumerate(article.blocks):
        text, at = block.text.text, 0
        for statement in statements.get(number, ()):
            yield from _between(text[at : statement.span.start])
            yield f'<a id="{escape(statement.id)}"></a>', statement.text
            at = statement.span.end
        yield from _between(text[at:])
    yield '<i id="end"></i>', EVERY


def _between(text: str) -> Iterator[tuple[str, str]]:
    """Words that no statement covers, as headings are."""
    if any(c.isalnum() for c in text):
        yield '<i id="between"></i>', text


def _values(article: Article, fits: Answers) -> Iterator[str]:
    """What it answers to: each value a filter of its own, so that a phone loads just what is chosen."""
    yield f"minutes={fits.minutes}"
    for name in ("level", "topic", "mix", "technique", "genre", "pair"):
        yield from (f"{name}={value}" for value in getattr(fits, name).split())
    language = article.language.lower()
    if language.split("-")[0] != PAGES_ARE_IN:
        yield f"language={language}"
