"""What pages show of several readers: contested marks, where readings differ, the page on agreement.

All readings here are made up, see tests/agreement/made_up.py.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.agreement import agree, agree_on
from generator.agreement.shown import figure
from generator.model import Decision, Reading
from generator.pages import around_of, pages_of_article, pages_of_library
from generator.pages.agreement.chance import chance
from generator.pages.agreement.differing import differing
from generator.publish.made import Workshop, mentioned_in
from generator.render import environment, render
from tests.agreement.made_up import ALL, HEDGE, S3, S9, SPLIT, SPLIT_NOTE, marked, reading
from tests.test_data_page import faults

from .sample import BRIDGE, ROOT, analysed, codebook, library

ONE = (reading(*ALL),)
FIVE = (
    *ONE,
    reading(S3, name="b"),
    reading(S9, HEDGE, name="c"),
    reading(SPLIT, SPLIT_NOTE, name="d"),
    reading(name="e"),
)
numbers = pytest.mark.parametrize("readings", [(), ONE, FIVE], ids=["none", "one", "five"])


def pages(readings: Sequence[Reading], text: str = BRIDGE) -> dict[str, str]:
    """The rendered pages of the bridge article and of its library, by path."""
    article = analysed(text, "bridge")
    shelf = library(article, readings=tuple(readings))
    made = (*pages_of_article(article, shelf.around), *pages_of_library(shelf))
    templates = environment(ROOT / "templates")
    return {page.path: render(page, templates) for page in made}


@numbers
def test_an_article_shows_where_its_readers_differ(readings: tuple[Reading, ...]) -> None:
    """Each difference once, worst first, with every reader's label and reason; nothing without readers."""
    text = pages(readings)["articles/bridge/index.md"]
    shown = differing(analysed(BRIDGE, "bridge").article, readings, codebook())
    assert ("## Where readers differ" in text) == bool(readings) == (shown is not None)
    if shown is None:
        return
    expected = agree_on(marked(*readings)).differences
    assert [one.text for one in (*shown.first, *shown.rest)] == [d.text for d in expected]
    for view, difference in zip(shown.first, expected, strict=True):
        answers = [answer for side in view.sides for answer in side.answers]
        assert len(answers) == len(readings) + 1 == len(difference.answers)
        assert view.reasons == sum(bool(answer.note) for answer in difference.answers)
        assert sorted(a.note for a in answers) == sorted(a.note for a in difference.answers)
    part = text.split("## Where readers differ")[1].split("\n## ")[0]
    assert part.count("<details><summary>") == len(expected)
    assert "slipped-in claim" in part
    assert "presupposition" not in part


def test_a_difference_leads_to_the_published_mark_only() -> None:
    """A mark that only a reader has stands nowhere in the text."""
    shown = differing(analysed(BRIDGE, "bridge").article, ONE, codebook())
    assert shown
    by_text = {one.text: one.at for one in shown.first}
    assert by_text["declined to swing"] == "declined"
    assert by_text["without a band."] == ""


def test_a_long_list_of_differences_is_folded() -> None:
    """Twelve stand open, so that the page stays a page."""
    article = analysed(BRIDGE, "bridge").article
    turned = tuple(
        replace(s, basis="unsourced" if s.basis != "unsourced" else "inferred")
        for s in ONE[0].statements
    )
    shown = differing(article, (replace(ONE[0], statements=turned),), codebook())
    assert shown
    assert len(shown.first) == 12
    assert len(shown.rest) > 3


def test_decided_marks_are_told_apart_from_a_reading() -> None:
    """Whoever decided from the readings is not one reader more."""
    article = analysed(BRIDGE, "bridge").article
    decided = replace(
        article,
        decisions=(Decision("s3", "", "inferred", "nobody", date(2026, 11, 22), "So it is."),),
    )
    for one, words in ((article, "are one reading more"), (decided, "were decided from what")):
        shown = differing(one, ONE, codebook())
        assert shown
        assert words in shown.deck


