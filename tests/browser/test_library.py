"""The library: narrowed by what is chosen, kept in the address, and a full list without script."""

from __future__ import annotations

from itertools import combinations, product
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.shelf import FITS, articles, fitting, in_address, shown
from tests.browser.test_axe import faults, looks

pytestmark = pytest.mark.same_window

LIBRARY = "articles/"
LISTS = tuple(name for name in FITS if name != "pair")


def field(page: Page, name: str) -> Locator:
    """The control of a filter."""
    return page.locator(f"form.filters [name={name}]")


def values(page: Page, name: str) -> list[str]:
    """What a list offers, without what it says while nothing is chosen."""
    if name == "pair":
        return ["yes"]
    options = field(page, name).locator("option")
    found: list[str] = options.evaluate_all("all => all.map(one => one.value).filter(Boolean)")
    return found


def choose(page: Page, name: str, value: str) -> None:
    """Choose as a reader does."""
    if name == "pair":
        field(page, name).set_checked(value == "yes")
    else:
        field(page, name).select_option(value)


def says(page: Page, number: int) -> None:
    """The live count says how many of how many."""
    expect(page.get_by_role("status")).to_have_text(f"{number} of {len(articles())} articles")


@pytest.mark.parametrize("name", FITS)
def test_each_filter_alone_shows_what_the_content_says(open_page: OpenPage, name: str) -> None:
    """Every choice of every filter: the very articles that answer to it, and their number."""
    page = open_page(LIBRARY)
    offered = values(page, name)
    assert offered
    for value in offered:
        choose(page, name, value)
        expected = fitting({name: value})
        assert shown(page) == expected, value
        assert expected, f"{value} is offered, and nothing answers to it"
        says(page, len(expected))
        if name != "pair":
            chosen = field(page, name).locator("option:checked")
            expect(chosen).to_have_text(f"{chosen.get_attribute('data-name')} ({len(expected)})")


def test_filters_together_leave_what_answers_to_all(open_page: OpenPage) -> None:
    """Two and three at a time, over every pair of filters; some leave nothing, and say so."""
    page = open_page(LIBRARY)
    offered = {name: values(page, name) for name in FITS}
    sizes = set()
    for turn, names in enumerate((*combinations(FITS, 2), *combinations(LISTS, 3))):
        chosen = {name: offered[name][turn % len(offered[name])] for name in names}
        page.evaluate(
            "query => { history.pushState(null, '', query); dispatchEvent(new PopStateEvent('popstate')); }",
            f"?{urlencode(chosen)}",
        )
        expected = fitting(chosen)
        sizes.add(min(len(expected), 2))
        assert shown(page) == expected, chosen
        says(page, len(expected))
        expect(page.locator(".nothing")).to_be_visible(visible=not expected)
    assert sizes == {0, 1, 2}, "the content has to show nothing, one and several"


def test_the_address_carries_the_choices(open_page: OpenPage) -> None:
    """It can be shared: another window shows the same, with the same controls set."""
    page = open_page(LIBRARY)
    choose(page, "level", "12-14")
    choose(page, "mix", "sourced")
    choose(page, "pair", "yes")
    query = urlsplit(page.url).query
    assert dict(parse_qsl(query)) == {"level": "12-14", "mix": "sourced", "pair": "yes"}
    other = open_page(f"{LIBRARY}?{query}")
    assert shown(other) == shown(page) == fitting(dict(parse_qsl(query)))
    expect(field(other, "level")).to_have_value("12-14")
    expect(field(other, "mix")).to_have_value("sourced")
    expect(field(other, "pair")).to_be_checked()
    assert other.title().startswith("12–14, mostly sourced, one of a pair · ")


def test_back_and_forward_take_choices_back(open_page: OpenPage) -> None:
    """Each choice is one step; coming back from an article finds them all."""
    page = open_page(LIBRARY)
    choose(page, "level", "14-16")
    choose(page, "technique", "doubt")
    both, one = fitting({"level": "14-16", "technique": "doubt"}), fitting({"level": "14-16"})
    assert len(both) < len(one)
    page.go_back()
    assert shown(page) == one
    expect(field(page, "technique")).to_have_value("")
    page.go_back()
    assert len(shown(page)) == len(articles())
    page.go_forward()
    page.go_forward()
    assert shown(page) == both
    page.locator(".cards h2 a:visible").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.go_back()
    expect(field(page, "technique")).to_have_value("doubt")
    assert shown(page) == both


def test_a_choice_is_taken_back_by_its_own_button_or_all_at_once(open_page: OpenPage) -> None:
    """The buttons name what is chosen; focus stays among them, and the reset leaves a bare address."""
    page = open_page(f"{LIBRARY}?level=12-14&genre=news-report")
    page.get_by_role("button", name="12–14: take this choice back").click()
    assert shown(page) == fitting({"genre": "news-report"})
    expect(page.get_by_role("button", name="news report: take this choice back")).to_be_focused()
    page.get_by_role("button", name=f"Show all {len(articles())} articles").click()
    assert len(shown(page)) == len(articles())
    assert urlsplit(page.url).query == ""
    expect(page.locator(".chosen li")).to_have_count(0)
    expect(page.get_by_role("status")).to_be_focused()


