"""Content to a finished site, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import chain, islice
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment

from generator.addresses import read_addresses
from generator.build import files_of_data, files_of_library
from generator.finish import finish_site
from generator.finish.index import write_index
from generator.finish.packs import lesson_packs
from generator.pages import Around, around_of, collect, pages_of_article
from generator.publish.beside import Beside, first_published, read_beside
from generator.publish.broken import BROKEN, why
from generator.publish.by_hand import in_the_way
from generator.publish.cache import DETAILS, FOLDER, Cache, Index, Spoiled, generator_key
from generator.publish.compiled import templates_of
from generator.publish.digest import digest, digest_of_files
from generator.publish.made import Workshop
from generator.publish.options import MOST_WITH_PACKS, Options, SiteOutcome
from generator.publish.parts import carry_parts
from generator.publish.shelf import check_shelf, shelf_of, shown_of
from generator.publish.shells import Ground, kept_engine, lay_ground, more_shells
from generator.publish.sitemap import write_sitemap
from generator.publish.stamping import keys_of, stamp_files
from generator.publish.unchanged import to_keep, unchanged
from generator.publish.workers import make_all
from generator.publish.workshop import Unfinished, workshop
from generator.reading.problem import ordered
from generator.render import render
from generator.runtime.engine import engine_files
from generator.stamp import ShellKey

SPOILED = "The cache was damaged, or of another version: everything was made anew."


def build_site(root: Path, site: Path, options: Options) -> SiteOutcome:
    """Build the project at `root` and put the result at `site`, where the old one stays until then."""
    cache = Cache(root, site)
    words: tuple[str, ...] = ()
    try:
        with workshop(root, site, cache.lock) as place:
            try:
                last = cache.index() if options.cached else Index()
                outcome, index = _build(root, place.new, site, last, cache, options)
            except Spoiled:
                words = (SPOILED,)
                place.clear()
                outcome, index = _build(root, place.new, site, Index(), cache, options)
            if outcome.ok:
                place.put()
                words = (*words, *_kept(cache, index))
            return replace(outcome, words=(*words, *outcome.words))
    except Unfinished as fault:
        return SiteOutcome((), fault=str(fault))
    except BROKEN as error:
        return SiteOutcome((), fault=why(error))


def _kept(cache: Cache, index: Index) -> tuple[str, ...]:
    """Keep what the next build may use; a word where that cannot be, for the site is there already."""
    try:
        cache.keep(index)
    except OSError as error:
        return (f"The cache was not written ({why(error)}): the next build makes everything anew.",)
    return ()


def _build(
    root: Path, new: Path, old: Path, last: Index, cache: Cache, options: Options
) -> tuple[SiteOutcome, Index]:
    """Make the whole site in `new`; with the index that the next build may use."""
    beside = read_beside(root, options.today)
    if beside.codebook is None:
        return SiteOutcome(beside.problems), Index()
    around, words = around_with(root, beside, options)
    templates = templates_of(root)
    engine = options.engine
    ground = lay_ground(
        root, new, old, last.engine, lambda: first_keys(root, around, beside, templates), engine
    )
    if ground.fault:
        return SiteOutcome(beside.problems, ground.output, ground.fault), Index()

    shop = workshop_of(root, new, around, ground, options.today)
    found, spoiled = carry_parts(options.parts, beside.files, shop)
    rest = [file for file in beside.files if file.stem not in found]
    kept, todo = unchanged(rest, last, shop, old)
    found |= {slug: one.made for slug, one in kept.items()}
    options.say("articles", len(found), len(beside.files))
    for one in make_all(shop, todo, options.jobs):
        found[one.slug] = one
        options.say("articles", len(found), len(beside.files))
    made = {file.stem: found[file.stem] for file in beside.files}
    problems = ordered(
        chain(beside.problems, *(one.problems for one in made.values()), check_shelf(made, beside))
    )
    if any(problem.severity == "error" for problem in problems):
        return SiteOutcome(problems), Index()

    shown = shown_of(made, cache)
    library = shelf_of(made, around, beside, shown)
    files = files_of_library(library, templates)
    pieces = (cache.piece(one.key) for one in made.values() if one.line and around.extras)
    files |= files_of_data(pieces, around, templates)
    engine_of_workbench, without = _engine_of_workbench(root, around)
    files |= engine_of_workbench
    generated = chain(files, *(one.files for one in made.values()))
    if refused := tuple(in_the_way(root / "docs", generated)):
        return SiteOutcome((*problems, *refused)), Index()
    shells = dict(ground.shells)
    if lacking := keys_of(files) - shells.keys():
        shells |= more_shells(root, {*shells, *lacking}, engine)
    if lacking - shells.keys():
        return SiteOutcome(problems, fault="the engine made no shell for some pages"), Index()
    stamped = stamp_files(files, shells, new, shop.home)
    of_packs = lesson_packs(new, templates) if around.packs else ()
    pages = {page: one.slug for one in made.values() for page, _ in one.wants}
    wants = {page: targets for one in made.values() for page, targets in one.wants}

    def anchors(path: str) -> tuple[str, ...] | None:
        if path in stamped.anchors:
            return stamped.anchors[path]
        return shown(pages[path]).anchors[path] if path in pages else None

    listed = (page.relative_to(new).as_posix() for page in new.rglob("*.html"))
    write_sitemap(new, around.address, listed)
    finished = finish_site(new, {**wants, **stamped.wants}, anchors)
    outcome = SiteOutcome(
        problems,
        ground.output,
        pages=finished.pages,
        made=len(todo),
        words=(*words, *spoiled, *without),
    )
    of_articles = tuple(fault for one in made.values() for fault in one.faults)
    if faults := (*of_articles, *stamped.problems, *of_packs, *finished.problems):
        fault = "the built pages have the problems listed above"
        return replace(outcome, fault=fault, problems=faults), Index()
    if options.index:
        documents = ((slug, shown(slug).document) for slug, one in made.items() if one.line)
        if fault := write_index(new, documents, old).fault:
            return replace(outcome, fault=fault), Index()
    return outcome, Index(kept_engine(ground, shells, new), to_keep(made, kept, new))


def _engine_of_workbench(
    root: Path, around: Around
) -> tuple[dict[str, str | bytes], tuple[str, ...]]:
    """What the workbench runs on, and a word on why it has nothing to run on."""
    if not around.workbench:
        return {}, ()
    files, why = engine_files(root, os.environ)
    return files, (f"The workbench is without checks: {why}.",) if why else ()


def around_with(root: Path, beside: Beside, options: Options) -> tuple[Around, tuple[str, ...]]:
    """What pages may know besides their article, and a word on what is left out."""
    assert beside.codebook
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
    return around, () if packs or small else (left_out,)


def workshop_of(root: Path, site: Path, around: Around, ground: Ground, today: date) -> Workshop:
    """Give what every article of the project at `root` is made with, for the site in this folder."""
    return Workshop(
        root=root,
        site=site,
        around=around,
        shells=dict(ground.shells),
        today=today,
        home=urlsplit(around.address).path or "/",
        base=_base(root, around, ground),
        details=root / FOLDER / DETAILS,
    )


def _base(root: Path, around: Around, ground: Ground) -> str:
    """A key of all that decides what every article's pages look like."""
    theme = root / "templates" / "theme"  # it shows in the shells
    templates = [
        path
        for path in (root / "templates").rglob("*")
        if path.is_file() and not path.is_relative_to(theme)
    ]
    codebook = (root / "content" / "codebook.yml").read_bytes()
    settings = (around.address, around.repository, around.packs, around.extras, around.workbench)
    # A pack holds styles and fonts as well, so there all that the engine made decides.
    own = (f"{key}{ground.shells[key]}" for key in ground.shells if _is_of_article(key))
    shell = ground.key if around.packs else sorted(own)
    return digest(generator_key(), shell, digest_of_files(root, templates), codebook, *settings)


def _is_of_article(key: ShellKey) -> bool:
    return key.folder == "articles" and key.depth > 1


def first_keys(
    root: Path, around: Around, beside: Beside, templates: Environment
) -> Iterable[ShellKey]:
    """The keys of the shells that a library needs: those of a small one, of every kind of page."""
    articles = beside.published.values() or first_published(root, beside)
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
