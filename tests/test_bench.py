"""What `make bench` measures with is sound, and what a build does grows in step with the articles."""

from __future__ import annotations

import hashlib
import re
import shutil
import sys
from datetime import date
from pathlib import Path
from types import FrameType

import pytest

from bench.articles import article, write_project
from bench.figures import amount, exponent, seconds, times
from bench.report import PAGE, write_report
from bench.results import Kind, Measured, Results, load, save
from generator.build import Outcome, build, check
from generator.publish.options import Options
from generator.publish.site import build_site

ROOT = Path(__file__).resolve().parents[1]
TODAY = date(2026, 11, 22)
SIZES = (3, 6, 12)
STEEPEST = 1.05
"""No count may grow with a larger exponent: 1 is in step with the articles."""


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """A project of each size."""
    made = {size: tmp_path_factory.mktemp("bench") / "project" for size in SIZES}
    for size, folder in made.items():
        write_project(folder, size, ROOT)
    return made


def test_generated_articles_are_always_the_same_and_differ_from_one_another() -> None:
    """The same number and seed give the same text, any other gives another."""
    assert article(7) == article(7)
    assert len({article(n) for n in range(50)} | {article(n, seed=1) for n in range(50)}) == 100


def test_generated_articles_have_the_marks_that_the_page_claims() -> None:
    """Each has 32 statements, 60 framing marks, a note for each, and about 18 kB."""
    for number in range(50):
        _, text = article(number)
        assert len(re.findall(r"\]\{\.(?:sourced|unsourced|inferred) ", text)) == 32
        assert text.count("]{.framing technique=") == 60
        assert len(re.findall(r"(?m)^\[\^\w+\]: ", text)) == 92
        assert 16_500 < len(text.encode()) < 20_500


def test_generated_articles_are_checked_clean(projects: dict[int, Path]) -> None:
    """The checks find neither an error nor a warning in them: a build does all its work."""
    checked = check(projects[SIZES[-1]], today=TODAY)
    assert len(checked.content.articles) == SIZES[-1]
    assert checked.problems == ()


def test_calls_and_bytes_grow_in_step_with_the_articles(
    projects: dict[int, Path], tmp_path: Path
) -> None:
    """Twice the articles take at most twice the calls, and give at most twice the bytes.

    Calls are counted, not seconds, so that a busy machine changes nothing.
    """
    _counted(shutil.copytree(projects[SIZES[0]], tmp_path / "once"))  # what is loaded only once
    calls, sizes = {}, {}
    for size, folder in projects.items():
        outcome, calls[size] = _counted(folder)
        assert outcome.written
        assert not outcome.written.unchanged
        written = outcome.written.written
        sizes[size] = sum((folder / "docs" / path).stat().st_size for path in written)
    few, more, most = SIZES
    for counts in (calls, sizes):
        # What is added, and not what there is: the fixed part of a build would hide a steep one.
        first = (more - few, counts[more] - counts[few])
        then = (most - more, counts[most] - counts[more])
        grown = exponent(first, then)
        assert grown
        assert grown <= STEEPEST


def test_two_builds_are_equal_to_the_byte_whatever_the_processes(projects: dict[int, Path]) -> None:
    """One process or two, with a cache or without: every file of the site is the same."""
    root = projects[SIZES[0]]
    site = root / "site"
    found = []
    for options in (
        Options(TODAY, packs=False, jobs=1, cached=False),
        Options(TODAY, packs=False, jobs=2, cached=False),
        Options(TODAY, packs=False, jobs=1),
    ):
        assert build_site(root, site, options).ok
        found.append(_digests(site))
    assert len(found[0]) > 2 * SIZES[0]
    assert found[0] == found[1] == found[2]


def test_results_come_back_as_they_were_saved(tmp_path: Path) -> None:
    """The file holds everything, and newer figures take the place of older ones alone."""
    file = tmp_path / "results.json"
    save(_RESULTS, file)
    assert load(file) == _RESULTS
    newer = Results("2026-11-23", measured=(Measured("cold-1", 100, (3.0,)),))
    joined = _RESULTS.joined(newer)
    assert joined.get("cold-1", 100) == newer.measured[0]
    assert joined.get("cold-1", 1000) == _RESULTS.get("cold-1", 1000)


def test_the_page_has_the_figures_of_the_data(tmp_path: Path) -> None:
    """Ratios, shares and the limit of a host are worked out; a rival that is not there has no figure."""
    page = tmp_path / "performance.md"
    write_report(_RESULTS, page)
    text = page.read_text(encoding="utf-8")
    assert "with 1,000 articles, the whole site takes 10 s: 0.5 times as long as Eleventy" in text
    assert "takes 0.5 s: 5% of the cold build" in text
    assert "| Hugo | 1,000 | not installed here |" in text
    assert "| Who Says?, one process | 100 to 1,000 | 1.00 | 0.30 | 0.90 |" in text
    assert "each article adds 70 kB" in text
    assert "about 14,000 articles fit" in text


def test_the_page_in_the_repository_is_the_reports_own(tmp_path: Path) -> None:
    """No figure of it is typed by hand: the data give the very same page."""
    page = tmp_path / "performance.md"
    write_report(load(), page)
    assert page.read_text(encoding="utf-8") == PAGE.read_text(encoding="utf-8")


def test_figures_are_short_and_say_their_unit() -> None:
    """Two digits that mean something, and exponents that are those of powers."""
    assert [seconds(0.034), seconds(2.44), seconds(1234)] == ["0.034 s", "2.4 s", "1,234 s"]
    assert [amount(999), amount(78_400), amount(1e9)] == ["999 B", "78 kB", "1 GB"]
    assert times(8, 10) == "0.8 times as long as"
    assert exponent((10, 100), (100, 10_000)) == pytest.approx(2)
    assert exponent((10, 0), (100, 5)) is None


_RESULTS = Results(
    "2026-11-22",
    {"cores": "2"},
    {"Python": "3.11.7"},
    (
        Measured("cold-1", 100, (1.0, 0.9, 1.1), (0.8,), 100_000_000, 9_000_000),
        Measured("cold-1", 1000, (10.0, 9.0, 11.0), (8.0,), 200_000_000, 72_000_000),
        Measured("cold-eleventy", 1000, (20.0,), (19.0,), 300_000_000, 50_000_000),
        Measured("edit-ours", 1000, (0.5,)),
        Measured("engine-hugo", 1000, why="not installed here"),
    ),
    (Kind(1000, "explainer page", 1000, 60_000_000, 70_000),),
)


def _counted(root: Path) -> tuple[Outcome, int]:
    """Build the pages, and count the calls of functions on the way."""
    count = 0

    def called(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        outcome = build(root, today=TODAY)
    finally:
        sys.setprofile(before)
    return outcome, count


def _digests(site: Path) -> dict[str, str]:
    """Each file of the site, with a digest of its bytes."""
    return {
        file.relative_to(site).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(site.rglob("*"))
        if file.is_file()
    }
