"""Each article's `data.json`: all that its page says, in a shape that holds."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from bench.articles import article as made_article
from generator.analysis.figures import Analysed
from generator.pages.data import data_pages
from generator.pages.data_shape import SCHEMA, VERSION
from generator.pages.version import text_version
from generator.render import environment, render
from generator.schemas import schema

from .sample import BRIDGE, HOSTILE, ROOT, analysed, codebook, library

ARTICLES = sorted((ROOT / "content" / "articles").glob("*.md"))
SITE = "https://example.org/who-says/"


def text_of(article: Analysed, address: str = "") -> str:
    """The file of an article."""
    (page,) = data_pages(article, library(address=address).around)
    assert page.path == f"articles/{article.article.slug}/data.json"
    return render(page, environment(ROOT / "templates"))


def data_of(article: Analysed, address: str = "") -> dict[str, Any]:
    """The same as a program reads it."""
    data: dict[str, Any] = json.loads(text_of(article, address))
    return data


@cache
def validator() -> Draft202012Validator:
    """Checks against the schema that the site gives out."""
    whole = json.loads(schema("data"))
    Draft202012Validator.check_schema(whole)
    return Draft202012Validator(whole)


def faults(data: object) -> list[str]:
    """What the schema does not allow."""
    return [f"{error.json_path}: {error.message}" for error in validator().iter_errors(data)]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_article_of_the_library_fits_the_schema(path: Any) -> None:  # noqa: ANN401
    """So whoever builds on the schema can read each of them."""
    assert faults(data_of(analysed(path.read_text(encoding="utf-8"), path.stem))) == []


@pytest.mark.parametrize(
    "text", [BRIDGE, HOSTILE, made_article(7)[1]], ids=["bridge", "hostile", "made"]
)
def test_odd_articles_fit_it_too(text: str) -> None:
    """With markup in every field, from right to left, and with every kind of mark."""
    assert faults(data_of(analysed(text), SITE)) == []


@pytest.mark.parametrize(
    "change",
    [
        {"version": 2},
        {"rights": "mine"},
        {"statements": [{"id": "s1"}]},
        {"colour": "red"},
        {"voices": [{"id": "a", "name": "A", "stake": "party", "age": 4}]},
    ],
    ids=lambda change: next(iter(change)),
)
def test_the_schema_refuses_what_it_does_not_know(change: dict[str, object]) -> None:
    """Another version, another value, a key too few and a key too many."""
    assert faults({**data_of(analysed(BRIDGE)), **change})


@pytest.mark.parametrize("text", [BRIDGE, HOSTILE], ids=["bridge", "hostile"])
def test_every_mark_covers_its_words_in_code_points(text: str) -> None:
    """In the text of its block, whatever letters stand before it."""
    one = analysed(text.replace("Residents are [", "Residents 😀 are [")).article
    data = data_of(analysed(text.replace("Residents are [", "Residents 😀 are [")))
    for kind, marks in (("statements", one.statements), ("framing", one.framing)):
        found = [data["blocks"][m["block"]]["text"][m["start"] : m["end"]] for m in data[kind]]
        assert found == [mark.text for mark in marks]
        assert [m["id"] for m in data[kind]] == [mark.id for mark in marks]


def test_it_says_what_the_page_says_of_each_mark() -> None:
    """Basis, voices, what an inference rests on, records, the second reading, technique and note."""
    data = data_of(analysed(BRIDGE))
    by_id = {mark["id"]: mark for mark in (*data["statements"], *data["framing"])}
    assert by_id["s1"]["see"] == ["log"]
    assert (by_id["s2"]["by"], by_id["s2"]["how"]) == (["mayor"], "mixed")
    assert (by_id["s12"]["kind"], by_id["s12"]["from"]) == ("generalisation", ["s10", "s11"])
    assert by_id["s15"]["also"] == "unsourced"
    assert by_id["s1"]["note"] == "Nobody is named. A date and a count: easy to check."
    white = by_id["white"]
    assert (white["technique"], white["plain"]) == ("name-calling-labeling", "not worth its price")
    assert (white["statement"], white["wording"]) == ("s13", "paraphrase")
    names = {entry.id: entry.name for entry in codebook().techniques}
    assert data["names"]["techniques"]["presupposition"] == names["presupposition"]
    assert [voice["stake"] for voice in data["voices"]] == [
        *("interested", "party", "interested", "unknown")
    ]


def test_its_figures_are_those_of_the_analysis() -> None:
    """Counts, words, and for each voice the load with what falls and leans."""
    one = analysed(BRIDGE)
    figures = data_of(one)["figures"]
    counts = one.figures.statements
    assert figures["statements"] == {
        "total": counts.total,
        "sourced": counts.sourced,
        "unsourced": counts.unsourced,
        "inferred": counts.inferred,
    }
    assert [(v["id"], v["load"], v.get("falls", [])) for v in figures["voices"]] == [
        (v.id, round(v.removal.load, 4), list(v.removal.falls)) for v in one.figures.voices
    ]
    assert figures["voices"][0]["load"] > 0


@pytest.mark.parametrize("address", ["", SITE])
def test_it_names_its_schema_and_its_version(address: str) -> None:
    """By the site's address where it is known, else by the way from the file."""
    data = data_of(analysed(BRIDGE), address)
    assert data["$schema"] == f"{address or '../../'}{SCHEMA}"
    assert data["version"] == VERSION == 1
    assert SCHEMA == "data/article-v1.schema.json"
    assert data.get("address") == (f"{address}articles/sample/" if address else None)
    assert data["text_version"] == text_version(analysed(BRIDGE).article)


def test_a_quoting_article_gives_what_its_page_gives_and_says_so() -> None:
    """Its statements are ours; the words in quotation marks are said to be the original's."""
    data = data_of(analysed(BRIDGE.replace("rights: own", "rights: quotation")))
    assert data["rights"] == "quotation"
    assert "the original’s" in data["licence"]["text"]
    assert data["licence"]["marks"] == "CC-BY-4.0"


def test_right_to_left_is_said() -> None:
    """So that whoever shows the text sets it as its page does."""
    assert data_of(analysed(HOSTILE))["direction"] == "rtl"
    assert data_of(analysed(BRIDGE))["direction"] == "ltr"


def test_it_is_small_and_holds_no_markup() -> None:
    """No space that only people need, nothing empty, and no tag if a browser took it for a page."""
    text = text_of(analysed(HOSTILE))
    assert "<" not in text
    assert "<b>" in json.loads(text)["title"]
    made = text_of(analysed(made_article(1)[1]))
    assert made.count("\n") == 1
    assert '":""' not in made
    assert len(made.encode()) < 28_000
