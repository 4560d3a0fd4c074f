"""A site is put in its place whole, or the old one stays."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from generator.build import Outcome
from generator.model import Place, Problem
from generator.publish.site import ENGINE, PAGES_ARE_BUILT, SiteOutcome, build_site
from generator.write import Written

GOOD = Outcome((), Written((), (), ()))
BAD = Outcome((Problem("x", "Wrong.", "Mend it.", "error", Place("a.md", 1, 1, 1, "a")),), None)

PUBLISHES = f"""
import os, pathlib, sys
site = pathlib.Path(sys.argv[1])
site.mkdir()
page = '<meta charset="utf-8"><p class="new">' + os.environ["{PAGES_ARE_BUILT}"]
(site / "index.html").write_text(page)
print("all good")
"""
HAS_FAULTS = PUBLISHES.replace("<p ", "<p style=color:red ")
FAILS_LATE = PUBLISHES + "sys.exit('a broken link')"


def run(root: Path, engine: str, site: str = "site") -> SiteOutcome:
    """Build with an engine that is a few lines of Python."""
    command = (sys.executable, "-c", engine)
    return build_site(root, root / site, today=date(2026, 11, 22), engine=command)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose pages are good and whose site is an old one."""
    monkeypatch.setattr("generator.publish.site.build", lambda *_, **__: GOOD)
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("old")
    (tmp_path / "site/gone.html").write_text("old")
    return tmp_path


def test_the_new_site_replaces_the_old_one_as_a_whole(root: Path) -> None:
    """After a good build nothing of the old site and nothing of the workshop is left."""
    outcome = run(root, PUBLISHES)
    assert outcome.ok
    assert outcome.engine == "all good\n"
    assert [p.relative_to(root).as_posix() for p in sorted(root.rglob("*"))] == [
        "site",
        "site/index.html",
    ]
    page = (root / "site/index.html").read_text()
    assert page.endswith('<p class="new">1')
    assert "Content-Security-Policy" in page
    assert outcome.page_count == 1


def test_the_first_site_makes_its_folders(root: Path) -> None:
    """A place that does not exist yet is made."""
    assert run(root, PUBLISHES, site="public/pages").ok
    assert (root / "public/pages/index.html").is_file()


def test_others_may_read_the_site(root: Path) -> None:
    """The site's folder has the usual permissions, not those of a temporary one."""
    run(root, PUBLISHES)
    (root / "usual").mkdir()
    assert (root / "site").stat().st_mode == (root / "usual").stat().st_mode


def test_when_the_engine_fails_the_old_site_stays(root: Path) -> None:
    """Even when the engine has written most of a site; what it said is handed back."""
    outcome = run(root, FAILS_LATE)
    assert not outcome.ok
    assert "a broken link" in outcome.engine
    assert outcome.fault == "the engine ended with 1"
    assert (root / "site/gone.html").read_text() == "old"
    assert [p.name for p in root.iterdir()] == ["site"]


def test_when_a_built_page_has_a_fault_the_old_site_stays(root: Path) -> None:
    """What is wrong is handed back with its place in the site."""
    outcome = run(root, HAS_FAULTS)
    assert not outcome.ok
    assert [(p.code, p.place.path, p.place.line) for p in outcome.problems] == [
        ("inline-style", "index.html", 1)
    ]
    assert (root / "site/gone.html").read_text() == "old"
    assert [p.name for p in root.iterdir()] == ["site"]


def test_with_errors_in_the_content_the_engine_does_not_run(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The problems are handed back, and nothing else happens."""
    monkeypatch.setattr("generator.publish.site.build", lambda *_, **__: BAD)
    outcome = run(root, "open('ran', 'w')")
    assert (outcome.ok, outcome.engine, outcome.fault) == (False, "", "")
    assert outcome.pages.problems == BAD.problems
    assert [p.name for p in root.iterdir()] == ["site"]


def test_when_the_new_site_cannot_move_in_the_old_one_is_back(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that refuses the second rename leaves the old site where it was."""
    really = Path.rename

    def refuses_new(self: Path, target: Path) -> Path:
        if self.name == "new":
            raise OSError("no")
        return really(self, target)

    monkeypatch.setattr(Path, "rename", refuses_new)
    outcome = run(root, PUBLISHES)
    assert "cannot be replaced: no" in outcome.fault
    assert (root / "site/gone.html").read_text() == "old"


@pytest.mark.parametrize(
    ("site", "reason"),
    [(".", "holds the project itself"), ("photos", "not a site"), ("notes.txt", "is a file")],
)
def test_a_folder_that_is_not_a_site_is_never_replaced(root: Path, site: str, reason: str) -> None:
    """A wrong folder on the command line costs nobody their files."""
    (root / "photos").mkdir()
    (root / "photos/one.jpg").write_text("precious")
    (root / "notes.txt").write_text("precious")
    assert reason in run(root, PUBLISHES, site).fault
    assert (root / "photos/one.jpg").exists()
    assert (root / "notes.txt").exists()


def test_the_real_engine_is_strict_and_not_quiet() -> None:
    """`mkdocs build --quiet --strict` ends with 0 on errors; without --quiet it does not."""
    assert ENGINE[1:4] == ("-m", "mkdocs", "build")
    assert "--strict" in ENGINE
    assert not {"-q", "--quiet"} & set(ENGINE)
