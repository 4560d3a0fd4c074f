"""An article beside its original: what is quoted stands there, and nothing is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model import Article
from generator.reading.article import read_article
from generator.verify import Verified, verify

from .conftest import ROOT

ORIGINAL = """\
The harbour’s new bridge opened on Monday – at last.
Mayor Ada Renn called it “a proud day” for the whole city. Nobody asked the ferry.
"""

ARTICLE = """\
---
title: A case
rights: quotation
original: {publisher: The Harbour Post}
voices:
  mayor: {name: Ada Renn, stake: party}
annotators: [{name: harbour-school}]
---
[The “harbour’s new bridge” is open.]{.unsourced}[^s1]
[She calls it “a proud day”.]{.sourced by=mayor}[^s2]
[They did not ask “the ferry”.]{.unsourced}[^s3]

[^s1]: No source.
[^s2]: One voice.
[^s3]: No source.
"""

SEED = ROOT.parent / "shared" / "seed" / "alaudinov-article.txt"


def article(text: str = ARTICLE) -> Article:
    """The article in `text`."""
    read = read_article("a.md", text).article
    assert read
    return read


def compared(old: str = "", new: str = "", original: str = ORIGINAL) -> Verified:
    """The article, with `old` for `new`, beside `original`."""
    assert old in ARTICLE
    return verify(article(ARTICLE.replace(old, new, 1)), "original.txt", original)


def figures(outcome: Verified) -> tuple[int, int, int, int]:
    """Phrases found and in all, sentences covered and in all."""
    return outcome.found, outcome.phrases, outcome.covered, outcome.sentences


def test_all_phrases_are_found_and_all_sentences_covered() -> None:
    """An article that quotes right and leaves nothing out has no problem."""
    outcome = compared()
    assert figures(outcome) == (3, 3, 3, 3)
    assert outcome.problems == ()


def test_one_wrong_letter_is_found() -> None:
    """A phrase that differs in one letter does not stand in the original; its statement is told."""
    outcome = compared("a proud day", "a prouder day")
    assert figures(outcome) == (2, 3, 2, 3)
    absent, left_out = outcome.problems
    assert absent.code == "not-in-original"
    assert (absent.place.path, absent.place.line, absent.place.column) == ("a.md", 10, 1)
    assert "a prouder day" in absent.message
    assert left_out.code == "sentence-left-out"


@pytest.mark.parametrize("phrase", ["proud da", "roud day", "Proud day"])
def test_a_phrase_stands_in_whole_words_and_letter_by_letter(phrase: str) -> None:
    """Part of a word is not the word, and a capital is another letter."""
    assert "not-in-original" in [p.code for p in compared("a proud day", phrase).problems]


def test_phrases_out_of_order_are_told_as_such() -> None:
    """A phrase that stands earlier in the original than the one quoted before it."""
    outcome = compared("the ferry", "on Monday")
    assert [problem.code for problem in outcome.problems] == ["out-of-order", "sentence-left-out"]


def test_a_sentence_that_is_left_out_is_told_with_its_place_in_the_original() -> None:
    """Line and column are those of the original's file."""
    outcome = compared("“the ferry”", "the ferry")
    (left_out,) = outcome.problems
    assert left_out.code == "sentence-left-out"
    place = left_out.place
    assert (place.path, place.line, place.column) == ("original.txt", 2, 60)
    assert place.excerpt[place.column - 1 :][: place.length] == "Nobody asked the ferry."
    assert "sentence 3" in left_out.message
    assert figures(outcome) == (2, 2, 2, 3)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("harbour’s new bridge", "harbour's new bridge"),
        ("harbour’s new bridge", "bridge opened on Monday - at last,"),
        ("harbour’s new bridge", "bridge opened on Monday — at last"),
        ("a proud day", "Mayor Ada Renn called it ‘a proud day’ for"),
        ("a proud day", "a  proud\nday"),
        ("the ferry", "the\u00a0ferry."),
    ],
)
def test_kinds_of_quotes_dashes_and_white_space_make_no_difference(old: str, new: str) -> None:
    """Nor does punctuation at the edges of a phrase."""
    assert compared(old, new).problems == ()


def test_line_breaks_inside_the_original_make_no_difference() -> None:
    """A phrase may go over a line break of the original."""
    broken = ORIGINAL.replace("a proud day", "a proud\nday")
    assert "not-in-original" not in [p.code for p in compared(original=broken).problems]


def test_a_text_of_its_own_is_compared_statement_by_statement() -> None:
    """Outside `quotation`, each statement's words are looked for."""
    own = ARTICLE.replace("rights: quotation", "rights: own")
    outcome = verify(
        article(own), "original.txt", "The “harbour’s new bridge” is open. Nothing else."
    )
    assert [problem.code for problem in outcome.problems] == [
        *("not-in-original", "not-in-original", "sentence-left-out")
    ]


@pytest.mark.parametrize("original", ["", "\n\n", "…", "(((((", "\\"])
def test_an_original_that_holds_nothing_is_compared_all_the_same(original: str) -> None:
    """An empty file has no sentences, and no phrase stands in it."""
    assert figures(compared(original=original)) == (0, 3, 0, 0)


@pytest.mark.skipif(
    not SEED.exists(), reason="the first article's original is not beside the project"
)
def test_the_first_article_quotes_its_original_right_and_leaves_nothing_out() -> None:
    """Every verbatim phrase stands in the original, in order; all 20 sentences are covered."""
    path = Path("content/articles/changing-sides.md")
    text = (ROOT / path).read_text(encoding="utf-8")
    outcome = verify(article(text), SEED.name, SEED.read_text(encoding="utf-8"))
    assert outcome.problems == ()
    assert (outcome.covered, outcome.sentences) == (20, 20)
    assert outcome.found == outcome.phrases > 20
