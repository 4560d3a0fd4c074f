"""Pairs: two articles on one event, fact by fact, on one scale; and how each is set as reading."""

from __future__ import annotations

from itertools import pairwise
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.model import Pair
from generator.pages import Library
from generator.pages.pairs import PairView, pair_view
from generator.pages.setting import setting
from generator.pages.teach import TeachView
from generator.reading.pairs import read_pairs
from generator.render import environment, render

from .conftest import ROOT
from .sample import BRIDGE, all_pages, analysed, library
from .test_pages import Outline, converted

SHORT = """\
---
title: A bridge is shut again
original: {publisher: The Quay Courier, published: 2025-03-04}
rights: own
voices:
  mayor: {name: Ada Renn, role: mayor, kind: person, stake: party}
  engineer: {name: P. Okoro, role: engineer, kind: person, stake: interested}
annotators: [{name: harbour-school}]
---

[The bridge opened on Monday, says Ada Renn.]{.sourced by=mayor}[^s1]
[It [gave up]{.framing technique=loaded-language plain=stopped}[^gave] at once.]{.unsourced}[^s2]
[A sensor took a band for a ship, the engineer said.]{.sourced by=engineer}[^s3]

[^s1]: One.
[^s2]: Two.
[^s3]: Three.
[^gave]: Four.
"""

PAIRS = """\
the-bridge:
  title: One bridge, two papers
  event: A bridge opens, and does not shut.
  articles: [bridge, short]
  facts:
    - {what: The bridge opened on Monday., in: {bridge: s1, short: s1}}
    - {what: It did not shut., in: {bridge: s5, short: s2}}
    - {what: A sensor was mistaken., in: {bridge: "s6 s7", short: s3}}
    - {what: A woman waited two hours., in: {bridge: s10}}
    - {what: It stopped at once., in: {short: s2}}
  words:
    - {thing: what it did, in: {bridge: declined to swing, short: gave up}}
    - {thing: the ship, in: {bridge: a ship, short: a ship}}
    - {thing: the kettle, in: {bridge: my kettle}}
  questions:
    - {ask: Which do you believe?, standard: RI.8.6}
"""


@pytest.fixture(scope="module")
def shelf() -> Library:
    """Two articles and their pair, at an address."""
    return library(
        analysed(BRIDGE, "bridge"),
        analysed(SHORT, "short"),
        address="https://example.org/who-says/",
        pairs=pairs(),
    )


@pytest.fixture(scope="module")
def view(shelf: Library) -> PairView:
    """The view of the pair's page."""
    upper, lower = shelf.whole.values()
    return pair_view(shelf.around.pairs[0], upper, lower, shelf)


def pairs() -> tuple[Pair, ...]:
    """The pair."""
    reading = read_pairs("content/pairs.yml", PAIRS)
    assert not reading.problems
    return reading.pairs


def rendered(shelf: Library) -> dict[str, str]:
    """Every page of a library."""
    templates = environment(ROOT / "templates")
    return {page.path: render(page, templates) for page in all_pages(shelf)}


def test_each_fact_stands_once_under_who_reports_it(view: PairView) -> None:
    """What both report, what only the one does, what only the other does: all that the file has."""
    found = {group.title: [row.what for row in group.rows] for group in view.facts}
    assert found == {
        "Both report": [
            "The bridge opened on Monday.",
            "It did not shut.",
            "A sensor was mistaken.",
        ],
        "Only the Harbour Post reports": ["A woman waited two hours."],
        "Only the Quay Courier reports": ["It stopped at once."],
    }


def test_a_fact_names_its_statements_and_what_they_rest_on(view: PairView) -> None:
    """Each number with its basis; where the bases differ, the page says so."""
    opened, shut, sensor = view.facts[0].rows
    assert [one.statement.number for one in sensor.sides[0]] == [6, 7]
    assert sensor.sides[0][0].rests == "Sourced to Okoro"
    assert opened.sides[0][0].rests == "Unsourced"
    assert opened.sides[1][0].rests == "Sourced to Renn"
    assert (opened.unlike, shut.unlike, sensor.unlike) == (True, False, False)
    assert view.headline.startswith("Of 5 facts, both report 3; 1 of those rests on something else")


def test_words_lead_to_where_they_stand(view: PairView) -> None:
    """To the framing mark, else to the statement; a thing may have no word in one of them."""
    did, ship, kettle = (row.sides for row in view.words)
    assert [(p.at, p.technique) for p in did] == [
        ("declined", "Loaded language"),
        ("gave", "Loaded language"),
    ]
    assert [(p.at, p.technique) for p in ship] == [("s6", ""), ("s3", "")]
    assert [(p.text, p.at) for p in kettle] == [("my kettle", "s11"), ("", "")]


def test_voices_of_both_come_first_and_in_one_order(view: PairView) -> None:
    """Ada Renn is heard in both; the engineer has another name in each, so he is not matched."""
    names = [[(c.row.voice.name, c.shared) for c in side.voices] for side in view.sides]
    assert names[0][0] == names[1][0] == ("Ada Renn", True)
    assert not any(shared for side in names for _, shared in side[1:])


