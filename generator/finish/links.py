"""What a page or a style sheet points at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.finish.markup import Tag

LEADS = frozenset({("a", "href"), ("a", "xlink:href"), ("area", "href")})
"""The attributes that lead a reader on, by element: the others make the browser load something."""

LOADS = ("href", "xlink:href", "src", "action", "formaction", "poster", "ping", "background")
"""The attributes that hold one address."""

SETS = ("srcset", "imagesrcset")
"""The attributes that hold several, each with a size after it."""

SAYS = frozenset({"alternate", "author", "canonical", "help", "license"})
"""The relations of a `<link>` that say something, and load nothing."""

_WORDS = re.compile(r"aria-.*|data-.*|alt|content|label|placeholder|title|value")
"""The attributes that hold words, in which `url(` is no address."""

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_URL = re.compile(
    r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')""",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Link:
    """One address in a file, and where it stands."""

    address: str
    """The address as it is written, decoded."""
    loads: bool
    """Whether the browser fetches it by itself."""
    is_style: bool
    """Whether it is a style sheet, which has addresses of its own."""
    start: int
    """Where it stands, in characters from the start of the file."""
    length: int
    """How many characters are meant."""


def links(tags: Iterable[Tag]) -> Iterator[Link]:
    """Every address in a page, in order."""
    for tag in tags:
        relation = tag.attributes.get("rel", "").lower().split()
        says = tag.name == "link" and bool(relation) and SAYS.issuperset(relation)
        for name, value in tag.attributes.items():
            if name in LOADS:
                loads = not says and (tag.name, name) not in LEADS
                is_style = tag.name == "link" and "stylesheet" in relation
                yield Link(value, loads, is_style, tag.start, tag.length)
            elif name in SETS:
                for part in value.split(","):
                    if part.strip():
                        yield Link(part.split()[0], True, False, tag.start, tag.length)
            elif "url(" in value and not _WORDS.fullmatch(name):
                for link in style_links(value):
                    yield Link(link.address, True, False, tag.start, tag.length)
        if tag.name == "style":
            yield from (
                Link(link.address, True, link.is_style, tag.start, tag.length)
                for link in style_links(tag.text)
            )


def style_links(css: str) -> Iterator[Link]:
    """Every address in a style sheet, in order."""
    bare = _COMMENT.sub(lambda found: " " * len(found[0]), css)
    for found in _URL.finditer(bare):
        address = next((group for group in found.groups() if group is not None), "")
        imported = found[0].startswith("@") or bare[: found.start()].rstrip().endswith("@import")
        yield Link(address, True, imported, found.start(), found.end() - found.start())
