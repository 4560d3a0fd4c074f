"""What the README tells a contributor is true."""

from __future__ import annotations

import re
from datetime import date

from generator.checks import check_article
from generator.checks.context import Context
from generator.cli import COMMANDS
from generator.reading.article import read_article
from generator.reading.codebook import read_codebook
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_its_example_has_no_problem() -> None:
    """Whoever begins with the README's article begins with one that passes."""
    found = re.search(r"```markdown\n(.*?)```", README, re.DOTALL)
    assert found
    reading = read_article("content/articles/soup.md", found[1])
    codebook = read_codebook("codebook.yml", (ROOT / "content/codebook.yml").read_text("utf-8"))
    assert reading.article
    assert codebook.codebook
    context = Context(codebook.codebook, date(2026, 11, 22))
    assert (*reading.problems, *check_article(reading.article, context)) == ()


def test_every_command_stands_in_it_and_no_other() -> None:
    """The table of commands is the command line's own list."""
    assert sorted(re.findall(r"^\| `whosays (\w+)", README, re.MULTILINE)) == sorted(COMMANDS)


def test_every_file_that_it_points_to_is_there() -> None:
    """Pictures and links lead to files of the repository."""
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert len(links) > 5
    assert [link for link in links if not (ROOT / link).exists()] == []
