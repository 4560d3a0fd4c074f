"""`whosays check --fix`: it shows, asks, writes whole files, and says what is left."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import mend
from generator.cli import main

from .test_cli import GOOD, library

__all__ = ["library"]

SLIP = GOOD.replace("by=mayor", "by=“mayor”").replace("[^s2]: The writer's.\n", "")
FIXED = GOOD.replace("by=mayor", 'by="mayor"').replace("[^s2]: The writer's.\n", "")
IN_ORDER = (
    "rights: own\noriginal: {publisher: The Harbour Post}\n",
    "original: {publisher: The Harbour Post}\nrights: own\n",
)


def run(*words: str, answer: str = "") -> Result:
    """`whosays check --fix` with these words; a fault of ours would be raised here."""
    words = ("check", "--fix", *words)
    return CliRunner().invoke(main, words, input=answer, catch_exceptions=False)


def bridge(library: Path) -> Path:
    """The article of the library."""
    return library / "content" / "articles" / "bridge.md"


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody sits there and can be asked."""
    monkeypatch.setattr("generator.commands.fix._is_someone_there", lambda: True)


def test_it_shows_what_it_changes_writes_it_and_says_what_is_left(library: Path) -> None:
    """With --yes; the new note is begun, and is still to be written."""
    bridge(library).write_text(SLIP, encoding="utf-8")
    outcome = run("--yes")
    assert outcome.exit_code == 1
    assert "--- content/articles/bridge.md\n+++ content/articles/bridge.md\n@@ " in outcome.output
    assert "\n-[The [grand]" in outcome.output
    assert "\n+[^s2]: …\n" in outcome.output
    assert "3 changes in 1 file, written." in outcome.output
    assert "error[empty-note]: The note `s2` still has three dots" in outcome.output
    assert "curly-quotes" not in outcome.output
    assert bridge(library).read_text("utf-8") == FIXED.replace(*IN_ORDER) + "[^s2]: …\n"


def test_where_nobody_can_be_asked_it_shows_and_writes_nothing(library: Path) -> None:
    """As in a workflow, unless it says --yes."""
    bridge(library).write_text(SLIP, encoding="utf-8")
    outcome = run()
    assert outcome.exit_code == 1
    assert "+[^s2]: …" in outcome.output
    assert "3 changes in 1 file, not written: nobody is there to ask. Add --yes" in outcome.output
    assert "error[curly-quotes]" in outcome.output
    assert bridge(library).read_text("utf-8") == SLIP


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(("answer", "written"), [("y\n", True), ("\n", True), ("n\n", False)])
def test_somebody_is_asked_before_it_writes(library: Path, answer: str, written: bool) -> None:
    """And no means no."""
    bridge(library).write_text(SLIP, encoding="utf-8")
    outcome = run(answer=answer)
    assert "Write 3 changes in 1 file?" in outcome.output
    assert ("Nothing was written." in outcome.output) is not written
    assert (bridge(library).read_text("utf-8") != SLIP) is written


def test_it_keeps_every_other_byte(library: Path) -> None:
    """Line breaks, a byte order mark, spaces at the ends of lines and a missing last line break."""
    raw = SLIP.replace(*IN_ORDER).rstrip("\n").replace(" long", " long  ")
    data = b"\xef\xbb\xbf" + raw.replace("\n", "\r\n").encode()
    bridge(library).write_bytes(data)
    run("--yes")
    expected = data.replace("“mayor”".encode(), b'"mayor"') + "\r\n[^s2]: …".encode()
    assert bridge(library).read_bytes() == expected


def test_where_nothing_is_certain_it_says_so_and_checks(library: Path) -> None:
    """A file that is in order is not touched."""
    bridge(library).write_text(GOOD.replace(*IN_ORDER), encoding="utf-8")
    before = bridge(library).stat().st_mtime_ns
    outcome = run("--yes")
    assert outcome.exit_code == 0
    assert "There is nothing to mend that is certain." in outcome.output
    assert "1 article read: 0 errors, 0 warnings." in outcome.output
    assert bridge(library).stat().st_mtime_ns == before


def test_a_second_run_changes_nothing(library: Path) -> None:
    """All that is certain is mended at once."""
    bridge(library).write_text(SLIP, encoding="utf-8")
    run("--yes")
    assert "There is nothing to mend" in run("--yes").output


def test_it_mends_only_what_it_is_asked_for(library: Path) -> None:
    """A path, and no other file."""
    bridge(library).write_text(SLIP, encoding="utf-8")
    other = library / "content" / "articles" / "other.md"
    other.write_text(SLIP, encoding="utf-8")
    assert "2 files" in run().output
    run("--yes", "content/articles/other.md")
    assert bridge(library).read_text("utf-8") == SLIP
    assert other.read_text("utf-8") != SLIP


def test_lessons_pairs_and_the_codebook_are_mended_too(library: Path) -> None:
    """Their typographic quotes; and a lesson's keys come into their order."""
    (library / "content" / "lessons").mkdir()
    lesson = library / "content" / "lessons" / "first.md"
    lesson.write_text("---\nsummary: “One: two”\ntitle: A lesson\n---\n", encoding="utf-8")
    pairs = library / "content" / "pairs.yml"
    pairs.write_text("the-ramp:\n  title: “One: two”\n", encoding="utf-8")
    run("--yes")
    assert lesson.read_text("utf-8") == '---\ntitle: A lesson\nsummary: "One: two"\n---\n'
    assert pairs.read_text("utf-8") == 'the-ramp:\n  title: "One: two"\n'


def test_what_the_machine_reads_stays_apart(library: Path) -> None:
    """With another format, the changes go to the side, and the output is that format alone."""
    bridge(library).write_text(SLIP, encoding="utf-8")
    outcome = run("--yes", "--format", "json")
    assert outcome.stdout.startswith("[\n")
    assert "+[^s2]: …" in outcome.stderr


def test_a_file_keeps_its_rights_and_what_a_link_leads_to_is_left_alone(library: Path) -> None:
    """No link in content is followed: neither to be read nor to be mended."""
    if sys.platform == "win32":
        pytest.skip("links need rights there")
    bridge(library).write_text(SLIP, encoding="utf-8")
    bridge(library).chmod(0o640)
    real = library / "real.md"
    real.write_text(SLIP, encoding="utf-8")
    bridge(library).with_name("linked.md").symlink_to(real)
    run("--yes")
    assert "[^s2]: …" in bridge(library).read_text("utf-8")
    assert bridge(library).stat().st_mode & 0o777 == 0o640
    assert real.read_text("utf-8") == SLIP
    assert not list(library.rglob("*.tmp"))


def test_a_file_that_changed_meanwhile_is_not_written_over(library: Path) -> None:
    """What somebody saved while the question stood there is theirs; no other file is written."""
    bridge(library).write_text(SLIP, encoding="utf-8")
    found = mend.mends(library, today=date(2026, 11, 22))
    bridge(library).write_text("saved meanwhile", encoding="utf-8")
    assert mend.write_mends(found) == ("content/articles/bridge.md",)
    assert bridge(library).read_text("utf-8") == "saved meanwhile"


@pytest.mark.usefixtures("library")
def test_yes_alone_is_wrong_usage() -> None:
    """There would be nothing to say yes to."""
    outcome = CliRunner().invoke(main, ["check", "--yes"])
    assert outcome.exit_code == 2
    assert "--yes goes with --fix" in outcome.output
