"""Packs: what is in them, that nothing in them leads nowhere, and that no answer stands where it must not."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.finish.check import Walk, unmet, walk_page, walk_style
from generator.finish.markup import tags
from generator.finish.packs import write_packs
from generator.finish.packs.tree import Unclear, elements, markup, parsed, text
from generator.model import Framing, Place, Problem, Statement
from generator.publish.options import Options
from generator.reading.lesson import read_lesson
from generator.render import environment, render
from tests.publish.small import built, small_project

from .conftest import ROOT
from .sample import BRIDGE, HOSTILE, all_pages, analysed, library
from .test_pages import converted
from .test_pairs import SHORT, pairs
from .test_student_page import answers

ADDRESS = "https://example.org/who-says/"

QUOTED = """\
---
title: A minister is tired
original: {publisher: The Quay Courier, published: 2025-03-04, url: https://example.org/tired}
rights: quotation
voices:
  minister: {name: Bo Falk, role: minister, kind: person, stake: party}
annotators: [{name: harbour-school}]
---

[The minister is “tired of ferries”, he says.]{.sourced by=minister how=mixed}[^s1]
[Nobody has asked the ferries.]{.unsourced}[^s2]

[^s1]: His words.
[^s2]: Nor has anyone asked the gulls.
"""

LESSON = """\
---
title: Two papers and a bridge
summary: Read one event twice.
minutes: 20
level: 12-14
aims: [lay two reports side by side]
articles: [bridge, short]
pair: the-bridge
print: [Worksheet of both]
steps:
  - {minutes: 20, what: Read, how: Read both.}
questions:
  - {ask: Which is shorter?, answer: The short one., standard: RI.8.6}
younger: Read one.
stronger: Write a third.
standards: [{code: RI.8.6, says: Compare.}]
authors: [{name: who-says, date: 2026-11-22}]
---

## Before

Look [elsewhere](https://example.com/elsewhere) too.
"""

FRAME = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
{canonical}<link rel="preload" href="{root}assets/fonts/sans-400.woff2" as="font">
<script src="{root}assets/scheme.js"></script>
<link rel="stylesheet" href="{root}assets/whosays.css">
<link rel="stylesheet" href="{root}assets/read.css">
</head>
<body class="page-{kind}">
<header class="top"><form action="{root}search/"><input name="q"></form></header>
<main id="content"><article class="sheet">
{body}
<p class="mend"><a href="https://example.org/edit">Edit this annotation</a></p>
</article></main>
</body>
</html>
"""


def a_site(folder: Path, address: str = "") -> Path:
    """A small site as an engine would build it, with what packs are made of."""
    lesson = read_lesson("content/lessons/two-papers.md", LESSON).lesson
    assert lesson
    texts = {"bridge": BRIDGE, "short": SHORT, "tired": QUOTED, "hostile": HOSTILE}
    shelf = library(
        *(analysed(article, slug) for slug, article in texts.items()),
        address=address,
        pairs=pairs(),
        lessons=(lesson,),
        packs=True,
    )
    templates = environment(ROOT / "templates")
    for page in all_pages(shelf):
        if page.path.startswith(("articles/", "lessons/", "pairs/")) and page.path.endswith(".md"):
            made = render(page, templates)
            path = folder / page.path.replace(".md", ".html")
            path.parent.mkdir(parents=True, exist_ok=True)
            web = f"{address}{page.path.removesuffix('index.md')}"
            kind = re.search(r'^kind: "(.*)"$', made, re.MULTILINE)
            path.write_text(
                FRAME.format(
                    canonical=f'<link rel="canonical" href="{web}">' if address else "",
                    root="../" * page.path.count("/"),
                    kind=kind[1] if kind else "",
                    body=converted(made)[0],
                ),
                encoding="utf-8",
            )
    shutil.copytree(ROOT / "docs" / "assets", folder / "assets")
    return folder


Packs = dict[str, dict[str, bytes]]


def packs_of(site: Path) -> Packs:
    """The files of each pack of a site, by its name."""
    return {path.stem: unpacked(path.read_bytes()) for path in site.glob("*/*/*-pack.zip")}


def unpacked(data: bytes) -> dict[str, bytes]:
    """The files of a zip, in its order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module", params=["", ADDRESS], ids=["no address", "an address"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built site with its packs, at an address and at none."""
    made = a_site(tmp_path_factory.mktemp("site"), request.param)
    assert write_packs(made, environment(ROOT / "templates")) == ()
    return made


@pytest.fixture(scope="module")
def packs(site: Path) -> Packs:
    """The packs of that site."""
    return packs_of(site)


def html(packs: Packs) -> list[tuple[str, str, str]]:
    """Pack, name and text of each page of each pack."""
    return [
        (pack, name, data.decode("utf-8"))
        for pack, files in packs.items()
        for name, data in files.items()
        if name.endswith(".html")
    ]


def words(page: str) -> str:
    """What a page says, in one line."""
    return " ".join(text(parsed(page)).split())


def test_every_article_and_every_lesson_has_a_pack(packs: Packs) -> None:
    """And the index pages beside them have none."""
    assert set(packs) == {
        *("bridge-pack", "short-pack", "tired-pack", "hostile-pack"),
        "two-papers-pack",
    }


def test_a_pack_holds_what_its_contents_page_says(packs: Packs) -> None:
    """An article's pack lies flat; in a lesson's, each article and pair has a folder."""
    plain = {name for name in packs["bridge-pack"] if not name.startswith("assets/")}
    assert plain == {"index.html", "worksheet.html", "key.html", "article.txt"}
    lesson = {name for name in packs["two-papers-pack"] if not name.startswith("assets/")}
    articles = {
        f"{slug}/{file}"
        for slug in ("bridge", "short")
        for file in ("worksheet.html", "key.html", "article.txt")
    }
    assert lesson == {"index.html", "lesson.html", "the-bridge/pair.html", *articles}
    for files in packs.values():
        contents = files["index.html"].decode("utf-8")
        named = set(re.findall(r'href="((?!https?:)[^"#]*)"', contents))
        shown = {name for name in files if name.endswith((".html", ".txt"))} - {"index.html"}
        assert shown <= named


def test_nothing_in_a_pack_leads_nowhere(packs: Packs) -> None:
    """Each page, style sheet and font that is pointed at is in the pack, and each place on a page."""
    for pack, files in packs.items():
        names = frozenset(files)
        walks: dict[str, Walk] = {}
        for name, data in files.items():
            page = data.decode("utf-8") if name.endswith((".html", ".css")) else ""
            if name.endswith(".html"):
                walks[name] = walk_page(name, page, tuple(tags(page)))
            elif name.endswith(".css"):
                walks[name] = walk_style(name, page)
        problems: list[Problem] = [problem for walk in walks.values() for problem in walk.problems]
        problems += unmet(
            ((name, walk.wants) for name, walk in walks.items()),
            names,
            {name: walk.anchors for name, walk in walks.items()}.get,
            lambda page, _: Place(page, 1, 1, 1, ""),
        )
        assert not problems, pack


def test_a_pack_runs_nothing_and_asks_for_nothing(packs: Packs) -> None:
    """No script, no form and nothing to press; the browser loads style sheets and fonts alone."""
    for pack, name, page in html(packs):
        found = list(elements(parsed(page)))
        used = {element.name for element in found}
        assert not used & {"button", "form", "iframe", "img", "input", "script", "select"}
        assert not used & {"object", "style", "textarea"}, (pack, name)
        links = [element for element in found if element.name == "link"]
        assert {link.attributes["rel"] for link in links} == {"stylesheet"}
        assert not [e for e in found if any(key.startswith("on") for key in e.attributes)]
        assert "Content-Security-Policy" in page
        assert "manifest" not in page
        assert not [e for e in found if e.classes & {"scripted", "no-js", "on-site"}]


def test_the_worksheet_and_the_text_give_no_answer(packs: Packs) -> None:
    """Neither a note nor an id, a plain wording, a technique, a role or a stake."""
    article = analysed(BRIDGE, "bridge").article
    of_another = words(packs["tired-pack"]["worksheet.html"].decode("utf-8"))
    said = " ".join([of_another, *(block.text.text for block in article.blocks)])
    wanted = {answer for answer in answers(article) if answer and answer not in said}
    assert len(wanted) > 60
    key = words(packs["bridge-pack"]["key.html"].decode("utf-8"))
    assert sum(answer in key for answer in wanted) > 20
    for name in ("worksheet.html", "article.txt"):
        data = packs["bridge-pack"][name].decode("utf-8")
        found = {a for a in wanted if re.search(rf"(?<![\w-]){re.escape(a)}(?![\w-])", data)}
        assert not found, name


def test_the_text_is_the_article_and_no_more(packs: Packs) -> None:
    """Title, origin, rights, and each paragraph, without the numbers of statements."""
    article = analysed(BRIDGE, "bridge").article
    made = packs["bridge-pack"]["article.txt"].decode("utf-8")
    head, origin, rights, *paragraphs = made.removesuffix("\n").split("\n\n")
    assert head == article.title
    assert origin == "The Harbour Post · 4 March 2025"
    assert rights == "The text is published here by those who wrote it."
    assert paragraphs == [" ".join(block.text.text.split()) for block in article.blocks]


def test_an_article_that_is_only_quoted_says_so(packs: Packs) -> None:
    """Its text is in our own words, and the pack says so with the text and on the contents page."""
    rights = "The original may not be republished, so each statement is in our own words"
    files = packs["tired-pack"]
    assert rights in files["article.txt"].decode("utf-8")
    for name in ("index.html", "worksheet.html", "key.html"):
        assert rights in words(files[name].decode("utf-8")), name
    assert 'href="https://example.org/tired"' in files["key.html"].decode("utf-8")


def test_what_an_author_wrote_stays_text(packs: Packs) -> None:
    """Markup in a title or a note is shown, and is not markup."""
    title = analysed(HOSTILE, "hostile").article.title
    assert "<b>" in title
    for name in ("index.html", "worksheet.html", "key.html"):
        page = packs["hostile-pack"][name].decode("utf-8")
        assert title in words(page), name
        assert not [e for e in elements(parsed(page)) if e.name in ("img", "script")]
    assert "<i>Ada</i>" in words(packs["hostile-pack"]["key.html"].decode("utf-8"))


def test_the_key_has_each_note_and_everything_open(packs: Packs) -> None:
    """What is folded on the site lies open: nobody unfolds paper."""
    page = packs["bridge-pack"]["key.html"].decode("utf-8")
    said = words(page)
    article = analysed(BRIDGE, "bridge").article
    marks: tuple[Statement | Framing, ...] = (*article.statements, *article.framing)
    for mark in marks:
        assert mark.note
        assert all(" ".join(part.text.split()) in said for part in mark.note.paragraphs), mark.id
    assert "They judge the speaker." in said
    folded = [element for element in elements(parsed(page)) if element.name == "details"]
    assert folded
    assert all("open" in element.attributes for element in folded)


def test_what_sets_and_mends_stays_on_the_site(packs: Packs) -> None:
    """A pack does not offer itself, quiz files, a link to share, or a page to edit."""
    for pack, name, page in html(packs):
        assert "-pack.zip" not in page, (pack, name)
        assert "classroom.google" not in page
        assert "Edit this annotation" not in page
        assert 'id="set"' not in page
        assert "quiz files" not in page


def test_links_out_of_a_pack_lead_to_the_site_or_are_text(tmp_path: Path) -> None:
    """Where nobody knows the site's address, the words stay and the link goes."""
    techniques = {}
    for address in ("", ADDRESS):
        made = a_site(tmp_path / ("web" if address else "none"), address)
        write_packs(made, environment(ROOT / "templates"))
        page = packs_of(made)["bridge-pack"]["key.html"].decode("utf-8")
        techniques[address] = [
            (element.name, element.attributes.get("href"))
            for element in elements(parsed(page))
            if "techniques/" in (element.attributes.get("href") or "")
        ]
    assert ("a", f"{ADDRESS}techniques/loaded-language/") in techniques[ADDRESS]
    assert techniques[""] == []


def test_a_lesson_leads_to_what_lies_beside_it(packs: Packs) -> None:
    """Its articles, their worksheets and the pair are links within the pack; others keep theirs."""
    page = packs["two-papers-pack"]["lesson.html"].decode("utf-8")
    links = {e.attributes.get("href") for e in elements(parsed(page)) if e.name == "a"}
    assert {"bridge/key.html", "short/worksheet.html", "the-bridge/pair.html"} <= links
    assert "https://example.com/elsewhere" in links
    pair = packs["two-papers-pack"]["the-bridge/pair.html"].decode("utf-8")
    assert 'href="../bridge/key.html#s1"' in pair


def test_fonts_come_with_their_licence_and_a_pack_stays_small(site: Path, packs: Packs) -> None:
    """A class's network is slow, and a stick is full."""
    for files in packs.values():
        assert {"assets/fonts/OFL.txt", "assets/fonts/vollkorn-400.woff2"} <= files.keys()
    sizes = {path.name: path.stat().st_size for path in site.glob("*/*/*-pack.zip")}
    assert max(sizes.values()) < 250_000, sizes


def test_the_same_site_gives_the_same_bytes(tmp_path: Path) -> None:
    """Sorted names and one fixed time: a pack changes only when what is in it does."""
    one, two = a_site(tmp_path / "one"), a_site(tmp_path / "two")
    for made in (one, two):
        write_packs(made, environment(ROOT / "templates"))
    for path in one.glob("*/*/*-pack.zip"):
        data = path.read_bytes()
        assert data == (two / path.relative_to(one)).read_bytes()
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert archive.namelist() == sorted(archive.namelist())
            assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("</main>", "</div></main>"), "`</div>` stands inside `<main>`."),
        (('class="sheet"', 'class="page"'), "An element of class `sheet` is not there"),
    ],
)
def test_a_page_that_cannot_be_cut_with_certainty_stops_the_build(
    tmp_path: Path, change: tuple[str, str], message: str
) -> None:
    """It is named with its place, once, and the other packs are made."""
    made = a_site(tmp_path / "site")
    page = made / "articles" / "short" / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace(*change), encoding="utf-8")
    (problem,) = write_packs(made, environment(ROOT / "templates"))
    assert (problem.code, problem.place.path) == ("not-nested", "articles/short/index.html")
    assert message in problem.message
    assert set(packs_of(made)) == {"bridge-pack", "tired-pack", "hostile-pack"}


