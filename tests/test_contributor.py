"""What somebody sees whose file is broken: on a terminal, and beside the line on GitHub."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator import report
from generator.model import Problem
from generator.reading.files import read_content, read_text

from .case_runs import problem_codes, problems_of_cases

JARGON = """
token AST regex None null nil NaN pydantic schema parse parser parsing exception error traceback
stack instance object dict mapping scalar string str int float bool boolean list_type model_type
validation validator input YAML syntax undefined index IndexError KeyError ValueError TypeError
ruamel markdown-it callable attribute_error iterator
"""
"""Words of those who write programs, which say nothing to a teacher."""

TEXT = re.compile(
    r"(?P<path>.+?):(?P<line>\d+):(?P<column>\d+): (?P<severity>\w+)\[(?P<code>[\w-]+)\]: "
    r"(?P<message>.*)\n +\d+ \|(?P<shown>.*)\n +\|[ \t]*(?P<under>\^+)\n += (?P<hint>.*)"
)
GITHUB = re.compile(
    r"::(?P<severity>\w+) file=(?P<path>.+?),line=(?P<line>\d+),col=(?P<column>\d+),"
    r"endColumn=(?P<end>\d+),title=(?P<code>[\w-]+)::(?P<said>.*)"
)


def from_disk(folder: Path) -> list[Problem]:
    """The problems that a case cannot show: they need bytes, or a file that is not there."""
    latin = folder / "latin.md"
    latin.write_bytes("---\ntitle: Café\n---\n".encode("latin-1"))
    _, not_utf_8 = read_text(latin, "latin.md")
    _, unreadable = read_text(folder / "none.md", "none.md")
    articles = folder / "content" / "articles"
    articles.mkdir(parents=True)
    for name in ("pond.md", "Pond.md"):
        (articles / name).write_text("---\n---\n", encoding="utf-8")
    (articles / "link.md").symlink_to(latin)
    (articles / "long.md").write_text("x" * 60_000, encoding="utf-8")
    return [*not_utf_8, *unreadable, *read_content(folder).problems]


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> list[Problem]:
    """Problems of broken files: each code at least once."""
    problems = [*problems_of_cases(), *from_disk(tmp_path_factory.mktemp("broken"))]
    # Where a file is read, what YAML refuses was refused before as an unseen character.
    assert {problem.code for problem in problems} >= problem_codes() - {"yaml-character"}
    return problems


def test_text_and_annotation_say_the_same_of_the_same_place(broken: list[Problem]) -> None:
    """Path, line, column, severity, message and mend; and what is underlined is what is marked."""
    for problem in broken:
        text = TEXT.fullmatch(report.text([problem]))
        beside = GITHUB.fullmatch(report.github([problem]))
        assert text, report.text([problem])
        assert beside, report.github([problem])
        for key in ("path", "line", "column", "severity", "code"):
            assert text[key] == beside[key], problem
        said = beside["said"].replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
        assert said == f"{text['message']} {text['hint']}"
        assert int(beside["end"]) > int(beside["column"])


def test_each_message_is_a_sentence_with_a_mend(broken: list[Problem]) -> None:
    """It says what is wrong and what to write; it has neither our codes nor our jargon in it."""
    jargon = re.compile(rf"(?<![\w`./-])({'|'.join(JARGON.split())})(?![\w`-])")
    ours = re.compile("|".join(sorted(code for code in problem_codes() if "-" in code)))
    for problem in broken:
        for words in (problem.message, problem.hint):
            plain = re.sub(r"`[^`]*`|“[^”]*”|\{[^}]*\}|\[[^\]]*\]", "", words)
            assert words.strip() == words, problem
            assert words[:1].isupper() or not words[:1].isalpha(), problem
            assert not jargon.search(plain), problem
            assert not ours.search(plain), problem
            assert "\n" not in words, problem
            assert len(words) < 700, problem
        assert re.search(r"[.?…)}\]`>]$", problem.hint), problem


def test_the_line_and_what_is_underlined_are_the_authors_own(broken: list[Problem]) -> None:
    """The place lies inside the line that is shown."""
    for problem in broken:
        place = problem.place
        assert place.line >= 1
        assert 1 <= place.column <= len(place.excerpt) + 1, problem
        assert report.text([problem]).count("\n") == 3, problem
