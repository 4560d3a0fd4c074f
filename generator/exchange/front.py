"""A document's metadata as the front matter of its article, in plain values that JSON can hold."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields, is_dataclass
from datetime import date

from generator.exchange.document import About, Document
from generator.exchange.sources import Json
from generator.exchange.yaml import as_yaml
from generator.model import Article, Place, Problem
from generator.reading.article import read_article
from generator.reading.problem import warning
from generator.reading.values import MAX_DEPTH

ORDER = (
    *("title", "summary", "original", "rights", "licence", "language", "genre", "invented"),
    *("level", "topics", "frames", "event", "voices", "records", "missing", "questions"),
    *("annotators", "codebook", "changes", "decisions", "status"),
)
"""The keys, in the order in which they are written."""

_NEEDED: dict[str, Json] = {
    "title": "untitled",
    "original": {"publisher": "unknown"},
    "rights": "own",
    "annotators": [{"name": "unknown"}],
}
_DEFAULTS = {"status": "published", "kind": "person"}
_BY_ID = ("voices", "records")


def as_front(document: Document) -> dict[str, Json]:
    """The front matter, with what is empty or the default left out."""
    entry = _entry(document.about)
    entry |= {"title": document.title, "language": document.language}
    for key in _BY_ID:
        each = entry.get(key)
        if isinstance(each, list):
            entry[key] = {str(e.pop("id")): e for e in each if isinstance(e, dict)}
    return {key: entry[key] for key in ORDER if entry.get(key)}


def from_front(value: Json, place: Place) -> tuple[str, str, About, tuple[Problem, ...]]:
    """The title, the language and the rest, from what `as_front` gave; `place` is where it stood."""
    given = value if isinstance(value, dict) else {}
    if _deeper(given, MAX_DEPTH):
        return "", "", About(), (_unusable(place, "It is nested too deep."),)
    reading = read_article("given.md", f"---\n{as_yaml({**_NEEDED, **given})}---\n")
    if reading.article is None:
        said = reading.problems[0].message
        return "", "", About(), (_unusable(place, said),)
    article = reading.article
    title = article.title if "title" in given else ""
    language = article.language if "language" in given else ""
    return title, language, about_of(article, _NEEDED.keys() - given.keys()), ()


def about_of(article: Article, without: Collection[str] = ()) -> About:
    """What an article's front matter says, `without` some keys of it."""
    empty = About()
    names = [field.name for field in fields(About)]
    return About(**{name: getattr(empty if name in without else article, name) for name in names})


def _entry(value: object) -> dict[str, Json]:
    """A value of the model as a mapping, without what is empty or the default."""
    assert is_dataclass(value)
    pairs = ((field.name, _plain(getattr(value, field.name))) for field in fields(value))
    return {name: plain for name, plain in pairs if plain and plain != _DEFAULTS.get(name)}


def _plain(value: object) -> Json:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, str | bool):
        return value
    return _entry(value)


def _deeper(value: Json, levels: int) -> bool:
    """Whether mappings and lists stand inside one another more than so many levels."""
    if not isinstance(value, dict | list) or not value:
        return False
    inner = value.values() if isinstance(value, dict) else value
    return levels == 0 or any(_deeper(each, levels - 1) for each in inner)


def _unusable(place: Place, why: str) -> Problem:
    return warning(
        "metadata",
        place,
        f"What is said of the text here cannot be used. {why}",
        "Fill in the front matter of the imported article.",
    )
