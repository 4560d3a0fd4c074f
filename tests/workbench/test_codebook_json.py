"""What the workbench knows before the generator has arrived, and an article's file for it."""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import replace
from typing import Any

import pytest

from generator.build import files_of_source
from generator.drafting.words import languages
from generator.gzipped import gzipped
from generator.model import Codebook
from generator.pages import Around, collect
from generator.pages.workbench import LANGUAGES, workbench_pages
from generator.reading.article import read_article
from generator.render import environment, render
from tests import sample
from tests.case_files import FRONT
from tests.conftest import ROOT

TYPES = (ROOT / "docs" / "assets" / "workbench" / "types.js").read_text(encoding="utf-8")


def typed(name: str) -> set[str]:
    """The properties of a type that the page's modules agree on."""
    block = re.search(rf"@typedef \{{object\}} {name}\b(.*?)(?=@typedef|\*/)", TYPES, re.DOTALL)
    assert block
    return set(re.findall(r"@property \{.*\} (\w+)", block[1]))


@pytest.fixture(scope="module")
def book() -> Codebook:
    """The project's codebook."""
    return sample.codebook()


@pytest.fixture(scope="module")
def known(book: Codebook) -> dict[str, Any]:
    """The file, read."""
    library = collect([], Around(book, repository="https://example.org/x/y"))
    _, page = workbench_pages(library)
    found: dict[str, Any] = json.loads(render(page, environment(ROOT / "templates")))
    return found


def test_the_file_has_what_the_page_reads(known: dict[str, Any]) -> None:
    """The shapes in types.js, all of their properties."""
    assert typed("Known") == set(known)
    assert typed("Named") == set(known["techniques"][0])
    assert typed("Rule") <= set(known["rules"][0])


def test_every_technique_is_found_by_what_one_sees(known: dict[str, Any], book: Codebook) -> None:
    """By four phrases or more, none of which is another’s."""
    assert [entry["id"] for entry in known["techniques"]] == [e.id for e in book.techniques]
    phrases = [phrase.casefold() for entry in known["techniques"] for phrase in entry["seen"]]
    assert all(4 <= len(entry["seen"]) <= 8 for entry in known["techniques"])
    assert len(set(phrases)) == len(phrases)


def test_the_rules_give_what_the_page_can_show(known: dict[str, Any]) -> None:
    """A basis, a kind, a technique, or one of four words of their own."""
    named = {entry["id"] for part in ("bases", "kinds", "techniques") for entry in known[part]}
    steps = {step["id"] for step in known["steps"]}
    assert all(
        rule["gives"] in {*named, "cue", "cut", "alone", "framing"} for rule in known["rules"]
    )
    assert all(rule["step"] in steps for rule in known["rules"])


def test_drafts_are_offered_in_the_languages_that_drafting_has() -> None:
    """A new one is listed here by hand."""
    assert languages() == LANGUAGES


def test_a_site_without_the_workbench_has_nothing_of_it(book: Codebook) -> None:
    """No page, no file of what it knows, no files of articles."""
    around = replace(Around(book), workbench=False)
    assert workbench_pages(collect([], around)) == ()
    article = read_article("content/articles/x.md", FRONT).article
    assert article
    assert files_of_source(article, FRONT, around) == {}
    with_it = files_of_source(article, FRONT, replace(around, workbench=True))
    assert list(with_it) == ["articles/x/source.gz"]


def test_an_articles_file_is_packed_the_same_wherever_it_is_made() -> None:
    """To the byte: no name, no time, no system; and it comes back as it was."""
    text = "\ufeff---\r\ntitle: Ä 👩\n"
    packed = gzipped(text.encode())
    assert gzip.decompress(packed) == text.encode()
    assert packed[:10] == b"\x1f\x8b\x08\0\0\0\0\0\x02\xff"
    assert packed == gzipped(text.encode())
