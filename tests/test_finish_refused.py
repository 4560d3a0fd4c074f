"""What a finished page must not hold is named, with its place and its mend."""

from __future__ import annotations

import pytest

from generator.finish.markup import tags
from generator.finish.refused import refused
from generator.model import Problem

HEAD = '<meta charset="utf-8">'


def found(body: str) -> list[Problem]:
    """The problems of a page, its body on line 2."""
    page = f"{HEAD}\n{body}"
    return list(refused("a/index.html", page, tuple(tags(page))))


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('<p style="color:red">x</p>', "inline-style"),
        ('<svg><path class="a" STYLE="fill:red"/></svg>', "inline-style"),
        ("<p class=a style=color:red>x</p>", "inline-style"),
        ('<button onclick="go()">x</button>', "inline-handler"),
        ("<img alt='' src='a.png' oNerror='go()'>", "inline-handler"),
        ('<body\nonload="go()">', "inline-handler"),
        ('<base href="/">', "refused-element"),
        ('<iframe src="a.html"></iframe>', "refused-element"),
        ('<object data="a.pdf"></object>', "refused-element"),
        ('<meta http-equiv="refresh" content="0; a/">', "refused-meta"),
        ('<meta http-equiv="Content-Security-Policy" content="script-src *">', "refused-meta"),
        ('<p id="a">x</p><p id="a">y</p>', "duplicate-id"),
        ('<p id="a">x</p><svg><g id=a></g></svg>', "duplicate-id"),
        ('<p id="&#97;">x</p><p id="a">y</p>', "duplicate-id"),
        ('<p id="">x</p>', "empty-id"),
        ("<p>a <b</p>", "unclear-markup"),
        ('<p title="a <b>">x</p>', "unclear-markup"),
        ("<p title=it's>x</p>", "unclear-markup"),
        ('<p title="a"id="b">x</p>', "unclear-markup"),
        ("<p>x</p title='>'>", "unclear-markup"),
        ("<!-- no end", "unclear-markup"),
        ("<!--> <p>x</p> -->", "unclear-markup"),
        ("<![CDATA[ x ]]>", "unclear-markup"),
        ("<script>never()", "unclear-markup"),
        ("<script>a = '<!--<script>'</script>", "unclear-markup"),
    ],
)
def test_a_page_may_not_hold(body: str, code: str) -> None:
    """One thing is wrong, and it is on the body's line."""
    [problem] = found(body)
    assert (problem.code, problem.severity) == (code, "error")
    assert (problem.place.path, problem.place.line) == ("a/index.html", 2)
    assert problem.message
    assert problem.hint


@pytest.mark.parametrize(
    "body",
    [
        '<p class="style" data-style="a" data-on="b" lang="en" title="on style=a onclick=b">x</p>',
        "<p>style=a onclick=b id=c 1 < 2 &lt;b> 'quoted\"</p>",
        "<p title='\"quoted\"' hidden>x<br/><input type=checkbox checked></p >",
        "<!-- <p style='a' onclick='b'> --><!-- two -- dashes -->",
        '<script>a = "<p style=b onclick=c>"</script><style>p{color:red}</style>',
        '<svg viewBox="0 0 1 1"><use href="#a"/><title>x</title></svg>',
        '<p id="a">x</p><p id="A">y</p><label for="a">z</label>',
        "<!DOCTYPE html><p>x</p>",
    ],
)
def test_a_page_may_hold(body: str) -> None:
    """Words that look like faults, in text, comments, values and scripts."""
    assert found(body) == []


def test_every_fault_is_shown_in_one_run() -> None:
    """Also two in one tag, and the fault's place is the tag's."""
    problems = found('<p>x</p>\n<p style="a" onclick="b">x</p>\n  <base href="/">')
    assert [(p.code, p.place.line, p.place.column) for p in problems] == [
        ("inline-handler", 3, 1),
        ("inline-style", 3, 1),
        ("refused-element", 4, 3),
    ]
    assert problems[0].place.excerpt == '<p style="a" onclick="b">x</p>'
    assert problems[2].place.length == len('<base href="/">')


@pytest.mark.parametrize(
    "page", ["new", "<title>x</title>" + HEAD, "<script>a()</script>" + HEAD, "", "<p>" + HEAD]
)
def test_nothing_may_come_before_the_charset(page: str) -> None:
    """A policy holds only what comes after it."""
    assert [p.code for p in refused("a.html", page, tuple(tags(page)))] == ["no-charset"]


@pytest.mark.parametrize(
    "before",
    ["", "\ufeff<!DOCTYPE html>\r\n", "<!-- a --> <!doctype html><html lang='en'><head >\n"],
)
def test_before_the_charset_a_page_may_have_its_beginning(before: str) -> None:
    """A doctype, comments, html and head."""
    page = before + HEAD
    assert list(refused("a.html", page, tuple(tags(page)))) == []
