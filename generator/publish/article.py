"""One article, from its file to its finished pages in the new site: the work of one process."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path

from jinja2 import Environment

from generator.analysis import analyse
from generator.build import files_of_article, files_of_source
from generator.checks import check_article
from generator.checks.context import Context
from generator.finish.addresses import Target
from generator.finish.index import document
from generator.model import Article
from generator.pages.listed import details, line
from generator.publish.cache import keep_piece, keep_shown
from generator.publish.compiled import templates_of
from generator.publish.digest import digest
from generator.publish.glance import glance
from generator.publish.made import Made, Named, Shown, Wants, Workshop
from generator.publish.stamping import Stamped, stamp_files
from generator.reading.article import read_article
from generator.reading.files import name_of, read_text


class Maker:
    """Makes articles, one after another, with templates that are compiled once."""

    def __init__(self, workshop: Workshop) -> None:
        self.workshop = workshop
        self.templates: Environment = templates_of(workshop.root)
        self.paired: Container[str] = frozenset(workshop.around.called or ())

    def make(self, file: Path) -> Made:
        """Make the article of a file: read, check, analyse, page, render, stamp, finish, write."""
        shop, slug = self.workshop, file.stem
        name = name_of(shop.root, file)
        source = glance(file)
        text, unreadable = read_text(file, name)
        if text is None:
            return Made(slug, "", unreadable, None)
        of_text = digest(text.encode("utf-8", "surrogatepass"))
        key = shop.key(slug, of_text)
        reading = read_article(name, text)
        article = reading.article
        if article is None:
            return Made(slug, key, reading.problems, None)
        context = Context(shop.around.codebook, shop.today)
        problems = (*reading.problems, *check_article(article, context))
        if any(p.severity == "error" for p in problems) or article.status != "published":
            return Made(slug, key, problems, _named(article))

        analysed = analyse(article)
        files = files_of_article(analysed, shop.around, self.templates)
        files |= files_of_source(article, text, shop.around)
        stamped = stamp_files(files, shop.shells, shop.site, shop.home)
        faults = list(stamped.problems)
        made = list(stamped.files)
        if shop.around.packs:
            from generator.finish.packs import article_pack

            pack, of_pack = article_pack(shop.site, self.templates, article.slug)
            faults += of_pack
            made += pack
        if shop.around.extras:
            from generator.dataset.piece import piece

            keep_piece(shop.details, key, piece(article))
        words = document(analysed, slug in self.paired)
        shown = Shown(details(analysed, self.paired), stamped.anchors, words)
        card = keep_shown(shop.details, key, shown)
        return Made(
            slug,
            key,
            problems,
            _named(article),
            line(analysed),
            tuple(made),
            _elsewhere(stamped, made),
            tuple(faults),
            card,
            of_text,
            source,
        )


def _named(article: Article) -> Named:
    keys = tuple(key for key in article.keys if key[0] == "event")
    return Named(article.path, article.slug, article.status, article.event, keys)


def _elsewhere(stamped: Stamped, files: Container[str]) -> Wants:
    """What pages link to that cannot be judged here: all but what the article itself has."""

    def here(target: Target) -> bool:
        there = stamped.anchors.get(target.file, ())
        return target.file in files and (target.fragment in ("", "top") or target.fragment in there)

    return tuple(
        (page, tuple(target for target in targets if not here(target)))
        for page, targets in stamped.wants.items()
    )
