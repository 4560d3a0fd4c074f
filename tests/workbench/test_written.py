"""A work is written as its file was, byte for byte, but for what somebody has changed."""

from __future__ import annotations

import os
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from generator.workbench.opened import File, opened
from generator.workbench.values import FramingShape, Work
from generator.workbench.written import written
from tests.case_files import FRONT, read_cases
from tests.conftest import ROOT
from tests.fuzz.grammar import articles, damaged
from tests.workbench.edited import (
    edits,
    said,
    with_front,
    with_statement,
    without_framing,
)

LIBRARY = sorted((ROOT / "content" / "articles").glob("*.md"))
LONG = os.environ.get("WHOSAYS_FUZZ") == "long"
"""Whether this is the weekly run."""

QUICK = settings(
    max_examples=5_000 if LONG else 60,
    deadline=None,
    database=None,
    derandomize=not LONG,
    suppress_health_check=list(HealthCheck),
)


def file_of(text: str) -> File:
    """A file that can be opened."""
    file = opened(text, "an-article")
    assert file
    return file


def again(work: Work) -> Work:
    """The work as it comes back from the page."""
    return Work.model_validate_json(work.model_dump_json(by_alias=True))


def touched(before: str, after: str) -> set[int]:
    """The lines of a file, counted from 1, that are not in the other; new ones count for the next."""
    old, new = before.split("\n"), after.split("\n")
    found: set[int] = set()
    for kind, a, b, _, _ in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            found |= set(range(a + 1, b + 1))
    return found


@pytest.mark.parametrize("path", LIBRARY, ids=lambda path: path.stem)
def test_an_article_that_nobody_changed_is_the_same_to_the_byte(path: Path) -> None:
    """So an improvement comes back as a small diff."""
    text = path.read_text(encoding="utf-8")
    assert written(again(file_of(text).work)) == text


@pytest.mark.parametrize("path", LIBRARY, ids=lambda path: path.stem)
def test_an_article_written_anew_says_the_same(path: Path) -> None:
    """Without its file, a work is written in our own way, and nothing of it is lost."""
    work = file_of(path.read_text(encoding="utf-8")).work.model_copy(update={"base": ""})
    assert said(file_of(written(work)).work) == said(work)


@pytest.mark.parametrize(
    "case",
    [c for folder in ("reading", "checks", "analysis") for c in read_cases(folder) if c.given],
    ids=lambda case: case.name,
)
def test_every_case_is_the_same_to_the_byte(case: object) -> None:
    """Whatever a file holds, slips as well: what can be opened is not touched."""
    given_text = getattr(case, "given")  # noqa: B009
    text = given_text if getattr(case, "kind") == "file" else FRONT + given_text  # noqa: B009
    file = opened(text, "an-article")
    if file:
        assert written(again(file.work)) == text
        # One further change, and still all that is not in its way stays.
        changed = written(with_front(file.work, genre="quite another genre"))
        assert "quite another genre" in changed


@pytest.mark.parametrize("path", LIBRARY, ids=lambda path: path.stem)
def test_a_change_touches_the_lines_of_its_mark_and_its_note_alone(path: Path) -> None:
    """Another basis and note: the mark's own lines, and those of its note."""
    text = path.read_text(encoding="utf-8")
    file = file_of(text)
    lines = text.split("\n")
    notes = {line.split("]")[0][2:]: n for n, line in enumerate(lines, 1) if line.startswith("[^")}
    read = {statement.id: statement for statement in file.parts.text.statements}
    for at, statement in enumerate(file.work.statements):
        if statement.written:
            new = with_statement(file.work, at, basis="unsourced", by=(), how="", note="Another.")
            first = read[statement.id].place.line
            last = next(
                n
                for n, line in enumerate(lines[first - 1 :], first)
                if f"[^{statement.id}]" in line
            )
            allowed = {*range(first, last + 1), notes[statement.id]}
            assert touched(text, written(new)) <= allowed, statement.id


def test_a_framing_mark_goes_without_a_trace() -> None:
    """Its brackets, its braces and its note; the line breaks round it stay."""
    path = ROOT / "content" / "articles" / "snails-and-the-lighthouse.md"
    text = path.read_text(encoding="utf-8")
    changed = written(without_framing(file_of(text).work, 1))
    assert len(touched(text, changed)) == 2
    assert "[[She concedes]{.cue} that nobody counted the\n" in changed


def test_a_new_mark_has_its_note_behind_that_of_the_mark_before() -> None:
    """In the order of reading, as the file's own notes are."""
    path = ROOT / "content" / "articles" / "the-pink-pond.md"
    work = file_of(path.read_text(encoding="utf-8")).work
    third = next(s for s in work.statements if s.id == "s4")
    new = FramingShape(
        id="new", block=third.block, start=third.start, end=third.end, technique="doubt", note="Why"
    )
    framing = sorted((*work.framing, new), key=lambda mark: (mark.block, mark.start, -mark.end))
    lines = written(work.model_copy(update={"framing": tuple(framing)})).split("\n")
    at = lines.index("[^new]: Why")
    assert lines[at - 1].startswith("[^s4]:")


