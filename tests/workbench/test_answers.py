"""What the page is told is what the command line tells."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.analysis import analyse
from generator.build import check as check_content
from generator.build import files_of_article
from generator.model import Problem
from generator.pages import Around
from generator.pages.summary import plain
from generator.reading.article import read_article
from generator.rules import RULES
from generator.workbench.answers import check, open_text, preview
from generator.workbench.door import bench
from generator.workbench.opened import opened
from generator.workbench.values import FIELDS, Work
from tests.case_files import FRONT
from tests.conftest import ROOT
from tests.workbench.edited import with_front, with_statement, without_framing

TODAY = date(2026, 11, 23)
LIBRARY = sorted((ROOT / "content" / "articles").glob("*.md"))
POND = (ROOT / "content" / "articles" / "the-pink-pond.md").read_text(encoding="utf-8")


def work_of(text: str, slug: str = "the-pink-pond") -> Work:
    """A file, opened."""
    file = opened(text, slug)
    assert file
    return file.work


def told(problems: list[dict[str, Any]]) -> list[tuple[str, str, int, int]]:
    """Problems as both doors tell them."""
    return [(p["code"], p["message"], p["line"], p["column"]) for p in problems]


def commanded(root: Path, slug: str, text: str) -> list[tuple[str, str, int, int]]:
    """The problems of a file as `whosays check` finds them on the disk."""
    path = root / "content" / "articles" / f"{slug}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    book = root / "content" / "codebook.yml"
    book.write_bytes((ROOT / "content" / "codebook.yml").read_bytes())
    problems: tuple[Problem, ...] = check_content(root, today=TODAY, paths=(path,)).problems
    return [(p.code, p.message, p.place.line, p.place.column) for p in problems]


@pytest.mark.parametrize("path", LIBRARY, ids=lambda path: path.stem)
def test_problems_and_figures_are_those_of_the_command_line(path: Path, tmp_path: Path) -> None:
    """For an article as it is, and with slips in it."""
    work = work_of(path.read_text(encoding="utf-8"), path.stem)
    broken = with_statement(work, 0, basis="sourced", by=("nobody",), rests_on=("s99",), kind="")
    broken = with_statement(broken, 2, basis="", note="")
    broken = with_statement(broken, 4, basis="inferred", kind="wish", note="")
    for each in (work, broken, with_front(broken, level="young")):
        answer = check(bench(), each, TODAY)
        assert told(answer["problems"]) == commanded(tmp_path, path.stem, answer["text"])
        assert answer["figures"]
    article = read_article(work.path, work.base).article
    assert article
    figures = analyse(article).figures
    answer = check(bench(), work, TODAY)
    assert answer["figures"]["sentence"] == plain(analyse(article))
    assert [v["id"] for v in answer["figures"]["voices"]] == [v.id for v in figures.voices]
    assert [v["falls"] for v in answer["figures"]["voices"]] == [
        list(voice.removal.falls) for voice in figures.voices
    ]


def at(work: Work) -> dict[str, str]:
    """What the problems of a work are about, by their codes."""
    return {p["code"]: p["at"] for p in check(bench(), work, TODAY)["problems"]}


def test_a_problem_says_which_mark_it_is_about() -> None:
    """A statement, a framing mark inside one, a note, a sentence that is not decided."""
    work = work_of(POND)
    found = at(with_statement(work, 3, basis="sourced", by=("nobody",)))
    assert found["unknown-voice"] == work.statements[3].id
    found = at(with_statement(work, 5, note=""))
    assert found["empty-note"] == work.statements[5].id
    framing = work.framing[1].model_copy(update={"technique": "no-such"})
    found = at(work.model_copy(update={"framing": (work.framing[0], framing, *work.framing[2:])}))
    assert found["unknown-technique"] == framing.id
    undecided = with_statement(work, 6, basis="", note="")
    assert undecided.statements[6].id in at(undecided).values()


def test_a_problem_says_which_key_it_is_about() -> None:
    """The key itself, or the one that is missing."""
    work = work_of(POND)
    voices = dict(work.front["voices"])  # type: ignore[arg-type]
    voices["holm"] = {**voices["holm"], "stake": "rich"}  # type: ignore[dict-item]
    assert at(with_front(work, voices=voices)) == {"unknown-value": "front.voices.holm.stake"}
    assert at(with_front(work, title="")) == {"missing-key": "front.title"}
    lacking = [{"what": "Somebody"}]
    assert at(with_front(work, missing=lacking)) == {"missing-key": "front.missing.0.why"}
    assert at(with_front(work, level="young")) == {"wrong-value": "front.level"}


def test_figures_do_not_wait_for_the_front_matter() -> None:
    """Somebody who begins has no title, no annotator and half a voice."""
    work = with_front(work_of(POND), title="", annotators=[], original={})
    voices = {"holm": {"name": "Greta Holm"}}
    answer = check(bench(), with_front(work, voices=voices), TODAY)
    whole = check(bench(), work_of(POND), TODAY)["figures"]
    assert answer["figures"]["statements"] == whole["statements"]
    assert [(v["id"], v["name"], v["stake"]) for v in answer["figures"]["voices"]] == [
        ("holm", "Greta Holm", "unknown")
    ]


def test_the_preview_is_the_page_that_the_site_has() -> None:
    """By the same maker and the same template."""
    work = work_of(POND)
    article = read_article(work.path, POND).article
    assert article
    around = Around(bench().codebook, extras=False)
    page = files_of_article(analyse(article), around, bench().templates)
    shown = preview(bench(), work, TODAY)
    assert shown["title"] == article.title
    assert shown["problems"] == []
    whole = str(page["articles/the-pink-pond/index.md"])
    reading = whole.partition('<div class="reading')[2].partition("\n## ")[0].strip()
    assert reading
    assert reading in shown["html"]


def test_a_page_that_cannot_be_made_says_why() -> None:
    """A voice that nobody knows has no place on it, if the page does not do without."""
    work = work_of(POND)
    framing = work.framing[0].model_copy(update={"technique": "no-such"})
    shown = preview(bench(), work.model_copy(update={"framing": (framing,)}), TODAY)
    assert shown["html"] or [p["code"] for p in shown["problems"]] == ["unknown-technique"]


def test_a_preview_holds_no_markup_of_its_author() -> None:
    """What somebody pasted is text there too."""
    work = with_front(work_of(POND), title="<script>x</script> & <b>", genre="<img src=x>")
    shown = preview(bench(), with_statement(work, 0, note="<i>x</i>"), TODAY)
    assert "<script" not in shown["html"]
    assert "<img" not in shown["html"]


def test_a_file_that_cannot_be_opened_says_why() -> None:
    """With its problems, as the command line has them."""
    found = open_text(bench(), "Nothing.", "x", TODAY)
    assert found.work is None
    assert [problem.code for problem in found.problems] == ["no-front-matter", "no-statement"]


def test_a_framing_mark_that_is_not_decided_is_not_written() -> None:
    """Its words stay."""
    work = work_of(POND)
    bare = work.framing[0].model_copy(update={"technique": ""})
    undecided = work.model_copy(update={"framing": (bare, *work.framing[1:])})
    one = check(bench(), undecided, TODAY)["text"]
    assert one == check(bench(), without_framing(work, 0), TODAY)["text"]
    assert FRONT


def test_the_fields_of_problems_are_those_of_codes_that_there_are() -> None:
    """A code that is renamed loses its field in silence otherwise."""
    codes = {code for codes in FIELDS.values() for code in codes}
    assert codes <= RULES.keys()
