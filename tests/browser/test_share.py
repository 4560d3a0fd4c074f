"""The format of a share: what is packed comes out again, and what is not known is refused with a reason."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.pages.version import text_version
from tests.browser.articles import POND, real
from tests.browser.conftest import watched

SLUG, TEXT = "the-pink-pond", "0f3a9c71"

MARKS: dict[str, Any] = {
    "slug": SLUG,
    "text": TEXT,
    "name": "Sam",
    "bases": "us-i",
    "by": {"2": "Greta Holm"},
    "why": {"4": "Nobody asked her."},
    "words": [[2, 7, 7, "sounds guilty"], [3, 1, 4]],
}

SHAPE: list[Any] = [SLUG, TEXT, "", "us-i", {}, {}, []]
"""The least share: four statements, three of them marked."""


@pytest.fixture(scope="module")
def page(browser: Browser, site_url: str) -> Iterator[Page]:
    """A page that has the format, for all these tests: none changes it."""
    with watched(browser, site_url, []) as open_one:
        yield open_one(f"{POND}read/")


def encode(page: Page, marks: dict[str, Any]) -> str:
    """The code that the page makes of these marks."""
    return str(page.evaluate("marks => WhoSaysShare.encode(marks)", marks))


def decode(page: Page, text: object, wanted: dict[str, str] | None = None) -> dict[str, Any]:
    """What the page makes of a code."""
    found: dict[str, Any] = page.evaluate(
        "([text, wanted]) => WhoSaysShare.decode(text, wanted ?? undefined)", [text, wanted]
    )
    return found


def refusal(page: Page, text: object, wanted: dict[str, str] | None = None) -> str:
    """Why a code is refused; the reason comes with a sentence for people."""
    found = decode(page, text, wanted)
    assert found["ok"] is False
    assert found["say"].endswith((".", "?"))
    return str(found["why"])


def packed(data: object) -> str:
    """A whole code of any data, made as the format's page says and not by our own script."""
    text = data if isinstance(data, bytes) else json.dumps(data, ensure_ascii=False).encode()
    body = base64.urlsafe_b64encode(text).rstrip(b"=")
    return f"w1.{body.decode()}.{zlib.crc32(body):08x}"


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Sam",
        "😀👩‍👩‍👧 Zoë",
        "שרה לוי",
        "مريم",
        "田中 さくら",
        "<script>alert(1)</script>",
        "a'\"&#x;\\",
    ],
)
def test_marks_come_out_as_they_went_in(page: Page, name: str) -> None:
    """Whatever the pupil is called, by the code, by the whole link, and after a mail has broken it."""
    marks = {**MARKS, "name": name, "why": {"4": name or "why"}}
    code = encode(page, marks)
    broken = "\n".join(code[at : at + 40] for at in range(0, len(code), 40))
    for given in (code, f"https://example.org/a/teach/class/#{code}", f"  {broken} \r\n"):
        assert decode(page, given) == {"ok": True, "marks": marks}


def test_the_format_is_the_one_that_its_page_describes(page: Page) -> None:
    """Another program that follows the page reads our codes, and we read its."""
    code = encode(page, MARKS)
    version, body, checksum = code.split(".")
    assert version == "w1"
    assert checksum == f"{zlib.crc32(body.encode()):08x}"
    data = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
    assert data == [MARKS[key] for key in ("slug", "text", "name", "bases", "by", "why", "words")]
    assert decode(page, packed(data))["marks"] == MARKS


def test_the_page_and_the_generator_agree_on_the_version_of_a_text(page: Page) -> None:
    """The page's own number is the one that the format's page tells how to compute."""
    article = real("the-pink-pond").article
    shown = page.locator("[data-text]").get_attribute("data-text")
    assert shown == text_version(article)


@pytest.mark.parametrize("cut", [1, 4, 9, 12, 30])
def test_a_link_that_was_cut_off_is_damaged(page: Page, cut: int) -> None:
    """Wherever it was cut."""
    code = encode(page, MARKS)
    assert refusal(page, code[:-cut]) == "damaged"


def test_a_changed_character_is_found(page: Page) -> None:
    """Any one, in the marks or in the checksum."""
    code = encode(page, MARKS)
    for at in range(3, len(code), 7):
        other = "A" if code[at] != "A" else "B"
        assert refusal(page, code[:at] + other + code[at + 1 :]) == "damaged", at


def test_what_is_no_share_is_foreign(page: Page) -> None:
    """Any other text, or none."""
    addresses = ("https://example.org/", "https://example.org/#top")
    for text in ("", " ", "hello", *addresses, "w0.a.b", "W1.a.b", "x1.a.b", None, 7):
        assert refusal(page, text) == "foreign", text


