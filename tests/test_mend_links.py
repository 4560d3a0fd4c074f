"""From a note to the line and to the form that mend it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from ruamel.yaml import YAML

from generator.analysis import analyse
from generator.build import build
from generator.pages import Library
from generator.pages.mend import FORM, Mend, mends
from generator.reading.article import read_article
from generator.render import environment, render
from tests.conftest import ROOT
from tests.sample import BRIDGE, HOSTILE, all_pages, analysed, library

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


def of_file(path: Path) -> tuple[str, dict[str, Mend]]:
    """An article's text, and the ways to mend it."""
    text = path.read_text(encoding="utf-8")
    article = read_article(path.relative_to(ROOT).as_posix(), text).article
    assert article
    one = analyse(article)
    return text, mends(one, known(library(one)).around)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_change_is_suggested_at_the_line_where_the_mark_begins(path: Path) -> None:
    """For each mark of each article the editor opens its file at the bracket that opens it."""
    text, found = of_file(path)
    labels = re.findall(r"\}\[\^([^\]]+)\]", text)
    assert sorted(found) == sorted(labels)
    lines = text.split("\n")
    for label, mend in found.items():
        line = line_of(text, label)
        assert mend.edit == f"{REPOSITORY}/edit/main/content/articles/{path.name}#L{line}"
        assert "[" in lines[line - 1]


def test_the_lines_differ_from_mark_to_mark() -> None:
    """So that the test above would find a line that is merely near."""
    assert len(FILES) > 5
    _, found = of_file(FILES[0])
    assert len({mend.edit for mend in found.values()}) > 5


def test_a_mark_over_several_lines_is_found_where_it_begins() -> None:
    """Not where its note stands, and not where an inner mark of it does."""
    text = BRIDGE.replace("The bridge, Mayor", "The\nbridge,\nMayor")
    found = mends(analysed(text, "bridge"), known(library()).around)
    first, inner = line_of(text, "s2"), line_of(text, "boasted")
    assert (found["s2"].edit, found["boasted"].edit) == tuple(
        f"{REPOSITORY}/edit/main/content/articles/bridge.md#L{line}" for line in (first, inner)
    )
    assert inner == first + 2


def test_a_report_fills_in_the_page_and_the_mark() -> None:
    """The form is told which statement is meant, and where it is read."""
    found = mends(analysed(BRIDGE, "bridge"), known(library()).around)
    address = urlsplit(found["s2"].report)
    assert f"{address.scheme}://{address.netloc}{address.path}" == f"{REPOSITORY}/issues/new"
    filled = parse_qs(address.query, strict_parsing=True)
    assert filled == {
        "template": ["mark.yml"],
        "title": ["Statement 2 in “The bridge that opened twice”"],
        "link": [f"{SITE}articles/bridge/#s2"],
        "mark": [
            "The bridge, Mayor Ada Renn boasted, “will cut every trip across the water by half”."
        ],
    }
    framing = parse_qs(urlsplit(found["boasted"].report).query)
    assert framing["title"] == ["“boasted” in “The bridge that opened twice”"]
    assert framing["link"] == [f"{SITE}articles/bridge/#boasted"]


def test_without_an_address_the_report_names_the_line_of_the_file() -> None:
    """A site that does not know where it stands still says which mark is meant."""
    found = mends(analysed(BRIDGE, "bridge"), known(library(), address="").around)
    (link,) = parse_qs(urlsplit(found["s2"].report).query)["link"]
    line = line_of(BRIDGE, "s2")
    assert link == f"{REPOSITORY}/blob/main/content/articles/bridge.md?plain=1#L{line}"


def test_what_is_filled_in_are_fields_of_the_form() -> None:
    """GitHub fills in a field by its id, and silently drops what it does not know."""
    form = YAML(typ="safe").load(ROOT / ".github" / "ISSUE_TEMPLATE" / FORM)
    ids = {item["id"] for item in form["body"] if "id" in item}
    found = mends(analysed(BRIDGE), known(library()).around)
    filled = parse_qs(urlsplit(found["s1"].report).query).keys()
    assert filled - {"template", "title"} == {"link", "mark"} <= ids


def test_an_authors_words_cannot_leave_their_field() -> None:
    """Ampersands, quotes and hashes stay inside the value, and a long text is cut."""
    long = BRIDGE.replace("A sensor had", "A & sensor # had = " + "many more words " * 200)
    found = mends(analysed(long, "bridge"), known(library()).around)
    address = urlsplit(found["s6"].report)
    assert not address.fragment
    (words,) = parse_qs(address.query)["mark"]
    assert words.startswith("A & sensor # had = many more words")
    assert words.endswith("…")
    for mend in mends(analysed(HOSTILE, "hostile"), known(library()).around).values():
        assert len(mend.report) < 2_000
        assert not set("<> \"'") & set(mend.report + mend.edit)


def test_each_note_has_both_links_with_a_name_of_their_own() -> None:
    """Someone who hears the page learns which statement a link is for."""
    text = page_of(known(library(analysed(BRIDGE, "bridge"))))
    article = analysed(BRIDGE).article
    for statement in article.statements:
        for name in ("Mend", "Suggest a change to", "Report"):
            assert text.count(f'aria-label="{name} statement {statement.number}"') == 1
    for mark in article.framing:
        assert f'aria-label="Suggest a change to the framing mark “{mark.text}”"' in text
    assert text.count('<details class="mend">') == len(article.statements) + len(article.framing)


def test_without_a_repository_there_is_nothing_to_mend_with() -> None:
    """A page never links to a place that nobody named."""
    assert 'class="mend"' not in page_of(library(analysed(BRIDGE, "bridge")))


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
