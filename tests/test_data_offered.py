"""The page that offers the data set: what it promises, done to the very files beside it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from functools import cache
from html import unescape
from pathlib import Path

import pytest

from bench.articles import article as made_article
from generator.analysis.figures import Analysed
from generator.dataset.page import site_files, size
from generator.dataset.piece import piece
from generator.exchange.formats import FORMATS
from generator.exchange.tables_columns import COLUMNS
from generator.pages.data_shape import SCHEMA
from generator.render import environment, render
from generator.schemas import schema

from .sample import BRIDGE, ROOT, analysed, library

SITE = "https://example.org/who-says/"
HREF = re.compile(r'href="([^"#]+)"')


@cache
def shelf(count: int = 12) -> tuple[Analysed, ...]:
    """Made articles, and the bridge."""
    made = (analysed(text, slug) for slug, text in map(made_article, range(count)))
    return (analysed(BRIDGE, "a-bridge"), *made)


def offered(
    articles: tuple[Analysed, ...], address: str = "", most: int = 20_000_000
) -> tuple[dict[str, bytes], str]:
    """The files by their paths, and the page."""
    around = library(*articles, address=address, repository="https://example.org/repo").around
    files, page = site_files((piece(each.article) for each in articles), around, most=most)
    assert page.path == "data/index.md"
    return files, render(page, environment(ROOT / "templates"))


def lines_of(page: str) -> str:
    """The lines of pandas, as a reader copies them."""
    found = re.search(r"<pre[^>]*><code>(.*?)</code></pre>", page, re.DOTALL)
    assert found
    lines = unescape(found[1]).strip()
    assert lines.count("\n") == 2
    return lines


def ran(lines: str, files: dict[str, bytes], folder: Path) -> dict[str, list[int]]:
    """What the lines print in a folder with these files: a row an article."""
    for path, data in files.items():
        (folder / Path(path).name).write_bytes(data)
    wide = (
        "import pandas\npandas.set_option('display.width', 400, 'display.max_columns', 9,"
        " 'display.max_rows', 9999)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", wide + lines],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    heads, below, *rows = done.stdout.splitlines()
    assert heads.split() == ["basis", "inferred", "sourced", "unsourced"]
    assert below.split() == ["article"]
    return {name: list(map(int, numbers)) for name, *numbers in map(str.split, rows)}


@pytest.mark.parametrize("most", [20_000_000, 60_000], ids=["whole", "in parts"])
def test_the_three_lines_print_the_figures_of_the_articles(tmp_path: Path, most: int) -> None:
    """Run as they stand on the page, beside the files that the site has."""
    files, page = offered(shelf(), most=most)
    lines = lines_of(page)
    assert ("pd.concat" in lines) == (most < 20_000_000)
    figures = {one.article.slug: one.figures.statements for one in shelf()}
    assert ran(lines, files, tmp_path) == {
        slug: [counts.inferred, counts.sourced, counts.unsourced]
        for slug, counts in figures.items()
    }


def test_where_the_address_is_known_they_load_from_it(tmp_path: Path) -> None:
    """The same lines, with the address before the file."""
    files, page = offered(shelf(), SITE)
    _, without = offered(shelf())
    assert lines_of(page).replace(f"{SITE}data/", "") == lines_of(without)
    assert f'"{SITE}data/statements.csv"' in lines_of(page)
    assert "Save statements.csv first" in without
    assert "Save " not in page
    assert ran(lines_of(page).replace(f"{SITE}data/", ""), files, tmp_path)


def test_the_example_beside_them_is_what_they_print(tmp_path: Path) -> None:
    """And it leads to the page that shows the same figures."""
    files, page = offered(shelf())
    inferred, sourced, unsourced = ran(lines_of(page), files, tmp_path)["a-bridge"]
    told = f"that is {inferred} inferred, {sourced} sourced and {unsourced} unsourced."
    assert f'<a href="../articles/a-bridge/">The bridge that opened twice</a> {told}' in page


@pytest.mark.parametrize("most", [20_000_000, 60_000], ids=["whole", "in parts"])
def test_every_file_is_offered_with_its_size_and_every_link_has_its_file(most: int) -> None:
    """None is forgotten, and none is promised that is not there."""
    files, page = offered(shelf(), most=most)
    linked = {f"data/{name}" for name in HREF.findall(page) if "/" not in name}
    assert linked | {SCHEMA} == set(files)
    assert f'href="../{SCHEMA}"' in page
    for path, data in files.items():
        if path.endswith((".csv", ".jsonl", ".gz")):
            assert f"{path.removeprefix('data/')}</a> <small>{size(len(data))}</small>" in page


def test_every_column_and_every_format_is_named() -> None:
    """What stands in each column, and what `whosays export` can write."""
    _, page = offered(shelf())
    for columns in COLUMNS.values():
        for name in columns:
            assert f"<dt><code>{name}</code></dt>" in page
    for each in FORMATS:
        assert f"<li>{each.TITLE}</li>" in page


def test_licence_and_citation_are_told() -> None:
    """For the marks, for texts, and for what may only be quoted."""
    _, page = offered(shelf(), SITE)
    assert ">CC-BY-4.0</a>" in page
    assert "https://example.org/repo/blob/main/CITATION.cff" in page
    assert f"{SITE}data/." in page


def test_the_schema_stands_at_its_address() -> None:
    """The same that is in the repository, which the files of articles name."""
    files, _ = offered(shelf())
    assert files[SCHEMA].decode() == schema("data")
    assert json.loads(files[SCHEMA])["properties"]["version"]["const"] == 1


def test_the_datasheet_is_a_text_that_browsers_read() -> None:
    """UTF-8 with its mark at the front, and no page to the engine."""
    files, _ = offered(shelf())
    sheet = files["data/datasheet.txt"].decode("utf-8-sig")
    assert files["data/datasheet.txt"].startswith(b"\xef\xbb\xbf# Datasheet")
    assert "’" in sheet
    assert not [path for path in files if path.endswith(".md")]


def test_without_articles_the_page_says_so() -> None:
    """No lines that would fail, no example of nothing."""
    files, page = offered(())
    assert "No article is published yet." in page
    assert "pandas as pd" not in page
    assert files["data/dataset.jsonl"] == b""


def test_a_library_of_any_size_has_a_page_of_one_size() -> None:
    """It lists files and never articles: a hundred more articles add nothing."""
    few, many = (
        offered(shelf()),
        offered((*shelf(), *(analysed(BRIDGE, f"b{n}") for n in range(40)))),
    )
    assert abs(len(few[1]) - len(many[1])) < 40
    assert len(many[1].encode()) < 20_000


@pytest.mark.parametrize(
    ("count", "words"),
    [(12, "1 kB"), (340_400, "340 kB"), (999_600, "1.0 MB"), (1_240_000, "1.2 MB")],
)
def test_sizes_read_well(count: int, words: str) -> None:
    """In kB or MB of a thousand."""
    assert size(count) == words
