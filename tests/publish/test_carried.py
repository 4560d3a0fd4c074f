"""What is carried over is looked at no more than it has to be, and no less."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from generator.finish import Before, Finished, finish_site
from generator.model import Place
from generator.pages import Page
from generator.publish import glance, others
from generator.publish.options import SiteOutcome
from generator.reading.problem import error
from generator.render import render
from tests.publish.small import ARTICLE, assert_same, built, small_project, write_article

NAMES = ("deep-well", "dry-well", "well")
TEXT = ARTICLE.format(name="well")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project that was built once."""
    project = small_project(tmp_path / "project", *NAMES)
    assert built(project).ok
    return project


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages of the library that are rendered from now on."""
    found: list[str] = []

    def told(page: Page, *others: Any) -> str:  # noqa: ANN401
        found.append(page.path)
        return render(page, *others)

    monkeypatch.setattr(others, "render", told)
    return found


def assert_as_clean(root: Path) -> None:
    """The site that stands is what a build from nothing gives."""
    assert built(root, root.parent / "clean", cached=False).ok
    assert_same(root / "site", root.parent / "clean")


def test_pages_that_show_the_same_are_not_rendered(root: Path, rendered: list[str]) -> None:
    """A note stands on no page of the library, a title on several, and a summary in the lists alone."""
    write_article(root, "well", TEXT.replace("Nobody says how much", "Nobody says how little"))
    assert built(root).made == 1
    assert rendered == []
    assert_as_clean(root)
    rendered.clear()
    write_article(root, "well", TEXT.replace("original:", "summary: A well.\noriginal:"))
    assert built(root).made == 1
    assert rendered == ["index.md", "articles/index.md"]
    assert_as_clean(root)
    rendered.clear()
    write_article(root, "well", ARTICLE.format(name="new well"))
    assert built(root).made == 1
    assert "techniques/loaded-language/index.md" in rendered
    assert "search/index.md" not in rendered
    assert_as_clean(root)


def test_the_list_of_files_is_what_is_there(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Links are checked against it, and nobody walks through ten thousand folders for it."""
    seen: list[tuple[set[str], set[str]]] = []

    def told(site: Path, before: Before) -> Finished:
        there = {f.relative_to(site).as_posix() for f in site.rglob("*") if f.is_file()}
        seen.append((there, set(before.files)))
        return finish_site(site, before)

    monkeypatch.setattr("generator.publish.site.finish_site", told)
    write_article(root, "third-well")
    for packs in (False, True, True):
        assert built(root, packs=packs).ok
    assert [there ^ listed for there, listed in seen] == [{"sitemap.xml"}] * 3


def test_an_edit_that_hides_is_found(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With as many letters as before, and the clock of the file set back."""
    monkeypatch.setattr(glance, "_SETTLED", -1)
    assert built(root, cached=False).ok
    file = root / "content/articles/well.md"
    before = file.stat()
    file.write_text(TEXT.replace("how much", "how long"))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (file.stat().st_size, file.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    assert built(root).made == 1
    assert_as_clean(root)


def test_every_build_checks_the_definitions(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also one that makes nothing else."""
    wrong = error("odd-entry", Place("content/codebook.yml", 1, 1, 1, ""), "Odd.", "Mend it.")
    monkeypatch.setattr("generator.publish.beside.check_codebook", lambda _: (wrong,))
    assert built(root).content == (wrong,)


def test_a_file_that_was_just_changed_is_read(root: Path) -> None:
    """It may change again before the clock has gone on."""
    file = root / "content/articles/well.md"
    file.touch()
    assert glance.glance(file) == ()


@pytest.mark.parametrize(
    ("link", "code"), [("../deep-well/", "no-file"), ("../deep-well/#s2", "no-place")]
)
def test_links_of_carried_pages_to_what_is_gone_are_found(root: Path, link: str, code: str) -> None:
    """To another article's page, and to a statement on it."""
    page = root / "templates/pages/article.md.j2"
    page.write_text(f'{page.read_text()}\n<p><a href="{link}">there</a></p>\n')
    assert built(root).ok
    if code == "no-file":
        (root / "content/articles/deep-well.md").unlink()
    else:
        write_article(root, "deep-well", ARTICLE.format(name="deep well").replace("^s2]", "^s3]"))
    outcome: SiteOutcome = built(root)
    assert {problem.code for problem in outcome.problems} == {code}, outcome
    told = [f"{problem.place.path} {problem.message}" for problem in outcome.problems]
    assert any("articles/well/index.html" in one for one in told)