@pytest.mark.parametrize("text", ["w2.abc.12345678", "w17.!", "https://example.org/#w2.x"])
def test_a_newer_version_is_named_as_such(page: Page, text: str) -> None:
    """Whatever stands in it."""
    assert refusal(page, text) == "newer"


def test_too_much_is_refused_both_ways(page: Page) -> None:
    """What is too long is not read, and not made."""
    assert refusal(page, "w1." + "A" * 1_000_000 + ".12345678") == "too-long"
    long = "x" * 280
    many = {**MARKS, "bases": "s" * 60, "by": {}, "why": {str(n): long for n in range(1, 61)}}
    assert encode(page, many) == ""
    assert encode(page, {**MARKS, "bases": "u" * 401, "by": {}, "words": []}) == ""
    full = {**MARKS, "bases": "u" * 400, "by": {}, "why": {}, "words": []}
    assert decode(page, encode(page, full))["marks"] == full


def test_marks_of_another_article_or_text_are_told_apart(page: Page) -> None:
    """Where one is asked for."""
    code = encode(page, MARKS)
    assert decode(page, code, {"slug": SLUG, "text": TEXT})["ok"] is True
    assert refusal(page, code, {"slug": "the-kite", "text": TEXT}) == "article"
    assert refusal(page, code, {"slug": SLUG, "text": "00000000"}) == "text"


def at(place: int, value: object) -> list[Any]:
    """The least share with one other value."""
    return [*SHAPE[:place], value, *SHAPE[place + 1 :]]


STRANGE: dict[str, object] = {
    "an object": {"slug": SLUG},
    "null": None,
    "a value too many": [*SHAPE, 1],
    "a value too few": SHAPE[:6],
    "a path": at(0, "../../x"),
    "no article": at(0, ""),
    "a strange text": at(1, "zzzzzzzz"),
    "a name that is none": at(2, 7),
    "a long name": at(2, "x" * 281),
    "a name with lines": at(2, "a\nb"),
    "a name with controls": at(2, "a\u0000b"),
    "no statements": at(3, ""),
    "strange bases": at(3, "us<i"),
    "a list of bases": at(3, ["u", "s"]),
    "by whom of nothing": at(4, {"9": "a"}),
    "by whom of the unsourced": at(4, {"1": "a"}),
    "a hostile key": at(4, {"__proto__": "a"}),
    "a list of voices": at(4, ["a"]),
    "no reason": at(5, {"1": ""}),
    "a reason that is none": at(5, {"1": {"a": 1}}),
    "a half statement": at(5, {"1.5": "a"}),
    "words of nothing": at(6, [[5, 1, 1]]),
    "words from end to start": at(6, [[1, 3, 2]]),
    "word nought": at(6, [[1, 0, 2]]),
    "a half word": at(6, [[1, 1.5, 2]]),
    "words as text": at(6, [["1", 1, 2]]),
    "five values": at(6, [[1, 1, 2, "a", "b"]]),
    "too many stretches": at(6, [[1, 1, 1]] * 401),
}


def test_another_shape_is_refused(page: Page) -> None:
    """A whole code that holds something else: each part is looked at."""
    assert decode(page, packed(SHAPE))["ok"] is True
    taken = [name for name, data in STRANGE.items() if decode(page, packed(data))["ok"]]
    assert not taken
    assert {refusal(page, packed(data)) for data in STRANGE.values()} == {"foreign"}


def test_bytes_that_are_no_json_are_refused(page: Page) -> None:
    """Without an exception."""
    whole = json.dumps(SHAPE).encode()
    for data in (b"\xff\xfe\xfa", b"{", b"[1,", whole + b"x", whole + b"\xff", b"[" * 9000):
        assert refusal(page, packed(data)) == "foreign"


def test_nothing_of_a_strangers_code_reaches_other_objects(page: Page) -> None:
    """A key that JavaScript treats in its own way changes no other object."""
    hostile = json.dumps(SHAPE).replace("{}", '{"__proto__": {"polluted": 1}}', 1)
    assert refusal(page, packed(hostile.encode())) == "foreign"
    assert page.evaluate("({}).polluted") is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“A gift”, he said.", ["“A", "gift”,", "he", "said."]),
        ("  two \n words ", ["two", "words"]),
        ("池が赤い", ["池", "が", "赤", "い"]),
        ("قال مصباح", ["قال", "مصباح"]),
        ("👩‍👩‍👧 6.2-million", ["👩‍👩‍👧", "6.2-million"]),
        ("", []),
    ],
)
def test_words_are_counted_alike_everywhere(page: Page, text: str, words: list[str]) -> None:
    """By white space, and by character in scripts that have none."""
    found = page.evaluate(
        "text => WhoSaysShare.words(text).map(([a, b]) => text.slice(a, b))", text
    )
    assert found == words
