"""What a build leaves to the next one, beside its site: the keys of what was made, and what it links to."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.finish.addresses import Target
from generator.publish.made import Made
from generator.stamp import Shell, ShellKey

OnDisk = tuple[str, int, int]
"""A file as it was written: its path, its size, and when it was last changed, in nanoseconds.

One that anyone touched since is made anew.
"""


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page, or a style sheet, all of whose links were met."""

    path: str
    """Its path in the site."""
    wants: tuple[Target, ...]
    """What it links to in other files."""
    anchors: tuple[str, ...]
    """The ids on it."""


@dataclass(frozen=True, slots=True)
class KeptFiles:
    """Files of no single article that were made together."""

    key: str
    """What decided them."""
    files: tuple[OnDisk, ...]
    """The files; paths are those of the site."""
    pages: tuple[KeptPage, ...]
    """Those of them that are pages."""


@dataclass(frozen=True, slots=True)
class KeptEngine:
    """What the engine made."""

    key: str
    """What decided it."""
    shells: tuple[tuple[ShellKey, Shell], ...]
    """The shells of all kinds of page."""
    files: tuple[OnDisk, ...]
    """Its own files in the site: pages written by hand, styles, scripts, fonts."""
    pages: tuple[KeptPage, ...] = ()
    """The pages and style sheets among them, once they are finished."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An article."""

    made: Made
    """What became of it, but for its files and what they link to."""
    files: tuple[OnDisk, ...]
    """Its files; paths are those in its folder."""
    pages: tuple[tuple[str, tuple[int, ...]], ...]
    """Its pages, and what each links to elsewhere, by its number in the index."""


@dataclass(frozen=True, slots=True)
class Index:
    """All that one build left."""

    engine: KeptEngine | None = None
    """What the engine made."""
    articles: dict[str, Kept] = field(default_factory=dict)
    """The articles, by slug."""
    others: dict[str, KeptFiles] = field(default_factory=dict)
    """All else, by name."""
    targets: tuple[Target, ...] = ()
    """What articles link to, each once: thousands of pages link to the same."""
