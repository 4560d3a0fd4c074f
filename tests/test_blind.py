"""`whosays blind`: the text of an article and nothing of its marks."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.blind import blind
from generator.cli import main
from generator.model import Article
from generator.reading.article import read_article
from generator.reading.readings import read_reading
from tests.agreement import made_up
from tests.conftest import ROOT
from tests.sample import BRIDGE, HOSTILE

ARTICLES = sorted((ROOT / "content" / "articles").glob("*.md"))


def article(text: str, slug: str = "bridge") -> Article:
    """An article's text, read."""
    found = read_article(f"content/articles/{slug}.md", text).article
    assert found
    return found


def run(*words: str) -> Result:
    """`whosays` with these words."""
    return CliRunner().invoke(main, list(words), catch_exceptions=False)


OTHER_MARKS = (
    (r"\{\.(sourced|unsourced|inferred)[^}]*\}", "{.unsourced}"),
    (r"technique=[\w-]+( plain=(\"[^\"]*\"|\w+))?", "technique=doubt"),
    (r"\]\{\.unsourced\}\[\^s2\]\n\[", r"]{.unsourced}[^s2] ["),
    (r"^(\[\^\w+\]: ).*$", r"\1Something else."),
    (r"\[declined to swing\]\{[^}]*\}\[\^declined\]", "declined to swing"),
    (r"(?s)voices:\n.*?\nlevel", "voices: {}\nlevel"),
    (r"(?s)missing:\n.*?\nannotators", "frames: []\nannotators"),
    (r"\[(Residents) are", r"[[\1]{.cue} are"),
)
"""Edits that change every annotation of the bridge article, and no word of its text."""


def test_every_annotation_can_change_and_nothing_shows() -> None:
    """Bases, kinds, voices, cues, notes, techniques, cuts and lines: none leaks."""
    changed = BRIDGE
    for old, new in OTHER_MARKS:
        assert re.search(old, changed, re.MULTILINE), old
        changed = re.sub(old, new, changed, flags=re.MULTILINE)
        assert blind(article(changed), "2.0") == blind(article(BRIDGE), "2.0"), old
    other = BRIDGE.replace("eleven days", "twelve days")
    assert blind(article(other), "2.0") != blind(article(BRIDGE), "2.0")


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_it_is_the_text_of_each_article_of_the_library(path: Path) -> None:
    """Block by block, with its emphasis; no mark, no note, and no voice's name but in the text."""
    given = article(path.read_text(encoding="utf-8"), path.stem)
    text = blind(given, "2.0")
    found = read_article("x.md", text.replace(text[: text.index("---\n\n")], FRONT)).article
    assert found
    assert [(b.kind, b.level, b.text) for b in found.blocks] == [
        (b.kind, b.level, b.text) for b in given.blocks
    ]
    assert (found.statements, found.framing, found.cues) == ((), (), ())
    assert not re.search(r"\{\.|\]\{|\[\^", text)


FRONT = "---\ntitle: T\noriginal: {publisher: P}\nrights: own\nannotators: [{name: a}]\n"


def test_signs_of_markdown_stay_signs() -> None:
    """Whatever stands in the text."""
    text = re.sub(r"\{\{ jinja \}\}|plain=\"[^\"]*\"", "", HOSTILE)
    given = article(text)
    found = read_reading("content/readings/bridge/x.md", filled(blind(given, "2.0"))).reading
    assert found
    assert [b.text.text for b in found.blocks] == [b.text.text for b in given.blocks]


def filled(text: str) -> str:
    """The blind text with its front matter filled in, and its paragraphs still unmarked."""
    text = text.replace("reader: …", "reader: the late bus").replace("date: …", "date: 2026-11-22")
    return text.replace("{name: …}", "{name: Somebody}")


def test_filled_in_and_marked_it_passes_the_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The way of a reader: bare text, marks, check, agree."""
    monkeypatch.chdir(made_up.project(tmp_path))
    path = Path("content/readings/bridge/the-late-bus.md")
    outcome = run("blind", "bridge", "-o", str(path))
    assert outcome.exit_code == 0
    assert run("blind", "bridge", "-o", str(path)).exit_code == 2, "it writes over nothing"
    text = path.read_text(encoding="utf-8")
    assert text == run("blind", "bridge").output
    assert run("check").exit_code == 1
    head, body = filled(text).split("---\n\n", 1)
    paragraphs = body.strip().split("\n\n")
    marked = [f"[{p}]{{.sourced by=someone}}[^s{n}]" for n, p in enumerate(paragraphs, start=1)]
    notes = [f"[^s{n}]: Why." for n in range(1, len(paragraphs) + 1)]
    path.write_text(head + "---\n\n" + "\n\n".join([*marked, "\n".join(notes)]) + "\n", "utf-8")
    outcome = run("check")
    assert outcome.exit_code == 0, outcome.output
    assert "bridge: published, the-late-bus" in run("agree").output


def test_an_article_that_is_not_there_is_a_slip_in_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With no traceback."""
    monkeypatch.chdir(made_up.project(tmp_path))
    assert run("blind", "bridg").exit_code == 2


def test_the_version_is_the_codebooks() -> None:
    """So that a reading says which definitions it was made with."""
    given = replace(article(BRIDGE), codebook="1.0")
    assert 'codebook: "2.0"' in blind(given, "2.0")
