"""Searching: a field in the header of every page, and a page that finds words in all articles."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Response, expect

from tests.browser.articles import POND, WAR, flat
from tests.browser.conftest import OpenPage
from tests.browser.shelf import articles, fitting
from tests.browser.test_axe import faults, looks
from tests.sites.project import ARABIC

pytestmark = pytest.mark.same_window

POND_TITLE = "The morning the pond turned pink"
HOSTILE = "<img src=x onerror=alert(1)>"
INDEX = re.compile(r".*/search/index/.*")


def field(page: Page) -> Locator:
    """The field of the search page."""
    return page.get_by_role("searchbox", name="Words of an article, a name or a technique")


def results(page: Page) -> Locator:
    """The articles that were found."""
    return page.locator(".found > li")


def titles(page: Page) -> Locator:
    """The links to them."""
    return page.get_by_role("region", name="Results").locator("h2 a")


def statements(page: Page) -> Locator:
    """The links to statements."""
    return page.locator(".found li li a")


def says(page: Page, text: str | re.Pattern[str]) -> None:
    """The page announces, politely, what it found."""
    expect(page.get_by_role("status")).to_contain_text(text)


def look_for(page: Page, query: str) -> None:
    """Type, press Enter, and wait for the answer."""
    field(page).fill(query)
    field(page).press("Enter")
    says(page, re.compile(r"article"))


def asked_of_index(page: Page) -> list[str]:
    """Keeps the addresses of all that the page asks the index for, from now on."""
    asked: list[str] = []
    page.on("request", lambda r: asked.append(r.url) if INDEX.match(r.url) else None)
    return asked


def test_every_word_of_every_article_is_found(open_page: OpenPage) -> None:
    """In titles, summaries and statements, by Pagefind itself, each in the article that has it."""
    page = open_page("search/")
    wanted = {
        one.article.slug: sorted(
            {
                word
                for text in (
                    one.article.title,
                    one.article.summary,
                    *(statement.text for statement in one.article.statements),
                )
                for word in re.findall(r"\w+(?:[’'.,-]\w+)*", text)
            }
        )
        for one in articles()
    }
    missing = page.evaluate(
        """async wanted => {
          const made = await import(new URL("index/pagefind.js", document.baseURI).href);
          const pagefind = made.createInstance({ noWorker: true });
          const of = new Map(), missing = [];
          for (const [slug, words] of Object.entries(wanted)) for (const word of words) {
            const { results } = await pagefind.search(word);
            const found = await Promise.all(results.map(async result => {
              if (!of.has(result.id)) of.set(result.id, (await result.data()).raw_url.split("/")[2]);
              return of.get(result.id);
            }));
            if (!found.includes(slug)) missing.push(`${slug}: ${word}`);
          }
          return missing;
        }""",
        wanted,
    )
    assert missing == []
    assert sum(map(len, wanted.values())) > 1500


@pytest.mark.parametrize("path", [pytest.param(WAR, marks=pytest.mark.long), POND])
def test_a_result_leads_to_the_statement(open_page: OpenPage, path: str) -> None:
    """The longest words of each statement find it, and its link goes to its place on the page."""
    (one,) = (a for a in articles() if f"articles/{a.article.slug}/" == path)
    page = open_page("search/")
    for statement in one.article.statements:
        long = sorted(set(re.findall(r"[A-Za-z]{4,}", statement.text)), key=len, reverse=True)
        look_for(page, " ".join(long[:4]))
        expect(page.locator(f".found a[href$='{path}#{statement.id}']")).to_have_count(1)
    link = page.locator(f".found a[href$='{path}#{statement.id}']")
    assert statement.text.startswith(flat(link.inner_text())[:60])
    link.click()
    expect(page).to_have_url(re.compile(f"/{path}#{statement.id}$"))
    expect(page.locator(f"[id='{statement.id}']")).to_be_in_viewport()


def test_results_are_grouped_by_article(open_page: OpenPage) -> None:
    """Each once, with at most three statements in the order of reading, and the number of the rest."""
    page = open_page("search/?q=he")
    says(page, re.compile(r"^\d+ articles for “he”"))
    found = titles(page).evaluate_all("all => all.map(one => one.getAttribute('href'))")
    assert len(found) == len(set(found)) > 2
    more = 0
    for item in results(page).all():
        shown = item.locator("li a").evaluate_all("all => all.map(one => one.hash.slice(1))")
        assert 1 <= len(shown) <= 3
        slug = str(item.locator("h2 a").get_attribute("href")).split("/")[-2]
        (one,) = (a.article for a in articles() if a.article.slug == slug)
        order = [statement.id for statement in one.statements]
        assert shown == sorted(shown, key=order.index)
        having = [s for s in one.statements if re.search(r"\bhe\b", s.text, re.IGNORECASE)]
        if len(having) > 3:
            expect(item).to_contain_text(re.compile(r"and in \d+ more statements?"))
            more += 1
    assert more


def test_the_words_that_were_found_are_marked(open_page: OpenPage) -> None:
    """With their endings, in every statement that is shown, and no others."""
    page = open_page("search/?q=ponds")
    expect(titles(page)).to_have_text([POND_TITLE])
    marks = page.locator(".found mark").all_inner_texts()
    assert marks
    assert all("pond" in mark.lower() for mark in marks)


@pytest.mark.parametrize(
    "chosen",
    [
        {"technique": "loaded-language"},
        {"technique": "hedge", "level": "14-16"},
        {"level": "12-14"},
        {"minutes": "1"},
        {"minutes": "2"},
        {"mix": "mixed"},
        {"pair": "yes", "mix": "sourced"},
    ],
    ids=urlencode,
)
def test_choices_alone_show_all_articles_that_have_them(
    open_page: OpenPage, chosen: Mapping[str, str]
) -> None:
    """The library's own names and values, in the address: no word is needed."""
    page = open_page(f"search/?{urlencode(chosen)}")
    wanted = fitting(chosen)
    says(page, re.compile(rf"^{len(wanted)} article|^No article has all of" if wanted else "^No"))
    if page.get_by_role("button", name="Show more").is_visible():
        page.get_by_role("button", name="Show more").click()
    expect(results(page)).to_have_count(len(wanted))
    found = titles(page).evaluate_all("all => all.map(one => one.getAttribute('href'))")
    assert {str(href).split("/")[-2] for href in found} == wanted


