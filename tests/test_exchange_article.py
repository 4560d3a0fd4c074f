"""Articles as documents and back: nothing is lost but what is listed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.exchange.document import Document, Relation, Span, blocks_of
from generator.exchange.from_document import from_document
from generator.exchange.to_document import to_document
from generator.model import RichText
from tests.exchange_documents import (
    article_of,
    comparable,
    everything,
    library,
    random_articles,
    random_documents,
)

SEEDS = [pytest.param(seed, marks=() if seed < 4 else pytest.mark.long) for seed in range(20)]


@pytest.mark.parametrize("document", library(), ids=lambda d: d.id)
def test_every_article_comes_back_as_it_was(document: Document) -> None:
    """Text, marks, notes, relations and front matter; and nothing is listed as lost."""
    composed = from_document(document)
    assert composed.lost == ()
    assert to_document(article_of(composed.text, document.id)) == document


@pytest.mark.parametrize("seed", SEEDS)
def test_fifty_random_articles_come_back_as_they_were(seed: int) -> None:
    """A thousand in all, two hundred of them always, with every sign that means something in Markdown."""
    for document in random_articles(50, seed):
        composed = from_document(document)
        assert composed.lost == (), document
        assert to_document(article_of(composed.text, document.id)) == document


@pytest.mark.parametrize("seed", SEEDS)
def test_a_random_document_keeps_its_words_and_every_statement(seed: int) -> None:
    """Whatever crosses whatever, the text stands, and each span that is missing is listed."""
    for document in random_documents(50, seed):
        composed = from_document(document)
        again = to_document(article_of(composed.text, document.id))
        assert again.text.split() == document.text.split()
        kinds = {loss.kind for loss in composed.lost}
        covered = {other.id for other in again.spans}
        for span in document.spans:
            if span.layer in ("statement", "framing") and not span.id.startswith("~"):
                assert span.id in covered or kinds & {"nested-statement", "depth"}, span


def words(document: Document) -> list[tuple[str, str, str]]:
    """Each mark of an article that a document became: id, label and words."""
    again = to_document(article_of(from_document(document).text))
    return [(span.id, span.label, again.covered(span)) for span in again.spans]


def given(text: str, *spans: Span, relations: tuple[Relation, ...] = ()) -> Document:
    """A document of these spans."""
    return Document("d", "D", "en", text, spans, relations)


def test_a_statement_that_crosses_another_begins_where_that_ends() -> None:
    """And it is listed."""
    document = given(
        "one two three four",
        Span("s1", "unsourced", ((0, 13),)),
        Span("s2", "unsourced", ((8, 18),)),
    )
    assert words(document) == [("s1", "unsourced", "one two three"), ("s2", "unsourced", "four")]
    assert [loss.kind for loss in from_document(document).lost] == ["crossing"]


def test_a_statement_inside_another_stays_as_a_mark_that_check_names() -> None:
    """Nothing is dropped: a person decides."""
    document = given(
        "one two three",
        Span("s1", "unsourced", ((0, 13),)),
        Span("s2", "sourced", ((4, 7),), (("how", "quote"),), (RichText("Why."),)),
    )
    composed = from_document(document)
    assert "[one [two]{.x-sourced how=quote}[^s2] three]{.unsourced}[^s1]" in composed.text
    assert [loss.kind for loss in composed.lost] == ["nested-statement"]


def test_a_mark_with_gaps_becomes_several_with_one_note() -> None:
    """What rests on it rests on each of them."""
    document = given(
        "one two three. And four.",
        Span("s1", "unsourced", ((0, 3), (8, 13)), (), (RichText("Why."),)),
        Span("s2", "inferred", ((15, 24),), (("kind", "motive"),)),
        relations=(Relation("", "from", "s2", "s1"),),
    )
    composed = from_document(document)
    assert words(document)[:2] == [("s1", "unsourced", "one"), ("s1-2", "unsourced", "three")]
    assert "[^s1-2]: Why." in composed.text
    assert 'from="s1 s1-2"' in composed.text
    assert [loss.kind for loss in composed.lost] == ["discontinuous"]


def test_a_mark_through_two_paragraphs_is_cut_between_them() -> None:
    """A mark of an article ends with its paragraph."""
    document = given("one two\n\nthree", Span("s1", "unsourced", ((4, 14),)))
    assert words(document) == [("s1", "unsourced", "two"), ("s1-2", "unsourced", "three")]
    assert [loss.kind for loss in from_document(document).lost] == ["across-paragraphs"]


def test_other_tools_labels_are_kept_for_check_to_name() -> None:
    """With their attributes and notes."""
    document = given(
        "one two", Span("~1", "Claim 1", ((0, 3),), (("sure", "very much"),), (RichText("Why."),))
    )
    text = from_document(document).text
    assert '[one]{.x-Claim-1 sure="very much"}[^x1] two' in text
    assert "[^x1]: Why." in text


def test_attributes_without_a_place_stand_in_the_note() -> None:
    """They are listed, and not dropped."""
    document = given("one", Span("s1", "unsourced", ((0, 3),), (("polarity", "negative"),)))
    composed = from_document(document)
    assert "[^s1]: polarity: negative" in composed.text
    assert [(loss.kind, loss.examples) for loss in composed.lost] == [
        ("attribute", ("polarity: negative",))
    ]


def test_a_single_line_break_is_a_space_and_an_empty_line_ends_a_paragraph() -> None:
    """In texts of other tools; the offsets of what follows stay the same."""
    document = given("one\ntwo\n \nthree", Span("s1", "unsourced", ((0, 7),)))
    assert words(document) == [("s1", "unsourced", "one two")]
    assert blocks_of(document.text) == ((0, 7), (10, 15))


def test_lines_are_paragraphs_where_nothing_speaks_against_it() -> None:
    """A text without an empty line, and no mark over a line break."""
    document = given("one\ntwo", Span("s1", "unsourced", ((4, 7),)))
    assert "\n\none\n\n[two]{.unsourced}[^s1]\n" in from_document(document).text


def test_unseen_characters_go_and_spans_stay_on_their_words() -> None:
    """No article may hold them."""
    document = given("o\u200bne t\u200bwo", Span("s1", "unsourced", ((5, 9),)))
    assert words(document) == [("s1", "unsourced", "two")]
    assert [loss.kind for loss in from_document(document).lost] == ["character"]


def test_an_import_without_rights_is_a_draft() -> None:
    """Nobody publishes by accident what is not theirs."""
    text = from_document(given("one", Span("s1", "unsourced", ((0, 3),)))).text
    assert "\nstatus: draft\n" in text
    assert "\nrights: own\n" in text
    assert "# rights: own only if you wrote the text" in text


def test_everything_that_a_document_holds_is_written_or_listed() -> None:
    """What an article has a place for comes back, and the rest is in the list."""
    document = everything()
    composed = from_document(document)
    again = to_document(article_of(composed.text, document.id))
    assert again.text == document.text
    assert again.about == document.about
    known = replace(document, spans=tuple(s for s in document.spans if s.layer != "other"))
    assert comparable(again).spans == comparable(known).spans
    assert {loss.kind for loss in composed.lost} == {"discontinuous"}
    assert "{.x-Person-Name" in composed.text
    assert "# Why." in composed.text
