"""What the pages show, and that an author's words reach them unharmed."""

from __future__ import annotations

import gc
import gzip
import json
import re
from html.parser import HTMLParser
from posixpath import join, normpath

import markdown  # type: ignore[import-untyped]
import pytest
from mkdocs.utils.meta import get_data

from generator.analysis.figures import Analysed
from generator.model import Framing, RichText, Statement, Style
from generator.pages import Page, pages_of_article
from generator.pages.article import ArticleView
from generator.pages.english import own, within
from generator.pages.pieces import Piece, all_marks, block_pieces, rich_pieces
from generator.pages.strip import strip
from generator.pages.summary import headline, plain
from generator.render import environment, in_markdown, render

from .case_files import FRONT, Case, read_cases
from .sample import BRIDGE, HOSTILE, ROOT, all_pages, analysed, codebook, library, of_size

ASSETS = ROOT / "docs" / "assets"
VOID = {"meta", "link", "input", "br", "hr", "img", "rect", "path", "circle", "use"}
EXTENSIONS = ["attr_list", "md_in_html", "toc"]


@pytest.fixture(scope="module")
def rendered() -> dict[str, str]:
    """Every page of a library of three articles, by path."""
    shelf = library(analysed(BRIDGE, "bridge"), analysed(HOSTILE, "hostile"), of_size(60, 12))
    templates = environment(ROOT / "templates")
    return {p.path: render(p, templates) for p in all_pages(shelf) if p.path.endswith(".md")}


def converted(text: str) -> tuple[str, markdown.Markdown]:
    """The body of a page as Python-Markdown gives it."""
    engine = markdown.Markdown(extensions=EXTENSIONS)
    return engine.convert(text.split("\n---\n", 1)[1]), engine


class Outline(HTMLParser):
    """Collects ids, links, attributes and tags, and checks that tags close in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.tags: set[str] = set()
        self.open: list[str] = []
        self.feed(text)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        found = dict(attrs)
        self.ids += [found["id"] or ""] if "id" in found else []
        self.links += [found["href"] or ""] if tag == "a" else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag that closes itself."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        """Close the tag that is open."""
        if tag not in VOID:
            assert self.open.pop() == tag


@pytest.mark.parametrize("case", read_cases("summary"), ids=lambda case: case.name)
def test_the_figures_are_said_in_plain_words(case: Case) -> None:
    """A case's `figures` are the headline and the paragraph made from its text."""
    article = analysed(FRONT + case.given if case.kind == "text" else case.given)
    top = headline(article)
    line = f"{top.before} {top.figure} {top.after}".strip() + "."
    said = " ".join(case.expected["figures"].split())
    assert f"{line} {plain(article)}" == said


def test_every_page_has_front_matter_that_the_engine_reads_back(rendered: dict[str, str]) -> None:
    """Titles and descriptions survive whatever characters an author uses."""
    for path, text in rendered.items():
        matter = get_data(text)[1]
        assert matter["generated"] is True, path
        assert matter["title"], path
    hostile = get_data(rendered["articles/hostile/index.md"])[1]
    assert hostile["title"] == 'A <b> & "c" *x* {{ y }} {% raw %} 😀'
    assert hostile["description"] == 'A <script>alert(1)</script> & "quoted" # text: yes'
    assert hostile["source"] == "content/articles/hostile.md"


def test_markdown_leaves_the_authors_words_alone(rendered: dict[str, str]) -> None:
    """What stands in a block of HTML comes out of Python-Markdown as it went in."""
    text = rendered["articles/hostile/index.md"]
    html, _ = converted(text)
    for line in text.split("\n---\n", 1)[1].splitlines():
        if line.strip() and not line.startswith("#"):
            assert line in html
    assert not {"script", "img", "div>"} & (Outline(html).tags - {"div"})
    assert "Text with *a*, (y), &lt;b&gt; _b_ and <strong>strong with <a" in html
    assert "{{ jinja }} {: .x } &amp;lt; 😀" in html


def test_pages_are_whole_html_without_inline_script_or_style(rendered: dict[str, str]) -> None:
    """Tags close in order, ids are unique, and a strict security policy has nothing to refuse."""
    for path, text in rendered.items():
        outline = Outline(converted(text)[0])
        assert len(outline.ids) == len(set(outline.ids)), path
        assert not {a for a in outline.attributes if a == "style" or a.startswith("on")}, path
        assert "script" not in outline.tags, path


