"""The search page: a list of everything, which is of use by itself, and light enough to be the index."""

from __future__ import annotations

import gzip
import random
import re
from dataclasses import replace
from pydoc_data.topics import topics

from generator.analysis.figures import Analysed
from generator.pages.page import Library
from generator.pages.search import SearchView, search_pages
from generator.render import environment, render

from .sample import BRIDGE, HOSTILE, ROOT, analysed, codebook, library

WORDS = re.findall(r"[A-Za-z]{2,}", " ".join(topics.values()))
"""60,000 words of English that Python brings along, in the order of their sentences."""


def search_view(shelf: Library) -> SearchView:
    """What the search page of a library shows."""
    (page,) = search_pages(shelf)
    assert isinstance(page.view, SearchView)
    return page.view


def markup(shelf: Library) -> str:
    """The search page of a library, rendered."""
    (page,) = search_pages(shelf)
    return render(page, environment(ROOT / "templates"))


def many(count: int) -> Library:
    """A library of so many articles, each with words, names and topics of its own."""
    rng = random.Random(7)
    techniques = [entry.id for entry in codebook().techniques]
    base, words = analysed(BRIDGE), iter(WORDS)

    def say(length: int) -> str:
        return " ".join(next(words) for _ in range(length)).capitalize()

    def name() -> str:
        return " ".join(rng.choices(WORDS, k=2)).title()

    def article(number: int) -> Analysed:
        title = say(rng.randint(4, 9))
        fields = replace(
            base.article,
            slug=f"{'-'.join(title.lower().split()[:5])}-{number}",
            title=title,
            summary=say(26),
            topics=tuple(rng.choices(WORDS[:120], k=3)),
            voices=tuple(replace(voice, name=name()) for voice in base.article.voices),
            framing=tuple(
                replace(mark, technique=rng.choice(techniques)) for mark in base.article.framing
            ),
        )
        return replace(base, article=fields)

    return library(*(article(number) for number in range(count)))


def test_every_article_and_every_technique_is_in_the_list() -> None:
    """In the order of the library and of the codebook, with what can be searched for."""
    view = search_view(library(analysed(BRIDGE, "bridge"), analysed(HOSTILE, "hostile")))
    assert [article.slug for article in view.articles] == ["bridge", "hostile"]
    assert [technique.id for technique in view.techniques] == [e.id for e in codebook().techniques]
    assert view.count == f"2 articles and {len(view.techniques)} techniques"
    first = view.articles[0]
    assert first.topics == "local government"
    assert first.voices == "Piet Okoro, Ada Renn, Nell Baptiste, “Critics”"
    used = {view.techniques[int(number)].id for number in first.techniques.split()}
    assert used == {mark.technique for mark in analysed(BRIDGE).article.framing}


def test_words_of_authors_are_text_in_the_list() -> None:
    """A tag in a title or a name stays what was typed, and its language is said."""
    text = markup(library(analysed(HOSTILE, "hostile")))
    assert "<b>" not in text
    assert "<i>Ada" not in text
    assert '<li data-t="19" lang="ar" dir="auto"><a href="../articles/hostile/">A &lt;b&gt;' in text


def test_a_library_without_articles_says_so() -> None:
    """The page is there before any article is."""
    assert "No article is published yet." in markup(library())


def test_summaries_are_cut_shorter_as_the_library_grows() -> None:
    """At a word, and left out where too little would be left."""
    lengths = [
        max(len(article.summary) for article in search_view(many(count)).articles)
        for count in (10, 1000, 1500)
    ]
    assert 100 < lengths[0] <= 120
    assert 30 < lengths[1] <= 45
    assert lengths[2] == 0


def test_the_page_stays_light() -> None:
    """At 1,000 articles it is under 100 kB compressed, with 2 kB for the page around the list."""
    assert len(gzip.compress(markup(many(1000)).encode())) < 98_000
