"""On a bad day the site that stood is there, byte for byte, and a word says why there is no new one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from generator.publish.cache import Cache
from generator.publish.shard import make_part
from tests.publish.small import PAIR, built, files, left_over, options, small_project, write_article


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project whose site stands, and in which something has changed since."""
    project = small_project(tmp_path / "project", "deep-well", "well")
    assert built(project).ok
    write_article(project, "third-well")
    return project


def assert_site_stays(root: Path, why: str, **others: Any) -> None:  # noqa: ANN401
    """There is no new site for this reason, nothing is left of the try, and the next one succeeds."""
    before = files(root / "site")
    outcome = built(root, **others)
    assert not outcome.ok
    assert why in outcome.fault
    assert "Traceback" not in outcome.fault
    assert files(root / "site") == before
    assert not left_over(root)


@pytest.mark.parametrize(
    ("template", "broken", "jobs"),
    [
        ("read", "{{ view.nobody }}", 1),
        ("read", "{% if %}", 1),
        ("article", "{% if 'third' in view.title %}{{ view.nobody }}{% endif %}", 2),
        ("search", "{{ view.nobody.name }}", 1),
    ],
)
def test_a_template_that_breaks_half_way_is_named(
    root: Path, template: str, broken: str, jobs: int
) -> None:
    """With its line, whichever process rendered it."""
    page = root / f"templates/pages/{template}.md.j2"
    whole = page.read_text()
    page.write_text(f"{whole}\n{broken}\n")
    assert_site_stays(root, f"templates/pages/{template}.md.j2, line", jobs=jobs)
    page.write_text(whole)
    assert built(root).ok


def test_an_article_that_is_not_utf_8_is_a_problem_with_its_place(root: Path) -> None:
    """As every other mistake in content."""
    before = files(root / "site")
    article = root / "content/articles/third-well.md"
    article.write_bytes(article.read_text().encode("utf-16"))
    outcome = built(root)
    assert {p.place.path for p in outcome.content if p.severity == "error"} == {
        "content/articles/third-well.md"
    }
    assert files(root / "site") == before
    write_article(root, "third-well")
    assert built(root).ok


@pytest.mark.parametrize(
    ("file", "why"),
    [
        ("docs/about.md", "the engine ended with 1"),
        ("templates/pages/teach.md.j2", "a file of templates/ is not text in UTF-8"),
    ],
)
def test_another_file_that_is_not_utf_8_stops_the_build(root: Path, file: str, why: str) -> None:
    """A page by hand, or a template."""
    whole = (root / file).read_bytes()
    (root / file).write_bytes(whole + b"\xff\xfe caf\xe9")
    assert_site_stays(root, why)
    (root / file).write_bytes(whole)
    assert built(root).ok


@pytest.mark.parametrize("missing", ["mkdocs.yml", "templates/pages/read.md.j2"])
def test_a_file_that_is_not_there_is_named(root: Path, missing: str) -> None:
    """Without a traceback."""
    (root / missing).unlink()
    assert_site_stays(root, missing.removeprefix("templates/"))


@pytest.mark.parametrize(
    "page",
    [
        "articles/well/index.md",
        "articles/third-well.md",
        "search/README.md",
        "articles/well/data.json",
    ],
)
def test_a_page_by_hand_where_the_generator_writes_is_refused(root: Path, page: str) -> None:
    """Whatever it is called: neither is written over, as `whosays build` has it too."""
    by_hand = root / "docs" / page
    by_hand.parent.mkdir(parents=True, exist_ok=True)
    by_hand.write_text("# By hand\n")
    before = files(root / "site")
    outcome = built(root)
    assert [(p.code, p.place.path) for p in outcome.content if p.severity == "error"] == [
        ("page-refused", f"docs/{page}")
    ]
    assert files(root / "site") == before
    by_hand.unlink()
    assert built(root).ok


def test_a_pair_with_a_broken_article_is_the_articles_problem(root: Path) -> None:
    """What is wrong with it is said once, with its place, and nothing is made of it."""
    (root / "content/pairs.yml").write_text(PAIR)
    for article in ("deep-well", "well"):
        file = root / f"content/articles/{article}.md"
        file.write_text(file.read_text().replace("rights:", "event: two-wells\nrights:"))
    assert built(root).ok
    before = files(root / "site")
    file = root / "content/articles/well.md"
    file.write_text(file.read_text().replace("by=mayor", "by=clerk"))
    outcome = built(root)
    errors = [p.place.path for p in outcome.content if p.severity == "error"]
    assert errors == ["content/articles/well.md"]
    assert files(root / "site") == before


