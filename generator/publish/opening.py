"""What every build begins with: what stands beside the articles, the ground, and the workshop."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment

from generator.addresses import read_addresses
from generator.build import files_of_data, files_of_library
from generator.pages import Around, around_of, collect, pages_of_article
from generator.publish.beside import Beside, first_published, read_beside
from generator.publish.cache import generator_key
from generator.publish.compiled import templates_of
from generator.publish.digest import digest, digest_of_files
from generator.publish.kept import KeptEngine
from generator.publish.made import Workshop, mentioned_in
from generator.publish.options import MOST_WITH_PACKS, Options, SiteOutcome
from generator.publish.shells import Ground, lay_ground
from generator.publish.stamping import keys_of
from generator.render import render
from generator.stamp import Shell, ShellKey


class Stopped(Exception):
    """There is no new site; the outcome says why."""

    def __init__(self, outcome: SiteOutcome) -> None:
        super().__init__(outcome.fault)
        self.outcome = outcome


@dataclass(frozen=True, slots=True)
class Opened:
    """A project that is about to be built."""

    root: Path
    """The project."""
    options: Options
    """How it is built."""
    beside: Beside
    """What stands beside the articles."""
    around: Around
    """What pages may know besides their article."""
    templates: Environment
    """Its templates."""
    look: str
    """A key of all templates but the theme's, which show in the shells."""
    words: tuple[str, ...]
    """What there is to say of it: what is left out."""


def opened(root: Path, options: Options, files: tuple[Path, ...] | None = None) -> Opened:
    """Read the project at `root` for a build of these articles, or of all."""
    beside = read_beside(root, options.today, files)
    if beside.codebook is None:
        raise Stopped(SiteOutcome(beside.problems))
    small = len(beside.files) <= MOST_WITH_PACKS
    packs = small if options.packs is None else options.packs
    web = read_addresses(root, os.environ)
    around = around_of(
        beside.codebook,
        web.site,
        beside.pairs,
        beside.lessons,
        web.repository,
        packs,
        packs,
        published=beside.published,
        readings=beside.readings,
        workbench=web.workbench,
    )
    left_out = (
        f"More than {MOST_WITH_PACKS} articles: without packs and quiz files; --packs makes them."
    )
    words = () if packs or small else (left_out,)
    return Opened(root, options, beside, around, templates_of(root), _look(root), words)


def ground_of(project: Opened, new: Path, old: Path, kept: KeptEngine | None) -> Ground:
    """Lay the ground of a site in the folder `new`."""
    ground = lay_ground(
        project.root, new, old, kept, lambda: first_keys(project), project.options.engine
    )
    if ground.fault:
        raise Stopped(SiteOutcome(project.beside.problems, ground.output, ground.fault))
    return ground


def workshop_of(project: Opened, ground: Ground, site: Path, details: Path) -> Workshop:
    """Give what every article is made with, for the site and the details in these folders."""
    around = project.around
    return Workshop(
        root=project.root,
        site=site,
        around=around,
        shells=dict(ground.shells),
        today=project.options.today,
        home=urlsplit(around.address).path or "/",
        base=_base(project, ground),
        details=details,
        mentioned=mentioned_in(around),
    )


def _look(root: Path) -> str:
    theme = root / "templates" / "theme"
    templates = [
        path
        for path in (root / "templates").rglob("*")
        if path.is_file() and not path.is_relative_to(theme)
    ]
    return digest_of_files(root, templates)


def shells_key(shells: Iterable[tuple[ShellKey, Shell]]) -> str:
    """Give a key of shells, in whatever order."""
    return digest(*sorted(f"{key}{shell}" for key, shell in shells))


def _base(project: Opened, ground: Ground) -> str:
    """A key of all that decides what every article's pages look like."""
    around = project.around
    codebook = (project.root / "content" / "codebook.yml").read_bytes()
    settings = (around.address, around.repository, around.packs, around.extras, around.workbench)
    # A pack holds styles and fonts as well, so there all that the engine made decides.
    own = ((key, shell) for key, shell in ground.shells.items() if _is_of_article(key))
    shell = ground.key if around.packs else shells_key(own)
    return digest(generator_key(), shell, project.look, codebook, *settings)


def _is_of_article(key: ShellKey) -> bool:
    return key.folder == "articles" and key.depth > 1


def first_keys(project: Opened) -> Iterable[ShellKey]:
    """The keys of the shells that a library needs: those of a small one, of every kind of page."""
    around, templates = project.around, project.templates
    articles = project.beside.published.values() or first_published(project.root, project.beside)
    files = files_of_library(collect(articles, around), templates)
    files |= files_of_data((), around, templates)
    for article in islice(articles, 1):
        pages = pages_of_article(article, around)
        files |= {page.path: render(page, templates) for page in pages}
    keys = keys_of(files)
    return keys | {_of_further_pages(key) for key in keys if key.kind == "articles"}


def _of_further_pages(key: ShellKey) -> ShellKey:
    """The key of the library's second page and those after it, from that of its first."""
    return replace(key, depth=2, flags=tuple(flag for flag in key.flags if flag != "feeds"))
