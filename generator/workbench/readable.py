"""A file as an article, as far as it can be read: its figures need not wait for its front matter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from generator.model import Article
from generator.reading.article import Parts, article_of
from generator.reading.schema import ArticleShape, VoiceShape

_NEEDED: dict[str, Any] = {
    "title": "…",
    "original": {},
    "rights": "own",
    "annotators": [{"name": "…"}],
}
"""What stands for the keys that nobody has filled in yet."""


def readable(parts: Parts) -> Article:
    """The article, without what cannot be used in its front matter."""
    return article_of(parts, parts.front.shape or _shape(parts.front.value))


def _shape(value: object) -> ArticleShape:
    given: dict[str, Any] = value if isinstance(value, dict) else {}
    own = {k: v for k, v in given.items() if k != "voices" and _fits({**_NEEDED, k: v})}
    kept = {**_NEEDED, **own}
    voices = given.get("voices")
    kept["voices"] = dict(_voices(voices if isinstance(voices, dict) else {}))
    return ArticleShape.model_validate(kept if _fits(kept) else _NEEDED)


def _fits(front: dict[str, Any]) -> bool:
    try:
        ArticleShape.model_validate(front)
    except ValidationError:
        return False
    return True


def _voices(given: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each voice; one that lacks something has its id for a name, and a stake that nobody knows."""
    for name, value in given.items():
        had = {key: each for key, each in value.items() if each} if isinstance(value, dict) else {}
        for keys in (had, {"name": had.get("name") or name, "stake": "unknown"}):
            try:
                VoiceShape.model_validate(keys)
            except ValidationError:
                continue
            yield name, keys
            break
