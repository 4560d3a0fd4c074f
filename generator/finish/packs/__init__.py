"""Packs: an article's worksheet, key and text in one zip that opens from a disk; a lesson's likewise.

A pack is made from the pages as they were built: so it shows what the site shows, and needs no more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from jinja2 import Environment

from generator.finish.addresses import Target, follow
from generator.finish.packs.files import KEY, LESSON, PAIR, WORKSHEET, pack_files
from generator.finish.packs.sheet import Sheet, Unreadable, read_sheet
from generator.finish.packs.tree import elements
from generator.model import Problem
from generator.quiz.package import package


def write_packs(site: Path, templates: Environment) -> tuple[Problem, ...]:
    """Put a pack beside each article that has a student page, and one beside each lesson."""
    articles = sorted(page.parents[1].name for page in site.glob("articles/*/read/index.html"))
    problems = [fault for slug in articles for fault in article_pack(site, templates, slug)[1]]
    return tuple(dict.fromkeys((*problems, *lesson_packs(site, templates)[1])))


def article_pack(
    site: Path, templates: Environment, slug: str
) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Put a pack beside the pages of an article; give its path in the site, and what stood in its way."""
    return _pack(site, templates, f"articles/{slug}/{slug}-pack.zip", lambda: _article(site, slug))


def lesson_packs(site: Path, templates: Environment) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Put a pack beside each lesson; give their paths in the site, and what stood in their way."""
    slugs = sorted(page.parent.name for page in site.glob("lessons/*/index.html"))
    found = [
        _pack(site, templates, f"lessons/{slug}/{slug}-pack.zip", partial(_lesson, site, slug))
        for slug in slugs
    ]
    made = tuple(path for paths, _ in found for path in paths)
    return made, tuple(dict.fromkeys(fault for _, faults in found for fault in faults))


def _pack(
    site: Path, templates: Environment, path: str, sheets: Callable[[], dict[str, Sheet]]
) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    try:
        files = pack_files(site, templates, sheets())
    except Unreadable as fault:
        return (), (fault.problem,)
    (site / path).write_bytes(package(files))
    return (path,), ()


def _article(site: Path, slug: str, folder: str = "") -> dict[str, Sheet]:
    """The sheets of an article, by their names in a pack."""
    return {
        f"{folder}{WORKSHEET}": read_sheet(site, _student_page(slug)),
        f"{folder}{KEY}": read_sheet(site, f"articles/{slug}/index.html"),
    }


def _lesson(site: Path, slug: str) -> dict[str, Sheet]:
    """The sheet of a lesson, and those of the pairs and articles that it links to."""
    lesson = read_sheet(site, f"lessons/{slug}/index.html")
    sheets = {LESSON: lesson}
    for page in _linked(lesson):
        match page.split("/"):
            case ["pairs", name, "index.html"] if (site / page).is_file():
                sheets[f"{name}/{PAIR}"] = read_sheet(site, page)
            case ["articles", name, "index.html"] if (site / _student_page(name)).is_file():
                sheets |= _article(site, name, f"{name}/")
    return sheets


def _linked(sheet: Sheet) -> Iterator[str]:
    """The pages of the site that a sheet links to, each once, in its order."""
    links = (e.attributes.get("href") for e in elements(sheet.body) if e.name == "a")
    targets = (follow(sheet.path, address, loads=False) for address in links if address)
    yield from dict.fromkeys(target.file for target in targets if isinstance(target, Target))


def _student_page(slug: str) -> str:
    return f"articles/{slug}/read/index.html"
