"""`check --fix` mends what is certain: the cases, and what holds of every mend of any file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import cache

import pytest

from generator.checks import check_article
from generator.checks.context import Context
from generator.fixes import FIXES, HIDING, LEAVES, fix
from generator.model import Place, Problem
from generator.reading.article import read_article
from generator.reading.problem import as_text, ordered
from generator.reading.schema import ArticleShape

from . import sample
from .case_files import FRONT, Case, read_cases
from .case_runs import moved_up, problem_codes

TODAY = date(2026, 11, 22)


@cache
def context() -> Context:
    """The project's own codebook, and a day."""
    return Context(sample.codebook(), TODAY)


@cache
def look(text: str) -> tuple[Problem, ...]:
    """Reads and checks an article, as `check` does."""
    reading = read_article("article.md", text)
    checked = check_article(reading.article, context()) if reading.article else ()
    return ordered((*reading.problems, *checked))


@cache
def mended(text: str) -> str:
    """The article after `--fix`."""
    return fix(text, look, ArticleShape).text


@pytest.mark.parametrize("case", read_cases("fixes"), ids=lambda case: case.name)
def test_case(case: Case) -> None:
    """Each case's input becomes what it lists, and the problems that it lists are left."""
    before = FRONT if case.kind == "text" else ""
    fixed = mended(before + case.given)
    assert fixed.removeprefix(before) == case.expected["fixed"]
    assert shown(look(fixed), before.count("\n")) == case.expected["problems"]


def shown(problems: tuple[Problem, ...], before: int) -> str:
    """Problems as the command shows them, without those that a short case always has."""
    ours = [problem for problem in problems if problem.code != "unused-voice"]
    texts = (as_text(problem) for problem in moved_up(ours, before))
    return "\n\n".join(texts)


FILES = {
    case.name: (FRONT if case.kind == "text" else "") + case.given
    for folder in ("fixes", "reading", "checks")
    for case in read_cases(folder)
    if case.kind
}
"""Every article of the cases: each slip that we know, and many articles without one."""

WAYS: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "CR": lambda text: text.replace("\n", "\r"),
    "a byte order mark": lambda text: "\ufeff" + text,
    "no last line break": lambda text: text.rstrip("\n"),
    "spaces at the ends of lines": lambda text: text.replace("\n", "  \n"),
}
"""Ways in which a text can stand on the disk."""


@pytest.mark.parametrize("way", WAYS)
def test_a_mend_makes_no_problem_and_a_second_one_finds_nothing(way: str) -> None:
    """Of any file; where the front matter could not be used before, more may come to light."""
    for name, text in files(way):
        fixed = fix(text, look, ArticleShape)
        assert (fixed.text == text) == (fixed.changes == 0), name
        assert mended(fixed.text) == fixed.text, name
        was, now = codes(text), codes(fixed.text)
        for code, leaves in LEAVES.items():
            was[leaves] += max(0, was[code] - now[code])
        assert now <= was or was.keys() & HIDING, name


@pytest.mark.parametrize("way", WAYS)
def test_a_mend_keeps_every_word_and_every_other_line(way: str) -> None:
    """Words stay, but for the names of new notes; other lines stay byte for byte."""
    for name, text in files(way):
        fixed = mended(text)
        stubs = re.findall(r"[\r\n]\[\^([^\]]+)\]: …", fixed)
        words = Counter(re.findall(r"\w+", fixed)) - Counter(re.findall(r"\w+", text))
        assert words <= Counter(word for stub in stubs for word in stub.split("-")), name
        assert not Counter(re.findall(r"\w+", text)) - Counter(re.findall(r"\w+", fixed)), name
        places = [problem.place.line for problem in look(text) if problem.code in FIXES]
        near = {line for at in places for line in (at - 1, at, at + 1)}
        last = len(text.rstrip().splitlines())
        kept = Counter(lines(fixed))
        for number, line in enumerate(lines(text), 1):
            odd = number in near or number >= last or set(line) & set("“‘„«")
            assert kept[line] or odd, f"{name}: {line!r} is gone"


def files(way: str) -> list[tuple[str, str]]:
    """The articles of the cases, as they stand on the disk in this way; all in the plain one."""
    chosen = {n: t for n, t in FILES.items() if way == "as it is" or n.startswith("fixes/")}
    return [(name, WAYS[way](text)) for name, text in chosen.items()]


def codes(text: str) -> Counter[str]:
    """How often each problem occurs."""
    return Counter(problem.code for problem in look(text))


def lines(text: str) -> list[str]:
    """A text's lines with their ends."""
    return re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", text)


def test_each_code_with_a_fix_is_shown_by_a_case() -> None:
    """And a code in the table is one that the checks can give."""
    fixed = {
        code
        for case in read_cases("fixes")
        for code in codes((FRONT if case.kind == "text" else "") + case.given)
    }
    assert FIXES.keys() <= fixed
    assert FIXES.keys() | LEAVES.keys() | set(LEAVES.values()) <= problem_codes()


@pytest.mark.parametrize("text", ["", "---", "---\n---", "\ufeff", "[" * 500, "{" * 500, "\r" * 9])
def test_whatever_the_text_holds_a_fix_ends(text: str) -> None:
    """With the text as it was, where nothing is certain."""
    assert mended(text) == text


def test_a_fix_of_a_problem_that_is_not_there_gives_nothing() -> None:
    """Every function of the table looks before it writes."""
    place = Place("article.md", 99, 7, 3, "")
    for code, mend in FIXES.items():
        for text in ("", "[It is long.]{.unsourced}[^s1]\n\n[^s1]: No source.\n", "}{]["):
            assert mend(Problem(code, "", "", "error", place), text) is None
