"""What the class view is given of an article: the annotators' marks, and nothing for the student page."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.analysis.figures import Analysed
from generator.pages.classroom import PATH, class_pages
from generator.pages.marks_data import marks_data_pages
from generator.pages.version import text_version
from generator.render import environment, render

from .sample import BRIDGE, HOSTILE, ROOT, all_pages, analysed, codebook, library


def marks(article: Analysed) -> dict[str, Any]:
    """The file of marks of an article, as a browser reads it."""
    (page,) = marks_data_pages(article, library().around)
    assert page.path == f"articles/{article.article.slug}/marks.json"
    data: dict[str, Any] = json.loads(render(page, environment(ROOT / "templates")))
    return data


@pytest.mark.parametrize("text", [BRIDGE, HOSTILE], ids=["bridge", "hostile"])
def test_the_marks_are_those_of_the_article(text: str) -> None:
    """Every statement and every framing mark in one, word for word, and nothing else."""
    one = analysed(text)
    article, data = one.article, marks(one)
    assert (data["slug"], data["title"], data["language"]) == (
        "sample",
        article.title,
        article.language,
    )
    assert data["text"] == text_version(article)
    names = {voice.id: voice.name for voice in article.voices}
    assert [
        (s["n"], s["id"], s["text"], s["basis"], s["also"], s["voices"]) for s in data["statements"]
    ] == [
        (s.number, s.id, s.text, s.basis, s.also, [names[voice] for voice in s.voices])
        for s in article.statements
    ]
    for statement, found in zip(article.statements, data["statements"], strict=True):
        assert statement.note
        assert found["note"] == "\n".join(p.text for p in statement.note.paragraphs)
        assert found["kind"] == statement.kind
        assert found["block"] == statement.span.block + 1
    assert [(m["text"], m["plain"]) for m in data["framing"]] == [
        (mark.text, mark.plain) for mark in article.framing if mark.statement
    ]
    assert data["questions"] == [question.ask for question in article.questions]
    assert data["tests"] == {entry.id: entry.test for entry in codebook().bases}


def test_framing_stands_where_a_browser_looks_for_it() -> None:
    """Its place is counted as JavaScript counts, in which a face is two."""
    data = marks(analysed(BRIDGE.replace("Residents are [", "Residents 😀 are [")))
    texts = {statement["n"]: statement["text"] for statement in data["statements"]}
    assert data["framing"]
    for mark in data["framing"]:
        units = texts[mark["n"]].encode("utf-16-le")
        assert units[2 * mark["start"] : 2 * mark["end"]].decode("utf-16-le") == mark["text"]
    furious = next(mark for mark in data["framing"] if mark["text"] == "furious")
    assert furious["technique"] == "Loaded language"
    assert furious["start"] == len("Residents 😀 are ") + 1


def test_right_to_left_is_said() -> None:
    """So that the class view sets the text as its own page does."""
    assert marks(analysed(HOSTILE))["direction"] == "rtl"
    assert marks(analysed(BRIDGE))["direction"] == "ltr"


def test_the_file_holds_no_markup() -> None:
    """A tag in a title is data, and could not become one if a browser took the file for a page."""
    (page,) = marks_data_pages(analysed(HOSTILE), library().around)
    text = render(page, environment(ROOT / "templates"))
    assert "<" not in text
    assert "<b>" in json.loads(text)["title"]


def test_only_the_class_view_loads_the_marks() -> None:
    """No other script names them, the student page's least of all: the marks are the answers."""
    scripts = [*(ROOT / "docs" / "assets").glob("*.js"), *(ROOT / "docs").glob("*.js")]
    loading = {path.name for path in scripts if "marks.json" in path.read_text(encoding="utf-8")}
    assert loading == {"class.js"}


def test_the_page_knows_no_article_and_says_what_it_does_without_scripts() -> None:
    """It is the same for every library, and there is one of it among all pages."""
    (page,) = class_pages(library())
    text = render(page, environment(ROOT / "templates"))
    assert text == render(
        class_pages(library(analysed(BRIDGE)))[0], environment(ROOT / "templates")
    )
    assert "Scripts do not run here" in text
    assert [p.path for p in all_pages(library(analysed(BRIDGE)))].count(PATH) == 1