def empty() -> dict[str, str]:
    """Choices that can be made, that no article answers to, and of which one is too many."""
    topics = {in_address(topic) for one in articles() for topic in one.article.topics}
    levels = {one.article.level for one in articles()}
    for level, topic in product(sorted(levels), sorted(topics)):
        chosen = {"level": level, "topic": topic, "pair": "yes"}
        if not fitting(chosen) and fitting({"level": level, "pair": "yes"}):
            return chosen
    raise AssertionError("the content has grown: every such choice leaves something")


def test_an_empty_list_says_which_choice_to_drop(open_page: OpenPage) -> None:
    """With what each would leave; what it promises comes true."""
    chosen = empty()
    page = open_page(f"{LIBRARY}?{urlencode(chosen)}")
    says(page, 0)
    ways = page.locator(".nothing").get_by_role("button")
    left = {name: len(fitting({k: v for k, v in chosen.items() if k != name})) for name in chosen}
    assert ways.count() == sum(number > 0 for number in left.values())
    promised = int(ways.first.inner_text().rsplit(": ", 1)[1].split()[0])
    assert promised == max(left.values())
    ways.first.click()
    assert len(shown(page)) == promised
    expect(page.locator(".nothing")).to_be_hidden()


def test_an_address_that_asks_for_what_is_not_here_is_told(open_page: OpenPage) -> None:
    """What it asks for is shown as words, and does not empty the list."""
    page = open_page(f"{LIBRARY}?topic=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E&level=12-14&x=1")
    expect(page.get_by_role("status")).to_contain_text("Nothing here answers to “<img src=x")
    assert shown(page) == fitting({"level": "12-14"})
    assert page.locator("main img").count() == 0


def test_without_scripts_the_list_is_whole_and_has_no_dead_control(open_page: OpenPage) -> None:
    """Whatever the address asks for."""
    page = open_page(f"{LIBRARY}?level=12-14", javascript=False)
    assert shown(page) == {one.article.slug for one in articles()}
    main = page.get_by_role("main")
    assert (
        main.locator("input:visible, select:visible, button:visible, summary:visible").count() == 0
    )


def test_a_card_says_what_an_article_is(open_page: OpenPage) -> None:
    """A sentence, ages, minutes, kind, its strip, and a label where it is invented."""
    page = open_page(LIBRARY)
    for one in articles():
        article = one.article
        card = page.locator(".cards li", has=page.get_by_role("link", name=article.title))
        expect(card).to_contain_text(f"ages {article.level.replace('-', '–')}")
        expect(card).to_contain_text(f"{one.figures.minutes} minute")
        expect(card).to_contain_text(article.genre)
        expect(card).to_contain_text(article.summary.split(". ")[0])
        expect(card).not_to_contain_text("Written for teaching")
        expect(card.get_by_text("invented", exact=True)).to_have_count(int(article.invented))
        assert card.locator(".strip .one").count() == len(article.statements)


def test_on_a_phone_the_filters_are_folded_and_large_enough(open_page: OpenPage) -> None:
    """One line until it is opened; then every control is in the window and at least 40 px high."""
    page = open_page(f"{LIBRARY}?genre=news-report", width=320)
    expect(field(page, "level")).to_be_hidden()
    expect(page.get_by_role("button", name="news report: take this choice back")).to_be_visible()
    page.locator("form.filters summary").click()
    for name in FITS:
        box = field(page, name).locator("xpath=ancestor::label").bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
        assert box["height"] >= 40
    choose(page, "level", "12-14")
    assert shown(page) == fitting({"genre": "news-report", "level": "12-14"})


@pytest.mark.parametrize(
    "width", [320, 800, 1280, *(pytest.param(w, marks=pytest.mark.long) for w in (390, 1600))]
)
def test_nothing_scrolls_sideways_with_all_chosen(open_page: OpenPage, width: int) -> None:
    """The longest names chosen in every list at once."""
    page = open_page(LIBRARY, width=width)
    for name in LISTS:
        longest = max(
            values(page, name),
            key=lambda value: len(
                str(field(page, name).locator(f"option[value='{value}']").inner_text())
            ),
        )
        if width <= 760 and field(page, name).is_hidden():
            page.locator("form.filters summary").click()
        choose(page, name, longest)
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0


@pytest.mark.parametrize("state", ["some", "none", "open"])
def test_axe_finds_nothing_with_filters_chosen(open_page: OpenPage, state: str) -> None:
    """With some articles left, with none, and with the phone's filters unfolded."""
    chosen = empty() if state == "none" else {"level": "12-14"}
    page = open_page(f"{LIBRARY}?{urlencode(chosen)}")
    if state == "open":
        page.locator("form.filters details").evaluate("details => { details.open = true; }")
    found = [line for look in looks(page) for line in faults(page, look)]
    assert not found, "\n".join(found)
