"""What reads plain pages in one go finds what reading them tag by tag finds."""

from __future__ import annotations

import pytest

from generator.finish import _plainly, _tag_by_tag, finish_page
from generator.finish.plain import plain_body
from generator.finish.policy import policy
from generator.pages import around_of, pages_of_article
from generator.render import environment, render
from generator.stamp import source_of
from tests.sample import BRIDGE, ROOT, analysed, codebook

HEAD = (
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    '<link rel="stylesheet" href="../../assets/whosays.css">\n'
    '<script src="../../assets/whosays.js" defer></script>\n</head>\n<body>\n'
    '<a class="skip" href="#content">Skip</a>\n'
)
PATH = "articles/one/index.html"

PLAIN = {
    "marks and notes": '<p id="s1"><a class="n" href="#n1">1</a> words</p><p id="n1">a &lt; b</p>',
    "bare values": "<p id=s1><a class=n href=#n1>1</a></p><p id=n1>x</p><svg width=5% />",
    "links of all sorts": '<a href="../two/#x">2</a><a href="https://a.example/?b=c&amp;d">c</a>',
    "a drawing": '<svg viewBox="0 0 1 1"><g id="w"/><rect fill="url(#w)"/><use href="#w"/></svg>',
    "a field": '<form class="f"><input name="q" value="a" checked><select name="w"></select></form>',
    "an address with an entity": '<a href="#a&amp;b">x</a><i id="a&amp;b">y</i>',
}
"""Bodies that are read in one go."""

ODD = {
    "a script": '<script>alert("1")</script>',
    "a handler": '<p onclick="x">y</p>',
    "a handler in capitals": '<p ONCLICK="x">y</p>',
    "a style": '<p style="color: red">y</p>',
    "a frame": '<iframe href="x"></iframe>',
    "an id twice": '<p id="a">x</p><p id="a">y</p>',
    "an id of the head": '<p id="content">x</p>',
    "two ids in one tag": '<p id="a" id="b"><a href="#b">x</a></p>',
    "two addresses in one tag": '<a href="#content" href="#b">x</a>',
    "an empty id": '<p id="">x</p>',
    "a link to nowhere": '<a href="#nowhere">x</a>',
    "a script's address": '<a href="java\nscript:x">x</a>',
    "a picture": '<img src="https://a.example/x.png">',
    "a thing that loads": '<use href="https://a.example/x.svg#y"/>',
    "words that look like an id": '<p>id="a" <a href="#a">x</a></p>',
    "a value that looks like an id": '<p title=\' id="a"\'><a href="#a">x</a></p>',
    "a sign in a value": '<p title="a > b" id="c"><a href="#c">x</a></p>',
    "a name": '<a name="a">x</a><a href="#a">y</a>',
    "a comment": '<!-- <p id="a"> --><a href="#a">y</a>',
    "a stray sign": "<p>a < b</p>",
    "an address in a style of SVG": '<rect fill="url(https://a.example/x)"/>',
    "a form that sends": '<form action="https://a.example/"></form>',
    "capital letters": '<P ID="a"><A HREF="#a">x</A></P>',
    "no end": '<p id="a',
}
"""Bodies that are not, or in which something is wrong."""


def page(body: str) -> str:
    """A page with this body."""
    return f'{HEAD}<main id="content">\n{body}\n</main>\n</body>\n</html>\n'


@pytest.mark.parametrize("name", PLAIN)
def test_plain_pages_are_read_in_one_go_with_the_same_result(name: str) -> None:
    """Anchors, links, style sheets and the tags that decide the policy."""
    whole = page(PLAIN[name])
    quick = _plainly(PATH, whole, "/")
    slow = _tag_by_tag(PATH, whole, "/")
    assert quick
    assert quick[1] == slow[1]
    assert policy(PATH, quick[0]) == policy(PATH, slow[0])
    assert not quick[1].problems


@pytest.mark.parametrize("name", ODD)
def test_all_that_is_odd_is_left_to_reading_tag_by_tag(name: str) -> None:
    """Or it gives the same: never less."""
    whole = page(ODD[name])
    quick = _plainly(PATH, whole, "/")
    assert quick is None or quick[1] == _tag_by_tag(PATH, whole, "/")[1]
    assert finish_page(PATH, whole)[1] == _tag_by_tag(PATH, whole, "/")[1]


def test_the_pages_of_an_article_are_plain() -> None:
    """Or the quick way is never taken."""
    templates = environment(ROOT / "templates")
    around = around_of(codebook(), published={})
    for page_ in pages_of_article(analysed(BRIDGE), around):
        if page_.path.endswith(".md"):
            body = source_of(render(page_, templates)).body
            assert plain_body(page(body)), page_.path
