"""The files of no single article: made where what they show is another, carried over where it is the same."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from generator.build import files_of_data
from generator.model import Problem
from generator.pages import Library, Page, pages_of_library
from generator.publish.cache import Cache, generator_key
from generator.publish.carry import carried, on_disk
from generator.publish.digest import digest
from generator.publish.kept import KeptFiles, KeptPage
from generator.publish.made import Made
from generator.publish.opening import Opened, shells_key
from generator.publish.stamping import Stamped, stamp_files
from generator.publish.views import view_key
from generator.render import render
from generator.runtime.engine import engine_files, engine_key
from generator.stamp import Shell, ShellKey

Files = dict[str, str | bytes]
"""Generated files, by their paths under `docs/`."""


@dataclass(frozen=True, slots=True)
class Group:
    """Files that are made together, or not at all."""

    name: str
    """What they are called."""
    shows: str
    """A key of all that decides them, but for what is the same for all groups; empty where none is known."""
    make: Callable[[], Files]
    """Makes them."""


@dataclass(frozen=True, slots=True)
class Others:
    """The files of no single article."""

    carried: Mapping[str, KeptFiles]
    """Those that are carried over, by the names of their groups."""
    made: Mapping[str, Files]
    """Those that were made, and are not yet in the site."""
    shows: Mapping[str, str]
    """What decides each group."""

    def paths(self) -> Iterator[str]:
        """The files' paths, in the site or under `docs/`."""
        for known in self.carried.values():
            yield from (path for path, *_ in known.files)
        for files in self.made.values():
            yield from files


def make_others(
    groups: Iterable[Group], last: Mapping[str, KeptFiles], base: str, old: Path, new: Path
) -> Others:
    """Carry over from `old` into `new` what is the same as in the last build, and make all else."""
    kept: dict[str, KeptFiles] = {}
    made: dict[str, Files] = {}
    shows: dict[str, str] = {}
    for group in groups:
        shows[group.name] = group.shows
        known = last.get(group.name)
        same = known and group.shows and known.key == digest(base, group.shows)
        if known and same and carried(known.files, str(old), str(new)):
            kept[group.name] = known
        else:
            made[group.name] = group.make()
    return Others(kept, made, shows)


def stamp_others(
    others: Others, shells: Mapping[ShellKey, Shell], base: str, site: Path, home: str
) -> tuple[dict[str, KeptFiles], tuple[Problem, ...]]:
    """Put what was made into the site; give all that the next build may use, and what is wrong."""
    found = {
        name: replace(known, key=digest(base, others.shows[name]))
        for name, known in others.carried.items()
    }
    problems: list[Problem] = []
    for name, files in others.made.items():
        stamped = stamp_files(files, shells, site, home)
        problems += stamped.problems
        key = digest(base, others.shows[name])
        found[name] = KeptFiles(key, on_disk(site, stamped.files), tuple(_pages(stamped)))
    return found, tuple(problems)


def _pages(stamped: Stamped) -> Iterator[KeptPage]:
    for path, wants in stamped.wants.items():
        yield KeptPage(path, wants, stamped.anchors[path])


def base_of(project: Opened, shells: Mapping[ShellKey, Shell], home: str) -> str:
    """Give a key of what decides all groups: templates, shells, this generator."""
    return digest(generator_key(), project.look, shells_key(shells.items()), home)


def groups_of(
    project: Opened, library: Library, made: Mapping[str, Made], cache: Cache
) -> Iterator[Group]:
    """Give all groups: each page of the library, the feeds, the data, what the workbench runs on."""
    around = project.around

    def card(slug: str) -> str:
        return made[slug].card

    def page_files(page: Page) -> Files:
        return {page.path: render(page, project.templates)}

    for page in pages_of_library(library):
        shown = view_key(page.view, card)
        shows = shown and digest(page.path, page.template, shown)
        yield Group(page.path, shows, partial(page_files, page))
    listed = [one for one in made.values() if one.line] if around.extras else []
    codebook = (project.root / "content" / "codebook.yml").read_bytes()
    settings = (around.address, around.repository, around.extras, codebook)
    if around.has_feeds:
        from generator.feeds import feed_files, newest

        shows = digest(around.address, repr(newest(library)))
        yield Group("feeds", shows, lambda: {**feed_files(library)})
    yield Group(
        "data",
        digest(*settings, *(one.key for one in listed)),
        lambda: files_of_data((cache.piece(one.key) for one in listed), around, project.templates),
    )
    if around.workbench:
        yield Group(
            "workbench",
            engine_key(project.root, os.environ),
            lambda: engine_files(project.root, os.environ)[0],
        )
