"""Which text of an article a reader has marked: so that marks never land on other sentences."""

from __future__ import annotations

from hashlib import sha256

from generator.model import Article


def text_version(article: Article) -> str:
    """Give the version of an article's text: it changes with a statement's words, not with its note."""
    words = "\n".join(statement.text for statement in article.statements)
    return sha256(words.encode("utf-8")).hexdigest()[:8]