def test_a_site_whose_packs_fail_is_not_put_in_place(tmp_path: Path) -> None:
    """What is wrong is handed back with its place, and without packs nothing is."""
    root = small_project(tmp_path / "project", "well")
    page = root / "templates/pages/article.md.j2"
    page.write_text(page.read_text(encoding="utf-8") + "</b>", encoding="utf-8")
    codes = {}
    for packs in (True, False):
        outcome = built(root, packs=packs)
        codes[packs] = {problem.code for problem in outcome.problems}
        assert (root / "site").exists() is outcome.ok
    assert codes[True] - codes[False] >= {"not-nested"}


@pytest.mark.parametrize(
    ("page", "where"),
    [
        ("<p>one<p>two</p>", (1, 1)),
        ("<p>one</p>\n</div>", (2, 1)),
        ("<b><i>one</b></i>", (1, 10)),
        ("<p/>", (1, 1)),
        ("<ul>\n <li>one\n</ul>", (3, 1)),
    ],
)
def test_markup_that_a_browser_must_guess_at_is_refused(page: str, where: tuple[int, int]) -> None:
    """Nothing is cut out of a tree that might not be the browser's."""
    with pytest.raises(Unclear) as fault:
        parsed(page)
    assert (fault.value.line, fault.value.column) == where


