"""Runs the cases of `tests/cases/`, and finds the problem codes in the source."""

from __future__ import annotations

import ast
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from generator.checks import (
    check_against,
    check_article,
    check_codebook,
    check_lesson,
    check_library,
    check_reading,
)
from generator.checks.context import Context
from generator.model import Article, Codebook, Problem
from generator.reading.article import read_article
from generator.reading.blocks import _REFUSED
from generator.reading.codebook import read_codebook
from generator.reading.lesson import read_lesson
from generator.reading.pairs import read_pairs
from generator.reading.problem import ordered
from generator.reading.readings import read_reading

from . import sample
from .case_files import FRONT, Case, read_cases

TODAY = date(2026, 11, 22)
ROOT = Path(__file__).parent.parent


def read_case(case: Case, codebook: Codebook) -> tuple[Article | None, tuple[Problem, ...]]:
    """The article of a case and all its problems; lines count as the case counts them."""
    problems: list[Problem] = []
    unused = replace(
        codebook, techniques=()
    )  # which techniques are used is not these cases' affair
    if "codebook" in case.beside:
        of_codebook = read_codebook("codebook.yml", case.beside["codebook"])
        problems += of_codebook.problems
        codebook = unused = of_codebook.codebook or codebook
        if not problems and not case.kind:
            problems += check_codebook(codebook)
    pairs = read_pairs("pairs.yml", case.beside.get("pairs", ""))
    lessons = [read_lesson("lesson.md", case.beside["lesson"])] if "lesson" in case.beside else []
    lesson = tuple(reading.lesson for reading in lessons if reading.lesson)
    problems += [*pairs.problems, *(p for reading in lessons for p in reading.problems)]
    problems += [p for one in lesson for p in check_lesson(one)]
    texts = {"article.md": FRONT + case.given if case.kind == "text" else case.given}
    texts["other.md"] = case.beside.get("other", "")
    readings = {path: read_article(path, text) for path, text in texts.items() if text}
    articles = tuple(reading.article for reading in readings.values() if reading.article)
    problems += [problem for reading in readings.values() for problem in reading.problems]
    for article in articles:
        problems += check_article(article, Context(codebook, TODAY))
    if earlier := read_article("article.md", case.beside.get("before", "")).article:
        problems += check_against(articles, (earlier,), Context(codebook, TODAY))
    if "reading" in case.beside:
        given = read_reading("readings/article/late-bus.md", case.beside["reading"])
        problems += given.problems
        if given.reading:
            context, slugs = Context(codebook, TODAY), [article.slug for article in articles]
            known = next((a for a in articles if a.slug == given.reading.slug), None)
            problems += check_reading(given.reading, known, slugs, context)
    elif case.beside and not (case.beside.keys() == {"codebook"} and not case.kind):
        problems += check_library(articles, unused, pairs.pairs, lesson)
    # A case in `text` speaks of its own voices only as far as it uses them.
    ours = [p for p in problems if case.kind == "file" or p.code != "unused-voice"]
    placed = moved_up(ours, lines_before(case))
    return readings["article.md"].article if case.kind else None, ordered(placed)


@cache
def problems_of_cases() -> tuple[Problem, ...]:
    """Every problem of every broken file of the cases."""
    cases = (case for folder in ("reading", "checks") for case in read_cases(folder))
    broken = (case for case in cases if case.expected["problems"])
    return tuple(p for case in broken for p in read_case(case, sample.codebook())[1])


def moved_up(problems: list[Problem], lines: int) -> list[Problem]:
    """Problems with the article's lines counted from below its first `lines`."""
    return [
        replace(p, place=replace(p.place, line=p.place.line - lines))
        if p.place.path == "article.md"
        else p
        for p in problems
    ]


def lines_before(case: Case) -> int:
    """How many lines stand before those that the case shows."""
    return FRONT.count("\n") if case.kind == "text" else 0


def problem_codes() -> set[str]:
    """The codes in the source: the first argument of `error`, `warning` and `fault`, and tables."""
    codes: set[str] = set()
    for room in ("reading", "checks"):
        for file in (ROOT / "generator" / room).glob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                match node:
                    case ast.Call(
                        func=ast.Name("error" | "warning") | ast.Attribute(attr="fault"),
                        args=[code, *_],
                    ):
                        texts = [n.value for n in ast.walk(code) if isinstance(n, ast.Constant)]
                        codes |= {t for t in texts if isinstance(t, str) and t[1:2] != ""}
                    case _:
                        pass
    return codes | {row[0] for row in _REFUSED.values()}
