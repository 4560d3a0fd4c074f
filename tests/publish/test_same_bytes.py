"""Every shortcut gives the same bytes as the same build without it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.publish.options import SiteOutcome
from tests.publish.small import (
    ARTICLE,
    PAIR,
    assert_same,
    built,
    files,
    small_project,
    write_article,
)

NAMES = ("deep-well", "dry-well", "well")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project that was built once."""
    project = small_project(tmp_path / "project", *NAMES)
    assert built(project).ok
    return project


def assert_as_clean(root: Path, **others: Any) -> SiteOutcome:  # noqa: ANN401
    """Build with what the last build left behind; it is what a build from nothing gives."""
    outcome = built(root, **others)
    assert outcome.ok, outcome
    assert built(root, root.parent / "clean", cached=False, **others).ok
    assert_same(root / "site", root.parent / "clean")
    return outcome


def edited(root: Path) -> None:
    """A word of an article."""
    write_article(root, "well", ARTICLE.format(name="new well"))


def added(root: Path) -> None:
    """An article."""
    write_article(root, "third-well")


def deleted(root: Path) -> None:
    """An article is gone."""
    (root / "content/articles/well.md").unlink()


def renamed(root: Path) -> None:
    """The same words at another address."""
    article = root / "content/articles/well.md"
    article.rename(article.with_name("wells.md"))


def drafted(root: Path) -> None:
    """An article is a draft again."""
    text = ARTICLE.format(name="well").replace("rights:", "status: draft\nrights:")
    write_article(root, "well", text)


def defined(root: Path) -> None:
    """A definition that pages show."""
    codebook = root / "content/codebook.yml"
    text = codebook.read_text()
    assert "    name: Sourced\n" in text
    codebook.write_text(text.replace("    name: Sourced\n", "    name: From a voice\n"))


def templated(root: Path) -> None:
    """A template of all articles."""
    template = root / "templates/pages/article.md.j2"
    template.write_text(template.read_text().replace("At a glance", "At one glance"))


def themed(root: Path) -> None:
    """The engine's own template, which the small engine does not read."""
    template = root / "templates/theme/main.html"
    template.write_text(template.read_text() + "<!-- new -->")


def by_hand(root: Path) -> None:
    """A page that is written by hand."""
    (root / "docs/about.md").write_text("# About all of us\n")


def styled(root: Path) -> None:
    """A style sheet."""
    (root / "docs/assets/style.css").write_text("main { color: navy }\n")


def paired(root: Path) -> None:
    """Two articles are a pair."""
    (root / "content/pairs.yml").write_text(PAIR)
    for name in ("deep-well", "well"):
        file = root / f"content/articles/{name}.md"
        file.write_text(file.read_text().replace("rights:", "event: two-wells\nrights:"))


CHANGES: dict[Callable[[Path], None], int] = {
    edited: 1,
    added: 1,
    deleted: 0,
    renamed: 1,
    drafted: 1,
    defined: 3,
    templated: 3,
    themed: 0,
    by_hand: 0,
    styled: 0,
    paired: 2,
}
"""What may change, and how many articles are then made anew: no more than have to be."""


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: str(change.__name__))
def test_after_a_change_the_site_is_as_if_built_from_nothing(
    root: Path, change: Callable[[Path], None]
) -> None:
    """And only the articles that it concerns are made."""
    before = files(root / "site")
    change(root)
    outcome = assert_as_clean(root)
    assert outcome.made == CHANGES[change]
    if change is not themed:
        assert files(root / "site") != before


def test_a_pair_that_is_taken_back_leaves_nothing(root: Path) -> None:
    """Its page goes, and so do the links to it."""
    before = files(root / "site")
    paired(root)
    assert built(root).made == 2
    pairs = root / "content/pairs.yml"
    pairs.write_text(PAIR.replace("Two wells", "A pair of wells"))
    assert assert_as_clean(root).made == 2
    pairs.unlink()
    for name in ("deep-well", "well"):
        write_article(root, name)
    assert assert_as_clean(root).made == 2
    assert files(root / "site") == before


def test_another_address_makes_everything_anew(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It stands in feeds, in the data and in the head of pages."""
    before = files(root / "site")
    monkeypatch.setenv("SITE_URL", "https://example.org/who-says/")
    assert assert_as_clean(root).made == 3
    changed = files(root / "site")
    assert changed.keys() > before.keys()
    monkeypatch.delenv("SITE_URL")
    assert assert_as_clean(root).made == 3
    assert files(root / "site") == before


def test_nothing_changed_nothing_made(root: Path) -> None:
    """Neither an article nor the engine, and the bytes are the same."""
    before = files(root / "site")
    outcome = built(root)
    assert (outcome.ok, outcome.made, outcome.engine) == (True, 0, "")
    assert files(root / "site") == before


def test_packs_come_and_go(root: Path) -> None:
    """With the switch, whatever was built before."""
    assert_as_clean(root, packs=True)
    assert (root / "site/articles/well/well-pack.zip").is_file()
    assert assert_as_clean(root, packs=True).made == 0
    assert_as_clean(root, packs=False)
    assert not (root / "site/articles/well/well-pack.zip").exists()


def test_the_number_of_processes_changes_nothing(root: Path) -> None:
    """One, or two."""
    assert built(root, root.parent / "two", jobs=2, cached=False).made == 3
    assert_same(root / "site", root.parent / "two")


def test_an_old_site_that_is_kept_elsewhere_stays_as_it_was(root: Path) -> None:
    """Files of old and new sites are the same on the disk: no build writes into one."""
    for change in (edited, by_hand, styled, added, paired, defined):
        assert built(root, packs=True).ok
        kept = root.parent / change.__name__
        copy_of_links(root / "site", kept)
        before = files(kept)
        touched = root / "site/articles/deep-well/data.json"
        touched.unlink()  # so that only some of an article's old files can be linked
        change(root)
        assert built(root, packs=True).ok
        assert files(kept) == before


def copy_of_links(folder: Path, to: Path) -> None:
    """A folder whose files are the same ones on the disk."""
    for path in folder.rglob("*"):
        if path.is_file():
            target = to / path.relative_to(folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.hardlink_to(path)
