"""What there is to say of a work: its file and problems, its figures, its page; and a first draft."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from jinja2 import Environment

from generator.analysis import analyse
from generator.analysis.figures import Analysed
from generator.checks import check_article
from generator.checks.context import Context
from generator.model import Codebook, Problem
from generator.pages import Around
from generator.pages.article import article_pages
from generator.pages.summary import plain
from generator.reading.article import Parts
from generator.reading.problem import ordered
from generator.render import render
from generator.stamp.source import source_of
from generator.workbench.changes import changes
from generator.workbench.located import located
from generator.workbench.opened import as_work, opened
from generator.workbench.parted import parted
from generator.workbench.readable import readable
from generator.workbench.values import Opened, Work, shaped
from generator.workbench.written import written

Answer = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Bench:
    """What works are looked at with."""

    codebook: Codebook
    """The definitions."""
    templates: Environment
    """The templates of pages."""


def open_text(bench: Bench, text: str, slug: str, today: date) -> Opened:
    """Open a file, with its problems."""
    parts = parted(f"content/articles/{slug}.md", text)
    if isinstance(parts, tuple):
        return Opened(None, tuple(shaped(problem, "") for problem in parts))
    file = opened(text, slug)
    work = file.work if file else None
    found = _problems(bench, parts, today)
    return Opened(work, located(parts, work or as_work(parts, text, slug), found))


def check(bench: Bench, work: Work, today: date) -> Answer:
    """Write a work, and say what `whosays check` says of it, and what it comes to."""
    text = written(work)
    differs = changes(work.base, text) if work.base else []
    parts = parted(work.path, text)
    if isinstance(parts, tuple):
        told = [shaped(problem, "").as_json() for problem in parts]
        return {"text": text, "changes": differs, "problems": told, "figures": None}
    problems = located(parts, work, _problems(bench, parts, today))
    return {
        "text": text,
        "changes": differs,
        "problems": [problem.as_json() for problem in problems],
        "figures": _figures(analyse(readable(parts))),
    }


def preview(bench: Bench, work: Work, today: date) -> Answer:
    """The explainer page that the work would have, without what is round it on the site."""
    parts = parted(work.path, written(work))
    if isinstance(parts, tuple):
        told = [shaped(problem, "").as_json() for problem in parts]
        return {"title": "", "html": "", "problems": told}
    article = readable(parts)
    try:
        page, *_ = article_pages(analyse(article), Around(bench.codebook, extras=False))
        html = source_of(render(page, bench.templates)).body
    except Exception:  # pages are made for articles without an error, and this one has some
        found = [p for p in _problems(bench, parts, today) if p.severity == "error"]
        problems = [problem.as_json() for problem in located(parts, work, found)]
        return {"title": article.title, "html": "", "problems": problems}
    return {"title": article.title, "html": html, "problems": []}


def _problems(bench: Bench, parts: Parts, today: date) -> tuple[Problem, ...]:
    """All problems of a file, as `whosays check` orders them."""
    context = Context(bench.codebook, today)
    of_checks = check_article(readable(parts), context) if parts.front.shape else ()
    return ordered((*parts.problems, *of_checks))


def _figures(analysed: Analysed) -> Answer:
    counts = analysed.figures.statements
    return {
        "sentence": plain(analysed) if counts.total else "",
        "statements": {
            "total": counts.total,
            "sourced": counts.sourced,
            "unsourced": counts.unsourced,
            "inferred": counts.inferred,
        },
        "voices": [
            {
                "id": voice.id,
                "name": voice.name,
                "stake": voice.stake,
                "statements": voice.statements,
                "falls": list(voice.removal.falls),
                "leans": list(voice.removal.leans),
                "load": voice.removal.load,
            }
            for voice in analysed.figures.voices
        ],
    }