def test_a_key_keeps_its_comment_and_its_layout() -> None:
    """A comment on the key's line, braces, and a text that is folded; other keys are not touched."""
    text = (
        "---\ntitle: One  # the headline\nsummary: >-\n  Folded\n  here.\n"
        "original: {publisher: Post, published: 2025-03-04}  # from the print\nrights: own\n"
        "# those who speak\nvoices:\n  # first\n  a: {name: A, stake: party}\n"
        "  b:\n    name: B # so\n    stake: unknown\nannotators: [{name: n}]\n---\n\n"
        "[A b.]{.sourced by=a}[^s1]\n\n[^s1]: Why.\n"
    )
    work = file_of(text).work
    new = with_front(
        work,
        title="Two",
        summary="Other words.",
        original={"publisher": "Courier", "published": "2025-03-04"},
        voices={
            "a": {"name": "A", "stake": "unknown"},
            "b": {"name": "B", "stake": "party"},
            "c": {"name": "C", "stake": "party"},
        },
        level="12-14",
    )
    assert written(new) == (
        "---\ntitle: Two  # the headline\nsummary: >-\n  Other words.\n"
        "original: {publisher: Courier, published: 2025-03-04}  # from the print\nrights: own\n"
        "level: 12-14\n"
        "# those who speak\nvoices:\n  # first\n  a: {name: A, stake: unknown}\n"
        "  b:\n    name: B # so\n    stake: party\n  c:\n    name: C\n    stake: party\n"
        "annotators: [{name: n}]\n---\n\n"
        "[A b.]{.sourced by=a}[^s1]\n\n[^s1]: Why.\n"
    )


def test_the_files_own_line_breaks_stay() -> None:
    """A file from Windows comes back as one, its byte order mark with it."""
    path = ROOT / "content" / "articles" / "the-pink-pond.md"
    text = "\ufeff" + path.read_text(encoding="utf-8").replace("\n", "\r\n")
    changed = written(with_statement(file_of(text).work, 2, note="Other\n\nwords."))
    assert changed.startswith("\ufeff---\r\n")
    assert changed.count("\n") == changed.count("\r\n") == text.count("\n") + 2


def test_a_sentence_that_nobody_has_decided_is_plain_text() -> None:
    """The check then says that no statement covers it."""
    text = (
        FRONT + "\n[One is.]{.unsourced}[^s1] [Two is.]{.unsourced}[^s2]\n\n[^s1]: A.\n[^s2]: B.\n"
    )
    work = with_statement(file_of(text).work, 1, basis="", note="")
    assert written(work).endswith("\n[One is.]{.unsourced}[^s1] Two is.\n\n[^s1]: A.\n")


def test_a_new_article_has_a_statement_a_line() -> None:
    """Those that are not decided too; keys in their order, notes in that of reading."""
    text = (
        FRONT
        + "\n[One is.]{.unsourced}[^s1] Two is. [Three is.]{.unsourced}[^s2]\n\n[^s1]: A.\n[^s2]: B.\n"
    )
    work = file_of(text).work.model_copy(update={"base": ""})
    _, body = written(work).split("---\n\n")
    assert body == (
        "[One is.]{.unsourced}[^s1]\nTwo is.\n[Three is.]{.unsourced}[^s2]\n\n[^s1]: A.\n[^s2]: B.\n"
    )


@QUICK
@given(articles())
def test_any_article_is_the_same_to_the_byte(text: str) -> None:
    """Whatever the format can hold."""
    assert written(again(file_of(text).work)) == text


@QUICK
@given(damaged())
def test_any_damaged_article_that_opens_is_the_same_to_the_byte(text: str) -> None:
    """Whatever somebody has done to a file."""
    text = text.encode("utf-8", "replace").decode()
    file = opened(text, "an-article")
    if file:
        assert written(again(file.work)) == text


@QUICK
@given(articles())
def test_any_article_written_anew_says_the_same(text: str) -> None:
    """Nothing is lost on the way through the page."""
    work = file_of(text).work.model_copy(update={"base": ""})
    assert said(file_of(written(work)).work) == said(work)


@QUICK
@given(articles(), st.lists(edits(), min_size=1, max_size=4))
def test_what_was_edited_is_read_back_as_it_was_meant(
    text: str, steps: list[Callable[[Work], Work]]
) -> None:
    """Whatever was changed, and in whatever file."""
    work = file_of(text).work
    for step in steps:
        work = step(work)
    assume(any(statement.written for statement in work.statements))
    assert said(file_of(written(again(work))).work) == said(work)
