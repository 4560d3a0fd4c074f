"""The short ways of reading give what the long ones give, and are taken for what is usual."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.reading import blocks, usual_yaml, values
from generator.reading.article import read_article
from generator.reading.lesson import read_lesson
from generator.reading.place import source_of
from generator.reading.usual_blocks import cut_usual
from generator.reading.usual_marks import read_usual
from generator.reading.usual_yaml import read_usual_yaml
from generator.reading.values import read_values

from .case_files import FRONT, read_cases
from .conftest import ROOT
from .damage import MARKDOWN, YAML, damaged
from .test_hostile import FRONTS, PLACES, TEXTS, corpus, filled, payloads

LIBRARY = sorted((ROOT / "content" / "articles").glob("*.md"))
LESSONS = sorted((ROOT / "content" / "lessons").glob("*.md"))
COMPILED = pytest.mark.skipif(not hasattr(usual_yaml, "YAMLError"), reason="libyaml is not there")


def given() -> Iterator[str]:
    """Every article of the library and of the cases."""
    yield from (path.read_text(encoding="utf-8") for path in LIBRARY)
    for folder in ("reading", "checks", "analysis", "fixes"):
        for case in read_cases(folder):
            yield FRONT + case.given if case.kind == "text" else case.given


GIVEN = list(given())
FRONT_MATTERS = [text.split("\n---\n")[0].removeprefix("---\n") for text in GIVEN] + [
    path.read_text(encoding="utf-8").split("\n---\n")[0].removeprefix("---\n") for path in LESSONS
]


def pieces(texts: list[str], lines: int) -> list[str]:
    """The texts in pieces of so many lines, so that there is time for many."""
    cut = [text.split("\n") for text in texts]
    return ["\n".join(of[n : n + lines]) for of in cut for n in range(0, len(of), lines)]


def the_long_way(
    text: str, monkeypatch: pytest.MonkeyPatch, read: Callable[[str, str], object] = read_article
) -> object:
    """The article, or what else is read, with no short way."""
    with monkeypatch.context() as patched:
        patched.setattr(blocks, "cut_usual", lambda _lines: None)
        patched.setattr(blocks, "read_usual", lambda _content: None)
        patched.setattr(values, "read_usual_yaml", lambda *_given: None)
        return read("a.md", text)


def by_ruamel(text: str, monkeypatch: pytest.MonkeyPatch) -> values.Values:
    """YAML as it is read where libyaml is not there."""
    with monkeypatch.context() as patched:
        patched.setattr(usual_yaml, "CParser", None)
        return read_values(source_of("a.md", text), text, 1)


def same_yaml(text: str, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether the short way took `text`; if it did, it gave the same, in the same order."""
    text = "\n".join(source_of("a.md", text).lines)
    short = read_usual_yaml(source_of("a.md", text), text, 1)
    if short:
        long = by_ruamel(text, monkeypatch)
        assert (long.value, list(long.places.items()), long.problems) == (
            short[0],
            list(short[1].items()),
            (),
        ), text
    return short is not None


def test_articles_and_cases_are_read_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """The article and its problems, places included."""
    for text in GIVEN:
        assert read_article("a.md", text) == the_long_way(text, monkeypatch), text


@pytest.mark.parametrize("name", TEXTS)
def test_long_deep_and_unfinished_texts_are_read_the_same(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those that end in problems too."""
    text = FRONT + TEXTS[name]
    assert read_article("a.md", text) == the_long_way(text, monkeypatch)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", ["blns.json", "dompurify.jsonl", "markdownit_xss.jsonl"])
def test_naughty_strings_are_read_the_same(
    name: str, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the text, a mark, a value, a note, a label and the title."""
    for payload in payloads(name):
        text = filled(place, payload)
        assert read_article("a.md", text) == the_long_way(text, monkeypatch), payload


@pytest.mark.parametrize("seed", range(4))
def test_damaged_texts_are_read_the_same(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paragraphs and notes of the library and the cases, with signs put in, cut out and moved."""
    bodies = [text.partition("\n---\n")[2] for text in GIVEN]
    taken = 0
    for body in damaged([*pieces(bodies, 4), *pieces(bodies, 12)], MARKDOWN, 500, seed):
        text = FRONT + body
        assert read_article("a.md", text) == the_long_way(text, monkeypatch), text
        taken += cut_usual(body.split("\n")) is not None
    assert taken > 100


@COMPILED
def test_front_matter_is_read_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """That of the library, of lessons and of cases, whole and in pieces."""
    for text in (*FRONT_MATTERS, *pieces(FRONT_MATTERS, 5), *FRONTS.values()):
        same_yaml(text, monkeypatch)


@COMPILED
@pytest.mark.parametrize("name", ["yaml_hazards.jsonl", "yaml_test_suite.jsonl"])
def test_yaml_of_every_kind_is_read_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As it is, under a key, and damaged."""
    lines = corpus(name).read_text(encoding="utf-8").splitlines()
    texts = [str(json.loads(line)["yaml"]) for line in lines]
    texts += ["key:\n  " + text.replace("\n", "\n  ") for text in texts]
    for text in (*texts, *damaged(texts, YAML, 2_000)):
        same_yaml(text, monkeypatch)


@COMPILED
@pytest.mark.parametrize("seed", range(4))
def test_damaged_front_matter_is_read_the_same(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """That of the library and the cases, with signs put in, cut out and moved."""
    texts = damaged(pieces(FRONT_MATTERS, 7), YAML, 1_000, seed)
    assert sum(same_yaml(text, monkeypatch) for text in texts) > 200


def test_lessons_are_read_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """They have lists and emphasis, which markdown-it reads, beside what it need not."""
    for path in LESSONS:
        text = path.read_text(encoding="utf-8")
        assert read_lesson("a.md", text) == the_long_way(text, monkeypatch, read_lesson)


@pytest.mark.parametrize("path", LIBRARY, ids=lambda path: path.stem)
def test_an_article_of_the_library_takes_the_short_way(path: Path) -> None:
    """Its lines, and nearly all of its blocks: else nothing would be gained."""
    body = path.read_text(encoding="utf-8").partition("\n---\n")[2]
    cut = cut_usual(body.split("\n"))
    assert cut
    assert sum(read_usual(block.text) is not None for block in cut) > 0.8 * len(cut)


@COMPILED
@pytest.mark.parametrize("path", LIBRARY, ids=lambda path: path.stem)
def test_front_matter_of_the_library_takes_the_short_way(path: Path) -> None:
    """Else nothing would be gained."""
    text = path.read_text(encoding="utf-8").partition("\n---\n")[0].removeprefix("---\n")
    assert read_usual_yaml(source_of("a.md", text), text, 1)