@numbers
def test_the_page_on_agreement_has_the_figures_of_the_library(
    readings: tuple[Reading, ...],
) -> None:
    """The same as `whosays agree` gives; without a reading it says what it would show, and how to be the first."""
    text = pages(readings)["agreement/index.md"]
    assert "whosays blind" in text
    assert ("No readings yet" in text) == (not readings)
    assert ("<table" in text) == bool(readings)
    if readings:
        scores = agree([marked(*readings)]).library
        assert f"α {figure(scores.basis)}" in text
        assert f"F1 {figure(scores.exact)}" in text
        low, high = scores.basis.interval or (0.0, 0.0)
        assert f"{low:.2f} to {high:.2f}" in text
        rows = re.findall(r'<span class="kind (\w+)">', text)
        assert rows == ["sourced", "unsourced", "inferred"]
        assert '<a href="../articles/bridge/#readers"' in text


def test_readings_of_what_is_not_published_stay_out() -> None:
    """Nor do they change the page on agreement."""
    stray = replace(ONE[0], slug="another")
    assert pages((stray,))["agreement/index.md"] == pages(())["agreement/index.md"]


@numbers
def test_the_data_have_the_readers_answers(readings: tuple[Reading, ...]) -> None:
    """A basis for each statement, and none where a reader cut it in two that differ."""
    data = json.loads(pages(readings)["articles/bridge/data.json"])
    assert faults(data) == []
    assert ("readings" in data) == bool(readings)
    for given, found in zip(readings, data.get("readings", ()), strict=True):
        assert found["reader"] == given.reader
        assert len(found["bases"]) == len(data["statements"])
    if readings:
        assert data["readings"][0]["bases"][2] == "unsourced"
        assert data["readings"][0]["bases"][10] == ""


def test_an_articles_pages_are_made_anew_when_somebody_has_read_it() -> None:
    """And those of no other article."""
    article = analysed(BRIDGE, "bridge")

    def key(slug: str, *readings: Reading) -> str:
        published = dict.fromkeys(("bridge", "other"), article)
        around = around_of(codebook(), published=published, readings=readings)
        place = Path()
        told = mentioned_in(around)
        shop = Workshop(place, place, around, {}, date(2026, 1, 1), "/", "base", place, told)
        return shop.key(slug, "text")

    assert len({key("bridge"), key("bridge", *ONE), key("bridge", *FIVE)}) == 3
    assert key("other") == key("other", *ONE)


CONTESTED = (
    BRIDGE.replace("kind=motive from=s8", "kind=motive also-kind=evaluation from=s8")
    .replace(
        "technique=presupposition plain=perhaps",
        "technique=presupposition also=unnamed-source plain=perhaps",
    )
    .replace(
        'technique=loaded-language plain="did not',
        'technique=loaded-language also=none plain="did not',
    )
)


def test_contested_marks_are_shown_with_both_readings_and_counted_apart() -> None:
    """A second basis, a second kind, a second technique by its name, and none at all."""
    text = pages((), CONTESTED)["articles/bridge/index.md"]
    assert "2 statements and 2 framing marks contested" in text
    assert "Two statements and two framing marks can fairly be read in two ways." in text
    assert 'Or <b class="kind unsourced">unsourced</b>: a fair reader' in text
    assert "Or <b>evaluation</b>: a fair reader" in text
    assert "Or unnamed source: readers may differ" in text
    assert "Or no framing at all" in text
    assert (
        text.count('<rect class="or inferred"/>') == text.count('<rect class="or unsourced"/>') > 0
    )
    assert (
        "9, inferred, or of another kind" in pages((), CONTESTED)["articles/bridge/embed/index.md"]
    )
    assert (
        "contested"
        not in pages((), BRIDGE.replace(" also=unsourced", ""))["articles/bridge/index.md"]
    )


def test_the_example_of_chance_is_computed_and_worth_nothing() -> None:
    """Two readers who do not read agree often, as chance does, and alpha says so."""
    found = chance()
    assert found.share == found.expected > 60
    assert abs(float(found.alpha.replace("−", "-"))) < 0.05
    assert found.later > found.same
    text = pages(())["method/index.md"]
    assert f"<b>α {found.alpha}</b>" in text
    assert f"{found.same}." in text
