"""Paths: no link is followed, no name leads out of its folder, and no two files are one address."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result

from generator.build import build
from generator.checks.ids import check_file_name
from generator.cli import main
from generator.exchange.formats import FORMATS
from generator.exchange.to_document import to_document
from generator.reading.article import read_article
from generator.reading.codebook import read_codebook
from generator.reading.files import read_content
from generator.reading.lesson import read_lesson
from generator.reading.pairs import read_pairs
from generator.write import write_pages

from . import sample
from .case_files import FRONT
from .conftest import ROOT

TODAY = date(2026, 11, 22)
ARTICLE = FRONT + "[The bridge is safe.]{.unsourced}[^s1]\n\n[^s1]: No source.\n"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A project with one article, a lesson's folder and the codebook."""
    root = tmp_path / "project"
    for folder in ("articles", "lessons", "readings/pond"):
        (root / "content" / folder).mkdir(parents=True)
    (root / "content/articles/pond.md").write_text(ARTICLE, encoding="utf-8")
    codebook = (ROOT / "content/codebook.yml").read_text(encoding="utf-8")
    (root / "content/codebook.yml").write_text(codebook, encoding="utf-8")
    return root


def run(*words: str) -> Result:
    """A command; whatever it was given, it ends without a traceback."""
    done = CliRunner().invoke(main, words)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


PLACES = (
    "content/articles/linked.md",
    "content/lessons/linked.md",
    "content/readings/pond/linked.md",
    "content/readings/linked",
    "content/articles/deeper",
    "content/pairs.yml",
)
"""Where a link may be put."""


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("kind", ["file", "folder", "nothing", "itself"])
def test_a_link_in_content_is_an_error_whatever_it_leads_to(
    small: Path, place: str, kind: str
) -> None:
    """A file with a secret, a folder of them, a place where nothing is, and a circle."""
    outside = small.parent / "outside"
    outside.mkdir()
    (outside / "secret.md").write_text(ARTICLE.replace("safe", "secret"), encoding="utf-8")
    link = small / place
    target = {"file": outside / "secret.md", "folder": outside, "nothing": outside / "none"}
    link.symlink_to(target.get(kind, link))
    content = read_content(small)
    told = {p.place.path for p in content.problems if p.code == "symbolic-link"}
    assert place in told
    assert {path.partition("/secret")[0] for path in told} == {place}
    shown = repr(content.articles) + repr(content.problems) + repr(content.lessons)
    assert "secret." not in shown


@pytest.mark.parametrize("folder", ["content", "content/articles", "content/lessons"])
def test_a_folder_of_content_is_no_link(small: Path, folder: str) -> None:
    """Nothing behind it is read, nothing is written there, and `init` removes the link alone."""
    outside = small.parent / "outside"
    (small / folder).rename(outside)
    (small / folder).symlink_to(outside)
    before = {path: path.read_bytes() for path in outside.rglob("*") if path.is_file()}
    content = read_content(small)
    assert "symbolic-link" in {p.code for p in content.problems}
    assert folder == "content/lessons" or content.articles == ()
    root = str(small)
    if folder != "content/lessons":
        assert run("new", "a-new-one", "--root", root).exit_code == 2
    for needed in ("generator", "templates"):
        (small / needed).mkdir()
    (small / "mkdocs.yml").touch()
    run("init", "--empty", "--yes", "--root", root)
    assert {path: path.read_bytes() for path in outside.rglob("*") if path.is_file()} == before


def test_the_file_that_marks_an_emptied_folder_is_not_written_through_a_link(small: Path) -> None:
    """`init --empty` leaves what such a link leads to as it was."""
    for needed in ("generator", "templates"):
        (small / needed).mkdir()
    (small / "mkdocs.yml").touch()
    outside = small.parent / "outside.txt"
    outside.write_text("mine", encoding="utf-8")
    (small / "content/articles/own-site.txt").symlink_to(outside)
    assert run("init", "--empty", "--yes", "--root", str(small)).exit_code == 0
    assert outside.read_text(encoding="utf-8") == "mine"
    assert not (small / "content/articles/own-site.txt").is_symlink()


