"""Content to a finished site, whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from generator.finish import Before, Finished, finish_site
from generator.finish.index import write_index
from generator.finish.packs import lesson_packs
from generator.publish.broken import BROKEN, why
from generator.publish.cache import Cache, Spoiled
from generator.publish.in_the_way import in_the_way
from generator.publish.kept import Index, Kept, KeptFiles, KeptPage
from generator.publish.links import Wants, in_doubt, in_doubt_of_articles
from generator.publish.made import Made, Shown, Workshop
from generator.publish.opening import Opened, Stopped, ground_of, opened, workshop_of
from generator.publish.options import Options, SiteOutcome
from generator.publish.others import Others, base_of, groups_of, make_others, stamp_others
from generator.publish.parts import carry_parts
from generator.publish.shelf import check_shelf, shelf_of, shown_of
from generator.publish.shells import Ground, kept_engine, more_shells
from generator.publish.sitemap import SITEMAP, write_sitemap
from generator.publish.stamping import keys_of
from generator.publish.unchanged import restored, to_keep, unchanged
from generator.publish.workers import make_all
from generator.publish.workshop import Unfinished, workshop
from generator.reading.problem import ordered
from generator.runtime.engine import FOLDER as ENGINE_FOLDER
from generator.runtime.engine import LIST as ENGINE_LIST
from generator.stamp import Shell, ShellKey

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
            place.put()
            words = (*words, *_kept(cache, index))
            return replace(outcome, words=(*words, *outcome.words))
    except Stopped as stopped:
        return replace(stopped.outcome, words=(*words, *stopped.outcome.words))
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


@dataclass(frozen=True, slots=True)
class _Articles:
    """The articles of a site."""

    made: Mapping[str, Made]
    """What became of each, by slug, in the order of their files."""
    kept: Mapping[str, Kept]
    """Those that were carried over from the last build."""
    anew: int
    """How many were made."""
    words: tuple[str, ...]
    """What there is to say of parts."""


def _build(
    root: Path, new: Path, old: Path, last: Index, cache: Cache, options: Options
) -> tuple[SiteOutcome, Index]:
    """Make the whole site in `new`; with the index that the next build may use."""
    project = opened(root, options)
    ground = ground_of(project, new, old, last.engine)
    shop = workshop_of(project, ground, new, cache.details)
    articles = _articles(project, shop, last, old)
    problems = ordered(
        chain(
            project.beside.problems,
            *(one.problems for one in articles.made.values()),
            check_shelf(articles.made, project.beside),
        )
    )
    outcome = SiteOutcome(problems, ground.output, made=articles.anew)
    if any(problem.severity == "error" for problem in problems):
        raise Stopped(SiteOutcome(problems))

    shown = shown_of(articles.made, cache)
    library = shelf_of(articles.made, project.around, project.beside, shown)
    base = base_of(project, ground.shells, shop.home)
    groups = groups_of(project, library, articles.made, cache)
    others = make_others(groups, last.others, base, old, new)
    of_articles = chain.from_iterable(one.files for one in articles.made.values())
    if refused := tuple(in_the_way(ground.by_hand, chain(others.paths(), of_articles))):
        raise Stopped(SiteOutcome((*problems, *refused)))
    shells = _shells(project, ground, others)
    base = base_of(project, shells, shop.home)
    stamped, of_others = stamp_others(others, shells, base, new, shop.home)
    packs, of_packs = lesson_packs(new, project.templates) if project.around.packs else ((), ())

    files = _files(ground, articles, stamped, packs)
    write_sitemap(new, project.around.address, files)
    wants = _in_doubt(ground, articles, others, stamped, last)
    todo = () if ground.kept else (path for path in ground.files if path.endswith(".html"))
    anchors = _anchors(ground, articles, stamped, shown)
    finished = finish_site(new, Before(files | {SITEMAP}, todo, wants, anchors))
    faults = (
        *(fault for one in articles.made.values() for fault in one.faults),
        *(*of_others, *of_packs, *finished.problems),
    )
    words = (*project.words, *articles.words, *_without(new, project))
    outcome = replace(outcome, pages=finished.pages, words=words)
    if faults:
        fault = "the built pages have the problems listed above"
        raise Stopped(replace(outcome, fault=fault, problems=faults))
    if options.index:
        documents = (
            (one.slug, shown(one.slug).document) for one in articles.made.values() if one.line
        )
        if fault := write_index(new, documents, old).fault:
            raise Stopped(replace(outcome, fault=fault))
    kept, targets = to_keep(articles.made, articles.kept, new, last.targets)
    engine = kept_engine(ground, shells, new, _pages(finished))
    return outcome, Index(engine, kept, stamped, targets)


def _articles(project: Opened, shop: Workshop, last: Index, old: Path) -> _Articles:
    """Make the articles, but for those that come from parts or from the last site."""
    options, files = project.options, project.beside.files
    found, words = carry_parts(options.parts, files, shop)
    rest = [file for file in files if file.stem not in found]
    kept, todo = unchanged(rest, last, shop, old)
    found |= {slug: restored(one) for slug, one in kept.items()}
    options.say("articles", len(found), len(files))
    for one in make_all(shop, todo, options.jobs):
        found[one.slug] = one
        options.say("articles", len(found), len(files))
    made = {file.stem: found[file.stem] for file in files}
    return _Articles(made, kept, len(todo), words)


def _shells(project: Opened, ground: Ground, others: Others) -> Mapping[ShellKey, Shell]:
    """The shells of all pages: a large library may have a kind that a small one has not."""
    shells = dict(ground.shells)
    lacking = {key for files in others.made.values() for key in keys_of(files)} - shells.keys()
    if lacking:
        shells |= more_shells(project.root, {*shells, *lacking}, project.options.engine)
    if lacking - shells.keys():
        fault = "the engine made no shell for some pages"
        raise Stopped(SiteOutcome(project.beside.problems, fault=fault))
    return shells


def _files(
    ground: Ground, articles: _Articles, others: Mapping[str, KeptFiles], packs: Iterable[str]
) -> frozenset[str]:
    """All files of the new site."""
    of_articles = (one.files for one in articles.made.values())
    return frozenset(chain(ground.files, packs, *of_articles, *map(_paths, others.values())))


def _in_doubt(
    ground: Ground,
    articles: _Articles,
    others: Others,
    stamped: Mapping[str, KeptFiles],
    last: Index,
) -> Iterator[Wants]:
    """What new pages link to, and what old ones link to that is no longer the same."""
    same = {path for known in others.carried.values() for path in _paths(known)}
    same.update(ground.files if ground.kept else ())
    same.update(chain.from_iterable(articles.made[slug].files for slug in articles.kept))
    yield from chain.from_iterable(one.wants for one in articles.made.values())
    yield from in_doubt_of_articles(articles.kept, last, same)
    for name, known in stamped.items():
        yield from in_doubt(known.pages, same if name in others.carried else frozenset())
    if ground.kept:
        yield from in_doubt(ground.kept.pages, same)


def _anchors(
    ground: Ground,
    articles: _Articles,
    others: Mapping[str, KeptFiles],
    shown: Callable[[str], Shown],
) -> Callable[[str], Container[str] | None]:
    """Gives the ids of any page but those that are finished last."""
    pages = chain(*(known.pages for known in others.values()))
    known = {
        page.path: page.anchors for page in chain(pages, ground.kept.pages if ground.kept else ())
    }

    def anchors(path: str) -> Container[str] | None:
        if path in known:
            return known[path]
        folder, _, rest = path.partition("/")
        slug = rest.partition("/")[0]
        if folder != "articles" or slug not in articles.made:
            return None
        return shown(slug).anchors.get(path)

    return anchors


def _paths(known: KeptFiles) -> Iterator[str]:
    return (path for path, *_ in known.files)


def _pages(finished: Finished) -> Iterator[KeptPage]:
    """The pages by hand, and the style sheets, as the next build may take them over."""
    for path, walk in finished.walks.items():
        yield KeptPage(path, walk.wants, walk.anchors if path.endswith(".html") else ())


def _without(new: Path, project: Opened) -> tuple[str, ...]:
    """A word on why the workbench has nothing to run on."""
    if not project.around.workbench:
        return ()
    listed = json.loads((new / ENGINE_FOLDER / ENGINE_LIST).read_text(encoding="utf-8"))
    return (f"The workbench is without checks: {listed['why']}.",) if listed["why"] else ()
