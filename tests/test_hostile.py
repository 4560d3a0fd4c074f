"""Input that means harm, or none: reading and checking end, and never raise."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from generator.checks import check_article
from generator.checks.context import Context
from generator.model import Codebook
from generator.pages import pages_of_article
from generator.reading.article import read_article
from generator.reading.codebook import read_codebook
from generator.reading.problem import as_text
from generator.render import environment, render

from .case_files import FRONT
from .conftest import ROOT
from .sample import BRIDGE, analysed, library

CORPORA = Path(__file__).parents[2] / "shared" / "corpora"
BODY = "[The bridge is safe.]{.unsourced}[^s1]\n\n[^s1]: No source.\n"


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    """The project's own."""
    read = read_codebook("c", (ROOT / "content" / "codebook.yml").read_text(encoding="utf-8"))
    assert read.codebook
    return read.codebook


def survives(text: str, codebook: Codebook) -> None:
    """Read and check `text`, and show what is wrong: each problem has a place inside the file."""
    reading = read_article("a.md", text)
    problems = list(reading.problems)
    if reading.article:
        problems += check_article(reading.article, Context(codebook, date(2026, 11, 22)))
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in problems:
        place = problem.place
        assert place.excerpt == lines[place.line - 1]
        assert 1 <= place.column <= len(place.excerpt) + 1
        assert as_text(problem)


def corpus(name: str) -> Path:
    """A file of the shared corpora, which stand beside the checkout where the project is made."""
    path = CORPORA / name
    if not path.exists():
        pytest.skip(f"{name} is not beside the project")
    return path


def payloads(name: str) -> list[str]:
    """The texts of one corpus."""
    text = corpus(name).read_text(encoding="utf-8")
    if name.endswith(".json"):
        return [str(payload) for payload in json.loads(text)]
    return [str(json.loads(line)["payload"]) for line in text.splitlines()]


PLACES = {
    "text": FRONT + "{}\n",
    "mark": FRONT + "[{}]{{.unsourced}}[^s1]\n\n[^s1]: No source.\n",
    "value": FRONT + '[It is safe.]{{.unsourced short="{}"}}[^s1]\n\n[^s1]: No source.\n',
    "bare value": FRONT + "[It is safe.]{{.unsourced short={}}}[^s1]\n\n[^s1]: No source.\n",
    "note": FRONT + "[It is safe.]{{.unsourced}}[^s1]\n\n[^s1]: {}\n",
    "label": FRONT + "[It is safe.]{{.unsourced}}[^{0}]\n\n[^{0}]: No source.\n",
    "title": FRONT.replace("A case", "{}") + BODY.replace("{", "{{").replace("}", "}}"),
}
"""Where a payload is put, with `{}` in its place."""


def filled(place: str, payload: str) -> str:
    """The file with `payload` in that place."""
    text = PLACES[place]
    if place == "title":
        front, _, body = text.partition("{}")
        return front + payload + body.replace("{{", "{").replace("}}", "}")
    front, text = text[: len(FRONT)], text[len(FRONT) :]
    return front + text.format(payload)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", ["blns.json", "dompurify.jsonl", "markdownit_xss.jsonl"])
def test_naughty_strings_anywhere_end_in_problems_or_text(
    name: str, place: str, codebook: Codebook
) -> None:
    """Each payload, in the text, a mark, a value, a note, a label and the title."""
    for payload in payloads(name):
        survives(filled(place, payload), codebook)


@pytest.mark.parametrize("name", ["yaml_hazards.jsonl", "yaml_test_suite.jsonl"])
def test_yaml_of_every_kind_ends_in_problems(name: str, codebook: Codebook) -> None:
    """As front matter, and as a codebook."""
    for line in corpus(name).read_text(encoding="utf-8").splitlines():
        text = str(json.loads(line)["yaml"])
        survives(f"---\n{text}\n---\n{BODY}", codebook)
        assert read_codebook("c", text).codebook is None