def test_every_link_leads_somewhere(rendered: dict[str, str]) -> None:
    """Links on a page lead to its own anchors, to generated pages, or to pages written by hand."""
    outlines = {address(path): Outline(converted(text)[0]) for path, text in rendered.items()}
    by_hand = {"about/", "agreement-figures/", "data/", "formats/", "quiz-files/"}
    for here, outline in outlines.items():
        for link in outline.links:
            if link.startswith(("http:", "https:", "mailto:")):
                continue
            target, _, anchor = link.partition("#")
            target = target.partition("?")[0]
            if (
                "/quiz/" in target or target == "data.json"
            ):  # files: test_quiz.py, test_data_page.py
                continue
            if target.endswith(".md"):  # in Markdown, from the file: no page of ours is deeper
                assert "/" not in here.rstrip("/")
                target = "../" + target.removesuffix("index.md")
            there = normpath(join("/", here, target)).strip("/") + "/" if target else here
            there = there.removeprefix("/")
            assert there in outlines or there in by_hand, f"{here}: {link}"
            # One with `=` speaks to a script; those of a page by hand are walked once it is built.
            if anchor and "=" not in anchor and there in outlines:
                assert anchor in outlines[there].ids, f"{here}: {link}"


def test_links_mean_the_same_to_every_engine(rendered: dict[str, str]) -> None:
    """MkDocs takes links in HTML from the page's address, Zensical from its file: both are one."""
    for path, text in rendered.items():
        links = [link for link in Outline(converted(text)[0]).links if not link.startswith("#")]
        relative = [link for link in links if ":" not in link and not link.endswith(".md")]
        assert not relative or path.endswith("index.md"), path


def address(path: str) -> str:
    """A page's address below the top of the site."""
    name = path.removesuffix(".md").removesuffix("index").rstrip("/")
    return f"{name}/" if name else ""


def test_each_section_is_in_the_table_of_contents(rendered: dict[str, str]) -> None:
    """The headings of the explainer page are real headings."""
    _, engine = converted(rendered["articles/bridge/index.md"])
    assert [token["name"] for token in engine.toc_tokens] == [
        "At a glance",
        "The reading",
        "Who speaks",
        "What rests on what",
        "Wording",
        "What is missing",
        "Records checked",
        "Discuss",
        "Set this as reading",
        "About this annotation",
    ]


def test_each_mark_links_to_its_note_and_back(rendered: dict[str, str]) -> None:
    """Statements and framing marks keep their ids as anchors."""
    text = rendered["articles/bridge/index.md"]
    article = analysed(BRIDGE).article
    marks: tuple[Statement | Framing, ...] = (*article.statements, *article.framing)
    for mark in marks:
        assert f'href="#note-{mark.id}"' in text
        assert f'id="note-{mark.id}"' in text
        assert f'id="{mark.id}"' in text
        assert f'href="#{mark.id}"' in text


def test_the_same_article_gives_the_same_page() -> None:
    """A page is a pure function of its article, the codebook and the library."""
    templates = environment(ROOT / "templates")
    first, second = (
        [render(page, templates) for page in all_pages(library(analysed(BRIDGE)))] for _ in range(2)
    )
    assert first == second


def test_a_page_leaves_nothing_that_only_a_sweep_would_free() -> None:
    """A macro in the page's own template would: it holds the page's view, and the view holds all."""
    templates = environment(ROOT / "templates")
    shelf = library(analysed(BRIDGE))
    pages = [p for one in shelf.whole.values() for p in pages_of_article(one, shelf.around)]
    for page in pages:
        render(page, templates)  # what is kept of templates is made at the first time
    gc.collect()
    gc.disable()
    try:
        left = [page.path for page in pages if render(page, templates) and gc.collect() > 10]
    finally:
        gc.enable()
    assert not left


def test_an_empty_library_has_its_pages() -> None:
    """Home, articles, method and techniques are there before any article is."""
    made = {page.path for page in all_pages(library())}
    assert {"index.md", "articles/index.md", "method/index.md", "techniques/index.md"} <= made
    templates = environment(ROOT / "templates")
    for page in all_pages(library()):
        begins = "---\n" if page.path.endswith(".md") else "{"
        assert render(page, templates).startswith(begins)


