"""Several builds at once: readers never miss a page, the last one wins, nothing is left."""

from __future__ import annotations

import shutil
from pathlib import Path
from threading import Event, Thread

from generator.publish.options import SiteOutcome
from tests.publish.small import ARTICLE, assert_same, built, left_over, small_project, write_article


def test_a_reader_never_misses_a_page_while_three_builds_run(tmp_path: Path) -> None:
    """And the pages read are whole ones, of one of the builds."""
    root = small_project(tmp_path / "project", "deep-well", "well")
    assert built(root).ok
    page = root / "site/articles/well/index.html"
    ended, read, missed = Event(), set(), []

    def reader() -> None:
        while not ended.is_set():
            try:
                read.add(page.read_text(encoding="utf-8"))
            except OSError as error:
                missed.append(error)

    outcomes: list[SiteOutcome] = []
    builders = [Thread(target=lambda: outcomes.append(built(root, cached=False))) for _ in range(3)]
    reading = Thread(target=reader)
    reading.start()
    for builder in builders:
        builder.start()
    for builder in builders:
        builder.join()
    ended.set()
    reading.join()
    assert [outcome.fault for outcome in outcomes] == ["", "", ""]
    assert missed == []
    assert len(read) == 1
    assert read.pop().endswith("</html>\n")
    assert not left_over(root)


def test_the_last_of_several_builds_wins(tmp_path: Path) -> None:
    """What it read is what the site says, and the cache that both share harms neither."""
    root = small_project(tmp_path / "project", "deep-well", "well")
    assert built(root).ok
    first = Thread(target=lambda: built(root))
    write_article(root, "well", ARTICLE.format(name="old well"))
    first.start()
    first.join(timeout=0.05)
    write_article(root, "well", ARTICLE.format(name="new well"))
    first.join()
    assert built(root).ok
    assert "new well" in (root / "site/articles/well/index.html").read_text()
    assert built(root, tmp_path / "clean", cached=False).ok
    assert_same(root / "site", tmp_path / "clean")


def test_a_file_of_another_build_is_not_taken_for_the_one_that_was_kept(
    tmp_path: Path,
) -> None:
    """Where another build puts its site in place in between, what is linked is looked at again."""
    root = small_project(tmp_path / "project", "deep-well", "well")
    assert built(root).ok
    kept = root / ".cache"
    copy = tmp_path / "cache"
    kept.rename(copy)
    write_article(root, "well", ARTICLE.format(name="new well"))
    assert built(root).ok  # with a cache of its own
    write_article(root, "well")
    shutil.rmtree(kept)
    copy.rename(kept)
    outcome = built(root)  # with the index of the first build, and the site of the second
    assert outcome.ok
    assert built(root, tmp_path / "clean", cached=False).ok
    assert_same(root / "site", tmp_path / "clean")
