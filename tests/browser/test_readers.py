"""Where readers agree and where not, in a browser: on an article, on the page of all figures, in the class view.

The readings are made up, see tests/agreement/made_up.py; so are the marks of the class.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.agreement.alpha import alpha, coincidences, summed
from generator.publish.options import Options
from generator.publish.site import build_site
from tests.agreement.made_up import ALL, HEDGE, S3, S9, SPLIT, SPLIT_NOTE, project, reading_text
from tests.browser.conftest import SUB_PATH, OpenPage, lent, watched
from tests.browser.shares import Marks, link, made_class, read_marks
from tests.browser.test_axe import LOOKS, OTHER_LOOKS, Look, faults, looks
from tests.browser.test_class import CLASS, put_in
from tests.browser.test_layout import sideways
from tests.conftest import made_once
from tests.served import served
from tests.sites.project import make_project

PLACES = pytest.mark.parametrize(
    "path", ["articles/bridge/", "agreement/", pytest.param("method/", marks=pytest.mark.long)]
)


@pytest.fixture(scope="session")
def read_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the bridge article and five made-up readings of it."""

    def make(folder: Path) -> Path:
        root = make_project(folder / "project")
        for file in (root / "content" / "articles").glob("*.md"):
            file.unlink()
        project(
            root,
            late_bus=reading_text(*ALL),
            bike=reading_text(S3, reader="the blue bike"),
            tram=reading_text(S9, HEDGE, reader="the slow tram"),
            ferry=reading_text(SPLIT, SPLIT_NOTE, reader="the old ferry"),
            lift=reading_text(reader="the lift"),
        )
        outcome = build_site(root, folder / "site", Options(date.today()))
        assert outcome.ok, f"{outcome.problems}\n{outcome.fault}\n{outcome.engine}"
        return folder / "site"

    return made_once(tmp_path_factory, "readers", make)


@pytest.fixture
def open_read(
    request: pytest.FixtureRequest, browser: Browser, read_dir: Path
) -> Iterator[OpenPage]:
    """Opens pages of that site."""
    with served(read_dir, SUB_PATH) as url, watched(browser, url, lent(request)) as open_one:
        yield open_one


@PLACES
@pytest.mark.parametrize("wanted", [LOOKS, pytest.param(OTHER_LOOKS, marks=pytest.mark.long)])
def test_axe_finds_nothing_where_readers_differ(
    open_read: OpenPage, path: str, wanted: Sequence[Look]
) -> None:
    """On a phone and a laptop, in light and dark, with all reasons open; each with each in the long set."""
    page = open_read(path)
    page.locator(".readers details").evaluate_all("all => all.forEach(one => { one.open = true })")
    found = [line for look in looks(page, wanted) for line in faults(page, look)]
    assert not found, "\n".join(found)
    assert not sideways(page)


def test_a_difference_leads_to_its_mark(open_read: OpenPage) -> None:
    """With each reader's name, and the reason once it is opened."""
    page = open_read("articles/bridge/")
    first = page.locator(".readers .lines > li").first
    expect(first).to_contain_text("unsourced: the blue bike, the late bus")
    expect(first.locator("details p").first).to_be_hidden()
    first.locator("summary").click()
    expect(first.locator("details p").first).to_contain_text("Nobody is quoted as saying so.")
    first.get_by_role("link", name="3").click()
    assert page.evaluate("location.hash") == "#s3"


def by_generator(pupils: list[Marks]) -> float | None:
    """What the generator's own code gives for a class."""
    units = zip(*(pupil.bases for pupil in pupils), strict=True)
    return alpha(summed((coincidences([b for b in unit if b != "-"]), 1) for unit in units))


def shown(page: Page) -> float:
    """The figure that the class view shows."""
    return float(page.locator(".agree strong").inner_text().replace("−", "-"))


def test_the_class_views_alpha_is_the_generators(open_read: OpenPage, read_dir: Path) -> None:
    """For a class that mostly agrees, for one that guesses, and for many with gaps, to the last digit."""
    marks = read_marks(read_dir, "bridge")
    page = open_read(CLASS)
    for seed, size in enumerate((2, 7, 25)):
        pupils = made_class(marks, size, seed)
        page.locator(".clear").evaluate("button => button.click()")
        put_in(page, "\n".join(map(link, pupils)))
        expect(page.locator(".size")).to_have_text(f"{size} pupils")
        expected = by_generator(pupils)
        assert expected is not None
        assert abs(shown(page) - expected) <= 0.005 + 1e-9
    rng = random.Random(3)
    given = page.evaluate(
        """classes => classes.map(pupils => WhoSaysClass.alpha(WhoSaysClass.count(
             pupils.map(bases => ({bases, by: {}, why: {}, words: []})), pupils[0].length)))""",
        classes := [
            ["".join(rng.choice("ssui-") for _ in range(12)) for _ in range(n)]
            for n in range(1, 12)
        ],
    )
    for pupils_of, value in zip(classes, given, strict=True):
        expected = by_generator([Marks("", "", bases) for bases in pupils_of])
        assert value == (None if expected is None else pytest.approx(expected, abs=1e-12))


def test_without_anything_to_compare_there_is_a_reason(open_read: OpenPage, read_dir: Path) -> None:
    """One pupil, one and the same answer, no statement with two answers: no figure, and why."""
    marks = read_marks(read_dir, "bridge")
    size = len(marks["statements"])
    reasons = {
        "With one pupil": ["s" * size],
        "Everybody gave one and the same answer": ["s" * size, "s" * size],
        "No statement has the answers of two": ["s" + "-" * (size - 1), "-" + "u" * (size - 1)],
    }
    page = open_read(CLASS)
    for reason, classes in reasons.items():
        page.locator(".clear").evaluate("button => button.click()")
        pupils = [
            Marks("bridge", marks["text"], bases, f"Pupil {n}") for n, bases in enumerate(classes)
        ]
        put_in(page, "\n".join(map(link, pupils)))
        expect(page.locator(".agree")).to_contain_text(reason)
        assert not page.locator(".agree strong").count()


def test_a_class_is_laid_beside_the_other_readers(open_read: OpenPage, read_dir: Path) -> None:
    """With the annotators' marks, and where asked for."""
    page = open_read(CLASS)
    put_in(page, "\n".join(map(link, made_class(read_marks(read_dir, "bridge"), 5))))
    others = page.locator("#c3 .key", has_text="Other readers")
    expect(others).to_be_hidden()
    page.get_by_label("show the annotators’ marks").check()
    expect(others).to_have_text(
        "Other readers: unsourced (the blue bike, the late bus); "
        "inferred (the old ferry, the lift, the slow tram)"
    )
    expect(page.locator("#c11 .key").last).to_contain_text("no answer for these words")
    found = [line for look in looks(page) for line in faults(page, look)]
    assert not found, "\n".join(found)