def test_a_link_that_is_named_to_the_check_is_told(small: Path) -> None:
    """`whosays check LINK` says what it is instead of reading what it leads to."""
    link = small / "content/articles/linked.md"
    link.symlink_to("/etc/hostname")
    done = run("check", str(link), "--root", str(small))
    assert done.exit_code == 1
    assert "content/articles/linked.md:1:1: error[symbolic-link]" in done.output


def test_a_project_behind_a_link_is_a_project(small: Path) -> None:
    """The links that matter are those in content/: where the project itself stands is its owner's affair."""
    (small.parent / "way").symlink_to(small)
    content = read_content(small.parent / "way")
    assert content.problems == ()
    assert [article.slug for article in content.articles] == ["pond"]


TWINS = (
    ("pond", "Pond"),
    ("pond", "POND"),
    ("pönd", unicodedata.normalize("NFD", "pönd")),
    ("strasse", "straße"),
    ("ﬁn", "fin"),
    ("the-pond", "the-ＰOND"),
)


@pytest.mark.parametrize(("one", "other"), TWINS)
@pytest.mark.parametrize("folder", ["articles", "lessons", "readings/pond"])
def test_two_files_never_have_one_address(small: Path, folder: str, one: str, other: str) -> None:
    """Capitals and the coding of letters make no second address: some disks know no difference."""
    for name in (one, other):
        (small / "content" / folder / f"{name}.md").write_text(ARTICLE, encoding="utf-8")
    if len(list((small / "content" / folder).iterdir())) < 2:
        pytest.skip("this disk keeps one file for both names")
    (problem,) = [p for p in read_content(small).problems if p.code == "same-address"]
    assert problem.place.path.startswith(f"content/{folder}/")
    assert f"{min(one, other)}.md" in problem.message or f"{max(one, other)}.md" in problem.message


NAMES = (
    *(
        "..",
        "../up",
        "..\\up",
        "/etc/passwd",
        "C:\\a",
        "CON ",
        "a/b",
        "a.b",
        "a b",
        ".hidden",
        "-a",
    ),
    *(
        "a\n",
        "a\x00b",
        "a\u202eb",
        "é",
        "Ａ",
        "index",
        "a" * 300,
        "",
        "~",
        "%2e%2e",
        "$HOME",
        "a;b",
    ),
    *("a'b", 'a"b', "<b>", "a&b", "a?b", "a#b", "{{ a }}", "a--b", "a-", "1a", "_a", "\ud800"),
)
"""Names that would lead elsewhere, or that some system or page would read as something else."""


@pytest.mark.parametrize("name", NAMES)
def test_an_odd_name_is_an_error_with_a_name_that_would_do(name: str) -> None:
    """As a file of an article or a lesson, an entry of the codebook, a pair, or `whosays new`."""
    (problem,) = check_file_name(f"content/articles/{name}.md", name)
    offered = problem.hint.partition("`")[2].partition(".md`")[0]
    assert name == "index" or list(check_file_name("a.md", offered)) == []
    key = repr(name)[1:-1].replace('"', '\\"').replace("'", "''")
    pairs = read_pairs("p.yml", f'"{key}": {{}}' if "\\" in key else f"'{key}': {{}}")
    assert name == "index" or any(p.severity == "error" for p in pairs.problems)


@pytest.mark.parametrize("name", [n for n in NAMES if n != "index" and "\x00" not in n])
def test_new_makes_no_file_under_an_odd_name(small: Path, name: str) -> None:
    """It says what a name looks like instead."""
    before = set(small.parent.rglob("*"))
    assert run("new", "--root", str(small), "--", name).exit_code == 2
    assert set(small.parent.rglob("*")) == before


def everything(root: Path) -> dict[Path, bytes]:
    """All files beside and above the folder that is written to."""
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    "path",
    ["../up.md", "/etc/up.md", "a/../../up.md", "a\\b.md", "C:a.md", "a\n.md", "", ".", "./a.md"],
)
def test_pages_stay_in_their_folder(tmp_path: Path, path: str) -> None:
    """A page with such a path is refused, and none of the others is written."""
    docs = tmp_path / "docs"
    docs.mkdir()
    outcome = write_pages(docs, {path: "a", "fine.md": "b"})
    assert [refusal.path for refusal in outcome.refused] == [path]
    assert everything(tmp_path) == {}


