"""The index of words: what Pagefind is given of an article, and what stands in the site afterwards."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from generator.finish.index import FOLDER, document, write_index
from generator.finish.index.document import EVERY
from generator.finish.index.words import JOINT, PRIVATE, counted_seldom
from generator.finish.policy import MORE, POLICY, policy

from .sample import BRIDGE, HOSTILE, analysed


def shelf(count: int = 40) -> Iterator[tuple[str, str]]:
    """The documents of so many articles, with levels and topics of their own."""
    one = analysed(BRIDGE)
    for n in range(count):
        topics, level = (f"topic {n % 7}", f"other {n % 5}"), ("12-14", "14-16", "16-18")[n % 3]
        article = replace(one.article, title=f"Bridge {n}", topics=topics, level=level)
        yield f"bridge-{n}", document(replace(one, article=article), n % 2 == 0)


def files(site: Path) -> dict[str, bytes]:
    """All files of the index in a site."""
    folder = site / FOLDER
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The folder of a site."""
    (tmp_path / "site").mkdir()
    return tmp_path / "site"


def as_read(text: str) -> str:
    """A text as the search page shows it: with its private letters turned back."""
    back = (chr(ord(c) - PRIVATE) if ord(c) > PRIVATE else c for c in text.replace(f"{JOINT} ", ""))
    return "".join(back)


def test_a_document_has_each_statement_where_it_begins() -> None:
    """In the order of reading, with its id and all its words."""
    one = analysed(BRIDGE)
    parts = re.findall(r'<a id="([^"]+)"></a>([^<]*)', document(one, paired=False))
    assert [part[0] for part in parts] == [s.id for s in one.article.statements]
    for (_, words), statement in zip(parts, one.article.statements, strict=True):
        assert as_read(unescape(words)).strip() == statement.text


def test_a_document_has_the_explainers_text_and_nothing_else() -> None:
    """Title, names and topics, but neither notes nor plain wordings nor labels of ours."""
    text = document(analysed(BRIDGE), paired=False)
    assert "<h1>The bridge that opened twice</h1>" in text
    assert "Piet Okoro, Ada Renn, Nell Baptiste, “Critics”, local government" in text
    for note in ("kettle,” she said", "swung open"):
        assert note in as_read(text)
    for other in ("easy to check", "brass band?", "did not swing", "Sourced", "Opening log"):
        assert other not in as_read(text)


def test_a_document_says_what_its_article_answers_to() -> None:
    """Each value is a filter of its own, so that a phone loads only what is chosen."""
    text = document(analysed(HOSTILE), paired=True)
    found = set(re.findall(r'data-pagefind-filter="([^"]+):yes"', text))
    assert found >= {"level=12-14", "topic=a-b-c", "technique=loaded-language", "pair=yes"}
    assert found >= {"minutes=1", "mix=mixed", "language=ar"}


def test_words_of_authors_are_text_in_a_document() -> None:
    """No tag that somebody wrote begins a part, and every article ends with the letter for all."""
    text = document(analysed(HOSTILE), paired=False)
    assert "<script" not in text
    assert "<b>" not in text
    assert text.rstrip().endswith(f"{EVERY} </body></html>")


def test_a_word_that_is_said_often_is_counted_three_times() -> None:
    """Later it stands there for readers alone; case and punctuation make no other word of it."""
    (text,) = counted_seldom(["The cat, the dog. THE bird: “the” fox."])
    plain = "".join(c for c in text if ord(c) < PRIVATE)
    assert plain.split() == ["The", "cat,", "the", "dog.", "THE", "bird:", "fox."]
    assert as_read(text) == "The cat, the dog. THE bird: “the” fox."


def test_words_without_spaces_can_be_found_sign_by_sign() -> None:
    """Chinese and Japanese get spaces that the page takes out again; other scripts get none."""
    (text,) = counted_seldom(["北京の橋 is أصوات 서울"])
    assert text.replace(JOINT, "").split() == ["北", "京", "の", "橋", "is", "أصوات", "서울"]
    assert as_read(text) == "北京の橋 is أصوات 서울"


def test_the_same_articles_give_the_same_bytes(tmp_path: Path) -> None:
    """Pagefind lists filters in the order of chance; five builds of one library are one."""
    builds = []
    for n in range(5):
        place = tmp_path / str(n) / "site"
        place.mkdir(parents=True)
        indexed = write_index(place, shelf())
        assert not indexed.fault
        assert indexed.articles == 40
        builds.append(files(place))
    assert all(build == builds[0] for build in builds)


def test_only_what_the_page_loads_is_in_the_site(site: Path) -> None:
    """None of Pagefind's own interfaces, no worker, and nothing beside the site is left over."""
    indexed = write_index(site, shelf(3))
    found = files(site)
    alone = {re.sub(r"_[0-9a-f]+\.", ".", name) for name in found if "/" not in name}
    assert alone == {
        *("key.txt", "pagefind.js", "pagefind-entry.json"),
        *("pagefind.en.pf_meta", "wasm.en.pagefind"),
    }
    assert {name.split("/")[0] for name in found if "/" in name} == {"fragment", "index", "filter"}
    assert indexed.size == sum(map(len, found.values()))
    assert [folder.name for folder in site.parent.iterdir()] == ["site"]


def test_an_index_of_the_same_words_is_carried_over(tmp_path: Path) -> None:
    """With the same bytes; one changed word makes a new one."""
    old, new, other = (tmp_path / name for name in ("old", "new", "other"))
    for folder in (old, new, other):
        folder.mkdir()
    write_index(old, shelf(3))
    assert not write_index(new, shelf(3), old).fault
    assert files(new) == files(old)
    assert (new / FOLDER / "pagefind.js").stat().st_nlink == 2
    changed = [(slug, text.replace("kettle", "teapot")) for slug, text in shelf(3)]
    write_index(other, changed, old)
    assert files(other) != files(old)


def test_a_library_without_articles_has_no_index(site: Path) -> None:
    """That is no fault."""
    assert not write_index(site, ()).fault
    assert not (site / FOLDER).exists()


def test_without_pagefind_the_fault_says_what_to_install(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In words, with the option that does without it."""
    monkeypatch.setattr("generator.finish.index.find_spec", lambda _: None)
    fault = write_index(site, shelf(1)).fault
    assert "install `pagefind[bin]`, or build with --no-index" in fault


def test_what_pagefind_says_is_handed_on(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it ends with an error, there is no index and no traceback."""
    fails = site.parent / "fails"
    fails.write_text("#!/bin/sh\necho 'no room left'\nexit 3\n", encoding="utf-8")
    fails.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(fails))
    fault = write_index(site, shelf(1)).fault
    assert fault == "Pagefind could not build the index of words: no room left"
    assert not (site / FOLDER).exists()


def test_only_the_search_page_and_the_workbench_may_run_webassembly() -> None:
    """Their policies have that one source more than all other pages'."""
    assert list(MORE) == ["search/index.html", "contribute/workbench/index.html"]
    others = policy("articles/bridge/index.html", ())
    assert "wasm" not in others
    assert "wasm" not in str(POLICY)
    for path in MORE:
        own = policy(path, ())
        assert own == others.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