def test_every_topic_and_kind_of_article_can_be_chosen(open_page: OpenPage) -> None:
    """Each choice of both lists finds what the content says."""
    page = open_page("search/")
    for name in ("topic", "genre"):
        values = page.locator(f"select[name={name}] option").evaluate_all(
            "all => all.map(o => o.value)"
        )
        for value in filter(None, values):
            page.locator(f"select[name={name}]").select_option(value, force=True)
            says(page, re.compile(rf"^{len(fitting({name: value}))} article"))
        page.locator(f"select[name={name}]").select_option("", force=True)


def test_choices_narrow_what_words_find(open_page: OpenPage) -> None:
    """A choice searches at once, and stands in the address beside the words."""
    page = open_page("search/?q=he")
    says(page, re.compile("articles for “he”"))
    page.get_by_text("Narrow the results").click()
    page.get_by_role("combobox", name="Technique").select_option("hedge")
    expect(page).to_have_url(re.compile(r"\?q=he&technique=hedge$"))
    says(page, "for “he”, Technique: Hedge")
    found = titles(page).evaluate_all("all => all.map(one => one.getAttribute('href'))")
    assert found
    assert {str(href).split("/")[-2] for href in found} < fitting({"technique": "hedge"}) | {""}


def test_the_address_carries_the_search(open_page: OpenPage) -> None:
    """It can be shared, and coming back finds it again."""
    page = open_page("search/?q=pond&level=&technique=")
    expect(field(page)).to_have_value("pond")
    expect(titles(page)).to_have_text([POND_TITLE])
    assert page.title() == "pond · Search · Who Says?"
    look_for(page, "dr farrow")
    expect(page).to_have_url(page.url.split("?")[0] + "?q=dr+farrow")
    titles(page).first.click()
    page.go_back()
    expect(field(page)).to_have_value("dr farrow")
    expect(titles(page)).to_have_text([POND_TITLE])
    page.go_back()
    expect(field(page)).to_have_value("pond")


def test_the_header_leads_to_the_results(open_page: OpenPage) -> None:
    """From any page: type, Enter."""
    page = open_page(WAR)
    box = page.get_by_role("banner").get_by_role("searchbox", name="Search the library")
    box.fill("pond & pink")
    box.press("Enter")
    expect(titles(page)).to_have_text([POND_TITLE])
    expect(page.get_by_role("searchbox")).to_have_count(1)