@pytest.mark.parametrize(
    "page",
    [
        '<p class="a &quot;b&quot; &amp; c" hidden>AT&amp;T &lt;b&gt; café<br>x</p>',
        '<svg viewbox="0 0 1 1"><path d="M0 0"></path></svg>',
        "<p> one  two\n three</p>",
    ],
)
def test_a_page_comes_out_as_it_went_in(page: str) -> None:
    """Text stays text, and not a space is added."""
    assert markup(parsed(page).children[0]) == page  # type: ignore[arg-type]


def test_a_site_can_be_built_without_packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For a big library by itself, for any by `--no-packs`, and no page links to one."""
    asked: list[bool | None] = []

    def build_site(_root: Path, _site: Path, options: Options) -> None:
        asked.append(options.packs)
        raise SystemExit

    (tmp_path / "content" / "articles").mkdir(parents=True)
    monkeypatch.setattr("generator.commands.site.build_site", build_site)
    for switch in ([], ["--no-packs"], ["--packs"]):
        CliRunner().invoke(main, ["site", "--root", str(tmp_path), *switch])
    assert asked == [None, False, True]


def test_only_the_finished_site_links_to_packs() -> None:
    """In `mkdocs serve` there are none, and so no link to one."""
    shelf = analysed(BRIDGE, "bridge")
    templates = environment(ROOT / "templates")
    for packs, wanted in ((False, False), (True, True)):
        made = [
            render(page, templates)
            for page in all_pages(library(shelf, packs=packs))
            if page.path == "articles/bridge/index.md"
        ]
        assert ("bridge-pack.zip" in made[0]) is wanted
