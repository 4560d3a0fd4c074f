"""Feeds, data and exports with payloads in them, opened as a browser would open them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser

from generator.exchange.formats import FORMATS
from generator.exchange.to_document import to_document
from generator.reading.article import read_article
from tests.hostile.articles import article
from tests.hostile.conftest import served
from tests.hostile.payloads import every, sample
from tests.hostile.sites import Built
from tests.hostile.watch import watching

OPENED = (".json", ".jsonl", ".xml", ".xmi", ".svg", ".txt", ".csv", ".tsv", ".ann", ".conf")
"""Files that a browser opens; others it would save."""


def open_files(browser: Browser, folder: Path, files: list[Path]) -> None:
    """Open each file: nothing happens."""
    assert files
    with served(folder) as home, watching(browser, home) as watched:
        for file in files:
            if file.suffix in OPENED:
                watched.open(file.relative_to(folder).as_posix(), provoke=False)
        assert watched.pages
        watched.nothing_happened()


def test_the_files_of_a_site(browser: Browser, past_check: Built) -> None:
    """Feeds, marks, data and quiz files."""
    files = [
        file
        for file in sorted(past_check.folder.rglob("*"))
        if file.suffix in OPENED and "assets" not in file.parts
    ]
    assert {"feed.xml", "feed.json"} <= {file.name for file in files}
    kept = [file for file in files if "articles" not in file.parts or "many-0" in file.parts]
    open_files(browser, past_check.folder, kept)


@pytest.mark.parametrize(
    "payloads", [sample(40), pytest.param(every(), marks=pytest.mark.long)], ids=["some", "all"]
)
def test_exports_of_every_format(
    browser: Browser, tmp_path: Path, payloads: tuple[str, ...]
) -> None:
    """Every format that other tools read, of articles with payloads in every place; of all in the long set."""
    written: list[Path] = []
    for start in range(0, len(payloads), 100):
        text = article(payloads[start : start + 100]).text()
        read = read_article(f"content/articles/batch-{start}.md", text).article
        assert read
        document = to_document(read)
        for form in FORMATS:
            for name, data in form.write(document).files.items():
                assert not re.search(r"[/\\\\]|^\.", name), name
                file = tmp_path / f"{form.NAME}-{name}"
                file.write_bytes(data)
                written.append(file)
    open_files(browser, tmp_path, written)


def test_the_html_in_feeds_and_quiz_files(
    browser: Browser, past_check: Built, tmp_path: Path
) -> None:
    """A feed reader or a school's system shows it as HTML, without any policy of ours."""
    site = past_check.folder
    items = json.loads((site / "feed.json").read_text(encoding="utf-8"))["items"]
    shown = [str(item.get("content_html", "")) for item in items]
    shown += [item.text or "" for item in ET.parse(site / "feed.xml").iter("description")]
    for file in site.glob("articles/*/quiz/*-moodle.xml"):
        html = [e for e in ET.parse(file).iter() if e.get("format") == "html"]
        shown += [text.text or "" for element in html for text in element.iter("text")]
    assert len(shown) > 20
    with served(tmp_path) as home, watching(browser, home, policy=False) as watched:
        for number, start in enumerate(range(0, len(shown), 200)):
            body = "\n<hr>\n".join(shown[start : start + 200])
            page = (
                f"<!doctype html><html><head><meta charset=utf-8></head><body>{body}</body></html>"
            )
            Path(tmp_path, f"{number}.html").write_text(page, encoding="utf-8")
            watched.open(f"{number}.html")
        watched.nothing_happened()
