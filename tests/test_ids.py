"""What an article's pages call their own parts is no id for a mark: the list cannot go stale."""

from __future__ import annotations

import re
from datetime import date

import pytest

from generator.checks import check_article
from generator.checks.context import Context
from generator.checks.ids import check_ids
from generator.pages import pages_of_article
from generator.reading.article import read_article
from generator.render import environment, render
from tests.agreement.made_up import reading
from tests.sample import BRIDGE, ROOT, analysed, codebook, library

OF_THE_READER = re.compile(r"n\d+|done|zz-.*")
"""Ids of the student page, which has no ids of marks; `n1` is a good name for one."""

CLOBBERING = (
    "attributes",
    "children",
    "constructor",
    "location",
    "parent",
    "title",
    "style",
    "value",
)
"""Names of properties that are ids like any other: `tests/hostile/test_names.py` shows that they do no harm."""


def own_ids() -> set[str]:
    """The ids in the page of an article, and in the theme round it, that are not of its marks."""
    shelf = library(
        analysed(BRIDGE, "bridge"),
        address="https://example.org/",
        repository="https://example.org/r",
        readings=(reading(),),
    )
    (one,) = shelf.whole.values()
    templates = environment(ROOT / "templates")
    text = "".join(
        render(page, templates)
        for page in pages_of_article(one, shelf.around)
        if page.path.endswith("bridge/index.md")
    )
    text += "".join(
        file.read_text(encoding="utf-8") for file in (ROOT / "templates" / "theme").rglob("*.html")
    )
    found = set(re.findall(r'\sid="([^"{]+)"', text)) | set(re.findall(r"\{ #([\w-]+)", text))
    statements = {mark.id for mark in one.article.statements}
    return found - statements - {mark.id for mark in one.article.framing}


def with_id(name: str) -> set[str]:
    """The codes of the problems of an article whose one mark has this id."""
    front = BRIDGE.partition("---\n\n")[0] + "---\n\n"
    text = f"{front}[It is safe.]{{.unsourced}}[^{name}]\n\n[^{name}]: No source.\n"
    article = read_article("content/articles/sample.md", text).article
    assert article
    return {problem.code for problem in check_ids(article, Context(codebook(), date(2026, 11, 22)))}


def test_no_mark_may_have_an_id_of_the_page() -> None:
    """Every id that the templates give, the theme's too, is refused."""
    ids = {name for name in own_ids() if not OF_THE_READER.fullmatch(name)}
    assert {
        "content",
        "top",
        "reading",
        "readers",
        "support",
        "voices",
        "note-s1",
        "record-log",
    } <= ids
    for name in sorted(ids):
        assert with_id(name) & {"reserved-id", "unstable-id"}, name


@pytest.mark.parametrize(
    "name", ["__config", "__proto__", "hasOwnProperty", "toString", "body", "s1 x"]
)
def test_names_that_scripts_and_themes_use_are_refused(name: str) -> None:
    """Small letters, digits and hyphens make an id, and `body` is the page's."""
    assert with_id(name) & {"reserved-id", "unstable-id"}


@pytest.mark.parametrize("name", ["s1", "n1", "c1", "f12", "boasted", "the-set", *CLOBBERING])
def test_plain_names_are_good_ids(name: str) -> None:
    """The list refuses no more than it must."""
    assert not with_id(name)


def test_the_sample_itself_has_no_problem() -> None:
    """Its ids are good ones."""
    article = analysed(BRIDGE).article
    found = check_article(article, Context(codebook(), date(2026, 11, 22)))
    assert not [p for p in found if p.code in ("reserved-id", "unstable-id")]
