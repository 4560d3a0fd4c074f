"""What a finished site points at is in it, and each fault is said once, with its places."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.finish import finish_site
from generator.model import Problem

HEAD = '<meta charset="utf-8">'
FILES = {
    "index.html": '<p id="top-story">x</p>',
    "404.html": "",
    "a/index.html": '<p id="ä b">x</p><a name="old">x</a>',
    "a/b/index.html": "",
    "assets/x y.css": "p{}",
    "assets/pic.svg": "<svg/>",
}


def run(folder: Path, changed: dict[str, str]) -> tuple[Problem, ...]:
    """The problems of the site above with these files changed or added; bodies begin on line 2."""
    for path, text in {**FILES, **changed}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{HEAD}\n{text}" if path.endswith(".html") else text, encoding="utf-8")
    return finish_site(folder).problems


@pytest.mark.parametrize(
    "body",
    [
        '<a href="../../">x</a><a href="../..">x</a><a href="..">x</a><a href=".">x</a>',
        '<a href="">x</a><a href="#">x</a><a href="#top">x</a><a href="?a=1&amp;b=2#">x</a>',
        '<p id="s1">x</p><a href="#s1">x</a><a href="?layers=a#s1">x</a>',
        '<a href="../#%C3%A4%20b">x</a><a href="../#ä b">x</a><a href="../#old">x</a>',
        '<a href="../../index.html#top-story">x</a><a href="../../#top-story:~:text=x">x</a>',
        '<a href="https://example.org/x#y">x</a><a href="mailto:a@b.c">x</a><a href="http://a">x</a>',
        '<link rel="stylesheet" href="../../assets/x%20y.css">',
        '<link rel="canonical" href="https://example.org/a/b/">',
        '<img alt="" src="../../assets/pic.svg#view" srcset="../../assets/pic.svg 1x, ../../assets/pic.svg 2x">',
        '<svg><pattern id="p"/><rect fill="url(#p)"/><use href="#p"/></svg>',
        '<p id="x" aria-label="url(https://a.b/c)" title="url(none.png)" data-w="url(#q)">x</p>',
        '<form action="../../a/">x</form>',
    ],
)
def test_what_is_there_can_be_pointed_at(tmp_path: Path, body: str) -> None:
    """Pages, places in them, and files, from two folders down."""
    assert run(tmp_path, {"a/b/index.html": body}) == ()


@pytest.mark.parametrize(
    ("body", "code", "says"),
    [
        ('<a href="../c/">x</a>', "no-file", "`a/c/`"),
        ('<a href="../../A/">x</a>', "no-file", "`A/`"),
        ('<img alt="" src="none.png">', "no-file", "`a/b/none.png`"),
        ('<img alt="" srcset="../../assets/pic.svg 1x, none.png 2x">', "no-file", "none.png"),
        ('<link rel="stylesheet" href="../../none.css">', "no-file", "`none.css`"),
        ('<script src="../../none.js"></script>', "no-file", "`none.js`"),
        ("<style>p{background:url( 'none.png' )}</style>", "no-file", "none.png"),
        ('<a href="../../a">x</a>', "no-slash", "`a`"),
        ('<a href="#s2">x</a>', "no-place", "`a/b/` has no place called `s2`"),
        ('<input name="s2"><a href="#s2">x</a>', "no-place", "`s2`"),
        ('<a href="../#s2">x</a>', "no-place", "`a/` has no place called `s2`"),
        ('<a href="../../#Top-Story">x</a>', "no-place", "`index.html` has no place"),
        ('<svg><rect fill="url(#q)"/></svg>', "no-place", "`q`"),
        ('<a href="../../../x/">x</a>', "leaves-site", "`../../../x/`"),
        ('<a href="/a/">x</a>', "root-address", "`/a/`"),
        ('<script src="/a.js"></script>', "root-address", "`/a.js`"),
        ('<a href="javascript:go()">x</a>', "odd-address", "`javascript:go()`"),
        ('<a href=" java&#10;script&colon;go()">x</a>', "odd-address", "`javascript:go()`"),
        ('<svg><a xlink:href="JavaScript:go()">x</a></svg>', "odd-address", "JavaScript:go()"),
        ('<a href="data:text/html,x">x</a>', "odd-address", "data:"),
        ('<a href="//example.org/x">x</a>', "odd-address", "`//example.org/x`"),
        ('<script src="https://example.org/a.js"></script>', "other-origin", "example.org"),
        ('<script src="\\\\example.org\\a.js"></script>', "other-origin", "//example.org/a.js"),
        ('<link rel="stylesheet" href="//example.org/a.css">', "other-origin", "example.org"),
        ('<link rel="preconnect" href="https://example.org">', "other-origin", "example.org"),
        ('<link rel="dns-prefetch" href="//example.org">', "other-origin", "example.org"),
        ('<link rel="alternate stylesheet" href="https://a.b/c">', "other-origin", "a.b/c"),
        ('<link href="https://a.b/c">', "other-origin", "a.b/c"),
        ('<img alt="" src="http://example.org/a.png">', "other-origin", "example.org"),
        ('<img alt="" src="data:image/png;base64,AA==">', "other-origin", "data:image/png"),
        ('<a href="#" ping="https://example.org/">x</a>', "other-origin", "example.org"),
        ('<form action="https://example.org/">x</form>', "other-origin", "example.org"),
        ('<p class="url(https://a.b/c)">x</p>', "other-origin", "a.b/c"),
    ],
)
def test_what_is_not_there_is_a_fault(tmp_path: Path, body: str, code: str, says: str) -> None:
    """One thing is wrong, and its page, line and address are said."""
    [problem] = run(tmp_path, {"a/b/index.html": body})
    assert problem.code == code
    assert (problem.place.path, problem.place.line) == ("a/b/index.html", 2)
    assert says in problem.message
    assert problem.hint


def test_the_addresses_of_a_style_sheet_are_followed(tmp_path: Path) -> None:
    """From its own folder, with its lines, also in the sheets that it imports; not in comments."""
    problems = run(
        tmp_path,
        {
            "index.html": '<link rel="stylesheet" href="assets/x%20y.css">',
            "assets/x y.css": '@import "more/b.css";\n/* url(old.png) */ p{background:url(pic.svg);clip-path:url(#c)}\n'
            "@font-face{src:url('none.woff2')}",
            "assets/more/b.css": '@import url("../x y.css");\np{background:url(pic.svg)}@import url(c.css);',
            "assets/more/c.css": "@import 'd.css';",
        },
    )
    assert [(p.place.path, p.place.line, p.code, p.message) for p in problems] == [
        ("assets/more/b.css", 2, "no-file", "The site has no `assets/more/pic.svg`."),
        ("assets/more/c.css", 1, "no-file", "The site has no `assets/more/d.css`."),
        ("assets/x y.css", 3, "no-file", "The site has no `assets/none.woff2`."),
    ]


def test_a_style_sheet_that_no_page_loads_is_left_alone(tmp_path: Path) -> None:
    """An engine brings files that we never use."""
    assert run(tmp_path, {"engine.css": "p{background:url(https://example.org/a.png)}"}) == ()


@pytest.mark.parametrize("home", ["/", "/who-says/"])
def test_the_page_for_lost_readers_starts_at_the_home_of_the_site(
    tmp_path: Path, home: str
) -> None:
    """It is shown at any depth, so its addresses begin with the site's own path, and no other way."""
    canonical = f'<link rel="canonical" href="https://example.org{home}">'
    links = f'<a href="{home}a/">x</a><a href="{home}">x</a><p id="b">x</p><a href="#b">x</a>'
    assert run(tmp_path, {"index.html": canonical, "404.html": links}) == ()

    wrong = f'<a href="{home}c/">x</a>\n<a href="a/">x</a>\n<a href="/elsewhere/a/">x</a>'
    problems = run(tmp_path, {"index.html": canonical, "404.html": wrong})
    last = "no-file" if home == "/" else "root-address"
    assert [p.code for p in problems] == ["no-file", "relative-address", last]


