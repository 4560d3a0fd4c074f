"""From a note to the line and to the form that mend it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from generator.analysis import analyse
from generator.analysis.figures import Analysed
from generator.build import build
from generator.model import Framing, Statement
from generator.pages import Library
from generator.pages.mend import FORM, Mending, mending
from generator.reading.article import read_article
from generator.render import environment, render
from tests.conftest import ROOT
from tests.sample import BRIDGE, all_pages, analysed, library

REPOSITORY = "https://example.org/school/who-says"
SITE = "https://school.example/who-says/"

FILES = sorted((ROOT / "content" / "articles").glob("*.md"))


def line_of(text: str, label: str) -> int:
    """The line where the mark before `[^label]` begins, found backwards in the file itself."""
    body = text.index("\n---\n", 4)
    (use,) = re.finditer(rf"\}}\[\^{re.escape(label)}\]", text[body:])
    bracket = text.rindex("]{", 0, body + use.start())
    depth, at = 1, bracket
    while depth:
        at -= 1
        escaped = (len(text[:at]) - len(text[:at].rstrip("\\"))) % 2
        depth += 0 if escaped else (text[at] == "]") - (text[at] == "[")
    return text.count("\n", 0, at) + 1


def known(shelf: Library, address: str = SITE) -> Library:
    """The library with a repository, on a site with this address."""
    return library(*shelf.whole.values(), repository=REPOSITORY, address=address)


def page_of(shelf: Library) -> str:
    """The explainer page of the first article."""
    page = next(p for p in all_pages(shelf) if p.template == "pages/article.md.j2")
    return render(page, environment(ROOT / "templates"))


def ways(article: Analysed, address: str = SITE) -> Mending:
    """The ways to mend an article."""
    found = mending(article, known(library(article), address).around)
    assert found
    return found


def of_file(path: Path) -> tuple[str, Mending]:
    """An article's text, and the ways to mend it."""
    text = path.read_text(encoding="utf-8")
    article = read_article(path.relative_to(ROOT).as_posix(), text).article
    assert article
    return text, ways(analyse(article))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_change_is_suggested_at_the_line_where_the_mark_begins(path: Path) -> None:
    """For each mark of each article the editor opens its file at the bracket that opens it."""
    text, found = of_file(path)
    labels = re.findall(r"\}\[\^([^\]]+)\]", text)
    assert sorted(found.lines) == sorted(labels)
    assert found.edit == f"{REPOSITORY}/edit/main/content/articles/{path.name}"
    lines = text.split("\n")
    for label, line in found.lines.items():
        assert line == line_of(text, label)
        assert "[" in lines[line - 1]


def test_the_lines_differ_from_mark_to_mark() -> None:
    """So that the test above would find a line that is merely near."""
    assert len(FILES) > 5
    _, found = of_file(FILES[0])
    assert len(set(found.lines.values())) > 5


def test_a_mark_over_several_lines_is_found_where_it_begins() -> None:
    """Not where its note stands, and not where an inner mark of it does."""
    text = BRIDGE.replace("The bridge, Mayor", "The\nbridge,\nMayor")
    found = ways(analysed(text, "bridge"))
    first, inner = line_of(text, "s2"), line_of(text, "boasted")
    assert (found.lines["s2"], found.lines["boasted"]) == (first, inner)
    assert inner == first + 2


def test_a_report_knows_the_form_the_page_and_the_title() -> None:
    """What is said of the mark follows: the page's script knows its words."""
    found = ways(analysed(BRIDGE, "bridge"))
    assert found.report == f"{REPOSITORY}/issues/new?template=mark.yml"
    assert found.title == "The bridge that opened twice"
    assert found.page == f"{SITE}articles/bridge/#"
    assert not found.by_line


def test_without_an_address_the_report_names_the_line_of_the_file() -> None:
    """A site that does not know where it stands still says which mark is meant."""
    found = ways(analysed(BRIDGE, "bridge"), address="")
    assert found.page == f"{REPOSITORY}/blob/main/content/articles/bridge.md?plain=1#L"
    assert found.by_line


def test_what_is_filled_in_are_fields_of_the_form() -> None:
    """GitHub fills in a field by its id, and silently drops what it does not know."""
    form = YAML(typ="safe").load(ROOT / ".github" / "ISSUE_TEMPLATE" / FORM)
    ids = {item["id"] for item in form["body"] if "id" in item}
    script = (ROOT / "docs" / "assets" / "explain.js").read_text(encoding="utf-8")
    (filled,) = re.findall(r"const about = new URLSearchParams\((.*)\);", script)
    names = set(re.findall(r"[{,] (\w+): ", filled))
    assert names - {"title"} == {"link", "mark"} <= ids


def test_each_note_knows_its_line() -> None:
    """The rest is said once, for the whole article."""
    text = page_of(known(library(analysed(BRIDGE, "bridge"))))
    article = analysed(BRIDGE, "bridge").article
    marks: tuple[Statement | Framing, ...] = (*article.statements, *article.framing)
    for mark in marks:
        assert f'id="note-{mark.id}" data-line="{mark.place.line}"' in text
    assert text.count("data-report=") == 1


def test_without_a_repository_there_is_nothing_to_mend_with() -> None:
    """A page never links to a place that nobody named."""
    page = page_of(library(analysed(BRIDGE, "bridge")))
    assert "data-line" not in page
    assert "data-report" not in page


@pytest.mark.parametrize(
    ("given", "known_as"),
    [
        ("https://example.org/school/who-says", REPOSITORY),
        (" https://example.org/school/who-says/ ", REPOSITORY),
        ("", ""),
        ("javascript:alert(1)", ""),
        ("school/who-says", ""),
    ],
)
def test_the_repository_comes_from_where_the_build_runs(
    project: Path, monkeypatch: pytest.MonkeyPatch, given: str, known_as: str
) -> None:
    """From REPO_URL, as mkdocs.yml has it; what is no address of the web is none."""
    seen: list[Library] = []

    def keep(shelf: Library) -> tuple[()]:
        seen.append(shelf)
        return ()

    for article in (project / "content/articles").glob("*.md"):
        article.unlink()
    for other in ("pairs.yml", "lessons"):
        (project / "content" / other).rename(project / other)
    monkeypatch.setenv("REPO_URL", given)
    monkeypatch.setattr("generator.build.pages_of_library", keep)
    assert build(project, today=date(2026, 11, 22)).ok
    assert seen[0].around.repository == known_as
