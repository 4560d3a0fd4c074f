"""Each page gets the tightest policy that it works under, and says so in its head."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from pathlib import Path

import pytest

from generator.finish import finish_site
from generator.finish.markup import tags
from generator.finish.policy import POLICY, policy, with_policy, without_policy

HEAD = '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
PLAIN = "; ".join(f"{name} {' '.join(sources)}" for name, sources in POLICY.items())


def sha(text: str) -> str:
    """The source that lets a script or style with this text through."""
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def directive(name: str, body: str) -> list[str]:
    """The sources of one directive, for a page with this in its body."""
    found = policy("a.html", tags(f"{HEAD}</head><body>{body}</body></html>"))
    return next(part.split()[1:] for part in found.split("; ") if part.startswith(f"{name} "))


def test_the_hash_is_the_one_that_browsers_take() -> None:
    """The example of the CSP specification: `alert('Hello, world.');`."""
    known = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
    assert sha("alert('Hello, world.');") == known
    assert directive("script-src", "<script>alert('Hello, world.');</script>") == ["'self'", known]


def test_nothing_is_allowed_that_is_not_named() -> None:
    """All is closed by default, and nothing unsafe, no scheme and no other host is opened."""
    assert POLICY["default-src"] == ("'none'",)
    assert {s for sources in POLICY.values() for s in sources} == {"'none'", "'self'"}


@pytest.mark.parametrize(
    "script",
    [
        '<script src="a.js"></script>',
        '<script src="a.js" defer>ignored()</script>',
        '<script type="application/ld+json">{"@context": "https://schema.org"}</script>',
        '<script type="text/plain">words</script>',
        "<!-- <script>alert(1)</script> -->",
        "&lt;script>alert(1)&lt;/script>",
    ],
)
def test_what_does_not_run_inline_gets_no_hash(script: str) -> None:
    """A file of its own, data, a comment and text."""
    assert directive("script-src", script) == ["'self'"]


@pytest.mark.parametrize(
    "tag",
    [
        "<script>",
        "<SCRIPT\n>",
        '<script type="">',
        "<script type=module>",
        "<script type=' Text/JavaScript '>",
        '<script type="importmap">',
        '<script data-src="a.js">',
    ],
)
def test_what_runs_inline_gets_one(tag: str) -> None:
    """However its tag is written."""
    assert directive("script-src", f"{tag}run()</script >") == ["'self'", sha("run()")]


def test_the_text_is_hashed_as_it_stands_with_its_line_ends_normalised() -> None:
    """White space counts, nothing is decoded, and CRLF and CR are LF to a browser."""
    assert directive("script-src", "<script>\r\n a &amp;& 'ä';\r\n</script>")[1:] == [
        sha("\n a &amp;& 'ä';\n")
    ]


def test_each_script_counts_once_and_in_order() -> None:
    """Two that are the same need one hash."""
    body = "<script>b()</script><script>a()</script><p>x</p><script>b()</script>"
    assert directive("script-src", body) == ["'self'", sha("b()"), sha("a()")]


def test_inline_styles_are_hashed_too() -> None:
    """In the directive for styles, and in no other."""
    body = "<style>p > a { color: red }</style>"
    assert directive("style-src", body) == ["'self'", sha("p > a { color: red }")]
    assert directive("script-src", body) == ["'self'"]


def test_a_single_page_may_be_given_more() -> None:
    """The page that the table names, and no other; what was closed is then open."""
    more = {
        "search/index.html": {
            "script-src": ("'wasm-unsafe-eval'",),
            "base-uri": ("'self'",),
            "media-src": ("'self'",),
        }
    }
    wider = policy("search/index.html", (), more)
    assert "script-src 'self' 'wasm-unsafe-eval';" in wider
    assert wider.endswith("base-uri 'self'; media-src 'self'")
    assert policy("index.html", (), more) == PLAIN


def test_the_policy_comes_before_all_that_it_holds() -> None:
    """Directly after the charset, which must be in a page's first 1,024 bytes."""
    page = with_policy(f"{HEAD}\n<script></script>", PLAIN)
    assert page.startswith(f'{HEAD}\n<meta http-equiv="Content-Security-Policy" content="{PLAIN}">')
    assert page.endswith('\n<meta name="referrer" content="no-referrer">\n<script></script>')


def test_the_policy_is_replaced_and_can_be_taken_out() -> None:
    """A second time changes nothing but the policy; without it the page is what it was."""
    page = f"{HEAD}\n<title>x</title>"
    once = with_policy(page, "default-src 'self'")
    assert with_policy(once, PLAIN) == with_policy(page, PLAIN)
    assert without_policy(once) == without_policy(page) == page


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of two pages with a script each, line ends as they come, and one for lost readers."""
    pages = {
        "index.html": b"<script>one()</script>",
        "a/index.html": b"<script>\r\ntwo()</script>\xc3\xa4",
        "404.html": b"",
    }
    for path, body in pages.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(HEAD.encode() + b"</head>\r\n" + body)
    return tmp_path


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in folder.rglob("*.*")}


def test_every_page_gets_the_policy_of_its_own_scripts(site: Path) -> None:
    """Pages with different scripts have different policies; the page for lost readers has one too."""
    assert finish_site(site).pages == 3
    pages = tree(site)
    assert sha("one()").encode() in pages["index.html"]
    assert sha("one()").encode() not in pages["a/index.html"]
    assert sha("\ntwo()").encode() in pages["a/index.html"]
    assert f'content="{PLAIN}"'.encode() in pages["404.html"]


def test_finishing_twice_is_finishing_once(site: Path) -> None:
    """The same bytes; and beside the policy, each page keeps every byte that it had."""
    before = tree(site)
    assert finish_site(site).problems == ()
    once = tree(site)
    stamps = {path: (site / path).stat().st_mtime_ns for path in once}
    assert finish_site(site).problems == ()
    assert tree(site) == once
    assert {path: (site / path).stat().st_mtime_ns for path in once} == stamps
    assert {p: without_policy(b.decode()).encode() for p, b in once.items()} == before
