"""What every case of `tests/cases/` gives, and every article of the library: run here, and in the worker.

What runs in the worker has no pytest, no network and no sentencex: so drafts are cut by our own rule.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import cache

from generator.analysis import analyse
from generator.checks import check_article
from generator.checks.context import Context
from generator.drafting import STEPS
from generator.drafting.passages import passages
from generator.drafting.sentences import by_rule, find_sentences
from generator.drafting.values import Draft
from generator.fixes import fix
from generator.model import Problem
from generator.pages import around_of
from generator.pages.article import article_pages
from generator.pages.summary import headline, plain
from generator.reading.article import read_article
from generator.reading.problem import as_text, ordered
from generator.reading.schema import ArticleShape
from generator.render import environment, render
from tests import sample
from tests.case_files import CASES, FRONT, Case, read_cases
from tests.case_runs import read_case

TODAY = date(2026, 11, 22)


def as_json() -> str:
    """Everything, by the name of the case or article."""
    return json.dumps(dict(outcomes()), ensure_ascii=False)


def outcomes() -> Iterator[tuple[str, str]]:
    """The name of each case with all that it gives."""
    for folder in sorted(path.name for path in CASES.iterdir() if path.is_dir()):
        for case in read_cases(folder):
            yield f"{folder}: {case.name}", "\n".join(_given(folder, case))
    for path in sorted((sample.ROOT / "content" / "articles").glob("*.md")):
        yield f"article: {path.stem}", _page(path.name, path.read_text(encoding="utf-8"))


def _given(folder: str, case: Case) -> Iterator[str]:
    """What the functions of the command line make of a case: values whole, problems as they are shown."""
    text = FRONT + case.given if case.kind == "text" else case.given
    if folder == "drafting":
        draft = find_sentences(Draft("en", passages(case.given, marked_up=False)), by_rule)
        for step in STEPS[1:]:
            draft = step(draft)
        yield repr(draft)
        return
    article, problems = read_case(case, _codebook())
    yield from map(as_text, problems)
    yield repr(article)
    if folder == "fixes":
        yield fix(text, _look, ArticleShape).text
    if article:
        analysed = analyse(article)
        yield repr(analysed.figures)
        yield f"{headline(analysed)} {plain(analysed)}"


@cache
def _look(text: str) -> tuple[Problem, ...]:
    reading = read_article("article.md", text)
    context = Context(_codebook(), TODAY)
    checked = check_article(reading.article, context) if reading.article else ()
    return ordered((*reading.problems, *checked))


def _page(name: str, text: str) -> str:
    """An article's own pages, with the problems that it has."""
    reading = read_article(name, text)
    assert reading.article
    analysed = analyse(reading.article)
    around = around_of(_codebook(), published={analysed.article.slug: analysed})
    pages = article_pages(analysed, around)
    return "\n".join((*map(as_text, _look(text)), *(render(page, _templates()) for page in pages)))


_codebook = cache(sample.codebook)
_templates = cache(lambda: environment(sample.ROOT / "templates"))