def test_names_of_the_codebook_are_found_in_the_page(open_page: OpenPage) -> None:
    """Techniques, kinds and frames, with the way to their articles."""
    page = open_page("search/?q=loaded")
    terms = page.locator(".terms > li > a")
    expect(terms).to_have_text(["Loaded language", "Loaded attribution"])
    page.get_by_role("link", name="Articles that have it").first.click()
    expect(page).to_have_url(re.compile(r"/search/\?technique=loaded-language$"))
    says(page, re.compile(rf"^{len(fitting({'technique': 'loaded-language'}))} articles"))
    look_for(page, "motive")


def test_what_no_article_has_is_said(open_page: OpenPage) -> None:
    """A word that nobody wrote, beside one that somebody did; a choice that there is not."""
    page = open_page("search/?q=xylophone")
    says(page, "“xylophone” is in no article.")
    expect(results(page)).to_have_count(0)
    look_for(page, "pond xylophone")
    says(page, "1 article for “pond xylophone”. “xylophone” is in no article.")
    expect(titles(page)).to_have_text([POND_TITLE])
    look_for(page, "pond commander")
    says(page, "No article has all of: “pond commander”.")
    page = open_page("search/?technique=sorcery")
    says(page, "Nothing here answers to “sorcery”.")


def test_a_word_is_not_taken_for_what_it_begins_with(open_page: OpenPage) -> None:
    """Pagefind gives “may” for “mayonnaise”; we say that nobody wrote it."""
    page = open_page("search/?q=may")
    says(page, re.compile(r"^\d+ articles? for “may”"))
    look_for(page, "mayonnaise")
    says(page, "“mayonnaise” is in no article.")


@pytest.mark.parametrize("typed", [HOSTILE, "</p><script>x</script>", "__proto__", "[", "\\", "%"])
def test_what_is_typed_is_only_text(open_page: OpenPage, typed: str) -> None:
    """Typed or in the address: it is shown as it is, and nothing of it runs or loads."""
    page = open_page("search/")
    field(page).fill(typed)
    field(page).press("Enter")
    says(page, re.compile("article|no letters"))
    page.reload()
    expect(field(page)).to_have_value(typed)
    says(page, re.compile("article|no letters"))
    assert page.locator("main img, main script").count() == 0


