"""The library's filters: what an article answers to, what there is to choose from, and in which order it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

import pytest

from generator.analysis import analyse
from generator.analysis.figures import Analysed, Counts
from generator.build import check
from generator.model import Pair
from generator.pages.answers import answers, in_address, mix
from generator.pages.card import card
from generator.pages.filters import Filter, filters
from generator.pages.home import ListView, at_home, by_level
from generator.pages.listed import Listed, line
from generator.render import environment, render

from .conftest import ROOT
from .sample import BRIDGE, all_pages, analysed, codebook, library, of_size


@pytest.fixture(scope="module")
def shelf() -> tuple[Analysed, ...]:
    """The project's own articles."""
    return tuple(analyse(article) for article in check(ROOT, today=date.today()).content.articles)


def lines(shelf: Iterable[Analysed]) -> tuple[Listed, ...]:
    """The articles as the library sorts them."""
    return tuple(line(each) for each in shelf)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        (Counts(10, 6, 2, 2), "sourced"),
        (Counts(10, 2, 6, 2), "unsourced"),
        (Counts(10, 2, 2, 6), "inferred"),
        (Counts(10, 5, 3, 2), "mixed"),
        (Counts(9, 3, 3, 3), "mixed"),
        (Counts(0, 0, 0, 0), "mixed"),
        (Counts(1, 0, 0, 1), "inferred"),
    ],
)
def test_mostly_is_more_than_half(counts: Counts, expected: str) -> None:
    """Half is not most; where no basis has more than half, the mix is mixed."""
    assert mix(counts) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("local government", "local-government"),
        ("  Russia & Ukraine ", "russia-ukraine"),
        ("Été d’or", "été-d-or"),
        ("القرية", "القرية"),
        ("a|b c", "a-b-c"),
    ],
)
def test_a_topic_has_one_word_in_an_address(words: str, expected: str) -> None:
    """Letters of any script stay; what separates becomes a hyphen, so a list can hold several."""
    assert in_address(words) == expected


def test_an_article_answers_to_what_its_file_says() -> None:
    """The bridge: ages, minutes, topic, mix, techniques, no genre, and a pair where there is one."""
    bridge = analysed(BRIDGE, "bridge")
    found = answers(bridge, False)
    assert (found.level, found.minutes, found.topic) == ("12-14", 1, "local-government")
    assert (found.mix, found.genre, found.pair) == ("mixed", "", "")
    assert found.technique.split() == [
        "loaded-attribution",
        "loaded-language",
        "name-calling-labeling",
        "presupposition",
        "unnamed-source",
    ]
    assert answers(bridge, True).pair == "yes"


def pair(*slugs: str) -> Pair:
    """A pair of these articles that says nothing else."""
    return Pair("content/pairs.yml", "p", "A pair", "It happened.", slugs, (), (), (), ())


def test_there_is_nothing_to_choose_that_no_article_answers_to(
    shelf: tuple[Analysed, ...],
) -> None:
    """Each choice fits an article, and each article's answers can be chosen."""
    found = {each.name: each for each in filters(lines(shelf), codebook())}
    assert set(found) == {"level", "minutes", "topic", "genre", "mix", "technique"}
    given = [answers(each, False) for each in shelf]
    for name in ("level", "topic", "genre", "mix", "technique"):
        offered = {choice.value for choice in found[name].choices}
        answered = {value for each in given for value in getattr(each, name).split()}
        assert offered == answered, name
        assert len(offered) == len(found[name].choices), name
    times = {each.minutes for each in given}
    limits = {int(choice.value) for choice in found["minutes"].choices}
    assert limits == times - {max(times)}, "the longest limit would leave nothing out"


def test_a_choice_reads_as_words(shelf: tuple[Analysed, ...]) -> None:
    """Techniques by their names, minutes as a limit, ages with a dash."""
    found = {each.name: each for each in filters(lines(shelf), codebook())}
    assert name_of(found["technique"], "loaded-language") == "Loaded language"
    assert name_of(found["level"], "12-14") == "12–14"
    assert name_of(found["minutes"], "1") == "up to 1 minute"
    for each in found.values():
        names = [choice.name for choice in each.choices]
        assert len(set(names)) == len(names)


def name_of(filter_: Filter, value: str) -> str:
    """What a list says for a value."""
    return next(choice.name for choice in filter_.choices if choice.value == value)


def test_a_library_with_nothing_to_choose_has_no_filters() -> None:
    """An empty one has none, and one article has no lengths to choose between."""
    assert filters((), codebook()) == ()
    assert "minutes" not in {f.name for f in filters(lines((analysed(BRIDGE),)), codebook())}


def test_the_youngest_readers_articles_come_first(shelf: tuple[Analysed, ...]) -> None:
    """By age, then by title; one without ages comes last."""
    ordered = by_level(lines((of_size(3, 1), *reversed(shelf))))
    assert ordered[-1].level == ""
    ages = [a.level for a in ordered[:-1]]
    assert ages == sorted(ages)
    for level in set(ages):
        titles = [a.title.lower() for a in ordered if a.level == level]
        assert titles == sorted(titles)


def test_what_is_invented_says_so_with_a_label(shelf: tuple[Analysed, ...]) -> None:
    """The tail of the summary becomes the label; what is not invented keeps every word."""
    for each in shelf:
        shown = card(each)
        assert shown.invented == each.article.invented
        assert each.article.summary.startswith(shown.summary)
        if each.article.invented:
            assert "Written for teaching" not in shown.summary
            assert shown.summary.endswith(".")
        else:
            assert shown.summary == each.article.summary
    assert any(each.article.invented for each in shelf)


def test_home_stays_light_in_a_large_library() -> None:
    """It shows six, and says how many there are; the library shows all."""
    many = tuple(analysed(BRIDGE, f"bridge-{n}") for n in range(30))
    made = {page.path: page for page in all_pages(library(*many))}
    home, whole = made["index.md"].view, made["articles/index.md"].view
    assert isinstance(home, ListView)
    assert isinstance(whole, ListView)
    assert (len(home.cards), home.more) == (6, "All 30 articles")
    assert (len(whole.cards), whole.more) == (30, "")
    text = render(made["index.md"], environment(ROOT / "templates"))
    assert '<a class="onward" href="articles/">All 30 articles</a>' in text


def test_home_has_a_real_article_and_one_of_each_age() -> None:
    """Among more than fit: one that is not invented, each age before any age twice, the young first."""
    invented = BRIDGE.replace("rights: own", "rights: own\ninvented: true")
    ages = ["11-13"] * 5 + ["12-14"] * 3 + ["14-16", "16-18"]
    shelf = [
        analysed(re.sub(r"level: .*", f"level: {age}", invented), f"story-{n}")
        for n, age in enumerate(ages)
    ]
    shelf.append(analysed(re.sub(r"level: .*", "level: 16-18", BRIDGE), "the-real-one"))
    chosen = [a.slug for a in at_home(by_level(lines(shelf)))]
    assert "the-real-one" in chosen
    assert [a.level for a in at_home(by_level(lines(shelf)))] == [
        *("11-13", "11-13", "12-14", "14-16", "16-18", "16-18")
    ]


def test_only_the_library_carries_what_filters_need() -> None:
    """The home page has no filters, so its cards have no answers."""
    templates = environment(ROOT / "templates")
    made = {p.path: render(p, templates) for p in all_pages(library(analysed(BRIDGE, "bridge")))}
    assert 'data-level="12-14"' in made["articles/index.md"]
    assert "data-level" not in made["index.md"]
