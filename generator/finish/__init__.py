"""The built site, page by page: its security policy, what must not be in it, and whether its links hold."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from urllib.parse import urlsplit

from generator.finish.addresses import Target
from generator.finish.check import Walk, place_of, unmet, walk_page, walk_style, walk_with
from generator.finish.gather import gathered
from generator.finish.links import links, style_links
from generator.finish.markup import Tag, tags
from generator.finish.plain import plain_body
from generator.finish.policy import has_place, policy, with_policy, without_policy
from generator.finish.refused import refused
from generator.model import Place, Problem
from generator.reading.problem import error


@dataclass(frozen=True, slots=True)
class Before:
    """What is known of a site before it is finished as a whole."""

    files: AbstractSet[str]
    """All its files."""
    todo: Iterable[str]
    """The pages that are not finished yet."""
    wants: Iterable[tuple[str, Sequence[Target]]]
    """The pages that are, with what each wants of other files, as far as that is in doubt."""
    anchors: Callable[[str], Container[str] | None]
    """The ids of any of these; None of another file."""


@dataclass(frozen=True, slots=True)
class Finished:
    """What became of a built site."""

    pages: int
    """How many pages it has."""
    problems: tuple[Problem, ...]
    """All that is wrong with it, in order of place."""
    walks: Mapping[str, Walk]
    """The pages that were finished now, and the style sheets that they load."""


def finish_site(site: Path, before: Before | None = None) -> Finished:
    """Give each page of the site in this folder its policy, and check the site as a whole.

    Without a word on what was before, all pages are finished.
    """
    known = before or _nothing_done(site)
    home = _home(site)
    problems: list[Problem] = []
    walks: dict[str, Walk] = {}
    for path in sorted(known.todo):
        data = (site / path).read_bytes()
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            problems.append(_not_text(path))
            continue
        finished, walks[path] = finish_page(path, text, home)
        if finished.encode("utf-8") != data:
            (site / path).unlink()  # it may be a link to a page of the site that stands
            (site / path).write_bytes(finished.encode("utf-8"))

    def locate(path: str, target: Target) -> Place:
        text = without_policy((site / path).read_bytes().decode("utf-8"))
        found = links(tags(text)) if path.endswith(".html") else style_links(text)
        return place_of(path, text, found, target, home)

    def anchors_of(path: str) -> Container[str] | None:
        return walks[path].anchors if path in walks else known.anchors(path)

    walks |= _walk_styles(site, (s for walk in walks.values() for s in walk.styles), problems)
    problems += (problem for walk in walks.values() for problem in walk.problems)
    wants = chain(((path, walk.wants) for path, walk in walks.items()), known.wants)
    problems += unmet(wants, known.files, anchors_of, locate)
    pages = sum(path.endswith(".html") for path in known.files)
    return Finished(pages, gathered(problems), walks)


def _nothing_done(site: Path) -> Before:
    files = frozenset(f.relative_to(site).as_posix() for f in site.rglob("*") if f.is_file())
    todo = tuple(path for path in files if path.endswith(".html"))
    return Before(files, todo, (), lambda _: None)


def finish_page(path: str, page: str, home: str = "/") -> tuple[str, Walk]:
    """Give the page at a path of the site its policy; the walk has what is wrong with it."""
    page = without_policy(page)
    found, walk = _plainly(path, page, home) or _tag_by_tag(path, page, home)
    return (with_policy(page, policy(path, found)) if has_place(page) else page), walk


def _tag_by_tag(path: str, page: str, home: str) -> tuple[Sequence[Tag], Walk]:
    """Read any page: its tags, and what they come to."""
    found = tuple(tags(page))
    walk = walk_page(path, page, found, home)
    return found, replace(walk, problems=(*refused(path, page, found), *walk.problems))


def _plainly(path: str, page: str, home: str) -> tuple[Sequence[Tag], Walk] | None:
    """The same of a page with a plain body in which nothing is wrong, several times as fast."""
    body = plain_body(page)
    if body is None:
        return None
    head = page[: body.start]
    found = tuple(tags(head))
    walk = walk_with(path, found, body.ids, body.addresses, home)
    if walk is None or any(refused(path, head, found)):
        return None
    return found, walk


def _walk_styles(site: Path, styles: Iterable[str], problems: list[Problem]) -> dict[str, Walk]:
    """Follow the addresses of the style sheets that pages load, and of those that these import."""
    waiting = dict.fromkeys(styles)
    done: dict[str, Walk] = {}
    while waiting:
        path, _ = waiting.popitem()
        try:
            css = (site / path).read_bytes().decode("utf-8")
        except FileNotFoundError:
            continue  # whoever loads it is told
        except UnicodeDecodeError:
            problems.append(_not_text(path))
            continue
        done[path] = walk_style(path, css)
        waiting |= dict.fromkeys(style for style in done[path].styles if style not in done)
    return done


def _home(site: Path) -> str:
    """The path of the site on its server, which its first page says where it is known."""
    try:
        page = (site / "index.html").read_bytes().decode("utf-8")
    except (FileNotFoundError, UnicodeDecodeError):
        return "/"
    for tag in tags(page):
        if tag.name == "link" and tag.attributes.get("rel", "").lower() == "canonical":
            return urlsplit(tag.attributes.get("href", "")).path or "/"
    return "/"


def _not_text(path: str) -> Problem:
    return error(
        "not-utf-8",
        Place(path, 1, 1, 1, ""),
        "The file is not text in UTF-8.",
        "Save it as UTF-8, and build again.",
    )