def test_both_strips_have_one_scale(view: PairView, shelf: Library) -> None:
    """A word is as wide above as below, nothing sticks out, and statements do not overlap."""
    widths = []
    for blocks, article in zip(
        (view.strips.upper, view.strips.lower), shelf.whole.values(), strict=True
    ):
        words = [max(2, s.words) for s in article.article.statements]
        widths += [b.width / n for b, n in zip(blocks, words, strict=True)]
        for one, after in pairwise(blocks):
            assert one.x + one.width < after.x
        assert blocks[-1].x + blocks[-1].width <= 100.01
    assert max(widths) - min(widths) < 0.01


def test_a_line_joins_statements_that_report_the_same(view: PairView) -> None:
    """One for each pair of statements behind a fact of both: four here."""
    above = {b.middle: b.id for b in view.strips.upper}
    below = {b.middle: b.id for b in view.strips.lower}
    assert [(above[tie.upper], below[tie.lower]) for tie in view.strips.ties] == [
        ("s1", "s1"),
        ("s5", "s2"),
        ("s6", "s3"),
        ("s7", "s3"),
    ]


def test_the_page_has_every_fact_and_links_to_every_statement(shelf: Library) -> None:
    """As HTML: whole, without inline style or script, each number a link to its statement."""
    outline = Outline(converted(rendered(shelf)["pairs/the-bridge/index.md"])[0])
    for fact in shelf.around.pairs[0].facts:
        for slug, ids in fact.reported:
            assert {f"../../articles/{slug}/#{key}" for key in ids} <= set(outline.links)
    for slug in shelf.around.pairs[0].articles:
        assert {f"../../articles/{slug}/", f"../../articles/{slug}/read/"} <= set(outline.links)
    assert not {a for a in outline.attributes if a == "style" or a.startswith("on")}


def test_an_article_of_a_pair_says_so_near_its_top(shelf: Library) -> None:
    """With the other's name, and a link to both side by side; an article without a pair has none."""
    made = rendered(shelf)
    top = made["articles/bridge/index.md"].partition("## At a glance")[0]
    assert 'told by <a href="../../pairs/the-bridge/">The Quay Courier</a>' in top
    alone = rendered(library(*shelf.whole.values()))
    assert "told by" not in alone["articles/bridge/index.md"]


def test_a_pair_without_one_of_its_articles_has_no_page(shelf: Library) -> None:
    """A draft is not published, and no page compares with it."""
    lone = library(shelf.whole["bridge"], pairs=shelf.around.pairs)
    assert [p.path for p in all_pages(lone) if p.path.startswith("pairs/")] == ["pairs/index.md"]


def test_hostile_words_of_a_pair_stay_words(shelf: Library) -> None:
    """Markup and Markdown in a pair come out as text."""
    evil = PAIRS.replace("One bridge, two papers", "'<script>x</script> *a* {{ b }}'").replace(
        "It did not shut.", "'<img src=x onerror=y> {: .z }'"
    )
    (pair,) = read_pairs("content/pairs.yml", evil).pairs
    made = rendered(library(*shelf.whole.values(), pairs=(pair,)))
    html = converted(made["pairs/the-bridge/index.md"])[0]
    assert not {"script", "img", "em"} & Outline(html).tags
    assert "&lt;img src=x onerror=y&gt; {: .z }" in html


@pytest.mark.parametrize("address", ["", "https://example.org/who-says/"])
def test_setting_composes_addresses_where_the_site_has_one(shelf: Library, address: str) -> None:
    """The Classroom link holds the student page's address; without one it is left to the script."""
    bridge = shelf.whole["bridge"]
    found = setting(bridge, library(*shelf.whole.values(), address=address).around, "../../")
    assert found.read == "../../articles/bridge/read/"
    if not address:
        assert (found.address, found.classroom) == ("", "")
        return
    assert found.address == "https://example.org/who-says/articles/bridge/read/"
    link = urlsplit(found.classroom)
    assert (link.scheme, link.netloc, link.path) == ("https", "classroom.google.com", "/share")
    assert parse_qs(link.query) == {"url": [found.address]}


def test_a_pack_is_offered_only_where_there_is_one(shelf: Library) -> None:
    """Only a finished site has packs: pages for `mkdocs serve` do not link to any."""
    made = rendered(shelf)["articles/bridge/index.md"]
    assert "-pack.zip" not in made
    made = rendered(library(*shelf.whole.values(), packs=True))["articles/bridge/index.md"]
    assert 'href="../../articles/bridge/bridge-pack.zip"' in made


def test_teachers_are_shown_the_shortest_article_of_the_youngest(shelf: Library) -> None:
    """And every pair; an empty library has a page for them too."""
    (page,) = (p for p in all_pages(shelf) if p.path == "teach/index.md")
    assert isinstance(page.view, TeachView)
    assert page.view.first
    assert page.view.first.href == "../articles/bridge/"
    assert [pair.href for pair in page.view.pairs] == ["../pairs/the-bridge/"]
    (empty,) = (p for p in all_pages(library()) if p.path == "teach/index.md")
    assert isinstance(empty.view, TeachView)
    assert empty.view.first is None
