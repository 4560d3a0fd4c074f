"""The project's own content: ids that stay, pages that list all there is, pairs that are pairs."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from generator.build import Checked, check, library_of
from generator.checks.entries import entries
from generator.pages import Library
from generator.render import environment, render

from .conftest import ROOT
from .sample import all_pages

PUBLISHED = Path(__file__).parent / "published_ids.txt"
"""Every id that somebody may have linked to: a section and an id in a line."""

ARTICLES = {
    path.stem: path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "content" / "articles").glob("*.md"))
}
FRAMING = re.compile(r"\{\.framing\s[^}]*?technique=([\w-]+)[^}]*\}\s*\[\^([\w-]+)\]")
INFERRED = re.compile(r"\{\.inferred\s[^}]*?kind=([\w-]+)[^}]*\}\s*\[\^([\w-]+)\]")
LINK = re.compile(r'href="\.\./\.\./articles/([\w-]+)/#([\w-]+)"')
CARD = re.compile(r'<h3><a href="\.\./\.\./articles/([\w-]+)/"')


@pytest.fixture(scope="module")
def content() -> Checked:
    """The project's content, read and checked."""
    return check(ROOT, today=date.today())


@pytest.fixture(scope="module")
def library(content: Checked) -> Library:
    """What is published of it."""
    assert content.content.codebook
    return library_of(content.content, content.content.codebook)


@pytest.fixture(scope="module")
def rendered(library: Library) -> dict[str, str]:
    """Every page of the codebook and of the lessons, by path."""
    rooms = ("techniques/", "kinds/", "frames/", "method/", "lessons/")
    templates = environment(ROOT / "templates")
    return {p.path: render(p, templates) for p in all_pages(library) if p.path.startswith(rooms)}


def published() -> dict[str, str]:
    """The texts of the articles that are no drafts."""
    return {k: v for k, v in ARTICLES.items() if not re.search(r"(?m)^status: *draft", v)}


def test_the_content_has_no_problem(content: Checked) -> None:
    """Neither an error nor a warning, in the articles, the codebook, the pairs and the lessons."""
    assert content.problems == ()


def test_ids_that_were_published_are_still_there(content: Checked) -> None:
    """A link or a mark that somebody made with an id stays good; a new id is added to the list."""
    listed = PUBLISHED.read_text(encoding="utf-8").split("\n")
    now = [f"{section} {name}" for section, name in ids(content)]
    assert not [line for line in listed if line and line not in now], "an id is gone"
    assert not [line for line in now if line not in listed], "add it to published_ids.txt"


def ids(content: Checked) -> list[tuple[str, str]]:
    """Every id of the content, with its section."""
    codebook = content.content.codebook
    assert codebook
    return [
        *((entry.section, entry.id) for entry in (*entries(codebook), *codebook.groups)),
        *(("rules", rule.id) for rule in codebook.rules),
        *(("articles", article.slug) for article in content.content.articles),
        *(("pairs", pair.id) for pair in content.content.pairs),
        *(("lessons", lesson.slug) for lesson in content.content.lessons),
    ]


def test_a_technique_page_lists_exactly_the_uses_that_a_search_finds(
    library: Library, rendered: dict[str, str]
) -> None:
    """Looked for in the files themselves: each framing mark stands on the page of its technique."""
    uses = [
        (technique, slug, mark)
        for slug, text in published().items()
        for technique, mark in FRAMING.findall(text)
    ]
    assert len(uses) > 100
    for entry in library.codebook.techniques:
        found = LINK.findall(rendered[f"techniques/{entry.id}/index.md"])
        assert sorted(found) == sorted((slug, mark) for t, slug, mark in uses if t == entry.id)


def test_a_page_of_a_kind_of_inference_lists_exactly_the_uses_that_a_search_finds(
    library: Library, rendered: dict[str, str]
) -> None:
    """The same for each inferred statement."""
    uses = [
        (kind, slug, mark)
        for slug, text in published().items()
        for kind, mark in INFERRED.findall(text)
    ]
    assert len(uses) > 50
    for entry in library.codebook.kinds:
        found = LINK.findall(rendered[f"kinds/{entry.id}/index.md"])
        assert sorted(found) == sorted((slug, mark) for k, slug, mark in uses if k == entry.id)


def test_a_frame_page_has_exactly_the_articles_that_name_it(
    library: Library, rendered: dict[str, str]
) -> None:
    """As their front matter says."""
    for entry in library.codebook.frames:
        named = [
            slug
            for slug, text in published().items()
            if (frames := re.search(r"(?m)^frames: *\[(.*)\]", text))
            and entry.id in re.split(r", *", frames[1])
        ]
        assert sorted(CARD.findall(rendered[f"frames/{entry.id}/index.md"])) == sorted(named)


def test_both_articles_of_a_pair_name_the_same_event(library: Library) -> None:
    """Two pairs or more, each of two articles whose files name it, and no third does."""
    assert len(library.around.pairs) >= 2
    for pair in library.around.pairs:
        naming = [k for k, v in ARTICLES.items() if re.search(rf"(?m)^event: *{pair.id}$", v)]
        assert sorted(naming) == sorted(pair.articles)
        assert len(naming) == 2


def test_the_method_page_has_every_rule_with_its_cases(
    library: Library, rendered: dict[str, str]
) -> None:
    """Under an anchor of its own, readable without a script."""
    text = rendered["method/index.md"]
    for rule in library.codebook.rules:
        part = re.split(r'<li id="rule-|</ol>', text.split(f'<li id="rule-{rule.id}"', 1)[1])[0]
        cases = [case for case in library.codebook.cases if case.rule == rule.id]
        assert part.count('<p class="ex">') == len(cases) > 0, rule.id


def test_a_lesson_page_has_its_articles_and_a_clock_that_ends_with_the_lesson(
    library: Library, rendered: dict[str, str]
) -> None:
    """Each step begins where the one before ends, and the last ends at the lesson's minutes."""
    assert len(library.around.lessons) >= 5
    for lesson in library.around.lessons:
        text = rendered[f"lessons/{lesson.slug}/index.md"]
        clock = re.findall(r'class="clock"><b>(\d+)–(\d+)<', text)
        assert [begins for begins, _ in clock] == ["0", *(ends for _, ends in clock[:-1])]
        assert clock[-1][1] == str(lesson.minutes)
        for slug in lesson.articles:
            assert f'href="../../articles/{slug}/read/"' in text
