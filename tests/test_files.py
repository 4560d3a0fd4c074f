"""Reading from the disk: what cannot be read is a problem, and line breaks make no difference."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.reading.article import read_article
from generator.reading.files import article_paths, read_content, read_text

ARTICLE = """\
---
title: A case
rights: own
original: {publisher: The Harbour Post}
voices:
  mayor: {name: Ada Renn, stake: party}
annotators: [{name: harbour-school}]
---
[The bridge is safe,
[she said]{.cue}.]{.sourced by=mayor}[^s1]

- [It is long.]{.unsource}[^s2]

[^s1]: One voice.

    And no figure.
[^s2]: No source.
"""


def test_a_file_that_is_not_there_is_a_problem_and_not_a_traceback(tmp_path: Path) -> None:
    """The message gives the reason, and the path is the one that was asked for."""
    text, (problem,) = read_text(tmp_path / "none.md", "content/articles/none.md")
    assert text is None
    assert problem.code == "unreadable"
    assert problem.place.path == "content/articles/none.md"
    assert "No such file" in problem.message


def test_a_folder_in_the_place_of_a_file_is_a_problem(tmp_path: Path) -> None:
    """Whatever the disk says, it is told as a problem."""
    (tmp_path / "folder.md").mkdir()
    text, (problem,) = read_text(tmp_path / "folder.md", "folder.md")
    assert text is None
    assert problem.code == "unreadable"


def test_bytes_that_are_not_utf_8_are_a_problem_with_their_line(tmp_path: Path) -> None:
    """A file saved as Windows-1252 is told with the line and the byte."""
    path = tmp_path / "latin.md"
    path.write_bytes(b"---\ntitle: A\n---\nCaf\xe9\n")
    text, (problem,) = read_text(path, "latin.md")
    assert text is None
    assert problem.code == "not-utf-8"
    assert problem.place.line == 4
    assert "0xe9" in problem.message


def test_an_utf_16_file_is_a_problem(tmp_path: Path) -> None:
    """Notepad's `Unicode` is not UTF-8 either."""
    path = tmp_path / "wide.md"
    path.write_bytes(ARTICLE.encode("utf-16"))
    assert [problem.code for problem in read_text(path, "wide.md")[1]] == ["not-utf-8"]


def test_line_breaks_and_a_byte_order_mark_make_no_difference() -> None:
    """CRLF, CR and a byte order mark give the same article and the same problems as LF."""
    plain = read_article("a.md", ARTICLE)
    assert plain.article
    assert [p.code for p in plain.problems] == ["unknown-mark"]
    for other in (ARTICLE.replace("\n", "\r\n"), ARTICLE.replace("\n", "\r"), "\ufeff" + ARTICLE):
        assert read_article("a.md", other) == plain


def test_a_file_is_read_the_same_whatever_its_line_breaks(tmp_path: Path) -> None:
    """From the disk too: a file from Windows gives what the same file from a Mac gives."""
    articles = tmp_path / "content" / "articles"
    articles.mkdir(parents=True)
    (articles / "a.md").write_bytes(ARTICLE.encode())
    (articles / "b.md").write_bytes(ARTICLE.replace("\n", "\r\n").encode())
    content = read_content(tmp_path)
    one, other = content.articles
    assert other.statements[0].text == one.statements[0].text
    assert [
        replace(p.place, path="") for p in content.problems if p.place.path.endswith("a.md")
    ] == [replace(p.place, path="") for p in content.problems if p.place.path.endswith("b.md")]


def test_all_problems_of_all_files_come_in_one_run(tmp_path: Path) -> None:
    """A file that cannot be read, one that is broken and a codebook that is missing: each is told."""
    articles = tmp_path / "content" / "articles"
    articles.mkdir(parents=True)
    (articles / "a.md").write_bytes(b"\xff")
    (articles / "b.md").write_text("nothing", encoding="utf-8")
    (articles / "c.txt").write_text("no article", encoding="utf-8")
    content = read_content(tmp_path)
    told = {(problem.place.path, problem.code) for problem in content.problems}
    assert ("content/articles/a.md", "not-utf-8") in told
    assert ("content/articles/b.md", "no-front-matter") in told
    assert ("content/codebook.yml", "unreadable") in told
    assert content.articles == ()
    assert content.codebook is None
    assert [path.name for path in article_paths(tmp_path)] == ["a.md", "b.md"]