def test_taking_a_voice_away_is_said_with_its_counts() -> None:
    """The sentence tells what is the voice's own and what was built on it."""
    view = explainer(analysed(BRIDGE))
    first = view.support.without[0]
    assert f"Take away {first.voice.name}, and {first.falls} {first.statements}{first.rest}" == (
        "Take away Piet Okoro, and 4 of 15 statements fall: "
        "2 of Piet Okoro’s own, and 2 that the writer built on them."
    )
    assert [fate.kind for fate in first.fates] == ["falls", "stands"]
    assert [reference.number for reference in first.fates[0].statements] == [6, 7, 8, 9]


def explainer(article: Analysed) -> ArticleView:
    """The view of an article's page."""
    page: Page = next(p for p in all_pages(library(article)) if p.template == "pages/article.md.j2")
    assert isinstance(page.view, ArticleView)
    return page.view


def test_the_list_in_words_has_each_statement_once() -> None:
    """What the drawing shows, the nested list says."""
    view = explainer(of_size(60, 12))
    text = json.dumps([str(root) for root in view.support.roots])
    for statement in of_size(60, 12).article.statements:
        assert len(re.findall(rf"Branch\(statement=Reference\(id='{statement.id}'", text)) == 1


def test_the_strip_has_each_statement_in_order_with_its_words() -> None:
    """A cell a statement, a paragraph a group, a bracket a voice."""
    found = strip(analysed(BRIDGE))
    cells = [cell for paragraph in found.paragraphs for run in paragraph for cell in run.cells]
    assert [cell.number for cell in cells] == list(range(1, 16))
    assert [len(paragraph) for paragraph in found.paragraphs] == [1, 2, 2, 1, 1, 2, 1, 2]
    assert found.paragraphs[3][0].full == "Piet Okoro"
    assert sum(len(cell.flags) for cell in cells) == 8
    assert [cell.number for cell in cells if cell.without == "falls"] == [6, 7, 8, 9]


def test_no_character_of_the_text_is_lost_in_its_pieces() -> None:
    """Marks and styles that cross are split; the words stay whole and in order, and all that begins ends."""
    crossing = RichText(
        "one two three four",
        (Style("strong", 0, 13), Style("emphasis", 4, 18), Style("link", 2, 6, "x")),
    )
    assert words(rich_pieces(crossing)) == crossing.text
    assert len([p for p in rich_pieces(crossing) if p.kind == "emphasis"]) == 3
    article = analysed(HOSTILE).article
    marks = all_marks(article)
    for index, block in enumerate(article.blocks):
        assert words(block_pieces(article, index, marks)) == block.text.text


def words(pieces: tuple[Piece, ...]) -> str:
    """The text of all pieces, which close in order."""
    left: list[str] = []
    for piece in pieces:
        if piece.kind == "end":
            assert left.pop() == piece.text
        elif piece.kind != "text":
            left.append(piece.kind)
    assert not left
    return "".join(piece.text for piece in pieces if piece.kind == "text")


def test_only_the_first_piece_of_a_mark_carries_its_id() -> None:
    """A statement that a style crosses is one statement."""
    pieces = rich_pieces(RichText("one two three", (Style("code", 0, 5), Style("strong", 3, 13))))
    assert [p.first for p in pieces if p.kind == "strong"] == [True, False]


def test_each_framing_mark_says_whose_words_it_has() -> None:
    """In words for all, and a sign beside them: quoted, paraphrased, or the writer’s own."""
    view = explainer(analysed(BRIDGE))
    found = {mark.id: mark.whose for mark in view.marks_by_id.values()}
    assert found["white"] == "In a paraphrase of “Critics”"
    assert found["boasted"] == "In a paraphrase of Renn"
    assert found["corner"] == "The writer’s words"
    assert {key for key, _ in view.hands} == {m.wording for m in view.marks_by_id.values()}


def test_a_name_begins_small_within_a_sentence() -> None:
    """`the Russian government`, but `Theo Marsh` and `“The few”`."""
    assert within("The Russian government") == "the Russian government"
    assert within("Sources close to the pond") == "sources close to the pond"
    assert within("Theo Marsh") == "Theo Marsh"
    assert within("“The few”") == "“The few”"
    assert own("The council") == "the council’s own"
    assert own("“critics”") == "their own"


