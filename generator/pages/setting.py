"""Set this as reading: the student page's link, the worksheet, the key, quiz files and the pack."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from generator.analysis.figures import Analysed
from generator.pages.page import Around

CLASSROOM = "https://classroom.google.com/share?url="
"""Google Classroom's page for sharing an address, which goes after it."""


@dataclass(frozen=True, slots=True)
class Target:
    """Something to follow or to save."""

    href: str
    """Where it is, from the page that shows it."""
    name: str
    """What it is called."""
    what: str
    """What it is for, or empty."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How an article is set as reading."""

    slug: str
    """The article."""
    title: str
    """Its title."""
    root: str
    """The way from the page that shows this to the top of the site."""
    page: str
    """The explainer page, from the page that shows this."""
    read: str
    """The student page, from there."""
    address: str
    """The student page on the web, or empty where nobody knows it yet."""
    classroom: str
    """Google Classroom's page that shares it, or empty."""
    share: str
    """The beginning of that page's address, for a script that knows the other half."""
    quiz: tuple[Target, ...]
    """The questions as files for a school's own system; empty where there are none."""
    pack: str
    """Everything in one file, from the page that shows this; empty where there is none."""
    beside: tuple[Target, ...]
    """The pair and the lessons that use it."""


QUIZ = (
    ("{slug}-moodle.xml", "Moodle XML", "for Moodle’s question bank"),
    ("{slug}-qti21.zip", "QTI 2.1", "for systems that take QTI packages"),
    ("{slug}.imscc", "Common Cartridge", "for Canvas, Brightspace and others"),
)
"""The quiz files of an article: name, format, what for."""


def setting(analysed: Analysed, around: Around, root: str) -> Setting:
    """Say how an article is set, on a page from which `root` leads to the top of the site."""
    article = analysed.article
    page = f"{root}articles/{article.slug}/"
    address = f"{around.address}articles/{article.slug}/read/" if around.address else ""
    return Setting(
        slug=article.slug,
        title=article.title,
        root=root,
        page=page,
        read=f"{page}read/",
        address=address,
        classroom=CLASSROOM + quote(address, safe="") if address else "",
        share=CLASSROOM,
        quiz=tuple(
            Target(f"{page}quiz/{name.format(slug=article.slug)}", kind, what)
            for name, kind, what in (QUIZ if around.extras else ())
        ),
        pack=f"{page}{article.slug}-pack.zip" if around.packs else "",
        beside=beside(article.slug, around, root),
    )


def twins(slug: str, around: Around, root: str) -> tuple[Target, ...]:
    """Give the other article of each pair that this one belongs to, with the pair's page."""
    called = around.called or {}
    return tuple(
        Target(f"{root}pairs/{pair.id}/", called[other], pair.title)
        for pair in around.pairs
        if slug in pair.articles
        for other in pair.articles
        if other != slug and other in called
    )


def beside(slug: str, around: Around, root: str) -> tuple[Target, ...]:
    """Give the pairs and lessons that use an article."""
    pairs = (
        Target(f"{root}pairs/{pair.id}/", pair.title, "the same event, told twice")
        for pair in around.pairs
        if slug in pair.articles
    )
    lessons = (
        Target(
            f"{root}lessons/{lesson.slug}/", lesson.title, f"a lesson of {lesson.minutes} minutes"
        )
        for lesson in around.lessons
        if slug in lesson.articles
    )
    return (*pairs, *lessons)