def full(after: int) -> Callable[..., object]:
    """Writing to a disk that is full after so many files."""
    really = Path.write_bytes
    left = [after]

    def write_bytes(self: Path, data: bytes) -> int:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(28, os.strerror(28))
        return really(self, data)

    return write_bytes


@pytest.mark.parametrize("after", [0, 3, 8])
def test_a_disk_that_is_full_at_some_moment_changes_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    """Be it at the first file or at the last; with room again, the build goes through."""
    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full(after))
        assert_site_stays(root, "No space left on device", cached=False)
    assert built(root).ok


def test_a_cache_that_cannot_be_written_does_not_keep_the_site_back(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The new site is there, with a word."""

    def keep(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(Cache, "keep", keep)
    outcome = built(root)
    assert outcome.ok
    assert any("No space left on device" in word for word in outcome.words)
    assert (root / "site/articles/third-well/index.html").is_file()
    monkeypatch.undo()
    assert built(root).ok


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of a few megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    if mount is None or os.name != "posix" or os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    done = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(folder)],
        capture_output=True,
        check=False,
    )
    if done.returncode:
        pytest.skip("no small disk can be mounted here")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_a_disk_that_is_really_full_changes_nothing(small_disk: Path, tmp_path: Path) -> None:
    """The site, the workshop and the cache are on it, and there is room for one site, not for two."""
    root = small_project(small_disk / "project", "deep-well", "well")
    assert built(root).ok
    before = files(root / "site")
    ballast = small_disk / "ballast"
    with suppress(OSError), ballast.open("wb", buffering=0) as file:
        while file.write(bytes(4096)):
            continue
    outcome = built(root, cached=False)
    assert not outcome.ok
    assert files(root / "site") == before
    assert not left_over(root)
    ballast.unlink()
    assert built(root, cached=False).ok
    assert not tmp_path.joinpath("site").exists()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_to_is_named(root: Path) -> None:
    """And nothing is tried."""
    root.chmod(0o555)
    try:
        outcome = built(root)
        assert "cannot be written to" in outcome.fault
    finally:
        root.chmod(0o755)


def test_a_place_that_cannot_be_made_is_named(root: Path) -> None:
    """A file stands where the site's folder would go."""
    (root / "public").write_text("a file")
    outcome = built(root, "public/site")
    assert "cannot be written to" in outcome.fault
    assert (root / "public").read_text() == "a file"


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_a_process_that_is_killed_ends_the_build(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a word, whatever killed it: most often a machine that is out of memory."""
    (tmp_path / "late").mkdir()
    (tmp_path / "late/sitecustomize.py").write_text(
        "import sys\nif '--multiprocessing-fork' in sys.argv:\n"
        "    import threading, time, os, signal\n"
        "    def end():\n"
        "        while 'generator.publish.article' not in sys.modules: time.sleep(0.01)\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "    threading.Thread(target=end, daemon=True).start()\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "late"), prepend=os.pathsep)
    assert_site_stays(root, "ended from outside", jobs=2)
    monkeypatch.undo()
    assert built(root).ok


def test_a_part_never_replaces_a_folder_with_other_things(root: Path) -> None:
    """A wrong folder on the command line costs nobody their files."""
    (root / "photos").mkdir()
    (root / "photos/one.jpg").write_text("precious")
    outcome = make_part(root, root / "photos", 1, 2, options())
    assert "not a part" in outcome.fault
    assert (root / "photos/one.jpg").exists()


def test_a_build_that_was_killed_between_two_renames_is_put_right(root: Path) -> None:
    """Where a system cannot swap two folders, the old site may be left beside its place: it comes back."""
    before = files(root / "site")
    (root / ".site-killed").mkdir()
    (root / "site").rename(root / ".site-killed/old")
    write_article(root, "third-well", "no article")
    assert not built(root).ok
    assert files(root / "site") == before
    assert not left_over(root)
