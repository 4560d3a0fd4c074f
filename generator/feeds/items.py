"""What is new on the site: articles and corrections, newest first, by what the content itself says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from generator.pages.corrected import Correction
from generator.pages.corrections import PATH, newest_corrections
from generator.pages.listed import Listed
from generator.pages.page import Library

TITLE = "Who Says?"
"""The name of a feed."""

ABOUT = "New articles and corrections, newest first."
"""What is in a feed."""

MOST = 50
"""So many items are in a feed."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something new."""

    address: str
    """Where it stands, which is its id too: it stays the same."""
    title: str
    """Its title."""
    text: str
    """What it is, in a few sentences."""
    when: datetime | None
    """When it came, or None where nobody said."""
    names: tuple[str, ...]
    """Who made it."""
    topics: tuple[str, ...]
    """What it is about."""


def newest(library: Library) -> tuple[Item, ...]:
    """Give the newest articles and corrections; articles without a day come last."""
    found: list[tuple[date, str, Listed | Correction]] = [
        *((one.marked or date.min, one.slug, one) for one in library.articles),
        *((one.when, one.slug, one) for one in newest_corrections(library, MOST)),
    ]
    found.sort(key=lambda new: new[1])
    found.sort(key=lambda new: new[0], reverse=True)
    return tuple(_item(new, library) for _, _, new in found[:MOST])


def _item(new: Listed | Correction, library: Library) -> Item:
    address = library.around.address
    if isinstance(new, Correction):
        asked = f" Asked for by {new.by}." if new.by else ""
        which = f"{new.mark}: " if new.mark else ""
        return Item(
            address=f"{address}{PATH.removesuffix('index.md')}#{new.id}",
            title=f"Corrected: “{new.title}”",
            text=f"{which[:1].upper()}{which[1:]}{new.what}{asked}",
            when=_moment(new.when),
            names=(),
            topics=(),
        )
    known = library.details(new.slug)
    return Item(
        address=f"{address}articles/{new.slug}/",
        title=new.title,
        text=known.description,
        when=_moment(new.marked),
        names=known.annotators,
        topics=new.topics,
    )


def _moment(day: date | None) -> datetime | None:
    """A day as feeds want it: with an hour and a zone, of which nobody knows better."""
    return datetime.combine(day, time(), UTC) if day else None
