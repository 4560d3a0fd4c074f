"""The student page: marking by touch, mouse and keyboard, what is kept, what it tells, and its paper."""

from __future__ import annotations

import json
import re
from html import unescape
from io import BytesIO
from typing import Any, Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Response, expect
from pypdf import PdfReader

from generator.pages.version import text_version
from tests.browser.articles import POND, WAR, marks, real
from tests.browser.conftest import OpenPage
from tests.browser.test_axe import LOOKS, OTHER_LOOKS, faults, looks
from tests.browser.test_layout import squeezed
from tests.test_student_page import answers

pytestmark = pytest.mark.same_window

READ = f"{POND}read/"
SLUG = "the-pink-pond"
KEY = f"whosays-read:{SLUG}"


def number(page: Page, statement: int) -> Locator:
    """The button with a statement's number."""
    return page.locator(f"#n{statement}")


def choose(page: Page, statement: int) -> None:
    """Choose a statement by its words, as a finger would."""
    page.locator(f"[data-n='{statement}'] .w").last.click()
    expect(number(page, statement)).to_have_attribute("aria-expanded", "true")


def basis(page: Page, name: str) -> None:
    """Say what the statement in hand rests on."""
    page.get_by_role("radio", name=re.compile(f"^{name}")).check()


def word(page: Page, statement: int, place: int) -> Locator:
    """A word in the text."""
    return page.locator(f"[data-n='{statement}'] .w:not(.gap)[data-w='{place}']")


def steering(page: Page, statement: int) -> str:
    """The words of a statement that are marked as steering."""
    return " ".join(page.locator(f"[data-n='{statement}'] .w.on:not(.gap)").all_inner_texts())


def kept(page: Page) -> dict[str, Any]:
    """What the browser keeps of this text."""
    data = json.loads(page.evaluate("key => localStorage.getItem(key)", KEY) or '{"texts": {}}')
    found: dict[str, Any] = data["texts"].get(text_version(real(SLUG).article), {})
    return found


def says(page: Page, text: str) -> None:
    """The page announces the progress."""
    expect(page.locator(".count")).to_contain_text(text)


def test_a_pupil_marks_with_the_mouse(open_page: OpenPage) -> None:
    """A sentence, its basis, by whom, and why: it shows in the text, in the strip and in the count."""
    page = open_page(READ)
    says(page, "0 of 17 marked.")
    choose(page, 3)
    expect(page.get_by_text("By whom?")).to_be_hidden()
    basis(page, "Sourced")
    page.get_by_label("By whom?").fill("the jam works")
    page.get_by_label("Why? One line is enough.").fill("“admitted that”")
    says(page, "1 of 17 marked.")
    expect(page.locator("[data-n='3'] .x")).to_have_class("x t sourced")
    expect(number(page, 3)).to_have_accessible_name("3 of 17, sourced. Mark it")
    page.get_by_role("button", name="Next: 4").click()
    basis(page, "Inferred")
    says(page, "2 of 17 marked.")
    bar = page.get_by_role("progressbar", name="Statements marked")
    expect(bar).to_have_attribute("aria-valuetext", "2 of 17 marked")
    assert kept(page)["3"]["by"] == "the jam works"
    assert kept(page)["4"]["basis"] == "i"


def test_a_pupil_marks_by_keyboard_alone(open_page: OpenPage) -> None:
    """Tab or arrows to a number, Enter, arrows among the bases, Tab to the fields, words by arrows."""
    page = open_page(READ)
    number(page, 1).focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    expect(number(page, 3)).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(number(page, 2)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("radio", name=re.compile("^Sourced"))).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="Inferred")).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.type("Who could measure it?")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    assert steering(page, 2) == "finest commotion"
    page.keyboard.press("Escape")
    expect(number(page, 2)).to_be_focused()
    expect(number(page, 2)).to_have_accessible_name("2 of 17, inferred, words that steer. Mark it")
    mark = kept(page)["2"]
    assert (mark["basis"], mark["why"], mark["words"]) == ("i", "Who could measure it?", [[4, 5]])
    page.keyboard.press("Control+z")
    assert steering(page, 2) == ""


