"""What an article's page says of itself to machines: schema.org data without any verdict."""

from __future__ import annotations

import json
from dataclasses import dataclass

from generator.analysis.figures import Analysed
from generator.model import Article
from generator.pages.english import cut
from generator.pages.summary import plain

PAGES_ARE_IN = "en"
"""The language that the generator itself writes."""

_Node = dict[str, object]
_SAFE = str.maketrans({c: f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"})


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of an article's page holds."""

    description: str
    """For search engines and previews."""
    data: str
    """The members of the page's schema.org object: JSON without its outer braces, so that the theme
    can add an address where the site has one. It can stand in a script element as it is."""


def head(analysed: Analysed) -> Head:
    """Give what the head of an article's page holds."""
    return Head(
        description=described(analysed),
        data=in_script(_resource(analysed))[1:-1],
    )


def described(analysed: Analysed) -> str:
    """Give what an article is in a few sentences: its summary, or its figures in words."""
    return cut(analysed.article.summary, 300) or cut(plain(analysed), 200)


def in_script(value: object) -> str:
    """Give JSON that a script element can hold: no text in it can end the element."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_SAFE)


def _resource(analysed: Analysed) -> _Node:
    article = analysed.article
    marked = [annotator.date for annotator in article.annotators if annotator.date]
    corrected = [change.date for change in article.changes]
    return _known(
        {
            "@context": "https://schema.org",
            "@type": "LearningResource",
            "learningResourceType": "annotated article",
            "name": article.title,
            "description": article.summary,
            "inLanguage": PAGES_ARE_IN,
            "typicalAgeRange": article.level,
            "timeRequired": f"PT{analysed.figures.minutes}M",
            "keywords": list(article.topics),
            # A pen name can be a person's or a class's, so it has no type.
            "author": [{"name": annotator.name} for annotator in article.annotators],
            "datePublished": max(marked).isoformat() if marked else "",
            "dateModified": max(corrected).isoformat() if corrected else "",
            "isBasedOn": _original(article),
        }
    )


def _original(article: Article) -> _Node:
    original = article.original
    publisher = {"@type": "Organization", "name": original.publisher} if original.publisher else {}
    return _known(
        {
            "@type": "Article",
            "headline": original.title,
            "author": {"name": original.author} if original.author else {},
            "publisher": publisher,
            "datePublished": original.published.isoformat() if original.published else "",
            "url": original.url,
            "archivedAt": original.archived,
            "genre": article.genre,
            "inLanguage": article.language,
            "license": article.licence,
        }
    )


def _known(node: _Node) -> _Node:
    """The node without what is not known."""
    return {key: value for key, value in node.items() if value not in ("", [], {})}
