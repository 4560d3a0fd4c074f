"""Whether all that the pages point at is there, on each page and from page to page."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain
from sys import intern

from generator.finish.addresses import Fault, Target, follow
from generator.finish.links import Link, links, style_links
from generator.finish.markup import Tag, place
from generator.model import Place, Problem
from generator.reading.problem import error

Locate = Callable[[str, Target], Place]
"""From a page and what it links to, to the link's place: needed for faults alone."""


@dataclass(frozen=True, slots=True)
class Walk:
    """What the links of one file came to."""

    problems: tuple[Problem, ...]
    """What is wrong already, whatever other files hold."""
    anchors: tuple[str, ...]
    """The ids and names that can be linked to."""
    wants: tuple[Target, ...]
    """What it links to in other files, each once."""
    styles: tuple[str, ...]
    """The style sheets that it loads, by their path in the site."""


def walk_page(path: str, page: str, tags: Sequence[Tag], home: str = "/") -> Walk:
    """Follow each link of a page as far as the page itself tells."""
    return _walk(path, page, links(tags), tuple(map(intern, _anchors(tags))), home)


def _anchors(tags: Sequence[Tag]) -> tuple[str, ...]:
    ids = [tag.attributes["id"] for tag in tags if "id" in tag.attributes]
    names = [t.attributes["name"] for t in tags if t.name == "a" and "name" in t.attributes]
    return (*ids, *names)


def walk_with(
    path: str, head: Sequence[Tag], ids: tuple[str, ...], addresses: Iterable[str], home: str
) -> Walk | None:
    """The walk of a page from the tags of its head, and the ids and addresses of its body.

    None where anything is wrong: where it stands is then asked of the whole page.
    """
    anchors = (*_anchors(head), *ids)
    known = frozenset(anchors)
    if len(known) < len(anchors) or not all(map(str.strip, ids)):
        return None
    here = {f"#{anchor}" for anchor in known}
    further = (Link(each, False, False, 0, 0) for each in addresses if each not in here)
    walk = _walk(path, "", chain(links(head), further), tuple(map(intern, anchors)), home)
    return None if walk.problems else walk


def walk_style(path: str, css: str) -> Walk:
    """Follow each address of a style sheet."""
    return _walk(path, css, style_links(css), (), "/")


def place_of(path: str, page: str, found: Iterable[Link], target: Target, home: str) -> Place:
    """Where a file links to a target: the first of its links there."""
    for link in found:
        if follow(path, link.address, loads=link.loads, home=home) == target:
            return place(path, page, link.start, link.length)
    return place(path, page, 0)


def unmet(
    wants: Iterable[tuple[str, Iterable[Target]]],
    files: AbstractSet[str],
    anchors: Callable[[str], Container[str] | None],
    locate: Locate,
) -> Iterator[Problem]:
    """What pages want and the site of these files does not have.

    `anchors` gives the ids of a page that was walked, and None of any other file.
    """
    known: dict[Target, Fault | None] = {}
    for page, targets in wants:
        for target in targets:
            if target not in known:
                known[target] = _missing(target, files, anchors)
            if fault := known[target]:
                yield error(fault.code, locate(page, target), fault.message, fault.hint)


def _missing(
    target: Target, files: AbstractSet[str], anchors: Callable[[str], Container[str] | None]
) -> Fault | None:
    if target.file not in files:
        return _no_file(target, files)
    if target.fragment in ("", "top") or not target.file.endswith(".html"):
        return None
    there = anchors(target.file)
    return None if there is None or target.fragment in there else _no_place(target)


def _walk(path: str, text: str, found: Iterable[Link], anchors: tuple[str, ...], home: str) -> Walk:
    problems: list[Problem] = []
    wants: dict[Target, None] = {}
    styles: dict[str, None] = {}
    here = frozenset(anchors)
    for link in found:
        target = follow(path, link.address, loads=link.loads, home=home)
        if isinstance(target, Target):
            if link.is_style:
                styles[target.file] = None
            if target.file != path:
                wants[target] = None
            elif target.fragment not in ("", "top") and target.fragment not in here:
                target = _no_place(target) if path.endswith(".html") else None
        if isinstance(target, Fault):
            where = place(path, text, link.start, link.length)
            problems.append(error(target.code, where, target.message, target.hint))
    return Walk(tuple(problems), anchors, tuple(wants), tuple(styles))


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


def _no_place(target: Target) -> Fault:
    return Fault(
        "no-place",
        f"`{_as_address(target.file)}` has no place called `{target.fragment}`.",
        "Correct what follows the `#`, or give the place that id.",
    )


def _as_address(file: str) -> str:
    return file.removesuffix("index.html") or "index.html"