def test_home_shows_each_sign_in_words_of_the_codebook(rendered: dict[str, str]) -> None:
    """The four examples are content: sentences of the codebook."""
    book = codebook()
    for entry in book.bases:
        assert entry.examples[0].text in rendered["index.md"]
    assert rendered["index.md"].count('class="ex"') == 4


def test_a_heading_keeps_its_signs_in_markdown() -> None:
    """A name from the codebook may have any character in it."""
    name = "A *b* [c](d) `e` <f> & g_h # i"
    html = markdown.markdown(f"## {in_markdown(name)} {{ #x }}", extensions=EXTENSIONS)
    assert html == '<h2 id="x">A *b* [c](d) `e` &lt;f&gt; &amp; g_h # i</h2>'


def loaded(kind: str) -> set[str]:
    """The style and scripts of ours that a page of this kind loads, as the theme says."""
    theme = (ROOT / "templates" / "theme" / "main.html").read_text(encoding="utf-8")
    files = {"whosays.css", "whosays.js", "scheme.js"}
    condition = r"\{%- (?:if|elif) meta\.kind (?:==|in) ([^%]*?)%\}\n((?:<(?:link|script).*\n)+)"
    for kinds, lines in re.findall(condition, theme):
        if f'"{kind}"' in kinds:
            files |= set(re.findall(r"'assets/([\w-]+\.(?:css|js))'", lines))
    return files


def weight(files: set[str], ending: str) -> int:
    """The bytes of these files, compressed."""
    chosen = [file for file in files if file.endswith(ending)]
    return sum(len(gzip.compress((ASSETS / file).read_bytes())) for file in chosen)


KINDS = (
    *("home", "articles", "article", "read", "class", "teach", "pair", "pairs", "lesson"),
    *("lessons", "technique", "techniques", "method", "search", "corrections"),
)


@pytest.mark.parametrize("kind", KINDS)
def test_style_and_script_of_a_page_are_light(kind: str) -> None:
    """A page loads at most 14 kB of style and 20 kB of script of ours, compressed."""
    assert weight(loaded(kind), ".css") <= 14_000
    assert weight(loaded(kind), ".js") <= 20_000


def test_what_every_page_loads_is_lighter_still() -> None:
    """The common style is at most 10 kB compressed, the common script 6 kB; the rest is by kind."""
    assert weight(loaded("no such kind"), ".css") <= 10_000
    assert weight(loaded("no such kind"), ".js") <= 6_000


def test_no_style_or_script_is_left_that_nothing_loads() -> None:
    """Each is named by the theme, by a script that fetches it, or by the generator."""
    namers = [
        ROOT / "templates" / "theme" / "main.html",
        *ASSETS.glob("*.js"),
        *(ROOT / "generator").rglob("*.py"),
        ROOT / "mkdocs.yml",
    ]
    named = "\n".join(file.read_text(encoding="utf-8") for file in namers)
    for file in (*ASSETS.glob("*.css"), *ASSETS.glob("*.js")):
        assert file.name in named, file.name


def test_fonts_are_few_and_carry_their_licence() -> None:
    """Four files of 130 kB together, with the text of their licence beside them."""
    fonts = sorted((ASSETS / "fonts").glob("*.woff2"))
    assert len(fonts) == 4
    assert sum(font.stat().st_size for font in fonts) <= 130_000
    licence = (ASSETS / "fonts" / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in licence
    assert "Friedrich Althausen" in licence
    assert "Pablo Impallari" in licence


def test_nothing_of_ours_comes_from_elsewhere() -> None:
    """Style, script and theme name no address outside the site."""
    files = [*ASSETS.glob("*.css"), *ASSETS.glob("*.js"), *(ROOT / "templates").rglob("*.html")]
    assert len(files) > 5
    for file in files:
        text = file.read_text(encoding="utf-8")
        for name in ("https://schema.org", "http://www.w3.org/2000/svg"):
            text = text.replace(name, "a name, not a place")
        assert not re.search(r"(?:https?:)?//[\w-]+\.\w", text), file
