"""The examples under `tests/cases/` are the specification of reading, checks and analysis."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.analysis import analyse
from generator.analysis.figures import Figures
from generator.model import Article, Codebook
from generator.reading.codebook import read_codebook
from generator.reading.problem import as_text

from .case_files import Case, MalformedCase, parse_cases, read_cases
from .case_runs import lines_before, problem_codes, read_case

TODAY = date(2026, 11, 22)
ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    """The project's own codebook."""
    path = ROOT / "content" / "codebook.yml"
    reading = read_codebook(path.name, path.read_text(encoding="utf-8"))
    assert reading.codebook
    return reading.codebook


@pytest.mark.parametrize(
    "case",
    [case for folder in ("reading", "checks", "analysis") for case in read_cases(folder)],
    ids=lambda case: case.name,
)
def test_case(case: Case, codebook: Codebook) -> None:
    """Each case's input gives exactly the problems, marks and figures that it lists."""
    article, problems = read_case(case, codebook)
    assert "\n\n".join(as_text(problem) for problem in problems) == case.expected["problems"]
    if "marks" in case.expected:
        assert article
        assert "\n".join(_marks(article, lines_before(case))) == case.expected["marks"]
    if "figures" in case.expected:
        assert article
        assert "\n".join(_figures(analyse(article).figures)) == case.expected["figures"]


def _marks(article: Article, before: int) -> list[str]:
    rows: list[tuple[int, int, str]] = []
    for s in article.statements:
        told = {
            "by": s.voices,
            "how": s.how,
            "kind": s.kind,
            "from": s.rests_on,
            "see": s.records,
            "also": s.also,
            "also-kind": s.also_kind,
            "short": s.short,
        }
        rows.append((s.place.line, s.place.column, f"{s.basis} {s.id}{_told(told)} | {s.text}"))
    for f in article.framing:
        said = {"technique": f.technique, "plain": f.plain, "also": f.also, "in": f.statement}
        told = {**said, "words": f.wording}
        rows.append((f.place.line, f.place.column, f"framing {f.id}{_told(told)} | {f.text}"))
    for c in article.cues:
        told = {"id": c.id, "in": c.statement}
        rows.append((c.place.line, c.place.column, f"cue{_told(told)} | {c.text}"))
    return [f"{line - before}:{column} {row}" for line, column, row in sorted(rows)]


def _told(values: dict[str, str | tuple[str, ...]]) -> str:
    texts = {
        key: value if isinstance(value, str) else " ".join(value) for key, value in values.items()
    }
    return "".join(f" {key}={value}" for key, value in texts.items() if value)


def _figures(figures: Figures) -> list[str]:
    of, words = figures.statements, figures.words
    rows = [
        f"statements {of.total}: {of.sourced} sourced, {of.unsourced} unsourced, {of.inferred} inferred",
        f"words {words.total}: {words.sourced} sourced, {words.unsourced} unsourced, "
        f"{words.inferred} inferred",
    ]
    for voice in figures.voices:
        removal = voice.removal
        rows.append(
            f"without {voice.id} ({voice.stake}, {voice.statements} statements, {voice.words} words): "
            f"falls {' '.join(removal.falls) or '-'}; own {' '.join(removal.own) or '-'}; "
            f"built {' '.join(removal.built) or '-'}; leans {' '.join(removal.leans) or '-'}; "
            f"load {removal.load:.2f}"
        )
    rows += [f"cue {count} × {cue}" for cue, count in figures.cues]
    framing = figures.framing
    rows.append(f"framing {framing.marks}: {framing.per_100_words} per 100 words")
    rows += [f"technique {count} × {technique}" for technique, count in framing.by_technique]
    of = figures.contested_statements
    if figures.contested:
        rows.append(
            f"contested {' '.join(figures.contested)}: {of.total} statements ({of.sourced} sourced, "
            f"{of.unsourced} unsourced, {of.inferred} inferred), {figures.contested_framing} framing"
        )
    return rows


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no title\n",
        "# Only a title\n",
        "# No input\n\n~~~ problems\n~~~\n",
        "# Nothing expected\n\n~~~ text\nx\n~~~\n",
        "# Empty input\n\n~~~ text\n\n~~~\n\n~~~ problems\n~~~\n",
        "# Not closed\n\n~~~ text\nx\n~~~\n\n~~~ problems\n",
        "# Unknown block\n\n~~~ text\nx\n~~~\n\n~~~ wrong\n~~~\n",
        "# Same\n\n~~~ text\nx\n~~~\n\n~~~ problems\n~~~\n# Same\n\n~~~ text\nx\n~~~\n\n~~~ marks\n~~~\n",
    ],
)
def test_an_empty_or_malformed_case_file_is_an_error(text: str) -> None:
    """A case that would test nothing is refused rather than passed over."""
    with pytest.raises(MalformedCase):
        parse_cases("made-up", text)


ELSEWHERE = {
    "unreadable": "needs a disk: tests/test_files.py",
    "not-utf-8": "needs bytes: tests/test_files.py",
    "same-address": "needs two files: tests/test_paths.py",
    "symbolic-link": "needs a disk: tests/test_paths.py",
    "too-long": "would be a megabyte: tests/test_text_tricks.py",
    "yaml-character": "where a file is read it is `unseen-character`: tests/test_text_tricks.py",
}
"""Codes that a case file cannot show, with where they are tested."""


def test_every_code_has_a_case() -> None:
    """Each problem code that the generator can give stands in some case's expected problems."""
    shown = "\n".join(
        case.expected["problems"]
        for folder in ("reading", "checks", "analysis")
        for case in read_cases(folder)
    )
    codes = problem_codes()
    assert len(codes) > 40
    assert sorted(code for code in codes if f"[{code}]" not in shown) == sorted(ELSEWHERE)
