"""The search page before its script runs: a form with its choices, and the codebook in short lists."""

from __future__ import annotations

import gzip
from dataclasses import replace

from generator.pages.page import Library
from generator.pages.search import SearchView, search_pages
from generator.render import environment, render

from .sample import BRIDGE, HOSTILE, ROOT, analysed, codebook, library


def search_view(shelf: Library) -> SearchView:
    """What the search page of a library shows."""
    (page,) = search_pages(shelf)
    assert isinstance(page.view, SearchView)
    return page.view


def markup(shelf: Library) -> str:
    """The search page of a library, rendered."""
    (page,) = search_pages(shelf)
    return render(page, environment(ROOT / "templates"))


def test_the_codebook_is_in_the_page() -> None:
    """Techniques, kinds and frames in its order, each with the way to its page."""
    techniques, kinds, frames = search_view(library(analysed(BRIDGE, "bridge"))).codebook
    book = codebook()
    assert [term.name for term in techniques.terms] == [entry.name for entry in book.techniques]
    assert [term.href for term in kinds.terms] == [f"../kinds/{entry.id}/" for entry in book.kinds]
    assert len(frames.terms) == len(book.frames)


def test_a_technique_that_is_used_leads_to_its_articles() -> None:
    """And one that no article has leads nowhere but to its page."""
    one = analysed(BRIDGE, "bridge")
    used = {f"?technique={mark.technique}" for mark in one.article.framing}
    techniques = search_view(library(one)).codebook[0].terms
    assert {term.uses for term in techniques if term.uses} == used
    assert len(used) < len(techniques)


def test_one_can_narrow_by_what_the_library_can_be_narrowed_by() -> None:
    """The same names and values stand in the address, so that the library's form can lead here."""
    view = search_view(library(analysed(BRIDGE, "bridge"), analysed(HOSTILE, "hostile")))
    assert [each.name for each in view.filters] == ["level", "topic", "mix", "technique"]
    text = markup(library(analysed(BRIDGE, "bridge")))
    assert '<option value="local-government">local government</option>' in text


def test_words_of_authors_are_text_in_the_form() -> None:
    """A tag in a topic stays what was typed."""
    text = markup(library(analysed(HOSTILE, "hostile")))
    assert "a <b>" not in text
    assert "a &lt;b&gt; &amp; c</option>" in text


def test_a_library_without_articles_asks_for_no_index() -> None:
    """The codebook can be searched before any article is there."""
    assert "data-index" not in markup(library())
    assert 'data-index="index/pagefind.js"' in markup(library(analysed(BRIDGE, "bridge")))


def test_the_page_does_not_grow_with_the_library() -> None:
    """A thousand articles are as many bytes as two."""

    def size(count: int) -> int:
        one = analysed(BRIDGE)
        named = (replace(one.article, slug=f"a-{n}", title=f"T {n}") for n in range(count))
        return len(
            gzip.compress(markup(library(*(replace(one, article=a) for a in named))).encode())
        )

    assert size(1000) == size(2) < 12_000
