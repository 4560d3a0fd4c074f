"""The embed: the strip and the marked text for a frame on a page of others."""

from __future__ import annotations

import re
from html import unescape

import pytest

from bench.articles import article as made_article
from generator.analysis.figures import Analysed
from generator.finish.markup import tags
from generator.finish.policy import FRAMED, POLICY, policy
from generator.model import Framing, Statement
from generator.pages.embed import embed_line, embed_pages
from generator.render import environment, render

from .sample import BRIDGE, HOSTILE, ROOT, analysed, library

PATH = "articles/sample/embed/index.html"
CSS = (ROOT / "docs" / "assets" / "embed.css").read_text(encoding="utf-8")
MAIN_CSS = (ROOT / "docs" / "assets" / "whosays.css").read_text(encoding="utf-8")


def page_of(article: Analysed) -> str:
    """The embed's page, as the engine gets it."""
    (page,) = embed_pages(article, library().around)
    assert page.path == f"articles/{article.article.slug}/embed/index.md"
    return render(page, environment(ROOT / "templates"))


def text_in(page: str) -> str:
    """The words of the marked text, without tags and without the numbers."""
    text = page[page.index('<div class="text"') : page.index("</div>", page.index('class="text"'))]
    bare = re.sub(r'<a [^>]*id="[^>]*>\d+</a>', "", text)
    return unescape(re.sub(r"<[^>]+>", "", bare))


@pytest.mark.parametrize("text", [BRIDGE, HOSTILE], ids=["bridge", "hostile"])
def test_the_whole_text_is_in_it_word_for_word(text: str) -> None:
    """Every block, in order, with nothing added."""
    article = analysed(text)
    blocks = [block.text.text for block in article.article.blocks]
    found = [line.strip() for line in text_in(page_of(article)).splitlines() if line.strip()]
    assert [" ".join(line.split()) for line in found] == [" ".join(b.split()) for b in blocks]


def test_each_statement_leads_to_its_note_on_the_full_page() -> None:
    """In a tab of its own, and the link says the basis and the voices."""
    article = analysed(BRIDGE)
    page = page_of(article)
    for statement in article.article.statements:
        link = re.search(rf'<a [^>]*id="{statement.id}" [^>]*>', page)
        assert link
        assert f'href="../#note-{statement.id}" target="_blank"' in link[0]
        assert f'aria-label="{statement.number}, {statement.basis}' in link[0]
    assert 'aria-label="4, sourced: Ada Renn"' in page
    assert 'aria-label="15, inferred, or unsourced"' in page


def test_every_mark_is_there_and_so_is_the_key() -> None:
    """As many framing marks as the article has, and the counts that explain the signs."""
    article = analysed(BRIDGE)
    page = page_of(article)
    marks = len(article.article.framing)
    assert page.count("<mark>") == marks + 1
    counts = article.figures.statements
    for words in (
        f"{counts.sourced} sourced",
        f"{counts.unsourced} unsourced",
        f"{counts.inferred} inferred",
        f"{marks} framing marks",
    ):
        assert page.count(words) == 1
    assert page.count("<svg") == counts.total + 1
    assert "The Harbour Post" in page
    assert "4 March 2025" in page


def test_notes_stay_on_the_full_page() -> None:
    """The frame shows what is marked; the reasons are one step away."""
    article = analysed(BRIDGE)
    page = page_of(article)
    marks: tuple[Statement | Framing, ...] = (*article.article.statements, *article.article.framing)
    notes = [mark.note for mark in marks if mark.note]
    assert notes
    assert not [note.label for note in notes if note.paragraphs[0].text in page]


def test_it_is_small() -> None:
    """At most 14 kB with the theme's head round it, for 32 statements and 60 framing marks."""
    article = analysed(made_article(1)[1])
    assert (len(article.article.statements), len(article.article.framing)) == (32, 60)
    assert len(page_of(article).encode()) + 1_100 <= 14_000
    assert len(CSS.encode()) <= 6_000


@pytest.mark.parametrize("text", [BRIDGE, HOSTILE], ids=["bridge", "hostile"])
def test_every_link_leaves_the_frame(text: str) -> None:
    """Nothing of the site ever opens inside somebody's frame, and no page of others is told of it."""
    links = re.findall(r"<a [^>]*>", page_of(analysed(text)))
    assert links
    assert [link for link in links if 'target="_blank"' not in link] == []
    outward = [link for link in links if 'href="../' not in link]
    assert [link for link in outward if 'rel="noopener"' not in link] == []


def test_its_policy_is_tighter_than_that_of_other_pages() -> None:
    """It has a style and fonts of its own, and may do nothing: no script, no request, no form."""
    found = policy(PATH, ())
    assert found == (
        "default-src 'none'; style-src 'self'; font-src 'self'; form-action 'none'; base-uri 'none'"
    )
    assert policy("articles/sample/index.html", ()) != found
    assert policy("articles/embed/index.html", ()) == policy("", ())
    assert FRAMED.keys() < POLICY.keys()


def test_no_script_of_a_slip_would_run() -> None:
    """Not even its hash is let in, as it would be on other pages."""
    found = tuple(tags("<script>alert(1)</script>"))
    assert found
    assert policy(PATH, found) == policy(PATH, ())
    assert policy("articles/sample/index.html", found) != policy("", ())


def test_the_line_to_copy_is_whole_and_escaped() -> None:
    """A frame with a title that runs nothing; no line where the site's address is not known."""
    article = analysed(HOSTILE).article
    line = embed_line(article, "https://example.org/who-says/")
    assert embed_line(article, "") == ""
    frame = re.fullmatch(r"<iframe ([^<>]*)></iframe>", line)
    assert frame
    values = {name: unescape(value) for name, value in re.findall(r'(\w+)="([^"]*)"', frame[1])}
    assert values == {
        "src": "https://example.org/who-says/articles/sample/embed/",
        "title": article.title,
        "width": "100%",
        "height": "560",
        "loading": "lazy",
        "sandbox": "allow-same-origin allow-popups allow-popups-to-escape-sandbox",
    }
    assert "allow-scripts" not in line


def colours(css: str, at: str) -> dict[str, str]:
    """The colours that a style sheet sets in the block behind a selector."""
    begin = css.index(at)
    return dict(re.findall(r"--([a-z]+):(#[0-9a-f]{6})", css[begin : css.index("}", begin)]))


@pytest.mark.parametrize("at", [":root{", "@media screen and (prefers-color-scheme:dark){:root"])
def test_its_colours_are_those_of_the_site(at: str) -> None:
    """In both schemes: the frame has a style sheet of its own, and the same paper and ink."""
    assert len(colours(CSS, at)) == 12
    assert colours(CSS, at) == colours(MAIN_CSS, at)