def test_pages_go_through_no_link(tmp_path: Path) -> None:
    """A link in docs/ to a folder elsewhere is refused, and a link in a page's place is not written through."""
    docs, outside = tmp_path / "docs", tmp_path / "outside"
    docs.mkdir()
    outside.mkdir()
    (outside / "mine.md").write_text("mine", encoding="utf-8")
    (docs / "articles").symlink_to(outside)
    (docs / "page.md").symlink_to(outside / "mine.md")
    outcome = write_pages(docs, {"articles/a.md": "a", "articles/mine.md": "a", "page.md": "a"})
    assert len(outcome.refused) == 3
    assert everything(outside) == {outside / "mine.md": b"mine"}


def test_every_page_pack_quiz_and_feed_is_written_inside(project: Path) -> None:
    """The whole library with an article whose title leads upwards: nothing appears outside docs/."""
    text = sample.BRIDGE.replace("title: The bridge", "title: ../../../../up/The bridge")
    (project / "content/articles/bridge.md").write_text(text, encoding="utf-8")
    before = everything(project.parent)
    outcome = build(project, today=TODAY, packs=True)
    assert outcome.written, outcome.problems
    new = set(everything(project.parent)) - set(before)
    assert any("bridge" in path.parts for path in new)
    assert all(path.is_relative_to(project / "docs") for path in new)


TITLES = ("../../up", "/etc/up", "..\\up", "a/b", "CON", ".", "")


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.NAME)
def test_exports_and_imports_stay_where_they_were_told_to_go(form: object, tmp_path: Path) -> None:
    """Whatever an article is called and whatever names stand in a foreign file."""
    for title in TITLES:
        text = ARTICLE.replace("title: A case", f"title: {title or 'a'!r}")
        read = read_article(f"content/articles/{title}.md", text)
        if read.article is None:
            continue
        written = form.write(to_document(read.article))  # type: ignore[attr-defined]
        for name in written.files:
            assert (tmp_path / "out" / name).resolve().parent.is_relative_to(tmp_path / "out"), name


def test_a_zip_of_an_import_holds_plain_names(tmp_path: Path) -> None:
    """An id of a foreign file that leads upwards becomes the name of a file beside the others."""
    rows = '{"id": "../../up", "text": "a", "label": []}\n{"id": "/etc/up", "text": "b", "label": []}\n'
    given = tmp_path / "given.jsonl"
    given.write_text(rows, encoding="utf-8")
    for name in ("out.zip", "out"):
        run("import", "doccano", str(given), "-o", str(tmp_path / "here" / name))
    inside = [p for p in everything(tmp_path) if p != given]
    assert inside
    assert all(path.is_relative_to(tmp_path / "here") for path in inside)
    names = ZipFile(tmp_path / "here" / "out.zip").namelist()
    assert all("/" not in name and ".." not in name for name in names)


def test_a_draft_is_not_written_through_a_link(tmp_path: Path) -> None:
    """`whosays draft -o LINK` leaves what it leads to as it was, even where nothing is there yet."""
    text, link, target = (tmp_path / name for name in ("text.txt", "link.md", "target.md"))
    text.write_text("The bridge is safe.\n", encoding="utf-8")
    link.symlink_to(target)
    assert run("draft", str(text), "-o", str(link)).exit_code == 2
    assert not target.exists()


@pytest.mark.parametrize("name", ["../up", "a/b", "A", "a b", ".."])
def test_an_entry_of_the_codebook_is_no_path(name: str) -> None:
    """Each technique has a page under its id, so an id is an address and nothing else."""
    text = (ROOT / "content/codebook.yml").read_text(encoding="utf-8")
    changed = text.replace("\n  loaded-language:\n", f"\n  {name}:\n", 1)
    assert changed != text
    read = read_codebook("c.yml", changed)
    assert read.codebook is None
    assert read.problems


def test_a_lesson_under_an_odd_name_is_an_error(small: Path) -> None:
    """Its name becomes an address as an article's does."""
    lesson = (ROOT / "content/lessons/a-first-lesson.md").read_text(encoding="utf-8")
    assert read_lesson("content/lessons/A lesson.md", lesson).lesson
    (small / "content/lessons/A lesson.md").write_text(lesson, encoding="utf-8")
    assert "unstable-id" in run("check", "--root", str(small)).output