TEXTS = {
    "brackets opened": "[" * 10_000,
    "brackets nested": "[" * 5_000 + "words" + "]" * 5_000,
    "marks nested": "[" * 1_000 + "words" + "]{.unsourced}[^a]" * 1_000,
    "quotations nested": ">" * 1_000 + " words",
    "lists nested": "".join(f"{'  ' * depth}- words\n" for depth in range(200)),
    "a line of a megabyte": "words " * 180_000,
    "a surrogate alone": "[a\ud800b]{.unsourced short=\udfff}[^\ud800]",
    "a null": "[a\0b]{.unsourced short=\0}[^s\0]\n\n[^s\0]: \0",
    "braces opened": "{.unsourced " * 3_000,
    "braces after marks": "[a]{.unsourced " * 3_000,
    "braces closed": "]{.unsourced}" * 3_000,
    "quotes opened": '[a]{.unsourced short="' * 3_000,
    "curly quotes opened": "[a]{.unsourced short=“" * 2_000,
    "attributes": "[a]{.unsourced " + 'short="a" ' * 3_000 + "}[^a]",
    "words in braces": "[a]{.unsourced short=a " + "b " * 3_000 + "}[^a]",
    "stars": "*a **b " * 3_000,
    "backticks": " ".join("`" * length for length in range(300)),
    "images": "![" * 3_000,
    "links": "[a](" * 3_000,
    "entities": "&amp;" * 20_000,
    "tags": "<a " * 10_000,
    "notes called": "[^a]" * 10_000,
    "notes": "".join(f"[^n{number}]: why\n" for number in range(2_000)),
    "notes of one name": "[^n]: why\n" * 2_000,
    "definitions": "[a]: b\n" * 2_000,
    "spaces": "[a]" + " " * 50_000 + "{.unsourced}",
    "carriage returns": "\r" * 10_000,
    "tabs": "\t" * 10_000 + "a",
    "a circle of a thousand": "".join(
        f"[a]{{.inferred kind=question from=s{(number + 1) % 1_000}}}[^s{number}]\n\n[^s{number}]: b\n\n"
        for number in range(1_000)
    ),
}
"""Texts of our own: long, deep, unfinished."""


@pytest.mark.parametrize("name", TEXTS)
def test_long_deep_and_unfinished_texts_end(name: str, codebook: Codebook) -> None:
    """In each of the two modes of rights."""
    survives(FRONT + TEXTS[name] + "\n", codebook)
    survives(FRONT.replace("rights: own", "rights: quotation") + TEXTS[name] + "\n", codebook)


FRONTS = {
    "lists opened": "title: " + "[" * 5_000,
    "lists nested": "title: " + "[" * 3_000 + "]" * 3_000,
    "mappings nested": "".join(f"{' ' * depth}a:\n" for depth in range(1_000)),
    "keys": "".join(f"k{number}: v\n" for number in range(1_000)),
    "one key": "title: b\n" * 1_000,
    "a long title": "title: " + "words " * 180_000,
    "a surrogate": "title: \ud800",
    "a null": "title: \0",
    "a tag": '!!python/object/apply:os.system ["true"]',
    "another version": "%YAML 9.9",
    "aliases": "title: &a [*a, *a]",
    "a mark in a title": "title: '[a]{.unsourced}[^s1] {{ config }} {% x %} <script>'",
}
"""Front matters of our own."""


@pytest.mark.parametrize("name", FRONTS)
def test_front_matter_of_any_shape_ends(name: str, codebook: Codebook) -> None:
    """As lines between the two `---`."""
    survives(f"---\n{FRONTS[name]}\n---\n{BODY}", codebook)


def test_a_line_of_a_text_does_not_become_a_heading_of_the_page() -> None:
    """Nor a list or an attribute: a value's line ends are spaces in every page."""
    line = "## A heading { #content .page }"
    text = BRIDGE.replace("They judge the speaker.", f'"Why?\\n\\n{line}\\n\\nMore."')
    (one,) = library(analysed(text)).whole.values()
    templates = environment(ROOT / "templates")
    shown = [render(p, templates) for p in pages_of_article(one, library(one).around)]
    assert any(f"Why?  {line}  More." in page for page in shown)
    assert not any(f"\n{line}" in page for page in shown)
