"""Web Annotations and Hypothesis: the shapes that others write, and marks on the original."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from generator.exchange import hypothesis, web_annotation
from generator.exchange.document import Document, Span
from generator.exchange.results import Read
from tests.exchange_documents import library

TEXT = "The ferry sank. The 😀 ferry sank again, and the ferry rose."
AGAIN = {"type": "TextQuoteSelector", "exact": "ferry", "prefix": "The 😀 ", "suffix": " sank"}


def annotation(**keys: object) -> dict[str, object]:
    """An annotation of somebody else's, with these keys in place of the usual ones."""
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "http://example.org/anno1",
        "type": "Annotation",
        "body": {"type": "TextualBody", "value": "Claim", "purpose": "tagging"},
        "target": {"source": "http://example.org/page1", "selector": AGAIN},
        **keys,
    }


def read(value: object, text: str | None = TEXT) -> Read:
    """The annotations in a file of this JSON."""
    return web_annotation.read({"a.jsonld": json.dumps(value).encode()}, text)


def only(value: object) -> Span:
    """The one span that a file gives, without a problem."""
    outcome = read(value)
    assert outcome.problems == ()
    ((span,),) = (document.spans for document in outcome.documents)
    return span


def test_quoted_words_are_found_by_what_stands_around_them() -> None:
    """The second ferry of three."""
    assert only(annotation()).pieces == ((22, 27),)


@pytest.mark.parametrize(
    "selector",
    [
        [AGAIN],
        {"type": "TextPositionSelector", "start": 22, "end": 27},
        {"type": "FragmentSelector", "value": "char=22,27"},
        {"type": "FragmentSelector", "value": "#para2", "refinedBy": AGAIN},
        [{"type": "CssSelector", "value": "p"}, AGAIN],
        [{**AGAIN, "prefix": ""}, {"type": "TextPositionSelector", "start": 22, "end": 27}],
    ],
)
def test_selectors_of_every_shape_mean_the_same_words(selector: object) -> None:
    """A list of alternatives, one that refines another, numbers alone."""
    target = {"source": "http://example.org/page1", "selector": selector}
    assert only(annotation(target=target)).pieces == ((22, 27),)


@pytest.mark.parametrize(
    ("body", "label", "notes"),
    [
        ({"type": "TextualBody", "value": "Claim", "purpose": "tagging"}, "Claim", []),
        ([{"value": "Why?"}, {"value": "Claim", "purpose": "tagging"}], "Claim", ["Why?"]),
        ("http://example.org/tags#Claim", "Claim", []),
        ({"source": "http://example.org/tags/Claim", "purpose": "classifying"}, "Claim", []),
        ([], "highlighting", []),
        ({"type": "TextualBody", "value": "unsourced", "purpose": "tagging"}, "unsourced", []),
    ],
)
def test_bodies_of_every_shape_are_labels_and_notes(
    body: object, label: str, notes: list[str]
) -> None:
    """A tag, a comment, an address, or nothing but a reason."""
    span = only(annotation(body=body, motivation="highlighting"))
    assert span.label == label
    assert [note.text for note in span.notes] == notes


@pytest.mark.parametrize("around", ["list", "page", "collection"])
def test_lists_pages_and_collections_are_opened(around: str) -> None:
    """Whatever stands around an annotation."""
    page = {"type": "AnnotationPage", "items": [annotation()]}
    shapes = {
        "list": [annotation()],
        "page": page,
        "collection": {"type": "AnnotationCollection", "first": page},
    }
    assert only(shapes[around]).label == "Claim"


def test_pages_elsewhere_and_makers_are_listed_as_lost() -> None:
    """Nothing is fetched, and nothing goes in silence."""
    page = {
        "items": [annotation(creator="http://example.org/user1")],
        "next": "http://example.org/page2",
    }
    assert {loss.kind for loss in read(page).lost} == {"page", "who"}


def test_words_that_moved_are_trusted_and_it_is_said() -> None:
    """Numbers that disagree are those of another version of the text."""
    selector = [AGAIN, {"type": "TextPositionSelector", "start": 3, "end": 8}]
    outcome = read(annotation(target={"source": "x", "selector": selector}))
    assert [p.code for p in outcome.problems] == ["offsets-disagree"]
    assert outcome.documents[0].spans[0].pieces == ((22, 27),)


