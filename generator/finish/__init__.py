"""The built site, page by page: its security policy, what must not be in it, and whether its links hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from generator.finish.check import Walk, missing_places, walk_page, walk_style
from generator.finish.gather import gathered
from generator.finish.markup import place, tags
from generator.finish.policy import has_place, policy, with_policy, without_policy
from generator.finish.refused import refused
from generator.model import Place, Problem
from generator.reading.problem import error


@dataclass(frozen=True, slots=True)
class Finished:
    """What became of a built site."""

    pages: int
    """How many pages it has."""
    problems: tuple[Problem, ...]
    """All that is wrong with it, in order of place."""


def finish_site(site: Path) -> Finished:
    """Give each page of the site in this folder its policy, and check the site as a whole."""
    files = frozenset(f.relative_to(site).as_posix() for f in site.rglob("*") if f.is_file())
    pages = sorted(path for path in files if path.endswith(".html"))
    home = _home(site)
    problems: list[Problem] = []
    walks: dict[str, Walk] = {}
    for path in pages:
        data = (site / path).read_bytes()
        try:
            page = without_policy(data.decode("utf-8"))
        except UnicodeDecodeError:
            problems.append(_not_text(path))
            continue
        found = tuple(tags(page))
        problems += refused(path, page, found)
        walks[path] = walk_page(path, page, found, files, home)
        if has_place(page):
            finished = with_policy(page, policy(path, found)).encode("utf-8")
            if finished != data:
                (site / path).write_bytes(finished)

    def locate(path: str, start: int, length: int) -> Place:
        page = without_policy((site / path).read_bytes().decode("utf-8"))
        return place(path, page, start, length)

    problems += (problem for walk in walks.values() for problem in walk.problems)
    problems += missing_places(walks, locate)
    problems += _walk_styles(site, (s for walk in walks.values() for s in walk.styles), files)
    return Finished(len(pages), gathered(problems))


def _walk_styles(site: Path, styles: Iterable[str], files: frozenset[str]) -> list[Problem]:
    """Follow the addresses of the style sheets that pages load, and of those that these import."""
    problems: list[Problem] = []
    waiting = dict.fromkeys(styles)
    done: set[str] = set()
    while waiting:
        path, _ = waiting.popitem()
        done.add(path)
        try:
            css = (site / path).read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            problems.append(_not_text(path))
            continue
        walk = walk_style(path, css, files)
        problems += walk.problems
        waiting |= dict.fromkeys(style for style in walk.styles if style not in done)
    return problems


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
