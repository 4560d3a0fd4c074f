"""A cache or a part that is damaged, old or another branch's is thrown away with a word, never trusted."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.publish.options import SiteOutcome
from generator.publish.shard import make_part
from generator.publish.site import SPOILED
from tests.publish.small import (
    ARTICLE,
    assert_same,
    built,
    files,
    options,
    small_project,
    write_article,
)

NAMES = ("deep-well", "dry-well", "well", "wet-well")


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that was built from nothing, once for all tests; `project` is where it was."""
    folder = tmp_path_factory.mktemp("damaged")
    project = small_project(folder / "project", *NAMES)
    assert built(project).ok
    return Path(project.rename(folder / "pristine"))


@pytest.fixture
def root(pristine: Path) -> Iterator[Path]:
    """The project, at the place where it was built: elsewhere its cache would not be used."""
    project = pristine.with_name("project")
    shutil.copytree(pristine, project, symlinks=True)
    yield project
    for left in project.parent.iterdir():
        if left != pristine:
            shutil.rmtree(left)


def index(root: Path) -> Path:
    """The index of the last build."""
    (found,) = (root / ".cache/whosays").glob("*/index.json")
    return found


def assert_right(root: Path) -> SiteOutcome:
    """Build; the result is what a build from nothing gave."""
    outcome = built(root)
    assert outcome.ok, outcome
    assert_same(root / "site", root.with_name("pristine") / "site")
    return outcome


def cut(file: Path) -> None:
    """Half of it is missing."""
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def garbled(file: Path) -> None:
    """It is something else."""
    file.write_bytes(b"\x00\xff{[")


def emptied(file: Path) -> None:
    """It is there, with nothing in it."""
    file.write_bytes(b"")


def of_another_version(file: Path) -> None:
    """Another generator wrote it."""
    key, _, rest = file.read_bytes().partition(b" ")
    file.write_bytes(key[::-1] + b" " + rest)


def altered(file: Path) -> None:
    """One letter is another."""
    data = bytearray(file.read_bytes())
    data[-3] ^= 1
    file.write_bytes(data)


@pytest.mark.parametrize("harm", [cut, garbled, emptied, of_another_version, altered])
def test_a_damaged_index_is_thrown_away(root: Path, harm: Callable[[Path], None]) -> None:
    """With a word, and everything is made anew."""
    harm(index(root))
    outcome = assert_right(root)
    assert (outcome.words, outcome.made) == ((SPOILED,), 4)
    assert built(root).made == 0


@pytest.mark.parametrize("harm", [Path.unlink, cut, altered, of_another_version])
def test_details_that_are_damaged_or_gone_are_made_anew(
    root: Path, harm: Callable[[Path], None]
) -> None:
    """With a word, and with all articles."""
    for file in (root / ".cache/whosays").glob("*/details/*"):
        harm(file)
    outcome = assert_right(root)
    assert (outcome.words, outcome.made) == ((SPOILED,), 4)


def test_a_cache_that_is_gone_is_no_harm(root: Path) -> None:
    """It may be deleted at any time, without a word."""
    shutil.rmtree(root / ".cache")
    outcome = assert_right(root)
    assert (outcome.words, outcome.made) == ((), 4)


def test_a_page_of_the_old_site_that_was_touched_is_made_anew(root: Path) -> None:
    """An article's, one that many articles are on, one by hand, a style sheet; gone or changed."""
    (root / "site/articles/well/index.html").write_text("changed")
    (root / "site/articles/dry-well/data.json").unlink()
    (root / "site/articles/index.html").write_text("changed")
    assert assert_right(root).made == 2
    (root / "site/about/index.html").write_text("changed")
    assert assert_right(root).engine
    (root / "site/assets/style.css").unlink()
    assert assert_right(root).engine


def test_another_branchs_cache_is_not_believed(root: Path) -> None:
    """The site and the cache are of a branch with other words, newer than ours."""
    for name in NAMES:
        write_article(root, name, ARTICLE.format(name=f"{name} of the branch"))
    assert built(root).ok
    for name in NAMES:
        write_article(root, name)
    assert assert_right(root).made == 4


def test_a_cache_from_another_place_is_not_used(root: Path) -> None:
    """A copied project has another site, and is built as from nothing."""
    copy = root.parent / "copy"
    shutil.copytree(root, copy)
    (copy / "site/index.html").write_text("other")
    assert built(copy).made == 4
    assert_same(copy / "site", root / "site")


def parts(root: Path, count: int = 3) -> tuple[Path, ...]:
    """The parts of the library, as other machines make them."""
    made = tuple(root.parent / f"part-{n}" for n in range(1, count + 1))
    for number, folder in enumerate(made, start=1):
        outcome = make_part(root, folder, number, count, options())
        assert outcome.ok, outcome
    return made


def joined(root: Path, given: tuple[Path, ...]) -> SiteOutcome:
    """The parts joined by a machine that has built nothing; the bytes are those of one machine."""
    shutil.rmtree(root / ".cache")
    whole = root.parent / "whole"
    (root / "site").rename(whole)
    outcome = built(root, parts=given)
    assert outcome.ok, outcome
    assert_same(root / "site", whole)
    return outcome


def test_three_parts_are_the_bytes_of_one(root: Path) -> None:
    """And no article is made by who joins them."""
    given = parts(root)
    assert not any((part / "site/about/index.html").exists() for part in given)
    outcome = joined(root, given)
    assert (outcome.made, outcome.words) == (0, ())


def test_more_parts_than_articles_are_no_harm(root: Path) -> None:
    """Some are empty then."""
    assert joined(root, parts(root, 5)).made == 0


def test_a_part_that_is_missing_is_made_here(root: Path) -> None:
    """The first has two of four articles."""
    assert joined(root, parts(root)[1:]).made == 2


@pytest.mark.parametrize("harm", [Path.unlink, cut, garbled, of_another_version])
def test_a_part_without_its_list_is_made_anew(root: Path, harm: Callable[[Path], None]) -> None:
    """With a word that names it."""
    given = parts(root)
    harm(given[0] / "part.json")
    outcome = joined(root, given)
    assert outcome.made == 2
    assert [word for word in outcome.words if "part-1 is no part of this build" in word]


@pytest.mark.parametrize("pattern", ["site/articles/well/index.html", "details/*.json"])
@pytest.mark.parametrize("harm", [Path.unlink, altered])
def test_a_damaged_article_of_a_part_is_made_anew(
    root: Path, harm: Callable[[Path], None], pattern: str
) -> None:
    """With a word, and the others are as they are in the part."""
    given = parts(root)
    harm(next(given[2].glob(pattern)))
    outcome = joined(root, given)
    assert outcome.made == 1
    assert [word for word in outcome.words if word.startswith("part-3: 1 of its articles")]


def test_a_part_of_other_words_is_made_anew(root: Path) -> None:
    """One article was changed after the parts were made."""
    given = parts(root)
    write_article(root, "well", ARTICLE.format(name="new well"))
    assert built(root).ok
    outcome = joined(root, given)
    assert outcome.made == 1
    assert outcome.words


def test_a_part_that_is_made_again_replaces_itself(root: Path) -> None:
    """With nothing left of what it was, also where it was killed half-way."""
    (part, *_) = parts(root)
    (part / "part.json").unlink()
    (part / "site/left.html").write_text("left")
    before = files(part)
    assert make_part(root, part, 1, 3, options()).ok
    assert before.keys() - files(part).keys() == {"site/left.html"}
