"""A site is put in its place whole, or the old one stays."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from generator.publish.engine import ENGINE as REAL_ENGINE
from generator.publish.options import SiteOutcome
from tests.publish.small import ENGINE, built, left_over, small_project

HAS_FAULTS = ENGINE.replace("<main", '<main style="color: red"')
FAILS_LATE = ENGINE + "sys.exit('a broken link')"


def run(root: Path, engine: str, site: str = "site") -> SiteOutcome:
    """Build with an engine that is a few lines of Python."""
    return built(root, site, engine=(sys.executable, "-S", "-c", engine))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project whose site is an old one."""
    project = small_project(tmp_path / "project", "well")
    (project / "site").mkdir()
    (project / "site/index.html").write_text("old")
    (project / "site/gone.html").write_text("old")
    return project


def test_the_new_site_replaces_the_old_one_as_a_whole(root: Path) -> None:
    """After a good build nothing of the old site and nothing of the workshop is left."""
    before = {path.name for path in root.iterdir()}
    outcome = run(root, ENGINE)
    assert outcome.ok, outcome
    assert outcome.engine == "all good\n"
    assert {path.name for path in root.iterdir()} == before | {".cache"}
    assert not (root / "site/gone.html").exists()
    pages = sorted((root / "site").rglob("*.html"))
    assert outcome.pages == len(pages)
    assert outcome.made == 1
    page = (root / "site/articles/well/index.html").read_text()
    assert "the mayor said" in page
    assert all("Content-Security-Policy" in path.read_text() for path in pages)


def test_nothing_is_written_among_the_pages_by_hand(root: Path) -> None:
    """The folder docs/ is what it was."""
    before = sorted(path for path in (root / "docs").rglob("*"))
    assert run(root, ENGINE).ok
    assert sorted(path for path in (root / "docs").rglob("*")) == before


def test_the_first_site_makes_its_folders(root: Path) -> None:
    """A place that does not exist yet is made."""
    assert run(root, ENGINE, site="public/pages").ok
    assert (root / "public/pages/index.html").is_file()


def test_others_may_read_the_site(root: Path) -> None:
    """The site's folder has the usual permissions, not those of a temporary one."""
    run(root, ENGINE)
    (root / "usual").mkdir()
    assert (root / "site").stat().st_mode == (root / "usual").stat().st_mode


def test_when_the_engine_fails_the_old_site_stays(root: Path) -> None:
    """Even when the engine has written most of a site; what it said is handed back."""
    outcome = run(root, FAILS_LATE)
    assert not outcome.ok
    assert "a broken link" in outcome.engine
    assert outcome.fault == "the engine ended with 1"
    assert (root / "site/gone.html").read_text() == "old"
    assert not left_over(root)


def test_when_a_built_page_has_a_fault_the_old_site_stays(root: Path) -> None:
    """What is wrong is handed back with its place in the site."""
    outcome = run(root, HAS_FAULTS)
    assert not outcome.ok
    assert outcome.fault == "the built pages have the problems listed above"
    assert {problem.code for problem in outcome.problems} == {"inline-style"}
    assert {"about/index.html", "articles/well/index.html", "index.html"} <= {
        problem.place.path for problem in outcome.problems
    }
    assert (root / "site/gone.html").read_text() == "old"
    assert not left_over(root)


def test_with_errors_in_the_content_nothing_is_published(root: Path) -> None:
    """The problems are handed back with their place, and nothing else happens."""
    article = root / "content/articles/well.md"
    article.write_text(article.read_text().replace("by=mayor", "by=clerk"))
    outcome = run(root, ENGINE)
    assert (outcome.ok, outcome.fault) == (False, "")
    assert [(p.place.path, p.place.line) for p in outcome.content if p.severity == "error"] == [
        ("content/articles/well.md", 11)
    ]
    assert (root / "site/gone.html").read_text() == "old"
    assert not left_over(root)


def test_without_a_codebook_the_engine_does_not_run(root: Path) -> None:
    """What is wrong with it is handed back."""
    (root / "content/codebook.yml").write_text("kinds: [\n")
    outcome = run(root, "open('ran', 'w')")
    assert not outcome.ok
    assert outcome.content
    assert not (root / "ran").exists()


@pytest.mark.parametrize("swaps", [True, False], ids=["swapped", "renamed"])
def test_when_the_new_site_cannot_move_in_the_old_one_is_back(
    root: Path, monkeypatch: pytest.MonkeyPatch, swaps: bool
) -> None:
    """A disk that refuses a rename leaves the old site, or has the new one."""
    if not swaps:
        monkeypatch.setattr("generator.publish.swap._exchanged", lambda *_: False)
    really = Path.rename

    def refuses_new(self: Path, target: Path) -> Path:
        if self.name == "new":
            raise OSError(5, "no")
        return really(self, target)

    monkeypatch.setattr(Path, "rename", refuses_new)
    outcome = run(root, ENGINE)
    assert "cannot be replaced: [Errno 5] no" in outcome.fault
    if not swaps:
        assert (root / "site/gone.html").read_text() == "old"
    assert (root / "site/index.html").is_file()
    assert not left_over(root)


@pytest.mark.parametrize(
    ("site", "reason"),
    [(".", "holds the project itself"), ("photos", "not a site"), ("notes.txt", "is a file")],
)
def test_a_folder_that_is_not_a_site_is_never_replaced(root: Path, site: str, reason: str) -> None:
    """A wrong folder on the command line costs nobody their files."""
    (root / "photos").mkdir()
    (root / "photos/one.jpg").write_text("precious")
    (root / "notes.txt").write_text("precious")
    assert reason in run(root, ENGINE, site).fault
    assert (root / "photos/one.jpg").exists()
    assert (root / "notes.txt").exists()


def test_a_link_to_a_folder_that_is_a_site_stays_a_link(root: Path) -> None:
    """The site goes where the link leads."""
    (root / "public").symlink_to(root / "site")
    assert run(root, ENGINE, "public").ok
    assert (root / "public").is_symlink()
    assert (root / "site/articles/well/index.html").is_file()


def test_the_engine_is_told_nothing_of_where_its_words_come_from(root: Path) -> None:
    """The specimens are in a file that is gone afterwards."""
    tells = ENGINE + "\nprint(os.environ['WHOSAYS_SPECIMENS'])"
    outcome = run(root, tells)
    told = outcome.engine.splitlines()[-1]
    assert told.endswith(".json")
    assert not os.path.lexists(told)


def test_the_real_engine_is_strict_and_not_quiet() -> None:
    """`mkdocs build --quiet --strict` ends with 0 on errors; without --quiet it does not."""
    assert REAL_ENGINE[1:4] == ("-m", "mkdocs", "build")
    assert "--strict" in REAL_ENGINE
    assert not {"-q", "--quiet"} & set(REAL_ENGINE)
