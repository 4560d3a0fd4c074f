"""Whether all that the pages point at is there, on each page and from page to page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from sys import intern

from generator.finish.addresses import Fault, Target, follow
from generator.finish.links import Link, links, style_links
from generator.finish.markup import Tag, place
from generator.model import Place, Problem
from generator.reading.problem import error

Locate = Callable[[str, int, int], Place]
"""From a page, a start and a length to the place: needed for faults alone."""


@dataclass(frozen=True, slots=True)
class Want:
    """A link to a place in another page."""

    page: str
    """The page that it stands on."""
    target: Target
    """Where it leads."""
    start: int
    """Where it stands, in characters from the start of its page."""
    length: int
    """How many characters are meant."""


@dataclass(frozen=True, slots=True)
class Walk:
    """What the links of one file came to."""

    problems: tuple[Problem, ...]
    """What is wrong already, whatever other pages hold."""
    anchors: tuple[str, ...]
    """The ids and names that can be linked to."""
    wants: tuple[Want, ...]
    """The links to places in other pages."""
    styles: tuple[str, ...]
    """The style sheets that it loads, by their path in the site."""


def walk_page(
    path: str, page: str, tags: Sequence[Tag], files: AbstractSet[str], home: str = "/"
) -> Walk:
    """Follow each link of a page, among the files of the site."""
    anchors = [tag.attributes["id"] for tag in tags if "id" in tag.attributes]
    anchors += [t.attributes["name"] for t in tags if t.name == "a" and "name" in t.attributes]
    return _walk(path, page, links(tags), files, tuple(map(intern, anchors)), home)


def walk_style(path: str, css: str, files: AbstractSet[str]) -> Walk:
    """Follow each address of a style sheet, among the files of the site."""
    return _walk(path, css, style_links(css), files, (), "/")


def missing_places(walks: Mapping[str, Walk], locate: Locate) -> Iterator[Problem]:
    """The links to a place in another page that this page, walked too, does not have."""
    by_file: defaultdict[str, list[Want]] = defaultdict(list)
    for walk in walks.values():
        for want in walk.wants:
            by_file[want.target.file].append(want)
    for file in by_file.keys() & walks.keys():
        there = frozenset(walks[file].anchors)
        for want in by_file[file]:
            if want.target.fragment not in there:
                yield _no_place(want.target, locate(want.page, want.start, want.length))


def _walk(
    path: str,
    text: str,
    found: Iterable[Link],
    files: AbstractSet[str],
    anchors: tuple[str, ...],
    home: str,
) -> Walk:
    problems: list[Problem] = []
    wants: dict[Target, Want] = {}
    styles: dict[str, None] = {}
    here = frozenset(anchors)
    for link in found:
        target = follow(path, link.address, loads=link.loads, home=home)
        if isinstance(target, Target):
            if target.file not in files:
                target = _no_file(target, files)
            elif link.is_style:
                styles[target.file] = None
        if isinstance(target, Fault):
            where = place(path, text, link.start, link.length)
            problems.append(error(target.code, where, target.message, target.hint))
        elif target and target.file.endswith(".html") and target.fragment not in ("", "top"):
            if target.file != path:
                wants.setdefault(target, Want(path, target, link.start, link.length))
            elif target.fragment not in here:
                problems.append(_no_place(target, place(path, text, link.start, link.length)))
    return Walk(tuple(problems), anchors, tuple(wants.values()), tuple(styles))


def _no_file(target: Target, files: AbstractSet[str]) -> Fault:
    if f"{target.file}/index.html" in files:
        return Fault(
            "no-slash",
            f"`{target.file}` is a folder, and not every server finds its page.",
            "Write a `/` at the end of the address.",
        )
    return Fault(
        "no-file",
        f"The site has no `{_as_address(target.file)}`.",
        "Correct the address, or add what it names; capital and small letters differ.",
    )


def _no_place(target: Target, where: Place) -> Problem:
    return error(
        "no-place",
        where,
        f"`{_as_address(target.file)}` has no place called `{target.fragment}`.",
        "Correct what follows the `#`, or give the place that id.",
    )


def _as_address(file: str) -> str:
    return file.removesuffix("index.html") or "index.html"
