"""Ids are links that others keep: they are plain, and they are no words of the page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.checks.context import Context, value_place
from generator.model import Article, Framing, Place, Problem, Statement
from generator.reading.problem import error

_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_MAX = 40
_PAGES_OWN = re.compile(
    r"(?:note|record|link|slip|p2?|k)-.*|__.*|index|body|main|content|top|seek|read|at-a-glance|glance"
    r"|compare|embed|reading|readers|voices|support|heaviest|wording|missing|records|discuss|set|about|slip"
    r"|name|link|done|k|standing|in-words"
)
"""What an article's page and its student page call their own parts; a test holds the two together."""


def check_ids(article: Article, _context: Context) -> Iterator[Problem]:
    """`unstable-id`, `reserved-id`, for marks, cues and the file's name; `duplicate-id` for cues."""
    yield from check_marks(article, _context)
    yield from check_file_name(article.path, article.slug)


def check_marks(article: Article, _context: Context) -> Iterator[Problem]:
    """`unstable-id`, `reserved-id`, for marks and cues; `duplicate-id` for cues."""
    marks: tuple[Statement | Framing, ...] = (*article.statements, *article.framing)
    for mark in marks:
        where = value_place(mark.at, "id", mark.place)
        if where != mark.place:
            yield from _one(mark.id, where, "note")
    taken = {mark.id for mark in marks}
    for cue in article.cues:
        if cue.id:
            yield from _one(cue.id, cue.place, "cue")
        if cue.id in taken:
            yield error(
                "duplicate-id",
                cue.place,
                f"`{cue.id}` is already the id of another mark.",
                "Give this cue another id.",
            )
        taken |= {cue.id} - {""}


def check_file_name(path: str, slug_of_file: str) -> Iterator[Problem]:
    """`unstable-id`, for a name that becomes an address."""
    if not _ID.fullmatch(slug_of_file) or len(slug_of_file) > 80 or slug_of_file == "index":
        yield error(
            "unstable-id",
            Place(path, 1, 1, 1, "---"),
            f"The file's name `{slug_of_file}` would not make a stable address.",
            f"Rename the file: `{slug(slug_of_file)}.md`.",
        )


def _one(name: str, place: Place, what: str) -> Iterator[Problem]:
    if not _ID.fullmatch(name) or len(name) > _MAX:
        yield error(
            "unstable-id",
            place,
            f"`{name}` would not make a stable link.",
            f"Use at most {_MAX} small letters, digits and hyphens, beginning with a letter: "
            f"`{slug(name)}`.",
        )
    elif _PAGES_OWN.fullmatch(name):
        yield error(
            "reserved-id",
            place,
            f"`{name}` is a name that the page itself uses.",
            f"Give the {what} another id: `the-{name}`.",
        )


def slug(text: str) -> str:
    """`text` as an id: `Été 1` becomes `ete-1`."""
    letters = "".join(
        c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)
    )
    plain = re.sub(r"[^a-z0-9]+", "-", letters.lower()).strip("-")[:_MAX].strip("-")
    return plain if plain[:1].isalpha() else f"s{plain}" if plain else "s1"