def test_a_slip_in_a_template_is_said_once(tmp_path: Path) -> None:
    """With the places where it stands too, and their number where there are many."""
    pages = {f"p{n}/index.html": '\n<a href="../gone/">x</a>' for n in range(1, 7)}
    [problem] = run(tmp_path, pages)
    assert problem.place.path == "p1/index.html"
    assert problem.message == (
        "The site has no `gone/`. Also: p2/index.html:3, p3/index.html:3, p4/index.html:3, 2 more places."
    )


def test_a_fragment_that_is_gone_is_said_for_each_page(tmp_path: Path) -> None:
    """From page to page, though pages are read one by one and changed on the way."""
    link = '<a href="../#gone">x</a>'
    for _ in range(2):
        [problem] = run(tmp_path, {"a/b/index.html": link, "a/c/index.html": f"\n\n{link}"})
        assert problem.place.line == 2
        assert problem.place.excerpt == link
        assert problem.message.endswith("Also: a/c/index.html:4.")
        finish_site(tmp_path)


def test_a_file_that_is_not_text_is_a_fault(tmp_path: Path) -> None:
    """A page or a style sheet in another encoding is named, and the others are still checked."""
    run(tmp_path, {"index.html": '<link rel="stylesheet" href="assets/x%20y.css">'})
    (tmp_path / "a/index.html").write_bytes(b"\xff\xfe")
    (tmp_path / "assets/x y.css").write_bytes(b"\xff")
    problems = finish_site(tmp_path).problems
    assert {p.code for p in problems} == {"not-utf-8"}
    assert "assets/x y.css:1" in problems[0].message
