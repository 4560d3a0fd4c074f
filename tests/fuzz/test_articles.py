"""Whatever an article holds: reading never raises, places exist, and what is right is shown as it is."""

from __future__ import annotations

import os
from datetime import date
from html.parser import HTMLParser

from hypothesis import HealthCheck, given, settings

from generator.analysis import analyse
from generator.checks import check_article
from generator.checks.context import Context
from generator.model import Article, Problem
from generator.pages import Around
from generator.pages.article import article_pages
from generator.pages.read import read_pages
from generator.reading.article import read_article
from generator.reading.problem import as_text
from generator.render import environment, render
from tests import sample
from tests.conftest import ROOT
from tests.fuzz.grammar import articles, damaged

LONG = os.environ.get("WHOSAYS_FUZZ") == "long"
"""Whether this is the weekly run: twenty thousand examples in the place of a thousand."""

settings.register_profile(
    "whosays",
    deadline=None,
    database=None,
    derandomize=not LONG,
    print_blob=True,
    suppress_health_check=list(HealthCheck),
)
settings.load_profile("whosays")

CODEBOOK = sample.codebook()
CONTEXT = Context(CODEBOOK, date(2026, 11, 22))
TEMPLATES = environment(ROOT / "templates")


def checked(text: str) -> tuple[Article | None, tuple[Problem, ...]]:
    """An article and all its problems."""
    reading = read_article("content/articles/fuzzed.md", text)
    of_checks = check_article(reading.article, CONTEXT) if reading.article else ()
    return reading.article, (*reading.problems, *of_checks)


class Shown(HTMLParser):
    """The words of the reading, block by block, without numbers and without plain wordings."""

    def __init__(self, words: str, ours: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.words = words
        """The class of an element that holds a block."""
        self.ours = ours
        """Classes of elements whose text is ours."""
        self.blocks: list[str] = []
        self.open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = (dict(attrs).get("class") or "").split()
        what = "words" if self.words in classes else "ours" if self.ours & {*classes} else ""
        if what == "words":
            self.blocks.append("")
        if tag not in ("input", "img", "br", "meta", "link"):
            self.open.append((tag, what))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        kinds = {kind for _, kind in self.open}
        if "words" in kinds and "ours" not in kinds:
            self.blocks[-1] += data


def shown(html: str, words: str, *ours: str) -> list[str]:
    """The blocks of a page's reading, without line breaks around them."""
    parser = Shown(words, frozenset(ours))
    parser.feed(html)
    parser.close()
    return [block.strip("\n") for block in parser.blocks]


def survives(text: str) -> None:
    """All that holds for any text."""
    article, problems = checked(text)
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in problems:
        place = problem.place
        assert 1 <= place.line <= len(lines), problem
        assert place.excerpt == lines[place.line - 1], problem
        assert 1 <= place.column <= len(place.excerpt) + 1, problem
        assert as_text(problem)
    assert checked(text) == (article, problems), "reading and checking are functions"
    if article is None or any(problem.severity == "error" for problem in problems):
        return
    around = Around(CODEBOOK)
    (page,), (student,) = (
        article_pages(analyse(article), around),
        read_pages(analyse(article), around),
    )
    expected = [block.text.text for block in article.blocks]
    assert shown(render(page, TEMPLATES), "words", "n", "p") == expected
    assert shown(render(student, TEMPLATES), "words", "n") == expected


@settings(max_examples=10_000 if LONG else 400)
@given(articles())
def test_what_the_grammar_gives_is_read_and_shown_word_for_word(text: str) -> None:
    """The explainer page and the student page have the article's text, and nothing else in it."""
    survives(text)


@settings(max_examples=15_000 if LONG else 600)
@given(damaged())
def test_a_damaged_article_raises_nothing_and_its_problems_have_places(text: str) -> None:
    """Signs and lines left out, put in, doubled and swapped; two articles in one; one cut in half."""
    survives(text)


def test_the_grammar_is_the_formats() -> None:
    """Nearly all that it gives has no error: the properties above are not held by what nobody shows."""
    fine: list[bool] = []

    @settings(max_examples=100)
    @given(articles())
    def look(text: str) -> None:
        fine.append(not any(problem.severity == "error" for problem in checked(text)[1]))

    look()
    assert sum(fine) / len(fine) > 0.9
