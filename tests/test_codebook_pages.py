"""The pages made from the codebook, piece by piece: sentences, examples, ways, and lessons' texts."""

from __future__ import annotations

import pytest

from generator.model import Example
from generator.pages.decision import decision
from generator.pages.definition import Piece, define, pieces
from generator.pages.english import first_sentence
from generator.pages.lessons import LessonView
from generator.pages.uses import sentence_around
from generator.reading.lesson import read_lesson

from .sample import BRIDGE, all_pages, analysed, codebook, library

LESSON = """\
---
title: Who says?
summary: A first lesson.
minutes: 45
aims: [find the voice]
articles: [bridge, not-there]
pair: not-there
steps:
  - {minutes: 5, what: Read, how: Aloud.}
  - {minutes: 40, what: Mark, how: In pairs.}
questions: [{ask: Who says so?, answer: Nobody.}]
younger: Use s1 only.
stronger: Write the other side.
standards: [{code: RI.6.8, says: Weigh a claim.}]
authors: [{name: harbour-school}]
---
First of all.

## Before the lesson

- One
- Two

A paragraph with `code`.

### Smaller

> Said somebody.
"""


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("One. Two.", "One."),
        ("Words such as “perhaps?” are one. Two.", "Words such as “perhaps?”"),
        ("It costs 3.50 in all. Two.", "It costs 3.50 in all."),
        ("No end", "No end"),
    ],
)
def test_a_list_has_the_first_sentence_of_a_definition(text: str, first: str) -> None:
    """Up to the first sign that ends one."""
    assert first_sentence(text) == first


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("It fell. She admitted it, twice. He left.", "admitted", "She admitted it, twice. "),
        ("“It fell.” She sang on.", "sang", "She sang on."),
        ("It was overrun. He left.", "was overrun.", "It was overrun. "),
        ("He said “no.” She left.", "no", "He said “no.” "),
        ("no signs at all", "signs", "no signs at all"),
    ],
)
def test_a_use_is_shown_in_its_sentence(text: str, words: str, sentence: str) -> None:
    """From where the sentence begins to where it ends, however the mark lies in it."""
    start = text.index(words)
    begins, ends = sentence_around(text, start, start + len(words))
    assert text[begins:ends] == sentence


def test_an_example_is_cut_at_the_words_that_matter() -> None:
    """No character is lost, and no empty piece is left."""
    example = Example("One two three", ((0, 3), (8, 13)))
    assert pieces(example) == (Piece("One", True), Piece(" two ", False), Piece("three", True))
    assert pieces(Example("One")) == (Piece("One", False),)


def test_each_look_alike_is_a_way_to_its_definition() -> None:
    """To its page, or to its place on the method page."""
    book = codebook()
    made = {page.path for page in all_pages(library())}
    for entry in (*book.techniques, *book.kinds, *book.frames):
        assert f"{entry.section}/{entry.id}/index.md" in made
        assert [tell.tell for tell in define(entry, book, "../../").alike] == [
            alike.tell for alike in entry.alike
        ]
    (sourced, *_) = book.bases
    assert define(sourced, book, "../").href == "../method/#sourced"


def test_the_words_of_a_case_look_as_they_would_in_an_article() -> None:
    """The sign of a case is that of its answer, and every rule says what it gives."""
    signs = {
        case.answer.name: case.answer.sign
        for step in decision(codebook(), "../")
        for rule in step.rules
        for case in rule.cases
    }
    assert signs["Sourced"] == "sourced"
    assert signs["Inferred: prediction"] == "inferred"
    assert signs["Loaded attribution"] == "framing"
    assert signs["No mark"] == "tempt"


def view() -> LessonView:
    """The lesson's page in a library of one article."""
    lesson = read_lesson("content/lessons/first.md", LESSON).lesson
    assert lesson
    shelf = library(analysed(BRIDGE, "bridge"))
    made = all_pages(library(*shelf.whole.values(), lessons=(lesson,)))
    found = next(page.view for page in made if page.path == "lessons/first/index.md")
    assert isinstance(found, LessonView)
    return found


def test_a_lesson_has_its_text_in_sections_and_its_lists_whole() -> None:
    """What stands before the first heading has none; items that follow one another are one list."""
    before, section = view().sections
    assert (before.title, [part.kind for part in before.parts]) == ("", ["paragraph"])
    assert (section.title, section.anchor) == ("Before the lesson", "text-before-the-lesson")
    assert [part.kind for part in section.parts] == ["list", "paragraph", "heading", "quote"]
    assert len(section.parts[0].pieces) == 2


def test_a_lesson_shows_only_articles_and_pairs_that_are_published() -> None:
    """A draft has no page to lead to."""
    lesson = view()
    assert [article.slug for article in lesson.articles] == ["bridge"]
    assert lesson.pair == ("", "")
    assert [row.clock for row in lesson.rows] == ["0–5", "5–45"]