def test_words_that_do_not_stand_in_the_text_are_named_with_their_line() -> None:
    """The annotation is left out."""
    lost = annotation(target={"source": "x", "selector": {**AGAIN, "exact": "steamer"}})
    text = json.dumps([annotation(id="a:1"), {**lost, "id": "a:2"}], indent=1)
    outcome = web_annotation.read({"a.jsonld": text.encode()}, TEXT)
    line = next(n for n, words in enumerate(text.splitlines(), 1) if "a:2" in words)
    assert [(p.code, p.place.line) for p in outcome.problems] == [("not-found", line)]
    assert len(outcome.documents[0].spans) == 1


def test_without_its_text_nothing_is_guessed() -> None:
    """It is asked for."""
    assert [p.code for p in read(annotation(), None).problems] == ["no-text"]


def quotation() -> Document:
    """The article of the library that only quotes its original, with an address for that."""
    document = next(each for each in library() if each.about.rights == "quotation")
    original = replace(document.about.original, url="https://example.org/original")
    return replace(document, about=replace(document.about, original=original))


def targets(annotations: list[dict[str, Any]], address: str) -> list[dict[str, Any]]:
    """The quotations in all targets on one address."""
    return [
        selector
        for each in annotations
        for target in (each["target"] if isinstance(each["target"], list) else [each["target"]])
        if target["source"] == address
        for selector in target["selector"]
    ]


@pytest.mark.parametrize("form", [web_annotation, hypothesis])
def test_only_verbatim_words_are_laid_on_the_original(form: Any) -> None:  # noqa: ANN401
    """In a `quotation` article; and what stands around them is the original's as well."""
    document = quotation()
    value = json.loads(form.write(document).files[f"{document.id}{form.ENDING}"])
    rows = value["rows"] if "rows" in value else value["first"]["items"]
    found = targets(rows, document.about.original.url)
    assert len(found) > 10
    for selector in found:
        assert selector["type"] == "TextQuoteSelector"
        quoted = selector["prefix"] + selector["exact"] + selector["suffix"]
        assert "“" not in quoted
        assert "”" not in quoted
        place = document.text.index(quoted)
        before = document.text[:place]
        assert before.count("“") == before.count("”") + 1


def test_an_article_without_an_address_lies_on_its_own_text_alone() -> None:
    """Nothing points to a place that is not known."""
    document = next(each for each in library() if not each.about.original.url)
    text = web_annotation.write(document).files[f"{document.id}.jsonld"].decode()
    value = json.loads(text)
    sources = {item["target"]["source"] for item in value["first"]["items"]}
    assert sources == {f"urn:whosays:{document.id}"}


ROW: dict[str, object] = {
    "id": "abCD12_-",
    "created": "2025-03-04T05:06:07.000000+00:00",
    "updated": "2025-03-04T05:06:07.000000+00:00",
    "user": "acct:reader@hypothes.is",
    "uri": "https://example.org/ferry",
    "text": "Who says?",
    "tags": ["Claim", "shaky"],
    "group": "__world__",
    "permissions": {"read": ["group:__world__"]},
    "target": [
        {
            "source": "https://example.org/ferry",
            "selector": [
                {"type": "RangeSelector", "startContainer": "/p[1]", "startOffset": 3},
                {"type": "TextPositionSelector", "start": 122, "end": 127},
                AGAIN,
            ],
        }
    ],
    "document": {"title": ["The ferry"]},
}


def hypothesis_of(*rows: dict[str, object]) -> Read:
    """A listing of these rows."""
    listing = json.dumps({"total": len(rows), "rows": rows}).encode()
    return hypothesis.read({"h.json": listing}, TEXT)


def test_a_row_of_the_api_is_a_span_with_its_note() -> None:
    """Its first tag is the label; its numbers are those of the page, and its words those of the text."""
    outcome = hypothesis_of(ROW)
    (document,) = outcome.documents
    (span,) = document.spans
    assert (span.label, span.pieces) == ("Claim", ((22, 27),))
    assert span.attributes == (("tag", "shaky"),)
    assert [note.text for note in span.notes] == ["Who says?"]
    assert document.about.original.url == "https://example.org/ferry"
    assert [annotator.name for annotator in document.about.annotators] == ["reader"]


def test_replies_and_page_notes_are_notes() -> None:
    """A reply on what it replies to, a page note on the whole."""
    reply = {
        **ROW,
        "id": "r",
        "text": "I do.",
        "references": ["abCD12_-"],
        "target": [{"source": "x"}],
    }
    page = {**ROW, "id": "p", "text": "Odd page.", "target": [{"source": "x"}]}
    (document,) = hypothesis_of(ROW, reply, page).documents
    assert [note.text for note in document.spans[0].notes] == ["Who says?", "I do."]
    assert [note.text for note in document.notes] == ["Odd page."]