def test_the_keyboard_goes_from_the_field_to_the_results_and_back(open_page: OpenPage) -> None:
    """The arrows move, Escape clears and comes back, Tab works as everywhere."""
    page = open_page("search/?q=pond")
    expect(titles(page)).to_have_count(1)
    field(page).focus()
    page.keyboard.press("ArrowDown")
    expect(titles(page).first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(statements(page).first).to_be_focused()
    page.keyboard.press("Tab")
    expect(statements(page).nth(1)).to_be_focused()
    for _ in range(3):
        page.keyboard.press("ArrowUp")
    expect(field(page)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(field(page)).to_be_focused()
    expect(field(page)).to_have_value("")


def test_more_results_come_on_demand(open_page: OpenPage) -> None:
    """Ten first; the others on a button, which hands the focus on."""
    page = open_page("search/?q=the")
    says(page, "The first 10 are shown.")
    expect(results(page)).to_have_count(10)
    page.get_by_role("button", name="Show more").click()
    expect(results(page)).to_have_count(len(articles()))
    expect(titles(page).nth(10)).to_be_focused()
    expect(page.get_by_role("button", name="Show more")).to_be_hidden()


def test_nothing_of_the_index_is_loaded_before_somebody_searches(open_page: OpenPage) -> None:
    """Not with the page, and not while one types; the script is on no other page."""
    page = open_page("")
    assert page.locator("script[src*=search]").count() == 0
    asked = asked_of_index(page)
    page.goto(page.url + "search/", wait_until="networkidle")
    field(page).press_sequentially("pond")
    page.get_by_text("Narrow the results").click()
    page.wait_for_timeout(300)
    assert asked == []
    field(page).press("Enter")
    expect(titles(page)).to_have_text([POND_TITLE])
    assert asked


@pytest.mark.parametrize("query", ["pond", "the", "he said it was", "market bridge town"])
def test_a_search_loads_little(open_page: OpenPage, query: str) -> None:
    """At the library's size under 200 kB, uncompressed scripts included."""
    page = open_page("search/", anew=True)
    sizes: list[int] = []

    def hear(response: Response) -> None:
        if INDEX.match(response.url):
            sizes.append(len(response.body()))

    page.on("response", hear)
    look_for(page, query)
    page.wait_for_load_state("networkidle")
    page.remove_listener("response", hear)
    assert 100_000 < sum(sizes) < 200_000


def test_without_the_index_the_page_says_so_and_can_try_again(
    browser: Browser, site_url: str
) -> None:
    """With two ways out besides; and once the connection is back, it finds."""
    context = browser.new_context()
    page = context.new_page()
    for broken in ("**/pagefind.js*", "**/*.pf_meta", "**/*.pf_index", "**/*.pf_fragment"):
        page.route(broken, lambda route: route.abort())
        page.goto(f"{site_url}search/?q=pond")
        says(page, "The articles could not be searched: the connection may be down")
        ways = page.locator(".failed")
        expect(ways.get_by_role("link", name="all articles")).to_be_visible()
        expect(ways.get_by_role("link", name="all techniques")).to_be_visible()
        page.unroute(broken)
        page.get_by_role("button", name="try again").click()
        expect(titles(page)).to_have_text([POND_TITLE])
        expect(ways).to_be_hidden()
    context.close()


def test_only_two_pages_may_run_webassembly(open_page: OpenPage, site_dir: Path) -> None:
    """Search and the workbench: in the policy of every page of the site, and in a browser."""
    pages = site_dir.rglob("*.html")
    allowed = {p.relative_to(site_dir).as_posix() for p in pages if "wasm" in p.read_text("utf-8")}
    assert allowed == {"search/index.html", "contribute/workbench/index.html"}
    empty = (
        "WebAssembly.compile(new Uint8Array([0,97,115,109,1,0,0,0])).then(() => true, () => false)"
    )
    assert open_page("search/").evaluate(empty) is True
    assert open_page("about/").evaluate(empty) is False


@pytest.mark.parametrize("path", ["search/", "search/?q=pond"])
def test_without_scripts_the_page_says_what_to_do(open_page: OpenPage, path: str) -> None:
    """One sentence with two links, the codebook's lists, and no field that does nothing."""
    page = open_page(path, javascript=False)
    sentence = page.get_by_text("Searching needs scripts")
    expect(sentence.get_by_role("link", name="all articles")).to_be_visible()
    expect(sentence.get_by_role("link", name="all techniques")).to_be_visible()
    expect(page.get_by_role("link", name="Loaded language", exact=True)).to_be_visible()
    assert page.get_by_role("searchbox").count() == 0
    assert page.locator("main select:visible, main button:visible").count() == 0


@pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "no scripts"])
def test_on_a_phone_the_header_has_a_link_to_the_page(
    open_page: OpenPage, javascript: bool
) -> None:
    """A sign of at least 24 pixels in place of the field, and nothing scrolls sideways."""
    page = open_page("", width=360, javascript=javascript)
    assert page.get_by_role("searchbox").count() == 0
    link = page.get_by_role("banner").get_by_role("link", name="Search")
    box = link.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 24
    link.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Search")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize(
    "query",
    [
        *("", "?q=he&level=12-14"),
        *(pytest.param(query, marks=pytest.mark.long) for query in ("?q=loaded", "?q=xylophone")),
    ],
)
def test_axe_finds_nothing_on_the_search_page(open_page: OpenPage, query: str) -> None:
    """Empty and with filters, on a wide dark page and on a narrow light one; words alone are in test_axe."""
    page = open_page(f"search/{query}")
    if query:
        says(page, re.compile("article"))
    found = [line for look in looks(page) for line in faults(page, f"{look}, {query}")]
    assert not found, "\n".join(found)


def test_other_scripts_are_found_too(open_trial: OpenPage) -> None:
    """Arabic without its marks and by a letter's plain form, shown from right to left."""
    page = open_trial("search/")
    for query in ("مصباح", "القاضي", "أصوات", "اصوات", "مِصْبَاح"):
        look_for(page, query)
        expect(titles(page), query).to_have_count(1)
        assert ARABIC in (titles(page).get_attribute("href") or "")
    expect(results(page)).to_have_attribute("lang", "ar")
    words = page.locator(".found :is(h2, li a)").first
    assert words.evaluate("item => getComputedStyle(item).direction") == "rtl"
    assert urlsplit(page.url).query.startswith("q=")
