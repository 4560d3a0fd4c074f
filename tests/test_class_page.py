"""The class view: the same page for every library, and the only one whose script loads the answers."""

from __future__ import annotations

from generator.pages.classroom import PATH, class_pages
from generator.render import environment, render

from .sample import BRIDGE, ROOT, all_pages, analysed, codebook, library


def test_only_the_class_view_loads_the_data() -> None:
    """No other script names the file, the student page's least of all: it has the answers."""
    scripts = [*(ROOT / "docs" / "assets").glob("*.js"), *(ROOT / "docs").glob("*.js")]
    loading = {path.name for path in scripts if "data.json" in path.read_text(encoding="utf-8")}
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


def test_the_page_has_the_codebooks_test_questions() -> None:
    """A class that splits is shown the question that decides."""
    (page,) = class_pages(library())
    text = render(page, environment(ROOT / "templates"))
    for entry in codebook().bases:
        assert f"<dt>{entry.id}</dt><dd>" in text
    assert text.count("<dt>") == 3