@pytest.mark.parametrize("width", [320, 390])
def test_a_pupil_marks_by_touch_on_a_phone(browser: Browser, site_url: str, width: int) -> None:
    """Taps alone; the sentence in hand stays in sight above the sheet, and targets are large."""
    context = browser.new_context(
        viewport={"width": width, "height": 700},
        has_touch=True,
        is_mobile=True,
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(site_url + READ)
    for statement in (1, 8, 17):
        page.locator(f"[data-n='{statement}']").first.scroll_into_view_if_needed()
        word(page, statement, 3).tap()
        sheet = page.locator(".slip").bounding_box()
        last = page.locator(f"[data-n='{statement}'] .w").last.bounding_box()
        assert sheet
        assert last
        assert last["y"] + last["height"] <= sheet["y"] + 1
        page.locator("label.option").nth(1).tap()
    says(page, "3 of 17 marked.")
    word(page, 17, 4).tap()
    word(page, 17, 6).tap()
    assert steering(page, 17) == "a village that"
    word(page, 17, 5).tap()
    assert steering(page, 17) == ""
    sizes = page.locator(
        ".slip :is(button, label.option, input[type=text], input:not([type])):visible"
    )
    for each in sizes.all():
        box = each.bounding_box()
        assert box
        assert box["height"] >= 44, each.inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("button", name="Close").tap()
    expect(page.locator(".slip")).to_be_hidden()
    context.close()


def test_words_are_taken_from_the_text(open_page: OpenPage) -> None:
    """By whom: the first and the last word tapped, or words selected; and selected words can steer."""
    page = open_page(READ)
    choose(page, 4)
    basis(page, "Sourced")
    page.get_by_role("button", name="Take words from the text").click()
    word(page, 4, 10).click()
    word(page, 4, 11).click()
    expect(page.get_by_label("By whom?")).to_have_value("Greta Holm")
    select = """places => {
      const at = place => document.querySelector(`[data-n='3'] .w:not(.gap)[data-w='${place}']`);
      getSelection().setBaseAndExtent(at(places[0]).firstChild, 0, at(places[1]).firstChild, 3);
    }"""
    page.evaluate(select, [1, 3])
    page.get_by_role("button", name="Take words from the text").click()
    expect(page.get_by_label("By whom?")).to_have_value("Holm’s Jam Works")
    page.evaluate(select, [12, 12])
    page.get_by_role("button", name="Mark “admitted”").click()
    expect(number(page, 3)).to_have_attribute("aria-expanded", "true")
    assert steering(page, 3) == "admitted"
    page.get_by_role("button", name="Remove: admitted").click()
    assert steering(page, 3) == ""


def test_marks_survive_a_reload_and_undo_goes_back_far(open_page: OpenPage) -> None:
    """Sixty steps back, of clearing too; without a step there is nothing to undo."""
    page = open_page(READ)
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_be_disabled()
    choose(page, 1)
    for name in ("Sourced", "Unsourced", "Inferred"):
        basis(page, name)
    page.get_by_role("button", name="Next: 2").click()
    basis(page, "Inferred")
    page.get_by_role("button", name="Clear my marks").click()
    says(page, "0 of 17 marked.")
    assert page.evaluate("key => localStorage.getItem(key)", KEY) is None
    undo.click()
    says(page, "2 of 17 marked.")
    page.reload()
    says(page, "2 of 17 marked.")
    assert [kept(page)[n]["basis"] for n in ("1", "2")] == ["i", "i"]
    choose(page, 1)
    for step in range(60):
        basis(page, ("Sourced", "Unsourced", "Inferred")[step % 3])
    for _ in range(60):
        page.keyboard.press("Control+z")
    assert kept(page)["1"]["basis"] == "i"
    expect(undo).to_be_disabled()


def test_typing_is_one_step(open_page: OpenPage) -> None:
    """A line of why is undone at once, and not letter by letter."""
    page = open_page(READ)
    choose(page, 1)
    basis(page, "Unsourced")
    page.get_by_label("Why? One line is enough.").press_sequentially("nobody saw it")
    page.get_by_role("button", name="Undo").click()
    assert kept(page)["1"] == {**kept(page)["1"], "basis": "u", "why": ""}


def older(page: Page) -> None:
    """Make what is kept the marks of an older text: one sentence as it is, one that is no more."""
    page.evaluate(
        """key => {
          const data = JSON.parse(localStorage.getItem(key)), [version] = Object.keys(data.texts);
          data.texts = {"00000000": {...data.texts[version], 9: {...data.texts[version][2], print: "12345678"}}};
          localStorage.setItem(key, JSON.stringify(data));
        }""",
        KEY,
    )
    page.reload()


def test_marks_of_an_older_text_are_kept_and_brought_over(open_page: OpenPage) -> None:
    """Said at once; never put on other sentences; cleared only when the pupil clears."""
    page = open_page(READ)
    choose(page, 2)
    basis(page, "Inferred")
    older(page)
    says(page, "0 of 17 marked.")
    expect(page.get_by_text("The text has changed since you marked it.")).to_be_visible()
    page.get_by_role("button", name="Bring them over").click()
    says(page, "1 of 17 marked.")
    assert list(kept(page)) == ["2"]
    page.get_by_role("button", name="Undo").click()
    says(page, "0 of 17 marked.")
    expect(page.get_by_text("Your 2 marks of the older text are kept.")).to_be_visible()
    page.get_by_role("button", name="Clear my marks").click()
    expect(page.get_by_text("The text has changed")).to_be_hidden()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Your 2 marks of the older text are kept.")).to_be_visible()


def test_without_storage_the_page_says_so_and_works(browser: Browser, site_url: str) -> None:
    """Once; marks then last as long as the page, and travel to the comparison in its address."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('closed', 'SecurityError'); }});"
    )
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(site_url + READ)
    expect(page.locator(".tell")).to_contain_text("does not let the page keep your marks")
    choose(page, 2)
    expect(page.locator(".tell")).to_be_empty()
    basis(page, "Inferred")
    says(page, "1 of 17 marked.")
    page.get_by_role("button", name="Undo").click()
    says(page, "0 of 17 marked.")
    basis(page, "Inferred")
    page.get_by_role("link", name="Compare with the annotators").click()
    expect(page.locator(".compare .verdict")).to_contain_text("1 of 1 alike")
    assert not faults
    context.close()


@pytest.mark.parametrize(
    "junk", ["{", "null", "[]", '{"v":1}', '{"v":1,"texts":{"%":{"2":{"basis":7}}}}', '{"v":9}']
)
def test_strange_contents_of_the_storage_are_passed_over(open_page: OpenPage, junk: str) -> None:
    """Whatever some other page has put there."""
    page = open_page(READ)
    value = junk.replace("%", text_version(real(SLUG).article))
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, value])
    page.reload()
    says(page, "0 of 17 marked.")
    choose(page, 2)
    basis(page, "Inferred")
    says(page, "1 of 17 marked.")


def test_two_tabs_do_not_destroy_each_others_marks(browser: Browser, site_url: str) -> None:
    """Each shows what the other marks, and an undo in one touches only its own sentence."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    first, second = context.new_page(), context.new_page()
    for page in (first, second):
        page.goto(site_url + READ)
    choose(first, 1)
    basis(first, "Unsourced")
    choose(second, 2)
    basis(second, "Inferred")
    says(first, "2 of 17 marked.")
    says(second, "2 of 17 marked.")
    basis(first, "Sourced")
    first.get_by_role("button", name="Undo").click()
    first.get_by_role("button", name="Undo").click()
    says(second, "1 of 17 marked.")
    assert list(kept(first)) == ["2"]
    context.close()


def test_sharing_makes_a_link_to_the_class(open_page: OpenPage) -> None:
    """All marks, no name unless typed, the address of this very site; and the class can read it."""
    page = open_page(READ)
    choose(page, 3)
    basis(page, "Sourced")
    page.get_by_label("By whom?").fill("Greta 😀 <b>")
    word(page, 3, 12).click()
    word(page, 3, 12).click()
    page.get_by_role("button", name="Copy the link").click()
    link = page.get_by_label("The link. It holds your marks")
    expect(link).to_have_value(re.compile(r"^http://127\.0\.0\.1:\d+/who-says/teach/class/#w1\."))
    expect(page.locator(".sent")).to_contain_text("no name in it")
    found = page.evaluate("text => WhoSaysShare.decode(text)", link.input_value())["marks"]
    assert found["name"] == ""
    assert found["bases"] == "--s" + "-" * 14
    assert found["by"] == {"3": "Greta 😀 <b>"}
    assert found["words"] == [[3, 12, 12]]
    page.get_by_label("Your name").fill("شهد 😀")
    page.keyboard.press("Enter")
    expect(page.locator(".sent")).to_contain_text("your name in it")
    named = page.evaluate("text => WhoSaysShare.decode(text)", link.input_value())["marks"]
    assert named == {**found, "name": "شهد 😀"}


def test_what_is_typed_is_only_text(open_page: OpenPage) -> None:
    """On the page itself, too."""
    page = open_page(READ)
    choose(page, 3)
    basis(page, "Sourced")
    for label in ("By whom?", "Why? One line is enough."):
        page.get_by_label(label).fill("<img src=x onerror=alert(1)>")
    page.reload()
    choose(page, 3)
    expect(page.get_by_label("By whom?")).to_have_value("<img src=x onerror=alert(1)>")
    assert page.locator("main img").count() == 0


@pytest.mark.parametrize("path", [POND, WAR], ids=["teaching article", "article"])
def test_nothing_that_the_page_loads_has_an_answer(
    browser: Browser, site_url: str, path: str
) -> None:
    """Searched in its HTML and in every script, style and data file, with the sheet open."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))
    page.goto(site_url + path + "read/", wait_until="networkidle")
    choose(page, 1)
    page.wait_for_load_state("networkidle")
    texts = [
        (urlsplit(response.url).path, unescape(response.body().decode("utf-8")))
        for response in responses
        if response.request.resource_type not in ("font", "image")
    ]
    texts.append(("the page as it is", unescape(page.content())))
    context.close()
    assert len(texts) >= 8
    slug = path.split("/")[1]
    article = real(slug).article
    known = " ".join(
        [article.title, *article.topics, *(block.text.text for block in article.blocks)]
    )
    known += " ".join(question.ask for question in article.questions)
    wanted = {a for a in answers(article) if (" " in a or "-" in a) and a not in known}
    assert len(wanted) > 80
    assert not [(where, each) for where, text in texts for each in wanted if each in text]
    ids = {mark.id for mark in marks(real(slug))}
    html = texts[0][1]
    assert not ids & set(re.findall(r'(?:id|for|data-[a-z]+)="([^"]*)"', html))
    assert not re.findall(
        r'class="[^"]*\b(?:sourced|unsourced|inferred|framing)\b',
        re.sub(r"<svg.*?</svg>|<li>.*?</li>|<label.*?</label>", "", html),
    )


def test_without_scripts_the_page_is_the_worksheet(open_page: OpenPage) -> None:
    """Numbers, text, what to do, questions; and nothing that needs a script."""
    page = open_page(READ, javascript=False)
    for statement in real(SLUG).article.statements:
        sentence = page.locator(f"[data-n='{statement.number}']")
        expect(sentence).to_have_text(f"{statement.number}{statement.text}")
        expect(sentence.get_by_text(str(statement.number), exact=True)).to_be_visible()
    for question in real(SLUG).article.questions:
        expect(page.get_by_text(question.ask)).to_be_visible()
    expect(page.get_by_text("Marking on the screen needs scripts.")).to_be_visible()
    assert page.locator("main :is(button, input, textarea):visible").count() == 0


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "no scripts"])
def test_the_worksheet_on_paper(open_page: OpenPage, paper: str, javascript: bool) -> None:
    """All sentences with their numbers, all questions, room to write, no mark and no answer."""
    page = open_page(READ, javascript=javascript, width=390)
    if javascript:
        choose(page, 2)
        basis(page, "Inferred")
        page.get_by_label("Why? One line is enough.").fill("a line of the pupil’s own")
    sheets = PdfReader(BytesIO(page.pdf(format=paper)))
    text = squeezed(" ".join(sheet.extract_text() for sheet in sheets.pages))
    article = real(SLUG).article
    for statement in article.statements:
        assert squeezed(statement.text) in text, statement.number
        assert text.count(str(statement.number)) >= 2, "in the text, and where one writes"
    for question in article.questions:
        assert squeezed(question.ask) in text
    for words in ("Name", "Class", "Date", "Words that steer", "nobody is named"):
        assert squeezed(words) in text
    for words in ("pupil’s own", "Undo", "Compare", "Share your marks", "Take words"):
        assert squeezed(words) not in text
    known = squeezed(" ".join(block.text.text for block in article.blocks))
    told = {squeezed(a) for a in answers(article) if " " in a} - {known}
    assert not {each for each in told if each in text and each not in known}
    page.emulate_media(media="print")
    lines = page.locator(".room li")
    assert lines.count() == len(article.statements)
    box = lines.first.bounding_box()
    assert box
    assert box["height"] > 50
    plain = page.locator("[data-n='2'] .x" if javascript else "[data-n='2']").evaluate(
        "e => [getComputedStyle(e).textDecorationLine, getComputedStyle(e).backgroundColor]"
    )
    assert plain == ["none", "rgba(0, 0, 0, 0)"]


def test_paper_has_the_address_and_its_squares(open_trial: OpenPage) -> None:
    """Where the site knows its address; on the screen they are not shown."""
    page = open_trial("articles/the-kite/read/")
    squares = page.get_by_role("img", name="The address of this page, for a camera")
    expect(squares).to_be_hidden()
    page.emulate_media(media="print")
    expect(squares).to_be_visible()
    expect(page.get_by_text("example.org/who-says/articles/the-kite/read/")).to_be_visible()


def test_right_to_left_text_is_marked_too(open_trial: OpenPage) -> None:
    """Words, stretches and arrow keys go with the text."""
    page = open_trial("articles/the-lamp-of-the-square/read/", width=390)
    number(page, 1).focus()
    page.keyboard.press("ArrowLeft")
    expect(number(page, 2)).to_be_focused()
    page.keyboard.press("Enter")
    basis(page, "Sourced")
    word(page, 2, 1).click()
    word(page, 2, 2).click()
    words = page.locator("[data-n='2'] .w:not(.gap)").all_inner_texts()[:2]
    assert steering(page, 2) == " ".join(words)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_two_hundred_statements_are_marked_at_once(open_trial: OpenPage) -> None:
    """A mark in a long article shows within a tenth of a second."""
    page = open_trial("articles/the-town-that-counted/read/", width=390)
    spent = page.evaluate(
        """() => {
          document.querySelector("#n120").click();
          const start = performance.now();
          document.querySelectorAll("[name=basis]")[2].click();
          document.body.getBoundingClientRect();
          return performance.now() - start;
        }"""
    )
    assert spent < 100
    says(page, "1 of 200 marked.")


def test_the_page_works_without_a_network_once_opened(browser: Browser, site_url: str) -> None:
    """It, the explainer and the comparison, as they are; another page is not pretended to be there."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(site_url + READ)
    expect(page.get_by_text("This page now works without a network too.")).to_be_attached(
        timeout=20_000
    )
    choose(page, 2)
    basis(page, "Unsourced")
    context.set_offline(True)
    page.reload()
    says(page, "1 of 17 marked.")
    assert page.evaluate(
        "document.fonts.ready.then(() => document.fonts.check('900 20px Vollkorn'))"
    )
    page.get_by_role("link", name="Compare with the annotators").click()
    expect(page.locator(".differences li")).to_have_count(1)
    expect(page.locator(".differences li")).to_have_css("border-top-width", "1px")
    page.go_back()
    says(page, "1 of 17 marked.")
    with pytest.raises(Exception, match="ERR_"):
        page.goto(site_url + "search/")
    context.close()


def test_the_network_comes_first_and_others_are_left_alone(browser: Browser, site_url: str) -> None:
    """What has changed is fetched and kept; old versions of the store go; nothing foreign is kept."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(site_url + READ)
    page.evaluate(
        "caches.open('whosays 0 ' + new URL('../../../', location).href).then(() => caches.open('a game'))"
    )
    expect(page.get_by_text("works without a network too")).to_be_attached(timeout=20_000)
    names = page.evaluate("caches.keys()")
    assert "a game" in names
    kept_urls = page.evaluate(
        "caches.keys().then(names => caches.open(names.find(name => name.startsWith('whosays 1'))))"
        ".then(cache => cache.keys()).then(keys => keys.map(key => key.url))"
    )
    assert kept_urls
    assert all(url.startswith(site_url) for url in kept_urls)
    assert not [url for url in kept_urls if "search/" in url or "techniques/" in url]
    page.goto(site_url + "search/")
    again = page.evaluate("caches.match(location.href).then(found => Boolean(found))")
    assert again is False
    context.close()


@pytest.mark.parametrize("open_it", [False, True], ids=["as it comes", "with the slip"])
def test_axe_finds_nothing_on_the_student_page(open_page: OpenPage, open_it: bool) -> None:
    """With marks of each kind and everything on the slip too, and then at both widths in both schemes."""
    page = open_page(READ)
    if open_it:
        for statement, name in ((1, "Unsourced"), (2, "Inferred"), (3, "Sourced")):
            choose(page, statement)
            basis(page, name)
        word(page, 3, 12).click()
        word(page, 3, 12).click()
        page.locator(".steer summary").click()
    wanted = (*LOOKS, *OTHER_LOOKS) if open_it else LOOKS
    found = [line for look in looks(page, wanted) for line in faults(page, look)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("width", "height"), [(320, 700), (320, 256), (390, 844), (800, 1000)])
def test_nothing_scrolls_sideways_or_hides_the_focus(
    open_page: OpenPage, width: int, height: int
) -> None:
    """Also at 400 % zoom, where 1280 by 1024 is 320 by 256: what has the focus can be seen."""
    page = open_page(READ, width=width, height=height)
    number(page, 9).focus()
    page.keyboard.press("Enter")
    for _ in range(14):
        seen = page.evaluate(
            """() => {
              const at = document.activeElement, box = at.getBoundingClientRect();
              const top = document.elementFromPoint(box.left + box.width / 2, Math.max(1, box.top + Math.min(box.height, 30) / 2));
              return [at.outerHTML.slice(0, 80), Boolean(top) && (at.contains(top) || top.contains(at) || Boolean(top.closest("label")))];
            }"""
        )
        assert seen[1], seen
        page.keyboard.press("Tab")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_forced_colours_keep_the_marks(open_page: OpenPage) -> None:
    """Words that steer are outlined where their wash is not painted."""
    forced: Literal["active"] = "active"
    page = open_page(READ, forced_colors=forced)
    choose(page, 2)
    word(page, 2, 4).click()
    word(page, 2, 5).click()
    expect(page.locator("[data-n='2'] .w.on").first).to_have_css("outline-style", "solid")
